"use client";
import { forwardRef, type HTMLAttributes, useEffect, useId, useImperativeHandle, useRef } from "react";
import type { Connection } from "../../core/connection.js";
import { Button } from "../primitives/Button.js";
import { isFocusFree } from "../primitives/focus.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { ReturnRegion } from "./StripeConnectionReturn.styles.js";
import { type ComeBackState, useComeBack } from "./useComeBack.js";

/** Besides these, every attribute of its region. */
export interface StripeConnectionReturnProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /**
   * `return`: Stripe's page was left, so the server looks. `refresh`: its link had expired, so a fresh one is opened.
   * Default: `refresh` where the address has `?stripe=refresh`, else `return`.
   * @see https://docs.stripe.com/api/account_links/create
   */
  intent?: "return" | "refresh";
  /** The server has looked: the connection as it is now. Called once. */
  onDone?: (connection: Connection) => void;
  /** "Return to {platformName}" was pressed. Without it there is no such button. */
  onReturn?: () => void;
}

/** The page that Stripe's hosted onboarding comes back to: `returnUrl` and `refreshUrl` of the handler. */
export const StripeConnectionReturn = forwardRef<HTMLElement, StripeConnectionReturnProps>(
  function StripeConnectionReturn({ intent, onDone, onReturn, ...rest }, ref) {
    const settings = useConnectionSettings();
    const { messages, platformName } = settings;
    const { state, retry } = useComeBack(intent, onDone);
    const root = useRef<HTMLDivElement>(null);
    useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => root.current);
    const title = useRef<HTMLHeadingElement>(null);
    const titleId = useId();
    const words = messages.onboarding.comeBack;
    useEffect(() => {
      if (title.current && isFocusFree(title.current)) title.current.focus();
    }, []);
    const retryHere = () => {
      // The button that was pressed goes away.
      title.current?.focus();
      retry();
    };

    return (
      <ConnectionRoot styles={[ReturnRegion]}>
        <ReturnRegion
          role="region"
          {...rest}
          ref={root}
          {...scopeAttributes(settings)}
          data-rsc="connection-return"
          data-state={state.phase}
          aria-labelledby={titleId}
        >
          <h2 ref={title} id={titleId} tabIndex={-1} data-part="title">
            {words.title}
          </h2>
          {state.phase === "failed" ? (
            <Notice tone="danger" title={state.intent === "refresh" ? words.notRenewed : words.failed} urgent>
              {`${messages.errors[state.error.code]} ${words.safe}`}
            </Notice>
          ) : (
            <p data-part="sentence" role="status">
              {state.phase === "working" ? <span data-part="spinner" aria-hidden="true" /> : null}
              <span>{sentence(state)}</span>
            </p>
          )}
          <div data-part="actions">
            {state.phase === "failed" ? (
              <Button variant="primary" onClick={retryHere}>
                {messages.onboarding.tryAgain}
              </Button>
            ) : null}
            {onReturn ? (
              <Button variant={state.phase === "done" ? "primary" : "secondary"} onClick={onReturn}>
                {messages.onboarding.returnTo(platformName)}
              </Button>
            ) : null}
          </div>
          {state.phase === "failed" && state.error.requestId ? (
            <p data-part="reference" translate="no">
              {messages.onboarding.reference(state.error.requestId)}
            </p>
          ) : null}
        </ReturnRegion>
      </ConnectionRoot>
    );

    function sentence(current: Exclude<ComeBackState, { phase: "failed" }>): string {
      if (current.phase === "done") return words.done;
      return current.intent === "refresh" ? words.renewing : words.checking;
    }
  },
);
