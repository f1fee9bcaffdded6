import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.js";

export interface NoticeProps {
  tone: "neutral" | "info" | "warning" | "success" | "danger";
  /** Default: by tone. */
  icon?: IconName;
  title?: string | null;
  /** Buttons, at the end. */
  actions?: ReactNode;
  /** Spoken at once when it appears: for what a person's own action led to. */
  urgent?: boolean;
  children: ReactNode;
}

/** A banner in a component; its root styles it with `noticeRules`. */
export function Notice({ tone, icon, title, actions, urgent = false, children }: NoticeProps) {
  return (
    <div data-part="notice" data-tone={tone} role={urgent ? "alert" : undefined}>
      <Icon name={icon ?? (tone === "danger" || tone === "warning" ? "warning" : "info")} size={18} />
      <div data-part="notice-text">
        {title ? <strong>{`${title} `}</strong> : null}
        {typeof children === "string" ? <span>{children}</span> : children}
        {actions ? <div data-part="notice-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
