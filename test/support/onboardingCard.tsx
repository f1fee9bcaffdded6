import { StrictMode } from "react";
import { act, configure, render, screen } from "@testing-library/react";
import { expect } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import type { ConnectionEvent } from "../../src/core/events.js";
import { fixtureAdapter, fixtures } from "../../src/testing/index.js";
import { StripeConnectionCard, type StripeConnectionCardProps } from "../../src/index.js";
import { sessionNumber } from "./onboardingPage.js";

/** A form that comes needs the network and two chunks: on a busy machine that takes its time. */
export const PATIENCE = 10_000;
configure({ asyncUtilTimeout: PATIENCE });

/** What minimalConnectJs.js knows of one element. */
export interface PlayedElement extends HTMLElement {
  values: Record<string, unknown>;
  secrets: string[];
  fire(setter: string, value?: unknown): void;
  failToLoad(type: string): void;
  askAgain(): Promise<string>;
}

export interface PlayedInit {
  publishableKey: string;
  locale: string;
  appearance: { variables: Record<string, unknown> };
}

/** The record of minimalConnectJs.js. */
export interface ConnectJs {
  inits: PlayedInit[];
  updates: Array<Pick<PlayedInit, "appearance" | "locale">>;
  logouts: number;
  elements: PlayedElement[];
  failInit: boolean;
  isSilent: boolean;
}

export const connectJs = () => (window as unknown as { __minimalConnect: ConnectJs | undefined }).__minimalConnect;
export const forgetConnectJs = () => {
  const record = connectJs();
  if (record)
    Object.assign(record, { inits: [], updates: [], logouts: 0, elements: [], failInit: false, isSilent: false });
};
export const theForm = (within: ParentNode = document) =>
  within.querySelector<PlayedElement>("stripe-connect-account-onboarding");
export const theFormIsThere = async (): Promise<void> => {
  const drawn = page.getByRole("button", { name: "Close stripe-connect-account-onboarding" });
  await expect.element(drawn, { timeout: PATIENCE }).toBeVisible();
};
export const theRegion = () => screen.getByRole("region", { name: "Update Stripe information" });

/** Three details are missing, in test mode. */
export const needsDetails: Connection = { ...fixtures.detailsNeeded, mode: "test" };

/** A back end in one state; what it is asked is counted, and single answers are the test's own. */
export function countingAdapter(state: Connection = needsDetails, over: Partial<StripeConnectionAdapter> = {}) {
  const asked: string[] = [];
  const base = fixtureAdapter(state);
  let sessions = 0;
  const adapter: StripeConnectionAdapter = {
    ...base,
    createAccountSession: async () => sessionNumber(++sessions),
    ...over,
  };
  const counted = Object.fromEntries(
    Object.entries(adapter).map(([name, value]) => [
      name,
      typeof value === "function"
        ? (...input: never[]) => {
            asked.push(name);
            return (value as (...input: never[]) => unknown)(...input);
          }
        : value,
    ]),
  ) as unknown as StripeConnectionAdapter;
  return { adapter: counted, asked, times: (name: string) => asked.filter((one) => one === name).length };
}

type Settings = Partial<Omit<StripeConnectionCardProps, "adapter" | "endpoint">>;

/** The card as a host has it, under StrictMode. */
export function renderCard(adapter: StripeConnectionAdapter, settings: Settings = {}) {
  const events: ConnectionEvent[] = [];
  const onEvent = (event: ConnectionEvent) => void events.push(event);
  const card = (more: Settings = {}) => (
    <StrictMode>
      <StripeConnectionCard
        platformName="Acme Cloud"
        onEvent={onEvent}
        theme={{ colorScheme: "light" }}
        {...(settings as object)}
        {...(more as object)}
        adapter={adapter}
      />
    </StrictMode>
  );
  const result = render(card());
  return { ...result, events, change: (more: Settings) => result.rerender(card(more)) };
}

/** As a person does it. */
export async function pressUpdate(): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name: "Update Stripe information" }));
  await screen.findByRole("region", { name: "Update Stripe information" });
}

export const fire = (setter: string, value?: unknown) => act(() => theForm()?.fire(setter, value));
