import { check, conclude, type Io, type Result } from "../report.js";
import { contractChecks } from "./contractChecks.js";
import type { Checks } from "./expectations.js";
import { readChecks } from "./readChecks.js";
import { refusalChecks } from "./refusalChecks.js";
import { type OpenStream, openStream } from "./streamChecks.js";
import { type ConformanceOptions, createSubject } from "./subject.js";

/** Holds a back end in any language against the protocol, over HTTP. Resolves to the exit code. */
export async function runConformance(
  options: ConformanceOptions,
  io: Io,
): Promise<{ exitCode: number; results: Result[] }> {
  const subject = createSubject(options, io);
  const results: Result[] = [];
  const runAll = async (checks: Checks) => {
    for (const [name, run] of Object.entries(checks)) {
      if (options.only && !name.includes(options.only)) continue;
      results.push(await check(io, name, () => subject.bounded(() => run(subject))));
    }
  };

  let stream: OpenStream | undefined;
  const answers = await check(io, "the back end answers", async () => {
    stream = await openStream(options, io);
  });
  if (!stream) return { exitCode: conclude(io, [answers]), results: [answers] };
  try {
    await runAll(readChecks);
    await runAll(refusalChecks);
    await runAll({ "GET /connection/events is a stream that begins with the connection": stream.begins });
    await runAll(contractChecks(subject, stream.pushes));
    await runAll({ "a quiet stream has a heartbeat": stream.beats });
  } finally {
    await stream.close();
  }
  return { exitCode: conclude(io, results), results };
}
