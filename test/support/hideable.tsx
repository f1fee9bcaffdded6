import { act } from "@testing-library/react";
import { Activity, type ReactNode, useSyncExternalStore } from "react";

/** An Activity of React 19 around a part of the page, and what shows and hides it. */
export function hideable() {
  const listeners = new Set<() => void>();
  let mode: "visible" | "hidden" = "visible";
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const Hideable = ({ children }: { children: ReactNode }) => (
    <Activity mode={useSyncExternalStore(subscribe, () => mode)}>{children}</Activity>
  );
  const show = (next: typeof mode) =>
    act(() => {
      mode = next;
      for (const listener of listeners) listener();
    });
  return { Hideable, show };
}
