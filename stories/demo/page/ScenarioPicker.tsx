import { useState } from "react";
import type { ScenarioName } from "react-stripe-connection/simulator";
import { SCENARIO_LABELS, scenarioNamed } from "../scenarioLabels.js";

export interface ScenarioPickerProps {
  /** False while there is no account, or something is under way. */
  enabled: boolean;
  onRun: (scenario: ScenarioName) => void;
}

/** Brings the account into a situation, from its very beginning. */
export function ScenarioPicker({ enabled, onRun }: ScenarioPickerProps) {
  const [scenario, setScenario] = useState<ScenarioName>("connected");
  return (
    <section aria-labelledby="situations">
      <h3 id="situations">Situations</h3>
      <div data-part="situation">
        <select
          aria-labelledby="situations"
          value={scenario}
          onChange={(event) => setScenario(scenarioNamed(event.target.value) ?? scenario)}
        >
          {Object.entries(SCENARIO_LABELS).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-disabled={!enabled || undefined}
          onClick={() => {
            if (enabled) onRun(scenario);
          }}
        >
          Start
        </button>
      </div>
    </section>
  );
}
