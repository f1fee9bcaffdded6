import { describe, expect, test } from "vitest";
import { readConnection } from "../../src/core/protocol.js";
import { describeConnection } from "../../src/messages/describe/describeConnection.js";
import { type BackEnd, startBackEnd } from "./support/backEnd.js";

const listed = ({ calls }: BackEnd) => calls.filter((call) => call.endsWith("/capabilities")).length;
const connectionOf = async ({ get }: BackEnd) => readConnection((await get("/connection")).body);

describe("why a capability is off", () => {
  test("is asked once, where nothing else says it, and reaches the page in words", async () => {
    const backEnd = await startBackEnd();
    const { simulator, settled } = backEnd;
    const id = await backEnd.connected();
    expect(listed(backEnd)).toBe(0);
    await simulator.switchOff(id);
    await settled();
    const stopped = await connectionOf(backEnd);
    expect(stopped).toMatchObject({ status: "error", reason: "other", action: "contact_stripe", payments: "paused" });
    expect(stopped.capabilities).toContainEqual({
      name: "card_payments",
      status: "inactive",
      reason: "rejected.unsupported_business",
    });
    expect(listed(backEnd)).toBe(1);
    const words = JSON.stringify(describeConnection(stopped, { platformName: "Acme" }));
    expect(words).toContain("kind of business");

    await simulator.setBalance(id, { available: 100 });
    await simulator.addFutureRequirement(id);
    await settled();
    expect((await connectionOf(backEnd)).capabilities).toEqual(stopped.capabilities);
    expect(listed(backEnd)).toBe(1);

    await simulator.switchOff(id, "card_payments", null);
    await settled();
    const back = await connectionOf(backEnd);
    expect(back).toMatchObject({ status: "connected", payments: "active" });
    expect(back.capabilities.map(({ reason }) => reason)).toEqual([null, null]);
    expect(listed(backEnd)).toBe(1);
  });

  test("is not asked where the form is unfinished, or where something is due that says it", async () => {
    const backEnd = await startBackEnd();
    await backEnd.post("/connection");
    await backEnd.settled();
    const { account } = await connectionOf(backEnd);
    await backEnd.simulator.run("identityDocumentBlurry", account?.id);
    await backEnd.settled();
    expect((await connectionOf(backEnd)).reason).toBe("identity_document");
    expect(listed(backEnd)).toBe(0);
  });

  test("may not be read: the account is read all the same", async () => {
    const backEnd = await startBackEnd();
    const id = await backEnd.connected();
    backEnd.simulator.fail({ on: "accounts.listCapabilities", with: { status: 403 }, times: 9 });
    await backEnd.simulator.startReview(id);
    await backEnd.settled();
    expect(await connectionOf(backEnd)).toMatchObject({ status: "in_progress", reason: "under_review" });
    expect(backEnd.metrics.map(({ name }) => name)).toContain("capabilities_refused");
  });
});
