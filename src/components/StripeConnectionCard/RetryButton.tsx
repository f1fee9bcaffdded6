"use client";
import { useEffect, useState } from "react";
import type { ConnectionState } from "../../client/connectionState.js";
import { Button, type ButtonProps } from "../primitives/Button.js";
import { useConnectionSettings } from "../../react/context.js";
import { inSeconds } from "../description/pastTime.js";

interface RetryButtonProps {
  variant: ButtonProps["variant"];
  state: ConnectionState;
  label: string;
  onPress: () => void;
}

/** Asks again. While the back end wants a pause it waits with the reader, and says for how long. */
export function RetryButton({ state, label, variant, onPress }: RetryButtonProps) {
  const { client, locale } = useConnectionSettings();
  const { retryAt, pending } = state;
  const [, tick] = useState(0);
  useEffect(() => {
    if (retryAt === null) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [retryAt]);

  const left = retryAt === null ? 0 : Math.ceil((Date.parse(retryAt) - client.serverNow()) / 1000);
  return (
    <Button variant={variant} busy={pending === "refresh"} blocked={retryAt !== null} onClick={onPress}>
      {retryAt === null ? label : `${label} (${inSeconds(Math.max(1, left), locale)})`}
    </Button>
  );
}
