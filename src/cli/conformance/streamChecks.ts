import { createEventReader } from "../../client/http/serverSentEvents.js";
import { rejectAfter } from "../../core/async.js";
import { MAX_ANSWER_BYTES, PATHS, PROTOCOL, readConnection } from "../../core/protocol.js";
import { systemRuntime } from "../../server/runtime.js";
import { within } from "../limit.js";
import { type Io, NotRun, Wrong } from "../report.js";
import { expect } from "./expectations.js";
import { type ConformanceOptions, PATIENCE } from "./subject.js";

/** A page takes a line for dead that is silent for this long. ms */
const SILENCE = 45_000;

export interface OpenStream {
  /** False: this back end does not push. */
  pushes: boolean;
  begins: () => Promise<string | void>;
  beats: () => Promise<string | void>;
  close: () => Promise<void>;
}

/** Opened first and looked at last, because a heartbeat takes its time. */
export async function openStream(options: ConformanceOptions, io: Io): Promise<OpenStream> {
  const { url, headers, silence = SILENCE, patience = PATIENCE } = options;
  const controller = new AbortController();
  const asked = io.fetch(`${url.replace(/\/+$/, "")}${PATHS.events}`, {
    headers: { accept: "text/event-stream", ...headers },
    redirect: "manual",
    signal: controller.signal,
  });
  const response = await within(patience, asked).catch((thrown: unknown) => {
    controller.abort();
    throw thrown;
  });
  // Every check would fail by it, and none would say why.
  if (response.status === 401) {
    throw new Wrong("nobody is signed in, it answers 401", 'Name somebody who is: --header "cookie: …"');
  }
  const pushes = response.status === 200;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const close = async () => {
    // What it still has to say is not asked for, and a line that is dead can't be cancelled.
    controller.abort();
    await reader?.cancel().catch(() => undefined);
  };
  let heard = "";
  /** Reads on until it has been heard, the line ends, or it was silent for too long. */
  const hear = async (enough: () => boolean): Promise<void> => {
    while (!enough()) {
      const silent = () => new Wrong(`nothing came for ${silence / 1000} s`);
      const read = reader && (await rejectAfter(systemRuntime.after, silence, reader.read(), silent));
      expect(read !== undefined && !read.done, "the stream ended by itself");
      heard += read.value;
    }
  };
  const mustPush = () => {
    if (pushes) return;
    const advice = response.status === 204 ? "" : "; 204 would say so without an error in the page's console";
    throw new NotRun(`this back end does not push: it answers ${response.status}${advice}`);
  };

  return {
    pushes,
    async begins() {
      mustPush();
      const type = response.headers.get("content-type") ?? "";
      expect(/^text\/event-stream\b/.test(type), `the content type is "${type}"`);
      const cache = response.headers.get("cache-control") ?? "";
      expect(/\bno-store\b/.test(cache) && /\bno-transform\b/.test(cache), `Cache-Control is "${cache}"`);
      const first = () => createEventReader(MAX_ANSWER_BYTES)(heard)[0];
      await hear(() => first() !== undefined);
      const event = first();
      expect(event?.type === "connection", `the first event is named "${event?.type}"`);
      const wire = JSON.parse(event.data) as { protocol?: unknown };
      expect(wire.protocol === PROTOCOL, "the event's data lacks `protocol`");
      expect(event.id === String(readConnection(wire).revision), "the event's id is not the connection's revision");
    },
    async beats() {
      mustPush();
      const before = heard.length;
      await hear(() => heard.length > before && /^:/m.test(heard.slice(before)));
    },
    close,
  };
}
