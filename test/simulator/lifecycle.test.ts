// @vitest-environment node
import { describe, expect, test } from "vitest";
import { PARAMS, withEvents } from "./stripeClient.js";

const started = async () => {
  const parts = withEvents();
  const { id } = await parts.stripe.accounts.create(PARAMS);
  await parts.simulator.idle();
  return { ...parts, id, retrieve: () => parts.stripe.accounts.retrieve(id) };
};

describe("filling the form", () => {
  test("a given field vanishes, and the business type brings new questions", async () => {
    const { simulator, id, retrieve } = await started();
    await simulator.answer(id, { business_type: "company" });
    const due = (await retrieve()).requirements?.currently_due ?? [];
    expect(due).not.toContain("business_type");
    expect(due).toContain("company.tax_id");
    await simulator.answer(id, { "company.tax_id": "000000000" });
    const { requirements, company, details_submitted } = await retrieve();
    expect(requirements?.currently_due).not.toContain("company.tax_id");
    expect(company?.tax_id_provided).toBe(true);
    expect(details_submitted).toBe(false);
  });

  test("once somebody is named, Stripe has a person and asks about that person", async () => {
    const { simulator, stripe, id, retrieve, events } = await started();
    await simulator.answer(id, {
      business_type: "company",
      "representative.first_name": "Jenny",
      "representative.last_name": "Rosen",
    });
    const [person] = (await stripe.accounts.listPersons(id)).data;
    expect(person).toMatchObject({ first_name: "Jenny", relationship: { representative: true } });
    const due = (await retrieve()).requirements?.currently_due ?? [];
    expect(due).toContain(`${person?.id}.dob.day`);
    expect(due.some((key) => key.startsWith("representative."))).toBe(false);
    await simulator.idle();
    expect(events.map(({ type }) => type)).toContain("person.created");
  });

  test("values that can't be right are refused one by one, and the others are kept", async () => {
    const { simulator, id, retrieve } = await started();
    const faults = await simulator.answer(id, {
      "business_profile.url": "no address",
      "business_profile.mcc": "5734",
      "company.tax_id": "000000000",
    });
    expect(faults.map(({ key, code }) => [key, code])).toEqual([
      ["business_profile.url", "invalid_url_format"],
      ["company.tax_id", "invalid_value_other"],
    ]);
    expect((await retrieve()).business_profile).toMatchObject({ url: null, mcc: "5734" });
  });

  test("everything submitted is checked for a while, and then the account is enabled", async () => {
    const { simulator, id, retrieve, events } = await started();
    await simulator.completeOnboarding(id);
    const checking = await retrieve();
    expect(checking).toMatchObject({
      details_submitted: true,
      charges_enabled: false,
      capabilities: { card_payments: "pending" },
      requirements: { currently_due: [], disabled_reason: "requirements.pending_verification" },
    });
    expect(checking.requirements?.pending_verification).toContain("company.tax_id");
    await simulator.clock.advance("1m");
    expect(await retrieve()).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      capabilities: { card_payments: "active", transfers: "active" },
      requirements: { pending_verification: [], disabled_reason: null },
    });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["account.external_account.created", "person.created", "capability.updated"]),
    );
  });

  test.each([
    ["111111111", "verification_failed_tax_id_match"],
    ["111111112", "verification_failed_tax_id_not_issued"],
  ])("the tax ID %s comes back with %s", async (taxId, code) => {
    const { simulator, id, retrieve } = await started();
    await simulator.completeOnboarding(id, { tax_id: taxId });
    await simulator.clock.advance("1m");
    const { requirements, charges_enabled } = await retrieve();
    expect(charges_enabled).toBe(false);
    expect(requirements?.past_due).toEqual(["company.tax_id"]);
    expect(requirements?.errors).toMatchObject([{ code, requirement: "company.tax_id" }]);
    await simulator.answer(id, { "company.tax_id": "000000000" });
    expect((await retrieve()).requirements?.pending_verification).toEqual(["company.tax_id"]);
    await simulator.clock.advance("1m");
    expect(await retrieve()).toMatchObject({ charges_enabled: true, requirements: { errors: [] } });
  });

  test("a sole proprietor outside of the United States shows an ID", async () => {
    const { stripe, simulator } = withEvents();
    const { id } = await stripe.accounts.create({ ...PARAMS, country: "DE" });
    await simulator.completeOnboarding(id, { business_type: "individual" });
    const account = await stripe.accounts.retrieve(id);
    expect(account.requirements?.pending_verification).toEqual(["individual.verification.document"]);
    expect(account.default_currency).toBe("eur");
    expect(account.individual).toMatchObject({ first_name: "Jenny" });
  });

  test("with a real clock the checks end by themselves", async () => {
    const { stripe, simulator, events } = withEvents({ clock: "real", verificationDelay: 30 });
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.completeOnboarding(id);
    await expect.poll(async () => (await stripe.accounts.retrieve(id)).charges_enabled, { timeout: 10_000 }).toBe(true);
    // Stripe promises no order, and a busy machine takes its time. That they took a while is in the events, which stay.
    for (const charges_enabled of [false, true]) {
      await expect
        .poll(() => events.map((event) => event.data.object), { timeout: 10_000 })
        .toContainEqual(expect.objectContaining({ object: "account", details_submitted: true, charges_enabled }));
    }
    await simulator.close();
  });

  test("nothing is submitted while something is missing", async () => {
    const { simulator, id, retrieve } = await started();
    await simulator.answer(id, { business_type: "company" });
    expect((await retrieve()).details_submitted).toBe(false);
  });
});

describe("later on", () => {
  test("a deadline that passes stops the account", async () => {
    const { simulator, id, retrieve } = await started();
    await simulator.run("dueSoon", id);
    const soon = await retrieve();
    expect(soon).toMatchObject({ charges_enabled: true, requirements: { past_due: [] } });
    expect(soon.requirements?.current_deadline).toBe(Math.floor(simulator.clock.now() / 1000) + 14 * 86_400);
    await simulator.clock.advance("15d");
    expect(await retrieve()).toMatchObject({
      charges_enabled: false,
      requirements: { past_due: ["business_profile.product_description", "company.tax_id"] },
    });
  });

  test("an announced requirement becomes due on its day", async () => {
    const { simulator, id, retrieve } = await started();
    await simulator.run("futureRequirements", id);
    expect((await retrieve()).future_requirements?.currently_due).toHaveLength(2);
    await simulator.clock.advance("61d");
    const later = await retrieve();
    expect(later.future_requirements?.currently_due).toEqual([]);
    expect(later.requirements?.currently_due).toHaveLength(2);
    expect(later.charges_enabled).toBe(true);
  });

  test("a refused ID stops the account until there is a good one", async () => {
    const { simulator, stripe, id, retrieve } = await started();
    await simulator.run("identityDocumentBlurry", id);
    const refused = await retrieve();
    const key = refused.requirements?.past_due?.[0] ?? "";
    const [person] = (await stripe.accounts.listPersons(id)).data;
    expect(key).toBe(`${person?.id}.verification.document`);
    expect(person).toMatchObject({ first_name: "Jenny", last_name: "Rosen" });
    expect(refused.requirements?.errors).toMatchObject([{ code: "verification_document_not_readable" }]);
    await simulator.answer(id, { [key]: "file_identity_document_success" });
    await simulator.clock.advance("1m");
    expect(await retrieve()).toMatchObject({ charges_enabled: true });
  });

  test("a review ends by approval, and what was given stays given", async () => {
    const { simulator, id, retrieve } = await started();
    await simulator.run("underReview", id);
    expect((await retrieve()).requirements?.disabled_reason).toBe("under_review");
    await simulator.approve(id);
    expect(await retrieve()).toMatchObject({ charges_enabled: true, requirements: { disabled_reason: null } });
  });

  test("an account removed at Stripe can't be read, and Stripe says so", async () => {
    const { simulator, id, retrieve, events } = await started();
    await simulator.run("removedAtStripe", id);
    await simulator.idle();
    await expect(retrieve()).rejects.toMatchObject({ code: "account_invalid", statusCode: 403 });
    expect(events.at(-1)).toMatchObject({ type: "account.application.deauthorized", account: id });
  });
});
