import type { DiagnosisId } from '../../../model/diagnosis.js';

const unforced = (forcing: string, end: 'client' | 'server') =>
  `${forcing} did not reach the ${end}'s program: a static binary, or one that does not open sockets by libc (Go).`;

/** What each cause of a diagnosis says, by its name; where it has several symptoms, one for each. */
export const causes = {
  'mptcp-off': (node: string) => `MPTCP is off on ${node}: net.mptcp.enabled is 0.`,
  'port-taken': (node: string, port: number) => `Another program on ${node} holds port ${port}.`,
  'port-rejected': {
    connection: (port: number) =>
      `The server listened, yet the connection to port ${port} was refused: a firewall on the way rejects it.`,
    perhapsJoin: (device: string) => `A firewall on the path of ${device} resets the join.`,
    join: (device: string) =>
      `The join on ${device} got a reset that the server's TCP did not send (TcpOutRsts did not grow): a firewall on that path rejects it.`,
  },
  'server-unreachable': (address: string) =>
    `Nothing comes back from ${address}: a router does not forward, a route is missing, or a firewall drops.`,
  'no-return-route': {
    connection: (server: string) =>
      `${server} has no route back to the client (IpOutNoRoutes grew).`,
    join: (address: string, server: string) =>
      `The join from ${address} reached ${server} and the answer did not come back: it has no route to that network, or a router on the way back has none.`,
  },
  'program-missing': (node: string, program: string) =>
    `${node} has not all of what runs ${program}.`,
  'captures-not-whole': {
    dropped: (packets: number) =>
      `The kernel dropped ${packets} packets before they were captured: the host was too busy.`,
    damaged: 'The captures are damaged, cut, or do not hold all of the connection.',
  },
  'plain-client': {
    nothingForces:
      "The client's program opened a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    unforced: (forcing: string) => unforced(forcing, 'client'),
  },
  'plain-server': {
    nothingForces:
      "The server's program listens on a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    unforced: (forcing: string) => unforced(forcing, 'server'),
  },
  'v0-peer': {
    seen: (node: string) =>
      `${node} speaks MPTCP v0 (RFC 6824, the out-of-tree kernel); Linux from 5.6 speaks v1 only, and the two fall back to TCP.`,
    perhaps: (server: string) =>
      `The kernel of ${server} has no counter of upstream MPTCP: it is without MPTCP, or the out-of-tree one that speaks v0.`,
  },
  'syn-option-dropped':
    'SYNs with MP_CAPABLE are dropped on the way; only without it did one get through (MPCapableSYNTXDrop grew).',
  'blackhole-memory': (client: string) =>
    `${client} remembers that SYNs with MP_CAPABLE were dropped and uses plain TCP for a while (MPCapableSYNTXDisabled grew).`,
  'option-30-stripped': {
    onWayBack:
      'The server got MP_CAPABLE and answered with it, and TCP option 30 was removed on the way back.',
    onWayThere: (client: string, server: string) =>
      `The SYN left ${client} with MP_CAPABLE and none reached an MPTCP listener on ${server}: TCP option 30 is removed on the way.`,
    afterHandshake: (device: string) =>
      `The handshake had MPTCP and what followed on ${device} had not: TCP option 30 is removed from packets after the SYN.`,
    fromAnswer: (device: string) =>
      `The answer to the join on ${device} has no MP_JOIN: TCP option 30 is removed on that path.`,
    afterJoin: (device: string) =>
      `The join on ${device} was answered and its confirmation never counted: TCP option 30 is removed from packets after the SYN.`,
  },
  'default-route-elsewhere': (address: string, by: string, device: string | null) =>
    `The route to ${address} leads by ${by} instead of ${device ?? 'any path'}.`,
  'segment-unplugged': (device: string, address: string) =>
    `No segment or router leads from ${device} (${address}) to the server.`,
  'endpoint-missing': (client: string, address: string) =>
    `${client} has no MPTCP endpoint ${address}, so it never joins from there.`,
  'endpoint-without-flag': (client: string, address: string, flags: readonly string[]) =>
    `The endpoint ${address} of ${client} has ${flags.length > 0 ? `only ${flags.join(', ')}` : 'no flag'}; only \`subflow\` or \`fullmesh\` makes a client join from it.`,
  'endpoint-is-backup': (address: string) =>
    `The endpoint ${address} is a backup: it carries nothing while another path works.`,
  'address-not-up': (client: string, address: string, counters: string) =>
    `${client} tried to join from ${address} and could not send (${counters}): the address is on no interface that is up, or no route leads away from it.`,
  'client-limit': {
    join: (client: string, limit: number, needed: number) =>
      `${client} may open ${limit} additional subflow(s), ${needed} are needed (before Linux 5.16 the default is 0).`,
    announced: (client: string, limit: number, needed: number) =>
      `${client} may open ${limit} additional subflow(s), ${needed} are needed.`,
  },
  'server-limit': (server: string, limit: number, needed: number) =>
    `${server} takes ${limit} additional subflow(s), ${needed} are needed: it rejects the join (MPJoinRejected grew).`,
  'server-half-closed':
    "The server's program closed its half of the connection before the join came (its standard input ended?).",
  'client-half-closed': (client: string, address: string) =>
    `The program on ${client} closed its half of the connection before the join from ${address} could be sent, and from then on Linux opens no subflow: no counter tells.`,
  'userspace-path-manager': (client: string) =>
    `${client} leaves its paths to a path manager in userspace (mptcpd), and none joined.`,
  'joins-to-initial-address-forbidden': (server: string) =>
    `${server} forbids joins to the address the connection was opened to.`,
  'announcement-missing': (server: string, address: string) =>
    `${server} did not announce ${address}: it has no endpoint with \`signal\`.`,
  'announcement-not-accepted': (client: string, limit: number, needed: number) =>
    `${client} accepts ${limit} announced address(es), ${needed} are announced.`,
  'no-source-rule': (address: string, by: string | null, device: string) =>
    `There is no policy rule for the source address ${address} and its endpoint names no device, so its packets leave by ${by ?? 'no device'} instead of ${device}.`,
  'source-rule-elsewhere': (way: {
    address: string;
    table: string;
    by: string | null;
    device: string;
  }) =>
    `The policy rule for ${way.address} looks up table ${way.table}, and its packets leave by ${way.by ?? 'no device'} instead of ${way.device}.`,
  'rp-filter': (nodes: string) =>
    `A strict reverse path filter dropped packets on ${nodes} (IPReversePathFilter grew): its route back leads by another interface.`,
  'path-cut': (device: string, server: string) =>
    `The join left by ${device} and never reached ${server}: the path is cut, a firewall drops it, or a router does not forward or filters by reverse path.`,
  'listener-closed': (device: string) =>
    `The join on ${device} got a reset: the server's program no longer listened when it came (\`ncat -l\` without -k closes after the first connection).`,
  'hmac-mismatch': (device: string) =>
    `The HMAC of the join on ${device} did not fit: something on the way changes keys or nonces.`,
  'full-size-packets-lost': (device: string) =>
    `The subflow on ${device} is established and carries next to nothing: full-size packets are lost there (an MTU smaller on the way, or a shaper's burst below one frame).`,
  'transfer-too-short': (bytes: number, device: string) =>
    `${bytes} bytes were over before the path of ${device} was needed.`,
  'backup-not-honoured': (device: string) =>
    `The backup path ${device} carries payload while others work: one end does not take it for a backup.`,
  'foreign-endpoints': (addresses: string) =>
    `Joins came from ${addresses} though the experiment took all endpoints away: NetworkManager or mptcpd adds them.`,
} satisfies Readonly<Record<DiagnosisId, unknown>>;
