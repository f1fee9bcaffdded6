import { useEffect, useRef, useState } from "react";
import type { Mode } from "react-stripe-connection";
import { SIMULATOR_ACTIONS, SIMULATOR_FAULTS, type SimulatorView } from "../simulatorView.js";
import { ScenarioPicker } from "./ScenarioPicker.js";
import { DrawerRoot } from "./SimulatorDrawer.styles.js";
import { Switch } from "./Switch.js";
import { useSimulator } from "./useSimulator.js";

export interface SimulatorDrawerProps {
  mode: Mode;
  /** The connection's revision: the drawer looks again when it grows. */
  revision: number | undefined;
  signedIn: boolean;
  onSignedIn: (signedIn: boolean) => void;
  offline: boolean;
  onOffline: (offline: boolean) => void;
  onClose: () => void;
}

/** What a person at Stripe would do, and what can go wrong on the way. */
export function SimulatorDrawer(props: SimulatorDrawerProps) {
  const simulator = useSimulator(props.mode, props.revision);
  const [days, setDays] = useState(30);
  const { view } = simulator;
  // Not `disabled`, which would take the focus from whoever plays with the keyboard.
  const isIdle = Boolean(view?.account) && !simulator.busy;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  return (
    <DrawerRoot
      id="stripe-simulator"
      aria-labelledby="stripe-simulator-title"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <header>
        <h2 id="stripe-simulator-title" ref={title} tabIndex={-1}>
          Stripe simulator
        </h2>
        <button type="button" data-part="close" onClick={props.onClose}>
          Close
        </button>
      </header>

      <section aria-label="Account at Stripe">
        <p data-part="account">{view ? describeAccount(view, props.mode) : "Asking the simulator…"}</p>
        {simulator.error ? <p role="alert">{simulator.error}</p> : null}
      </section>

      <ScenarioPicker enabled={isIdle} onRun={(scenario) => simulator.run({ scenario })} />

      <section aria-labelledby="at-stripe">
        <h3 id="at-stripe">Somebody at Stripe</h3>
        <ul>
          {SIMULATOR_ACTIONS.map(({ id, label, hint }) => (
            <li key={id}>
              <button
                type="button"
                aria-disabled={!isIdle || undefined}
                aria-describedby={`hint-${id}`}
                onClick={() => {
                  if (isIdle) simulator.act(id === "addFutureRequirement" ? { action: id, days } : { action: id });
                }}
              >
                {label}
              </button>
              <small id={`hint-${id}`}>{hint}</small>
              {id === "addFutureRequirement" ? (
                <label data-part="deadline">
                  Deadline
                  <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
                    <option value={2}>in 2 days</option>
                    <option value={10}>in 10 days</option>
                    <option value={30}>in 30 days</option>
                    <option value={120}>in 120 days</option>
                  </select>
                </label>
              ) : null}
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="goes-wrong">
        <h3 id="goes-wrong">What can go wrong</h3>
        {SIMULATOR_FAULTS.map(({ id, label, hint }) => (
          <Switch
            key={id}
            label={label}
            hint={hint}
            on={view?.faults[id] ?? false}
            disabled={!view || simulator.busy}
            onChange={(on) => simulator.setFault({ fault: id, on })}
          />
        ))}
        <Switch
          label="Session expired"
          hint="Your Acme Cloud session ends; the card has to say so."
          on={!props.signedIn}
          onChange={(expired) => props.onSignedIn(!expired)}
        />
        <Switch
          label="Offline"
          hint="This page's network cable is pulled."
          on={props.offline}
          onChange={props.onOffline}
        />
      </section>
    </DrawerRoot>
  );
}

function describeAccount({ account, accountsAtStripe }: SimulatorView, mode: Mode): string {
  if (!account) {
    const others = accountsAtStripe > 0 ? ` Stripe has ${accountsAtStripe} of other browsers.` : "";
    return `You have no account in ${mode} mode.${others} Connect one on the page.`;
  }
  const facts = [
    account.detailsSubmitted ? "details submitted" : "details not submitted",
    account.chargesEnabled ? "payments on" : "payments off",
    account.payoutsEnabled ? "payouts on" : "payouts off",
  ];
  return `${account.id}: ${facts.join(", ")}.`;
}
