// What one stranger, one person or one customer can use up. docs/limits.md lists these values for hosts.

/** A quiet stream says this often that it is alive. Below the 10 s after which Bun ends a connection. Milliseconds. */
export const HEARTBEAT_MS = 8_000;
/** A stream ends after this time, so that the next one is authorised again; spread by a tenth. Milliseconds. */
export const STREAM_MS = 5 * 60_000;
/** Open streams of one tenant, on this instance. */
export const TENANT_STREAMS = 100;
/** Of these, for all viewers together who can change nothing: the rest stays free for those who can. */
export const READER_STREAMS = 80;
/** Of these, for one viewer whom `authorize` names by `user`. */
export const VIEWER_STREAMS = 20;
/** A stream that keeps more than this for a page that does not read is broken off with the next event. Bytes. */
export const MAX_UNREAD_BYTES = 256 * 1024;
/** What is left of an answer once it is complete is sent within this time, or the connection is closed. Milliseconds. */
export const FLUSH_MS = 10_000;
/** The same for a stream that was broken off, because its page does not read. Milliseconds. */
export const BROKEN_OFF_MS = 1_000;

/** Refreshes a minute of one tenant's viewers who can change something, and as many of those who can't. All instances. */
export const TENANT_REFRESHES_PER_MINUTE = 20;
/** Of these, for one viewer whom `authorize` names by `user`. All instances. */
export const VIEWER_REFRESHES_PER_MINUTE = 10;

/**
 * Sessions of sections a minute of one tenant's viewers who can change something, and as many of those who can't: a page
 * takes one for each section that it shows. All instances.
 */
export const TENANT_SECTION_SESSIONS_PER_MINUTE = 180;
/** Of these, for one viewer whom `authorize` names by `user`. All instances. */
export const VIEWER_SECTION_SESSIONS_PER_MINUTE = 60;

/** A body must have arrived within this time. Milliseconds. */
export const BODY_MS = 15_000;
/** A larger webhook is refused. Bytes. */
export const MAX_WEBHOOK_BYTES = 512 * 1024;
/** Bodies of webhooks that are arriving, together, on this instance. As much again for those of viewers. Bytes. */
export const MAX_ARRIVING_BYTES = 16 * 1024 * 1024;
/** What a body counts for at least, so that there are at most 4,096 at once. Bytes. */
export const MIN_ARRIVING_BYTES = 4 * 1024;
/** How far a webhook's time may be from this server's clock, on both sides. Seconds. */
export const WEBHOOK_TOLERANCE_S = 300;
/** One webhook in this time is read although its time is wrong, to find out whether the clock is. Milliseconds. */
export const CLOCK_CHECK_MS = 60_000;

/** Log lines of one kind in a minute, of refusals and of failures that requests cause. */
export const LINES_PER_MINUTE = 10;
/** Kinds of log lines that are counted apart. */
export const MAX_LINE_KINDS = 200;
