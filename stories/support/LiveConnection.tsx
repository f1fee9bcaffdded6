import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { StripeConnectionProvider, type StripeConnectionSettings } from "react-stripe-connection";
import type { ScenarioName, StripeSimulator } from "react-stripe-connection/simulator";
// Stripe's script plays in this page: the loader finds it here and asks no network.
import "../../src/simulator/connect.js";
import { liveBackEnd } from "./liveBackEnd.js";
import { useStoryGlobals, useStorySettings } from "./StoryScope.js";
import type { Trouble } from "./toolbar.js";

export interface LiveConnectionProps extends Partial<StripeConnectionSettings> {
  /** What the account has been through. Left out: there is no account yet. */
  scenario?: ScenarioName;
  /** Gets the Stripe behind it, to play Stripe's part. */
  onSimulator?: (simulator: StripeSimulator) => void;
  children?: ReactNode;
}

/** A provider over the real handler, the real Stripe package and a simulated Stripe, all in the page. */
export function LiveConnection(props: LiveConnectionProps) {
  return <OneLiveConnection key={props.scenario ?? ""} {...props} />;
}

function OneLiveConnection({ scenario, onSimulator, children, ...settings }: LiveConnectionProps) {
  const { role, latency, trouble } = useStoryGlobals();
  const story = useStorySettings();
  const [backEnd] = useState(() => liveBackEnd(scenario));
  const tell = useRef(onSimulator);
  useEffect(() => {
    tell.current?.(backEnd.simulator);
    return () => void backEnd.close();
  }, [backEnd]);
  // Before the card below asks for the first time.
  useLayoutEffect(() => backEnd.obey({ role, latency: Number(latency), trouble }), [backEnd, role, latency, trouble]);
  const signIns = useSignIns(trouble);
  useLine(trouble);
  return (
    <StripeConnectionProvider {...story} scope={`${role} ${signIns}`} {...settings} adapter={backEnd.adapter}>
      {children}
    </StripeConnectionProvider>
  );
}

/** Breaks the page's line, or mends it: the card asks again at once, and not with its next poll. */
function useLine(trouble: Trouble) {
  const before = useRef(trouble);
  useEffect(() => {
    if (before.current === trouble) return;
    before.current = trouble;
    window.dispatchEvent(new Event("offline"));
    if (trouble !== "offline") window.dispatchEvent(new Event("online"));
  }, [trouble]);
  useEffect(() => () => void window.dispatchEvent(new Event("online")), []);
}

/** Who was signed out signs in again when that is over, as a new scope. */
function useSignIns(trouble: Trouble): number {
  const [before, setBefore] = useState(trouble);
  const [signIns, setSignIns] = useState(0);
  if (before !== trouble) {
    setBefore(trouble);
    if (before === "401") setSignIns(signIns + 1);
  }
  return signIns;
}
