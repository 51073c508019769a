import type { Flow } from '../../flows.js';
import { multi } from '../../roles.js';
import type { Rule } from '../../rule.js';

/** Round trips until slow start has opened the window and the join has had a turn. */
const leastRoundTrips = 10;

export const tooShort: Rule = {
  id: 'experiment/too-short',
  severity: 'warning',
  summary: 'a transfer of few round trips',
  check: ({ flows }) =>
    flows.flatMap((flow) => {
      const { experiment, index, path } = flow;
      const roundTripMs = roundTripOf(flow);
      const isLong = experiment.seconds * 1000 >= leastRoundTrips * roundTripMs;
      if (isLong || multi([experiment]).length === 0) return [];
      return {
        at: ['experiments', index, 'seconds'],
        message: `${experiment.name} lasts ${experiment.seconds} s, a round trip by ${path.device} takes ${roundTripMs} ms`,
        consequence: `Slow start is not over when the transfer is: ${path.device} carries less than it could, or nothing.`,
        mend: `Let it last ${Math.ceil((leastRoundTrips * roundTripMs) / 1000)} s or more.`,
      };
    }),
};

/** The delays that a packet and its answer meet. */
function roundTripOf({ there, back }: Flow): number {
  return [...there.steps, ...back.steps].reduce((sum, { node, device }) => {
    const nic = node.interfaces.find((candidate) => candidate.device === device);
    return sum + (nic?.shaper?.netem?.delayMs ?? 0);
  }, 0);
}
