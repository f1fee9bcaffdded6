import type { Connection } from "react-stripe-connection";
import type { StripeSimulator } from "react-stripe-connection/simulator";

/** A part of a connection's life, and how it goes on from there. */
export interface Stage {
  id: "connect" | "details" | "review" | "connected" | "attention" | "ended";
  title: string;
  todo: string;
  /** What Stripe does next, where it is Stripe's turn or whim. */
  stripe?: { label: string; act: (simulator: StripeSimulator) => Promise<void> };
}

const newest = (simulator: StripeSimulator) => {
  const [account] = simulator.accounts();
  if (!account) throw new Error("There is no account yet.");
  return String(account["id"]);
};

export const STAGES: readonly Stage[] = [
  { id: "connect", title: "Not connected", todo: "Press Connect Stripe account. A new account is made." },
  {
    id: "details",
    title: "In progress",
    todo: "Press Update Stripe information, or a row for just that detail, and fill in Stripe's form with test data.",
  },
  {
    id: "review",
    title: "Stripe checks",
    todo: "Nothing to do but wait. Here it takes two seconds.",
    stripe: { label: "Check it now", act: (simulator) => simulator.clock.advance(simulator.verificationDelay) },
  },
  {
    id: "connected",
    title: "Connected",
    todo: "All is well, until Stripe wants something:",
    stripe: {
      label: "Find the photo of the ID blurry",
      act: async (simulator) => {
        await simulator.requestIdentityDocument(newest(simulator));
        await simulator.refuseIdentityDocument(newest(simulator));
      },
    },
  },
  {
    id: "attention",
    title: "Action needed",
    todo: "Mend it in Stripe's form, or disconnect by the three dots.",
  },
  { id: "ended", title: "Disconnected", todo: "The account is gone. Connecting again makes a new one." },
];

/** Where in its life a connection is. */
export function stageOf({ status, waitingOn, disconnectedAt }: Connection): Stage["id"] {
  if (status === "not_connected") return disconnectedAt === null ? "connect" : "ended";
  if (status === "connected") return "connected";
  if (status === "error") return "attention";
  return waitingOn === "you" ? "details" : "review";
}
