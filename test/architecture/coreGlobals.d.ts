// All that src/core may use besides the language itself. Pages and servers both have it.

/** In the port's signatures: a call can be cancelled. Core only hands it on. */
interface AbortSignal {
  readonly aborted: boolean;
}

/** The protocol accepts a link only if it parses. */
declare const URL: { canParse(text: string): boolean };
