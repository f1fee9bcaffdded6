import { describe, test } from "vitest";
import { adapterContract } from "react-stripe-connection/testing";
import { simulatedHarness } from "../support/simulatedHarness.js";

describe("the contract on simulatedAdapter, in the page", () => {
  test.each(adapterContract(simulatedHarness))("$name", ({ run }) => run());
});
