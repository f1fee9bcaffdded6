/**
 * Gives a short text that differs where the given one does: 64 bits and the length. Each call makes another function:
 * its random seeds keep the owner of an account from wording two answers so that they have the same fingerprint.
 */
export function createFingerprint(): (text: string) => string {
  let seeds: Int32Array | undefined;
  return (text) => {
    // Workers give no random numbers before the first request.
    seeds ??= crypto.getRandomValues(new Int32Array(2));
    let [one = 0, other = 0] = seeds;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5bd1e995);
      // A multiplication moves bits up only. The shift brings high ones down.
      other ^= other >>> 15;
    }
    return `${text.length}.${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
  };
}
