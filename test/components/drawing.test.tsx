import { render } from "@testing-library/react";
import { Profiler } from "react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";

test("a card that knows its connection is drawn once, as a page may have a thousand", () => {
  const drawn: string[] = [];
  render(
    <Profiler id="card" onRender={(_, phase) => void drawn.push(phase)}>
      <StripeConnectionCard
        adapter={fixtureAdapter("loading")}
        initialConnection={fixtures.connected}
        platformName="Acme Cloud"
      />
    </Profiler>,
  );
  expect(drawn).toEqual(["mount"]);
});
