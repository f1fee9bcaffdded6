"use client";
import { forwardRef, type ButtonHTMLAttributes, type MouseEvent, useContext } from "react";
import { HostComponentsContext } from "./HostComponents.js";

/** Besides these, every attribute of a `button`. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default: `secondary`. */
  variant?: "primary" | "secondary" | "danger" | "link" | undefined;
  /** Under way: stays in place and focusable, takes no second press, shows a spinner. */
  busy?: boolean;
  /** Looks and says disabled, and stays reachable with the keyboard, so that its reason can be read. */
  blocked?: boolean;
}

/** A plain button, or the host's own; the root of its component styles it with `buttonRules`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", busy = false, blocked = false, onClick, children, ...rest },
  ref,
) {
  const { Button: Host } = useContext(HostComponentsContext);
  const isDeaf = busy || blocked;
  const given = {
    type: "button" as const,
    ...rest,
    ref,
    "aria-disabled": isDeaf || rest["aria-disabled"] || undefined,
    "aria-busy": busy || undefined,
    onClick: isDeaf ? (event: MouseEvent) => event.preventDefault() : onClick,
  };
  if (Host) {
    return (
      <Host variant={variant} busy={busy} blocked={blocked} {...given}>
        {children}
      </Host>
    );
  }
  return (
    <button
      data-part={variant === "link" ? "link" : "button"}
      data-variant={variant}
      data-blocked={blocked || undefined}
      {...given}
    >
      {busy ? <span data-part="spinner" aria-hidden="true" /> : null}
      <span>{children}</span>
    </button>
  );
});
