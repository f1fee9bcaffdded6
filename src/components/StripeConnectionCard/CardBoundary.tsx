"use client";
import { Component, type ErrorInfo, type ReactNode } from "react";

interface CardBoundaryProps {
  children: ReactNode;
  /** Shown in place of what broke. */
  fallback: (retry: () => void) => ReactNode;
  onError: (error: unknown, info: ErrorInfo) => void;
  /** When this changes, the children are drawn again. */
  resetOn?: unknown;
}

interface BoundaryState {
  hasBroken: boolean;
  resetOn: unknown;
}

/** A card that breaks stays a card: the page around it goes on. */
export class CardBoundary extends Component<CardBoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasBroken: false, resetOn: this.props.resetOn };

  static getDerivedStateFromProps({ resetOn }: CardBoundaryProps, state: BoundaryState) {
    return resetOn === state.resetOn ? null : { hasBroken: false, resetOn };
  }

  static getDerivedStateFromError() {
    return { hasBroken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onError(error, info);
  }

  override render() {
    return this.state.hasBroken ? this.props.fallback(() => this.setState({ hasBroken: false })) : this.props.children;
  }
}
