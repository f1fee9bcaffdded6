export type { AdapterContractOptions } from "./adapterContract.js";
export { adapterContract } from "./adapterContract.js";
export type { AdapterControl, AdapterHarness } from "./adapterContractSetup.js";
export type { ContractCase } from "./contractCase.js";
export type { FixtureAdapterOptions, FixtureState } from "./fixtureAdapter.js";
export { fixtureAdapter } from "./fixtureAdapter.js";
export type { FixtureKey } from "./fixtures.js";
export { fixtures } from "./fixtures.js";
export { storeContract } from "./storeContract.js";
