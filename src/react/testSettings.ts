"use client";
import { createContext, useContext } from "react";

/** What a test says about the connection, from `renderWithConnection`. Null in a page. */
export const TestSettings = createContext<object | null>(null);

/** The props with what a test says in their place: a page under test names its own `endpoint`. */
export function useTestSettings<Props extends object>(props: Props): Props {
  const test = useContext(TestSettings);
  return test ? Object.assign({}, props, test) : props;
}
