/** A longer text is cut before it is searched. Characters. */
const MAX_SEARCHED = 4_000;
/** Of what is left. Characters. */
const MAX_KEPT = 500;
const REMOVED = "[removed]";

/** Names before `=` or `:` whose value is a secret, in connection strings, JSON, headers and command lines. */
const SECRET_NAMES =
  "password|passwd|passphrase|(?<![a-z])pass(?![a-z])|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|signing[-_]?key|credentials?|session[-_]?id";

/**
 * Linear: no pattern can take the same characters in two ways, or scan to the end from many starts. The pattern of a
 * whole value comes before that of its first word.
 */
const SECRETS = new RegExp(
  [
    String.raw`-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}-----)?`,
    // Headers whose whole value is secret.
    String.raw`(?<=\b(?:authorization|cookie)["']?\s{0,3}[:=]\s{0,3}).+`,
    String.raw`\b(?:basic|bearer)\s+[^\s,;"']{4,}`,
    String.raw`(?<=(?:${SECRET_NAMES})[\w-]{0,20}(?:\\{0,3}["'\]]){0,2}\s{0,3}[:=]\s{0,3})(?:\\{1,3}"[^"\\]*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s"',;&]+)`,
    // Stripe's keys, and the secrets of what it makes: accs_secret__…, seti_…_secret_….
    String.raw`\b(?:sk|rk|pk|ek|whsec|seti|pi)_+[\w*+/=-]{4,}`,
    String.raw`\b\w*_secret_+[\w*+/=-]{4,}`,
    String.raw`\bv[01]=[\da-f]{16,}`,
    // JSON Web Tokens; tokens of GitHub, GitLab, npm, Slack, Google, SendGrid, Hugging Face, PyPI, OpenAI, Shopify, AWS.
    String.raw`\beyJ[\w.-]{10,}`,
    String.raw`\b(?:gh[a-z]_|github_pat_|glpat-|npm_|xox[a-z]-|xapp-|ya29\.|SG\.|hf_|pypi-|sk-|shp[a-z]{2}_)[\w.=-]{10,}`,
    String.raw`\bAIza[\w-]{30,}`,
    String.raw`\b(?:AKIA|ASIA)[A-Z\d]{12,}`,
  ].join("|"),
  "gi",
);

/** A text without keys, secrets, tokens, passwords and e-mail addresses, on one line, of at most 500 characters. */
export function withoutSecrets(text: string): string {
  return removeSecrets(cut(text)).slice(0, MAX_KEPT);
}

/** The same for the whole text. Takes time in proportion to its length. */
export function removeSecrets(text: string): string {
  return (
    text
      // Addresses are looked for in whole words: a password may hold an `@`, too.
      .replace(/\S+/g, withoutAddresses)
      .replace(SECRETS, REMOVED)
      // A line break would begin another line of the log; an escape sequence would hide one.
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
  );
}

/** A word without the user and password of URLs, and without e-mail addresses. */
function withoutAddresses(word: string): string {
  const at = word.lastIndexOf("@");
  const scheme = word.indexOf("://");
  if (at < 0) return scheme < 0 ? word : withoutHalfAddress(word);
  if (scheme < 0 || scheme > at) return withoutEmails(withoutUser(word, at));
  return `${withoutEmails(word.slice(0, scheme))}://${REMOVED}@${word.slice(at + 1)}`;
}

/** A password may hold a space, and then its first half looks like a port. */
function withoutHalfAddress(word: string): string {
  return word.replace(/(:\/\/[^\s:/[]{1,200}:)(?!\d{1,5}(?!\d))\S+/, `$1${REMOVED}`);
}

/** `user:password@host` without a scheme. */
function withoutUser(word: string, at: number): string {
  return /^[^\s:@/]{1,200}:[^\s@]/.test(word) ? `${REMOVED}${word.slice(at)}` : word;
}

function withoutEmails(word: string): string {
  return word.replace(/[^"'<>(),;]+/g, (part) => (/[^@/]@[^@/]*\./.test(part) ? REMOVED : part));
}

/** Ends with a whole word: the first half of a secret can't be told from other text. */
function cut(text: string): string {
  if (text.length <= MAX_SEARCHED) return text;
  const searched = text.slice(0, MAX_SEARCHED);
  return `${searched.slice(0, searched.search(/\s\S*$/) + 1)}…`;
}
