"use client";
import { Component, type ReactNode, type RefObject } from "react";

interface FocusKeeperProps {
  /** Takes the focus from what is gone. */
  headingRef: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A new state removes buttons. Where one had the focus, the keyboard would start again at the top of the page. */
export class FocusKeeper extends Component<FocusKeeperProps> {
  override getSnapshotBeforeUpdate(): Element | null {
    const focused = this.focused();
    const root = this.props.headingRef.current?.closest("[data-rsc]");
    return root?.contains(focused) ? focused : null;
  }

  override componentDidUpdate(_props: FocusKeeperProps, _state: unknown, before: Element | null) {
    const focused = this.focused();
    // The component itself may have chosen a better place by now.
    if (before && !before.isConnected && (!focused || focused === document.body))
      this.props.headingRef.current?.focus();
  }

  private focused(): Element | null {
    return (this.props.headingRef.current?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement ?? null;
  }

  override render() {
    return this.props.children;
  }
}
