import type { Observation } from './observation.js';

/** What a slow machine may take from the first data acknowledgement to the SYNs of its joins. */
const joinsTakeMs = 10;

/**
 * Whether the client's DATA_FIN left before a join could, and none did. Linux opens subflows when data is first
 * acknowledged, and none of a connection it has begun to close; it counts nothing then.
 */
export function closedEarly({ analysis, initial, joins }: Observation): boolean {
  const { toServer } = analysis.connections[initial?.connection ?? -1] ?? {};
  const dataFinMs = toServer?.dataFinMs ?? null;
  if (toServer === undefined || dataFinMs === null || joins.length > 0) return false;
  return dataFinMs <= (toServer.firstAcknowledgedMs ?? Infinity) + joinsTakeMs;
}
