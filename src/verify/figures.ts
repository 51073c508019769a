import type { AddressFamily } from '../model/generated/topology.js';
import type { Figures } from '../model/verdict.js';
import type { Observation } from './observation.js';
import { summedRate } from './path-share.js';

/**
 * Payload of a full segment on a 1500-byte MTU over what tbf counts for it, 1514 bytes: IP header,
 * 20 bytes of TCP and 36 of its options (timestamps 12, DSS 22, padding 2) go off.
 */
const headerLimit: Readonly<Record<AddressFamily, number>> = {
  ipv4: 1424 / 1514,
  ipv6: 1404 / 1514,
};

/** Measured figures; none of them decides. */
export function figuresOf({ evidence, payloadBytes }: Observation): Figures {
  const { experiment, programs } = evidence;
  const { bytes, durationMs } = programs.server;
  const goodputMbit = bytes !== null && durationMs ? (bytes * 8) / (durationMs * 1000) : null;
  const summedRateMbit = summedRate(
    experiment.kind === 'single-subflow' ? experiment.paths.slice(0, 1) : experiment.paths,
  );
  return {
    payloadBytes: Object.fromEntries(payloadBytes),
    goodputMbit,
    summedRateMbit,
    ratio: goodputMbit !== null && summedRateMbit ? goodputMbit / summedRateMbit : null,
    headerLimit: headerLimit[experiment.family],
  };
}
