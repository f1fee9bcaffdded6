import type { QueryKey, QueryObserverOptions } from "@tanstack/query-core";
import { backoff } from "./backoff.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionError, ConnectionErrorCode } from "../core/errors.js";
import { newerConnection } from "./newerConnection.js";
import { VERSION } from "../core/version.js";

/** Names our queries. Another version has another shape; another copy of this one on the page has the same. */
export const FAMILY = `react-stripe-connection ${VERSION}`;
const CONNECTION = Symbol.for(FAMILY);

/**
 * What lies in the query cache. The connection is behind a symbol, so that a host that dehydrates or persists its
 * QueryClient stores an empty object, and one that restores it brings back nothing of an earlier viewer.
 */
export class KeptConnection {
  readonly [CONNECTION]: Connection;

  constructor(connection: Connection) {
    this[CONNECTION] = connection;
  }

  static read(data: unknown): Connection | undefined {
    return (data as Partial<KeptConnection> | null | undefined)?.[CONNECTION];
  }
}

/** Blips of a line or a server; all else is told at once. */
const BLIPS: ReadonlySet<ConnectionErrorCode> = new Set(["network", "store_unavailable", "stripe_unavailable"]);

export type ConnectionQueryOptions = QueryObserverOptions<KeptConnection, ConnectionError>;

interface Parts {
  key: QueryKey;
  hash: string;
  load(signal: AbortSignal): Promise<Connection>;
  /** Whether the page may ask by itself now. */
  mayLoad(why: "mount" | "focus" | "reconnect"): boolean;
  random: () => number;
  initial: Connection | null | undefined;
  /** How long the connection stays known after the last card has gone. ms */
  keepFor: number;
}

/** Every option that query-core would act on is said, so that the defaults of a host's QueryClient change nothing. */
export function connectionQuery(parts: Parts): ConnectionQueryOptions {
  const when = (why: "mount" | "focus" | "reconnect") => () => parts.mayLoad(why) && ("always" as const);
  const initialData = parts.initial ? new KeptConnection(parts.initial) : undefined;
  const options: { [Name in keyof Required<ConnectionQueryOptions>]?: ConnectionQueryOptions[Name] | undefined } = {
    queryKey: parts.key,
    queryHash: parts.hash,
    queryFn: async ({ signal }) => new KeptConnection(await parts.load(signal)),
    enabled: true,
    // Whether to ask again is `mayLoad`'s to say: query-core measures age by the device's clock.
    staleTime: Infinity,
    gcTime: parts.keepFor,
    networkMode: "online",
    retry: (failures, error) => failures < 2 && BLIPS.has(error.code) && error.retryAfter === null,
    retryDelay: (failures) => backoff({ first: 1000, factor: 2, cap: 4000 }, failures, parts.random),
    retryOnMount: true,
    refetchOnMount: when("mount"),
    refetchOnWindowFocus: when("focus"),
    refetchOnReconnect: when("reconnect"),
    refetchInterval: false,
    initialData,
    placeholderData: undefined,
    select: undefined,
    structuralSharing: (before, after) => {
      const [old, next] = [KeptConnection.read(before), KeptConnection.read(after)];
      return old && next && newerConnection(old, next) === old ? before : after;
    },
    notifyOnChangeProps: "all",
    persister: undefined,
    behavior: undefined,
    meta: undefined,
  };
  // Under exactOptionalPropertyTypes an explicit undefined is no option's type, yet only it beats a host's default.
  return options as ConnectionQueryOptions;
}
