"use client";
import { forwardRef, type HTMLAttributes } from "react";
import type { ConnectionReason, ConnectionStatus } from "../../core/connection.js";
import { status as labels } from "../../messages/en/status.js";
import { BadgeRoot } from "./StatusBadge.styles.js";
import { toneOf } from "../../messages/describe/toneOf.js";

/** Besides these, every attribute of a `span`. */
export interface StatusBadgeProps extends Omit<HTMLAttributes<HTMLSpanElement>, "children"> {
  /** Which of the five labels, and which tone. */
  status: ConnectionStatus;
  /** `unknown` takes the alarm out of the colour. */
  reason?: ConnectionReason | undefined;
  /** Default: the English label of the status. */
  label?: string | undefined;
}

/** A connection's status in two words. Needs no provider. */
export const StatusBadge = forwardRef<HTMLSpanElement, StatusBadgeProps>(function StatusBadge(
  { status, reason, label, ...rest },
  ref,
) {
  const tone = toneOf(status, reason ?? "none");
  return (
    <BadgeRoot ref={ref} {...rest} data-rsc="status-badge" data-status={status} data-tone={tone}>
      <i data-part="dot" aria-hidden="true" />
      <span>{label ?? (Object.hasOwn(labels, status) ? labels[status] : labels.error)}</span>
    </BadgeRoot>
  );
});
