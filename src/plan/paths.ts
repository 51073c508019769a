import { formatAddress } from '../model/ip.js';
import type { ExperimentPath, ShapedEgress } from '../model/plan.js';
import { certain } from './certain.js';
import { addressesOf, byMetric, type DraftNode, type Nic } from './draft.js';
import { givenEndpoints } from './endpoints.js';
import type { Network } from './network.js';

/**
 * The ways from a client to a server, one by each of the client's interfaces: what the topology
 * offers, whatever the nodes' own routes make of it. Those to the first of the server's addresses
 * come first, lowest metric first. An interface that leads to none of them is a way all the same
 * where the client means to use it, so that a router nobody plugged in is found.
 */
export function pathsBetween(
  client: DraftNode,
  server: DraftNode,
  network: Network,
  serverAddresses: readonly string[],
): ExperimentPath[] {
  const { family, segmentVertex, islands } = network;
  const targets = targetsOf(server, network, serverAddresses);
  const nics = byMetric(client.nics).filter((nic) => addressesOf(nic, family).length > 0);
  const paths = nics.flatMap((nic): ExperimentPath[] => {
    const start = certain(segmentVertex.get(nic.segment));
    const address = formatAddress(certain(addressesOf(nic, family)[0]));
    const target = targets.find(({ segment }) => islands[segment] === islands[start]);
    if (target === undefined && nic !== nics[0] && !isEndpoint(client, address)) return [];
    const shapedBy = shapedEgress(nic, start, target?.segment ?? start, network);
    const rateMbit = slowest(shapedBy);
    const serverAddress = target?.address ?? null;
    return [{ device: nic.device, address, serverAddress, expects: 'payload', shapedBy, rateMbit }];
  });
  const isInitial = ({ serverAddress }: ExperimentPath) => serverAddress === serverAddresses[0];
  return paths.toSorted((one, other) => Number(isInitial(other)) - Number(isInitial(one)));
}

/** The planner makes every further address an endpoint; a client that lists them means only those. */
function isEndpoint(client: DraftNode, address: string): boolean {
  return givenEndpoints(client)?.some((endpoint) => endpoint.address === address) ?? true;
}

interface Target {
  readonly address: string;
  readonly segment: number;
}

/** Where the server's addresses are, in their order; those it does not have are left out. */
function targetsOf(
  server: DraftNode,
  { family, segmentVertex }: Network,
  serverAddresses: readonly string[],
): Target[] {
  const holds = (nic: Nic, address: string) =>
    addressesOf(nic, family).some((own) => formatAddress(own) === address);
  return serverAddresses.flatMap((address) => {
    const nic = server.nics.find((candidate) => holds(candidate, address));
    return nic ? { address, segment: certain(segmentVertex.get(nic.segment)) } : [];
  });
}

/** The interfaces that shape what crosses them on the way, from the client's on. */
function shapedEgress(nic: Nic, start: number, end: number, network: Network): ShapedEgress[] {
  const { before } = network.pathsFrom(start);
  const routers: Nic[] = [];
  for (let segment = end; segment !== start;) {
    const router = certain(before[segment]);
    routers.push(network.nicOn(router, segment));
    segment = certain(before[router]);
  }
  return [nic, ...routers.reverse()].flatMap(({ node, device, shaper }) =>
    shaper?.rate ? { node, device, rateMbit: shaper.rate.rateMbit } : [],
  );
}

function slowest(shapedBy: readonly ShapedEgress[]): number | null {
  return shapedBy.length === 0 ? null : Math.min(...shapedBy.map(({ rateMbit }) => rateMbit));
}
