import { Profiler, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { StripeConnectionCard, StripeConnectionProvider } from "../../src/index.js";
import type { ConnectionListener, StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { en } from "../../src/messages/en.js";
import { benchConnection, changed } from "./benchConnection.js";
import { createPlainStore, PlainCard, type PlainStore } from "./PlainCard.js";

export type Kind = "ours" | "plain";
/** One connection that all cards show, or one for each card. */
export type Sharing = "shared" | "separate";

const never = () => new Promise<never>(() => {});
let requests = 0;

interface Source {
  adapter: StripeConnectionAdapter;
  listener: ConnectionListener | null;
}

/** Answers nothing, so that a mount is a mount; pushes what the bench wants. */
function createSource(key: string): Source {
  const source: Source = {
    listener: null,
    adapter: {
      key,
      timeout: Number.POSITIVE_INFINITY,
      getConnection: () => {
        requests += 1;
        return never();
      },
      connect: never,
      refresh: never,
      createAccountSession: never,
      createOnboardingLink: never,
      previewDisconnect: never,
      disconnect: never,
      subscribe: (listener) => {
        source.listener = listener;
        listener.onOpen?.();
        return never();
      },
    },
  };
  return source;
}

let root: Root | null = null;
let place: HTMLElement;
let sources: Source[] = [];
let stores: PlainStore[] = [];
let current: Connection[] = [];
let mounts = 0;
let rendered = new Set<string>();

/** Tells who rendered, in the build that has React's profiler. */
const watched = (index: number, card: ReactNode) =>
  process.env.BENCH_MODE === "profiling" ? (
    <Profiler key={index} id={String(index)} onRender={(id) => rendered.add(id)}>
      {card}
    </Profiler>
  ) : (
    card
  );

function elements(kind: Kind, count: number, sharing: Sharing): ReactNode {
  mounts += 1;
  const howMany = sharing === "shared" ? 1 : count;
  const indices = Array.from({ length: count }, (_, index) => index);
  current = Array.from({ length: howMany }, () => benchConnection);
  if (kind === "plain") {
    stores = current.map(createPlainStore);
    return indices.map((index) =>
      watched(index, <PlainCard key={index} store={stores[index % howMany] as PlainStore} />),
    );
  }
  sources = current.map((_, index) => createSource(`bench ${mounts} ${index}`));
  const provided = (index: number, children: ReactNode) => (
    <StripeConnectionProvider
      key={index}
      adapter={(sources[index] as Source).adapter}
      initialConnection={benchConnection}
      platformName="Acme Cloud"
    >
      {children}
    </StripeConnectionProvider>
  );
  if (sharing === "separate") return indices.map((index) => provided(index, watched(index, <StripeConnectionCard />)));
  return provided(
    0,
    indices.map((index) => watched(index, <StripeConnectionCard key={index} />)),
  );
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const bench = {
  mount(kind: Kind, count: number, sharing: Sharing) {
    document.body.replaceChildren();
    place = document.createElement("main");
    document.body.append(place);
    root = createRoot(place);
    const tree = elements(kind, count, sharing);
    // In a task of the page's own, which the browser counts as script. Effects too: those of a synchronous render are
    // run before it returns.
    return new Promise<void>((resolve) => {
      setTimeout(() => {
        flushSync(() => root?.render(tree));
        resolve();
      });
    });
  },
  layOut: () => place.getBoundingClientRect().height,
  unmount() {
    flushSync(() => root?.unmount());
    document.body.replaceChildren();
  },
  /** The words that a page has after its first card. */
  async warm(kind: Kind) {
    await en.requirements();
    await bench.mount(kind, 1, "shared");
    await frame();
    await frame();
    bench.unmount();
  },
  async settle() {
    await frame();
    await frame();
    return { requests, listeners: sources.filter(({ listener }) => listener).length };
  },
  /** Changes one connection after the other; each one's card is in the page and laid out before the next. */
  async update(kind: Kind, first: number, count: number) {
    const most: number[] = [];
    for (let index = first; index < first + count; index += 1) {
      rendered = new Set();
      const card = place.children[index] as HTMLElement;
      const next = changed(current[index] as Connection);
      current[index] = next;
      const seen = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(card, { subtree: true, characterData: true, childList: true, attributes: true });
      });
      if (kind === "plain") stores[index]?.set(next);
      else sources[index]?.listener?.onConnection(next, null);
      await seen;
      void place.getBoundingClientRect().height;
      most.push(rendered.size);
    }
    return Math.max(...most);
  },
  async afterPaint() {
    rendered.clear();
    void place.getBoundingClientRect().height;
    await frame();
    return rendered.size;
  },
  /** What a card says and is made of. */
  look: () => ({
    text: place.firstElementChild?.textContent ?? "",
    elements: place.firstElementChild?.querySelectorAll("*").length ?? 0,
    height: place.firstElementChild?.getBoundingClientRect().height ?? 0,
  }),
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
