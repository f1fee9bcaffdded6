import { useState } from "react";
import { useStripeConnection } from "react-stripe-connection";
import { styled } from "styled-components";
import { SettingsSection } from "./SettingsSection.js";

const PLANS = [
  { id: "starter", name: "Starter", price: "$19", text: "Up to 3 seats" },
  { id: "team", name: "Team", price: "$49", text: "Up to 20 seats, usage billing" },
  { id: "scale", name: "Scale", price: "$149", text: "Unlimited seats, invoices by e-mail" },
];

/** What the connection is for: plans can be published while it is ready. The server checks again. */
export function PlansSection({ endpoint, readOnly }: { endpoint: string; readOnly: boolean }) {
  const ready = useStripeConnection((state) => state.connection?.ready ?? false);
  const [published, setPublished] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function publish(plan: string) {
    setRefusal(null);
    const answer = await fetch(`${endpoint}/${plan}`, { method: "POST" });
    if (answer.ok) setPublished((before) => [...before, plan]);
    else setRefusal(await answer.text());
  }

  return (
    <SettingsSection id="plans" title="Plans" text="Customers of this environment can subscribe to published plans.">
      <Root>
        <p role="status" data-part="gate" data-ready={ready}>
          {ready ? "Plans can be published." : "Plans can be published once Stripe is ready."}
        </p>
        <ul>
          {PLANS.map((plan) => {
            const isPublished = published.includes(plan.id);
            return (
              <li key={plan.id}>
                <span data-part="name">
                  <b>{plan.name}</b>
                  <small>{plan.text}</small>
                </span>
                <span data-part="price">{plan.price} a month</span>
                {isPublished ? (
                  <span data-part="tag">Published</span>
                ) : (
                  <button
                    type="button"
                    disabled={!ready || readOnly}
                    aria-label={`Publish ${plan.name}`}
                    onClick={() => void publish(plan.id).catch((error: unknown) => setRefusal(String(error)))}
                  >
                    Publish
                  </button>
                )}
              </li>
            );
          })}
        </ul>
        {refusal ? <p role="alert">{refusal}</p> : null}
      </Root>
    </SettingsSection>
  );
}

const Root = styled.div.withConfig({ componentId: "demo-plans" })`
  border: 1px solid var(--border);
  border-radius: 12px;
  background: var(--surface);
  box-shadow: var(--shadow);
  overflow: hidden;

  p {
    margin: 0;
    padding: 10px 20px;
    font-size: 13px;
    line-height: 18px;
    color: var(--muted);
    background: var(--surface-2);
  }
  [data-part="gate"] {
    border-block-end: 1px solid var(--border);
  }
  [data-part="gate"][data-ready="true"] {
    background: var(--ok-bg);
    color: var(--ok-fg);
  }
  [role="alert"] {
    background: var(--bad-bg);
    color: var(--bad-fg);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 20px;
  }
  li + li {
    border-block-start: 1px solid var(--border);
  }
  [data-part="name"] {
    flex: 1 1 140px;
  }
  b {
    display: block;
    font-weight: 500;
  }
  small {
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  [data-part="price"] {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  button,
  [data-part="tag"] {
    min-inline-size: 84px;
    text-align: center;
  }
  button {
    font: inherit;
    font-weight: 500;
    min-block-size: 32px;
    padding: 4px 14px;
    border: 1px solid var(--border-strong);
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
    cursor: pointer;
  }
  button:hover:enabled {
    background: var(--surface-2);
  }
  button:disabled {
    color: var(--muted);
    opacity: 0.6;
    cursor: not-allowed;
  }
  [data-part="tag"] {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--ok-bg);
    color: var(--ok-fg);
    font-weight: 500;
    font-size: 13px;
  }

  @media (max-width: 520px) {
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 16px;
    }
    [data-part="price"] {
      grid-row: 2;
      font-size: 13px;
      line-height: 18px;
    }
    button,
    [data-part="tag"] {
      grid-area: 1 / 2 / span 2;
    }
  }
`;
