"use client";
import { useState } from "react";
import { isSame } from "./isSame.js";

/** What is written in JSX is a new object in every render. As long as it says the same, it stays the first one. */
export function useSameValue<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (isSame(kept, value)) return kept;
  keep(() => value);
  return value;
}
