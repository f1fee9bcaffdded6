export type { AdapterContractOptions } from "./adapterContract/adapterContract.js";
export { adapterContract } from "./adapterContract/adapterContract.js";
export type { AdapterControl, AdapterHarness } from "./adapterContract/adapterContractSetup.js";
export type { ContractCase } from "./contractCase.js";
export type { FixtureAdapterOptions, FixtureState } from "./fixtureAdapter.js";
export { fixtureAdapter } from "./fixtureAdapter.js";
export type { FixtureKey } from "./fixtures.js";
export { fixtures } from "./fixtures.js";
export { storeContract } from "./storeContract/storeContract.js";
