export type { FixtureAdapterOptions, FixtureState } from "./fixtureAdapter.js";
export { fixtureAdapter } from "./fixtureAdapter.js";
export type { FixtureKey } from "./fixtures.js";
export { fixtures } from "./fixtures.js";
export type { ContractCase } from "./contractCase.js";
export { storeContract } from "./storeContract.js";
