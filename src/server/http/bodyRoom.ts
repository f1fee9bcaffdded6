import { ConnectionError } from "../../core/errors.js";
import { MIN_ARRIVING_BYTES } from "./limits.js";

/** The memory for bodies that have not arrived whole. */
export interface BodyRoom {
  enter(): ArrivingBody;
}

export interface ArrivingBody {
  /** Rejects when the body has to make room for others; else it never settles. */
  evicted: Promise<never>;
  /** So many bytes more are kept, or will be. */
  take(bytes: number): void;
  leave(): void;
}

/**
 * Holds `maxBytes` at most. Above, the body goes that has been arriving for longest: those that are sent at once are
 * here for milliseconds, so that half-sent ones, however many, never keep them out.
 */
export function createBodyRoom(maxBytes: number): BodyRoom {
  const bodies = new Map<ArrivingBody, { bytes: number; evict: () => void }>();
  let held = 0;

  const remove = (body: ArrivingBody) => {
    held -= bodies.get(body)?.bytes ?? 0;
    bodies.delete(body);
  };

  return {
    enter() {
      let evict = () => {};
      const evicted = new Promise<never>((_, reject) => {
        evict = () => reject(tooMany());
      });
      const entry = { bytes: 0, evict };
      const body: ArrivingBody = {
        evicted,
        take(bytes) {
          if (!bodies.has(body)) return;
          entry.bytes += bytes;
          held += bytes;
          for (const [oldest, { evict: evictOldest }] of bodies) {
            if (held <= maxBytes) return;
            remove(oldest);
            evictOldest();
          }
        },
        leave: () => remove(body),
      };
      bodies.set(body, entry);
      body.take(MIN_ARRIVING_BYTES);
      return body;
    },
  };
}

function tooMany(): ConnectionError {
  return new ConnectionError("rate_limited", { message: "too many bodies are arriving at once", retryAfter: 2 });
}
