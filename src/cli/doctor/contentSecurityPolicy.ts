/** Directives with their sources, as one policy has them. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** What stands in for a directive that is not there. */
const FALLBACK: Readonly<Record<string, readonly string[]>> = {
  "script-src": ["script-src-elem", "script-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
  "img-src": ["img-src", "default-src"],
  "style-src": ["style-src-elem", "style-src", "default-src"],
};

/** The policies of a header: several are joined by commas. The first of two equal directives counts. */
export function parsePolicy(header: string): Policy[] {
  return header
    .split(",")
    .map((text) => {
      const policy = new Map<string, readonly string[]>();
      for (const directive of text.split(";")) {
        const [name = "", ...sources] = directive.trim().split(/\s+/);
        if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
      }
      return policy;
    })
    .filter((policy) => policy.size > 0);
}

/** Whether a policy lets this origin, `https://*.` origin or quoted hash through. */
export function allows(policy: Policy, directive: string, source: string): boolean {
  const sources = (FALLBACK[directive] ?? [directive]).map((name) => policy.get(name)).find((one) => one !== undefined);
  if (sources === undefined) return true;
  if (source.startsWith("'")) return sources.includes(source) || isUnsafeInline(sources);
  // With strict-dynamic hosts are left aside, and what a trusted script loads is trusted.
  if (directive === "script-src" && sources.includes("'strict-dynamic'")) return true;
  return sources.some((allowed) => covers(allowed, source));
}

/** It counts only where there is neither nonce nor hash. */
function isUnsafeInline(sources: readonly string[]): boolean {
  return sources.includes("'unsafe-inline'") && !sources.some((one) => /^'(nonce|sha\d+)-/.test(one));
}

function covers(allowed: string, source: string): boolean {
  if (allowed === "*" || allowed === "https:" || allowed === source) return true;
  const [, scheme = "https", host = ""] = /^(?:(https?):\/\/)?([^/:]+)(?::(?:443|\*))?\/?$/i.exec(allowed) ?? [];
  if (scheme.toLowerCase() !== "https" || host === "") return false;
  const wanted = source.replace("https://", "");
  const name = host.toLowerCase();
  if (!name.startsWith("*.")) return name === wanted;
  return wanted.replace(/^\*/, "").endsWith(name.slice(1)) && wanted !== name.slice(2);
}
