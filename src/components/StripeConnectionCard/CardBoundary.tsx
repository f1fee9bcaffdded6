"use client";
import { Component, type ErrorInfo, type ReactNode } from "react";

interface CardBoundaryProps {
  children: ReactNode;
  /** Shown in place of what broke. */
  fallback: (retry: () => void) => ReactNode;
  onError: (error: unknown, info: ErrorInfo) => void;
}

/** A card that breaks stays a card: the page around it goes on. */
export class CardBoundary extends Component<CardBoundaryProps, { hasBroken: boolean }> {
  override state = { hasBroken: false };

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
