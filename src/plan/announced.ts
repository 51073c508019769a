import { experimentPort } from '../model/experiment-port.js';
import { parseAddress } from '../model/ip.js';
import type { AddressFamily } from '../model/generated/topology.js';
import type { DraftNode } from './draft.js';
import { givenEndpoints, otherAddresses } from './endpoints.js';

/**
 * The addresses a server announces to the clients of multi-subflow, besides the one they connect to.
 * One announced with another port is none: the captures are of the experiment's port alone.
 */
export function announcedAddresses(
  server: DraftNode,
  family: AddressFamily,
  serverAddress: string,
): string[] {
  const endpoints = givenEndpoints(server) ?? otherAddresses(server, ['signal']);
  const announced = endpoints
    .filter(({ flags }) => flags.includes('signal'))
    .filter(({ port }) => port === null || port === experimentPort['multi-subflow'])
    .map(({ address }) => address)
    .filter((address) => parseAddress(address)?.family === family && address !== serverAddress);
  return [...new Set(announced)];
}
