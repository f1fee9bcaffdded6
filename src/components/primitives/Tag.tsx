import type { ReactNode } from "react";

/** A small word beside a name; the root styles it by `[data-part="tag"]`. */
export const Tag = ({ children }: { children: ReactNode }) => <span data-part="tag">{children}</span>;
