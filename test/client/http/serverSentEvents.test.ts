// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEventReader } from "../../../src/client/http/serverSentEvents.js";

const read = (...pieces: string[]) => {
  const next = createEventReader(1000);
  return pieces.flatMap(next);
};

describe("createEventReader", () => {
  test("reads type, data and id; comments and unknown fields are dropped", () => {
    expect(read(": hello\n\nretry: 10\nevent: connection\nid: 7\ndata: {}\n\ndata:x\ndata: y\n\n")).toEqual([
      { type: "connection", data: "{}", id: "7" },
      { type: "message", data: "x\ny", id: "7" },
    ]);
  });

  test("an event without data is none, and an event that was cut off neither", () => {
    expect(read("event: a\n\nid: 3\n\ndata: late")).toEqual([]);
    expect(read("id: 3\n\ndata: b\n\n")).toEqual([{ type: "message", data: "b", id: "3" }]);
  });

  test("wherever the pieces are cut, and whatever the line ends, the events are the same", () => {
    const line = fc.constantFrom(
      "data: a",
      "data:b c",
      "event: e",
      "id: 5",
      ": c",
      "",
      "",
      "data",
      "what: x",
      "data: ü€😀",
    );
    const end = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { maxLength: 20 }), fc.array(fc.nat(200)), (lines, cuts) => {
        const text = lines.map(([content, ending]) => content + ending).join("");
        const at = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort((a, b) => a - b);
        const pieces = at.slice(1).map((to, index) => text.slice(at[index], to));
        const plain = lines.map(([content]) => `${content}\n`).join("");
        // CR, then an empty line that ends with LF, is CRLF: one line end, not two.
        fc.pre(
          !lines.some(
            ([content, ending], index) => ending === "\n" && content === "" && lines[index - 1]?.[1] === "\r",
          ),
        );
        expect(read(...pieces)).toEqual(read(plain));
      }),
    );
  });

  test("an event that never ends is given up", () => {
    const next = createEventReader(1000);
    expect(() => {
      for (let n = 0; n < 100; n += 1) next(`data: ${"x".repeat(50)}\n`);
    }).toThrow(RangeError);
    expect(() => createEventReader(10)("x".repeat(11))).toThrow(RangeError);
  });

  test.each(["data:\n", "data\n", "data: \n", "data:\r"])(
    "AT-M12 an event of empty lines (%j) that never ends is given up",
    (line) => {
      const next = createEventReader(1000);
      expect(() => {
        for (let n = 0; n < 1001; n += 1) next(line);
      }).toThrow(RangeError);
      expect(() => createEventReader(1000)(line.repeat(1001))).toThrow(RangeError);
    },
  );

  test("an empty line in an event is kept, and an event of one empty line is one", () => {
    expect(read("data: a\ndata:\ndata: b\n\ndata:\n\n").map(({ data }) => data)).toEqual(["a\n\nb", ""]);
  });
});
