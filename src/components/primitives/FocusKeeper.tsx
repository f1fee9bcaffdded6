"use client";
import { Component, type ReactNode, type RefObject } from "react";
import { focusedIn, isFocusFree } from "./focus.js";

interface FocusKeeperProps {
  /** Takes the focus from what is gone. */
  headingRef: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A new state removes buttons. Where one had the focus, the keyboard would start again at the top of the page. */
export class FocusKeeper extends Component<FocusKeeperProps> {
  override getSnapshotBeforeUpdate(): Element | null {
    const root = this.props.headingRef.current?.closest("[data-rsc]");
    const focused = root ? focusedIn(root) : null;
    return root?.contains(focused) ? focused : null;
  }

  override componentDidUpdate(_props: FocusKeeperProps, _state: unknown, before: Element | null) {
    const heading = this.props.headingRef.current;
    // The component itself may have chosen a better place by now.
    if (heading && before && !before.isConnected && isFocusFree(heading)) heading.focus();
  }

  override render() {
    return this.props.children;
  }
}
