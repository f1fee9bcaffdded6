import { forwardRef, type ButtonHTMLAttributes } from "react";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default: `secondary`. */
  variant?: "primary" | "secondary" | "danger" | "link";
  /** Under way: stays in place and focusable, takes no second press, shows a spinner. */
  busy?: boolean;
  /** Looks and says disabled, and stays reachable with the keyboard, so that its reason can be read. */
  blocked?: boolean;
}

/** A plain button; the root of its component styles it with `buttonRules`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", busy = false, blocked = false, onClick, children, ...rest },
  ref,
) {
  const isDeaf = busy || blocked;
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      data-part={variant === "link" ? "link" : "button"}
      data-variant={variant}
      data-blocked={blocked || undefined}
      aria-disabled={isDeaf || rest["aria-disabled"] || undefined}
      aria-busy={busy || undefined}
      onClick={isDeaf ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span data-part="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
});
