// @vitest-environment node
import { describe, expect, it } from "vitest";
import { requirementGroup } from "../../src/core/requirementGroups.js";
import data from "../stripe/requirement-fields.json" with { type: "json" };

describe("requirementGroup", () => {
  it.each([...data.fields, ...data.v2Fields])("$key is in $group", ({ key, group }) => {
    expect(requirementGroup(key)).toBe(group);
  });

  it("knows what v2 asks of a merchant's configuration", () => {
    expect(requirementGroup("configuration.merchant.mcc")).toBe("business");
    expect(requirementGroup("configuration.merchant.statement_descriptor.descriptor")).toBe("business");
    expect(requirementGroup("configuration.recipient.something")).toBe("other");
  });

  it("puts a key that nobody has seen with the other details", () => {
    expect(requirementGroup("something.new")).toBe("other");
    expect(requirementGroup("interv_abc.brand_new_inquiry.form")).toBe("other");
    expect(requirementGroup("")).toBe("other");
  });
});
