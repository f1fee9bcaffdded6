/** Names of what we write into the account's metadata, so that an account whose id was lost is found again. */
export const METADATA = { tenant: "rsc_tenant", generation: "rsc_generation", claim: "rsc_claim" } as const;
