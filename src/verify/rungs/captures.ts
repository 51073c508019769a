import type { Rung } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import { inconclusive, passed, type Demand } from './rung.js';

const demand: Demand = {
  id: 'captures',
  expected: 'a whole capture of each client interface that holds the connection',
  why: 'All that follows is read from the packets.',
};

/** Captures that are damaged, cut or without the connection make the run inconclusive. */
export function judgeCaptures(observation: Observation): Rung {
  const trouble = troubleOf(observation);
  if (trouble !== null)
    return inconclusive(demand, { measured: trouble, reason: because(trouble) });
  const { subflows, evidence } = observation;
  const dropped = droppedPackets(observation);
  return passed(
    demand,
    `${subflows.length} TCP connection(s) in ${evidence.captures.length} capture(s), ${dropped} packets dropped`,
  );
}

/** Packets the kernel did not hand to the captures: what is missing may have been among them. */
export function droppedPackets({ evidence: { captures } }: Observation): number {
  return captures.reduce((sum, capture) => sum + capture.droppedPackets, 0);
}

function troubleOf(observation: Observation): string | null {
  const { analysis, damages, subflows, initial, evidence } = observation;
  if (damages.length > 0) return damages.join('; ');
  if (subflows.length === 0) return 'no capture holds a SYN to the server';
  if (initial === null) return 'the captures hold joins, but not the connection they join';
  const cut = analysis.findings.some(({ code }) => code === 'options-cut');
  if (cut) return 'the snap length cut TCP options';
  const missing = missingPayload(observation);
  if (missing !== null) return missing;
  const absenceIsProof = evidence.experiment.kind === 'single-subflow';
  const dropped = droppedPackets(observation);
  return absenceIsProof && dropped > 0 ? `the captures dropped ${dropped} packets` : null;
}

/** What the server received must have left by the client's interfaces, all of which are captured. */
function missingPayload({ payloadBytes, evidence }: Observation): string | null {
  const captured = [...payloadBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const received = evidence.programs.server.bytes ?? 0;
  const dropped = evidence.captures.some(({ droppedPackets }) => droppedPackets > 0);
  if (captured >= received || dropped) return null;
  return `the captures hold ${captured} bytes of payload, the server received ${received}`;
}

function because(trouble: string): string {
  return `The captures do not show what happened (${trouble}), so the run proves nothing; run it again.`;
}
