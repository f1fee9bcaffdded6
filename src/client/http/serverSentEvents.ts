/** One event of a stream. */
export interface ServerSentEvent {
  type: string;
  data: string;
  /** The stream's last id so far, or null. */
  id: string | null;
}

/**
 * Reads `text/event-stream` piece by piece: a piece may end anywhere, also between CR and LF. Comments, which servers
 * send as heartbeats, are dropped. Throws where one event grows over `maxLength` characters.
 */
export function createEventReader(maxLength: number): (text: string) => ServerSentEvent[] {
  let rest = "";
  let wasCarriageReturn = false;
  let data = "";
  let type = "";
  let id: string | null = null;

  function readLine(line: string, events: ServerSentEvent[]) {
    if (line === "") {
      if (data) events.push({ type: type || "message", data: data.slice(0, -1), id });
      data = type = "";
      return;
    }
    const [, field, value = ""] = /^([^:]*):? ?(.*)/s.exec(line) ?? [];
    if (field === "data") data += `${value}\n`;
    else if (field === "event") type = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }

  return (text) => {
    const events: ServerSentEvent[] = [];
    // The second half of a line end that was cut in two.
    const piece = wasCarriageReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") wasCarriageReturn = text.endsWith("\r");
    const lines = (rest + piece).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      readLine(line, events);
      if (data.length > maxLength) break;
    }
    if (data.length + rest.length > maxLength) throw new RangeError(`an event is longer than ${maxLength} characters`);
    return events;
  };
}
