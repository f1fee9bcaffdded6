import { useState } from "react";
import type { BootData, Role } from "../bootData.js";

export interface PageSession {
  role: Role;
  signedIn: boolean;
  /** The server said that the session is over, and nobody has signed in since. */
  expired: boolean;
  /** Grows with each sign-in, so that old state is dropped. */
  signIns: number;
  error: string | null;
  setRole: (role: Role) => void;
  setSignedIn: (signedIn: boolean) => void;
  noteExpired: () => void;
}

/** Who is signed in: the cookie is the server's, this is what the page knows of it. */
export function useSession(boot: BootData): PageSession {
  const [role, setRole] = useState(boot.role);
  const [signedIn, setSignedIn] = useState(boot.signedIn);
  const [expired, setExpired] = useState(!boot.signedIn);
  const [signIns, setSignIns] = useState(0);
  const [error, setError] = useState<string | null>(null);

  function change(body: { role: Role } | { signedIn: boolean }, then: () => void) {
    setError(null);
    fetch("/demo/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then(
      (answer) => (answer.ok ? then() : setError("Acme Cloud couldn't change your session. Try again.")),
      () => setError("Acme Cloud couldn't be reached. Try again."),
    );
  }

  return {
    role,
    signedIn,
    expired,
    signIns,
    error,
    setRole: (chosen) => change({ role: chosen }, () => setRole(chosen)),
    setSignedIn: (on) =>
      change({ signedIn: on }, () => {
        setSignedIn(on);
        if (!on) return;
        setExpired(false);
        setSignIns((count) => count + 1);
      }),
    noteExpired: () => setExpired(true),
  };
}
