import { render, screen } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";

test.each([320, 480])("at %i pixels a header of the host's leaves its own words their room", (width) => {
  const { container } = render(
    <div style={{ inlineSize: width }}>
      <StripeConnectionCard
        platformName="Acme Cloud"
        adapter={fixtureAdapter(fixtures.connected)}
        initialConnection={fixtures.connected}
        slots={{ header: ({ children }) => children }}
      />
    </div>,
  );
  const heading = screen.getByRole("heading", { name: "Stripe" }).getBoundingClientRect();
  const mark = container.querySelector('[data-part="mark"]')?.getBoundingClientRect();
  const name = screen.getByText("Acme Ltd");
  expect(heading.height).toBeLessThan(30);
  expect(heading.left).toBeGreaterThan(mark?.right ?? Infinity);
  expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
});
