import type { ScenarioName } from "react-stripe-connection/simulator";

/** What the drawer and the demo's server say to each other. */

/** What a person at Stripe can do to an account. */
export const SIMULATOR_ACTIONS = [
  { id: "requestIdentityDocument", label: "Ask for an ID", hint: "A photo of the representative's ID is due." },
  { id: "refuseIdentityDocument", label: "Refuse the ID as blurry", hint: "The photo that was sent can't be read." },
  { id: "approve", label: "Approve", hint: "What was sent is verified; a review, pause or rejection ends." },
  { id: "startReview", label: "Start a review", hint: "Stripe looks at the account; nobody has to act." },
  { id: "pausePayouts", label: "Pause payouts", hint: "Payments go on, payouts wait for something." },
  { id: "switchOff", label: "Switch card payments off", hint: "Stripe does not support this kind of business." },
  { id: "addFutureRequirement", label: "Add a future requirement", hint: "Something will be due, with a deadline." },
  { id: "reject", label: "Reject", hint: "Stripe can't support the account." },
  { id: "removeAccount", label: "Remove the account", hint: "It is gone at Stripe, without asking us." },
] as const;
export type SimulatorAction = (typeof SIMULATOR_ACTIONS)[number]["id"];

/** What can go wrong on the server's side. What goes wrong in the browser alone stays in the page. */
export const SIMULATOR_FAULTS = [
  { id: "webhooksHeld", label: "Hold back webhooks", hint: "Changes at Stripe are not told until you let go." },
  { id: "slow", label: "Slow answers", hint: "Stripe takes two seconds for each answer." },
  { id: "down", label: "Stripe is down", hint: "Stripe answers with errors only." },
  { id: "connectJsBlocked", label: "Block connect.js", hint: "As a content blocker would: the form can't load." },
] as const;
export type SimulatorFault = (typeof SIMULATOR_FAULTS)[number]["id"];

/** What the drawer shows: the signed-in organisation's own account, and the faults that are on. */
export interface SimulatorView {
  account: { id: string; detailsSubmitted: boolean; chargesEnabled: boolean; payoutsEnabled: boolean } | null;
  /** Everybody's, those made twice by mistake too. */
  accountsAtStripe: number;
  faults: Record<SimulatorFault, boolean>;
}

export interface SimulatorActionRequest {
  action: SimulatorAction;
  /** Days until the deadline of `addFutureRequirement`. */
  days?: number;
}

export interface SimulatorScenarioRequest {
  /** Begins the account anew and walks it there. */
  scenario: ScenarioName;
}

export interface SimulatorFaultRequest {
  fault: SimulatorFault;
  on: boolean;
}
