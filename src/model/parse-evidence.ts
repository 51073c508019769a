import { LabError } from '../errors.js';
import type { Evidence } from './evidence.js';
import { plannedExperiment } from './parse-plan.js';
import { list, map, nullable, number, oneOf, record, text } from './shape.js';

const anyText = text(/^/, 'text');
/** Beside evidence.json: no path leads out of the run's directory. */
const fileName = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'a file name');

const program = record({
  node: anyText,
  argv: list(anyText),
  exitCode: nullable(number()),
  stdoutFile: fileName,
  stderrFile: fileName,
  trouble: nullable(anyText),
  bytes: nullable(number()),
  durationMs: nullable(number()),
});

const counters = record({ before: map(number()), after: map(number()) });

const settings = record({
  limits: nullable(record({ subflows: number(), addAddrAccepted: number() })),
  endpoints: list(record({ address: anyText, flags: list(anyText), device: nullable(anyText) })),
  sourceRules: list(record({ from: anyText, table: anyText })),
});

const evidence = record({
  schemaVersion: oneOf(1),
  lab: anyText,
  experiment: plannedExperiment,
  programs: record({ client: program, server: program }),
  captures: list(
    record({ node: anyText, device: anyText, file: fileName, droppedPackets: number() }),
  ),
  counters: record({ client: counters, server: counters }),
  settings: record({ client: settings, server: settings }),
  interfaces: list(
    record({
      ...{ node: anyText, device: anyText },
      ...{ txBytesBefore: number(), txBytesAfter: number() },
      ...{ rxBytesBefore: number(), rxBytesAfter: number() },
    }),
  ),
  environment: record({
    ...{ kernel: anyText, provider: anyText },
    ...{ tools: map(anyText), sysctls: map(anyText), degraded: list(anyText) },
  }),
  files: map(text(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')),
});

/**
 * Takes evidence that came from disk, where anybody may have edited it.
 *
 * @throws LabError `evidence-unreadable`, with every problem found
 */
export function parseEvidence(input: unknown): Evidence {
  const next = 'Run the experiment again: subflow verify';
  const problems = evidence(input, '').map((problem) => ({ ...problem, next }));
  if (problems.length > 0) throw new LabError('evidence-unreadable', problems);
  return input as Evidence;
}
