/** Token buckets: each holds a minute's worth and fills steadily. */
export class MemoryTokens {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  take({ bucket, perMinute }: { bucket: string; perMinute: number }, now: number) {
    const { tokens, at } = this.#buckets.get(bucket) ?? { tokens: perMinute, at: now };
    const filled = Math.min(perMinute, tokens + (Math.max(0, now - at) * perMinute) / 60_000);
    const granted = filled >= 1;
    this.#buckets.set(bucket, { tokens: granted ? filled - 1 : filled, at: Math.max(at, now) });
    if (granted) return { granted } as const;
    return { granted, retryAfterMs: Math.ceil(((1 - filled) * 60_000) / perMinute) } as const;
  }

  remove(prefix: string): void {
    for (const bucket of this.#buckets.keys()) if (bucket.startsWith(prefix)) this.#buckets.delete(bucket);
  }
}
