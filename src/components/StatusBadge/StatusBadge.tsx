"use client";
import { forwardRef, type HTMLAttributes } from "react";
import type { ConnectionReason, ConnectionStatus } from "../../core/connection.js";
import { status as labels } from "../../messages/en/status.js";
import { BadgeRoot } from "./StatusBadge.styles.js";

const TONES = {
  not_connected: "neutral",
  connecting: "info",
  in_progress: "warning",
  connected: "success",
  error: "danger",
} satisfies Record<ConnectionStatus, string>;

export interface StatusBadgeProps extends Omit<HTMLAttributes<HTMLSpanElement>, "children"> {
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
  // A newer server may know more statuses than we do.
  const known = Object.hasOwn(TONES, status) ? status : "error";
  const tone = known !== status || reason === "unknown" ? "neutral" : TONES[known];
  return (
    <BadgeRoot {...rest} ref={ref} data-rsc="status-badge" data-status={status} data-tone={tone}>
      <i data-part="dot" aria-hidden="true" />
      {label ?? labels[known]}
    </BadgeRoot>
  );
});
