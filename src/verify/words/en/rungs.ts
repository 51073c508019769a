import type { RungId } from '../../../model/verdict.js';
import { fallbackMessages } from '../../../analyze/fallback.js';
import type { Damage } from '../../observation.js';

const bytesOr = (bytes: number | null) => (bytes === null ? 'unknown bytes' : `${bytes} bytes`);
const rejects =
  "The server rejects joins: its subflow limit is too low (ip mptcp limits show), or its program closed the connection's reading side.";

/** What each rung expects and why, what it measured, and the reasons it may give. */
export const rungs = {
  programs: {
    expected: 'client and server opened their sockets and did their part',
    why: 'What did not run proves nothing about the network.',
    measured: (sent: number | null, received: number | null) =>
      `${bytesOr(sent)} sent, ${bytesOr(received)} received`,
    said: (program: string, node: string, trouble: string) => `${program} on ${node}: ${trouble}`,
    troubled: (troubles: string) =>
      `A program could not do its part, so the run proves nothing: ${troubles}.`,
  },
  captures: {
    expected: 'a whole capture of each client interface that holds the connection',
    why: 'All that follows is read from the packets.',
    measured: (connections: number, captures: number, dropped: number) =>
      `${connections} TCP connection(s) in ${captures} capture(s), ${dropped} packets dropped`,
    useless: (trouble: string) =>
      `The captures do not show what happened (${trouble}), so the run proves nothing; run it again.`,
    damage: ({ code, file, message }: Damage) =>
      code === 'missing' ? `${file} is missing` : message,
    noSyn: 'no capture holds a SYN to the server',
    onlyJoins: 'the captures hold joins, but not the connection they join',
    optionsCut: 'the snap length cut TCP options',
    tooFew: (captured: number, received: number) =>
      `the captures hold ${captured} bytes of payload, the server received ${received}`,
    dropped: (packets: number) => `the captures dropped ${packets} packets`,
    doubt: (packets: number) =>
      `The captures dropped ${packets} packets, so what is missing may have been there.`,
  },
  'mp-capable': {
    expected: (device: string) => `MP_CAPABLE v1 on SYN, SYN/ACK and third ACK, on ${device}`,
    why: "Both ends agreed on MPTCP v1 and know each other's key.",
    measured: (key: string) => `v1 on all three, server's key 0x${key}`,
    noConnection: { measured: 'no connection', reason: 'No SYN.' },
    plainSyn: 'SYN without MP_CAPABLE',
    remembersBlackhole:
      'The client remembers that SYNs with MP_CAPABLE were dropped and uses plain TCP (net.mptcp.blackhole_timeout): something on the way drops them.',
    plainClient:
      "The client's program opened a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    unforcedClient: (forcing: string) =>
      `The client's program did not use MPTCP although ${forcing} should make it: is it static, or a Go program?`,
    otherSyn: (version: number) => `SYN with MP_CAPABLE v${version}`,
    speaks: (end: 'client' | 'server', version: number) =>
      `The ${end} speaks MPTCP v${version}${version === 0 ? ' (RFC 6824, the out-of-tree kernel)' : ''}; upstream Linux speaks v1 only.`,
    noSynAck: {
      measured: 'no SYN/ACK',
      reason: "The server's answer did not reach the client's interfaces.",
    },
    plainSynAck: 'SYN/ACK without MP_CAPABLE',
    synUnanswered: fallbackMessages['syn-unanswered'],
    plainServer:
      "The server's program listens on a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    strippedOnWayBack:
      'The server got MP_CAPABLE and answered with it, but something on the way back strips TCP option 30.',
    strippedOrPlain:
      "No MP_CAPABLE reached an MPTCP listener on the server: something on the way strips TCP option 30 (a router, a NAT, a firewall), or the server's program is on plain TCP.",
    noAck: 'no third ACK',
    ack: (what: string) => `third ACK with ${what}`,
    unconfirmed: 'The client did not confirm MPTCP with both keys: the connection is plain TCP.',
    noCapable: 'no MP_CAPABLE',
    capable: (version: number, keys: number) => `MP_CAPABLE v${version} with ${keys} key(s)`,
    openedOn: (device: string) => `the connection was opened on ${device}`,
    routeLeadsBy: (device: string) =>
      `The route to the server leads by ${device}: look at the metrics of the default routes.`,
  },
  dss: {
    expected: 'a DSS mapping on the data of every subflow, to the last segment',
    why: 'Data without DSS is plain TCP, whatever the handshake said.',
    measured: (mapped: number, segments: number) => `${mapped} of ${segments} data segments mapped`,
    noData: { measured: 'no data', reason: 'The client sent no data.' },
    plain: 'The data went as plain TCP from the start.',
    fellBack:
      'The connection fell back to plain TCP on the way: something strips or breaks TCP option 30 on data.',
  },
  'mp-join': {
    expected: (joins: string) => `an accepted MP_JOIN with the token of the server's key ${joins}`,
    why: "The joins belong to this connection: their token is the truncated SHA-256 of the server's key.",
    measured: (joins: number, token: string | null) =>
      `${joins} join(s) with token ${token ?? 'unknown'}`,
    oneWay: {
      measured: 'nothing to join',
      reason: 'The plan knows one way only, and one subflow is not several.',
    },
    noneExpected: 'no MP_JOIN on any interface',
    whyNone: 'Without endpoints a connection has one subflow.',
    none: 'none',
    some: (joins: number, from: string) => `${joins} MP_JOIN from ${from}`,
    foreign: "Something adds endpoints behind the lab's back: NetworkManager or mptcpd?",
  },
  hmac: {
    expected: 'in the SYN/ACK and the ACK of every join the HMAC of its nonces under both keys',
    why: 'Only who knows both keys of this connection can join it: they were recomputed from the packets.',
    measured: (right: number, seen: number) => (seen === 0 ? 'none' : `${right} of ${seen} right`),
    step: (step: 'SYN/ACK' | 'ACK', address: string) => `${step} of the join from ${address}`,
    wrong: (steps: readonly string[]) =>
      `The HMAC in the ${steps.join(' and in the ')} is wrong: something on the way changes keys or nonces, or who joined does not know them.`,
    without: (joins: string) => `The join ${joins} did not get as far as both HMACs.`,
    unknown: 'The captures do not hold the keys and nonces to recompute them from.',
  },
  'data-contiguous': {
    expected:
      'data sequence numbers without a gap over all subflows, as many bytes as the server received',
    why: 'The subflows are parts of one stream: put together by their mappings they are all of the data.',
    bytes: (bytes: number, gaps: string) => `${bytes} bytes, ${gaps}`,
    noGap: 'no gap',
    gaps: (count: number, bytes: number) => `${count} gap(s) of ${bytes} bytes`,
    firstGap: (start: number, end: number) => `the first at ${start} to ${end}`,
    noConnection: 'no MPTCP connection',
    nothing: 'No byte was mapped.',
    unmapped: (segments: number) =>
      `${segments} data segments have no mapping: their place in the data is not known.`,
    lost: (bytes: number) =>
      `${bytes} bytes are on no subflow and the server did not acknowledge them: they were lost.`,
    uncaptured: (bytes: number) =>
      `The server acknowledged the missing ${bytes} bytes, so they were sent: the captures lost them.`,
    short: (received: number, lost: number) =>
      `The server received ${received} bytes: the captures lost ${lost} of them.`,
  },
  'path-payload': {
    why: 'Each path carries its part of the data by its own interface.',
    backup: (percent: number, device: string) => `at most ${percent} % on ${device} (backup)`,
    acknowledged: (bytes: number, device: string) =>
      `at least ${bytes} bytes acknowledged on ${device}`,
    share: (percent: string, device: string) => `at least ${percent} on ${device}`,
    measured: (device: string, bytes: number, percent: string) =>
      `${device} ${bytes} bytes (${percent})`,
    contradicted: (devices: string) =>
      `The interface counters and the capture of ${devices} contradict each other: the capture is not whole.`,
    backupUsed: (device: string) =>
      `The backup path ${device} carries payload while others work: one end does not take it for a backup.`,
    noSubflow: (address: string, device: string) =>
      `No subflow from ${address}, so none uses ${device}.`,
    starved: (address: string, device: string) =>
      `The subflow from ${address} was joined on ${device} but carries next to nothing: the transfer was too short, or full-size packets are lost on that path (MTU, queue, rate).`,
    misled: (address: string, by: string, device: string) =>
      `The subflow from ${address} leaves by ${by} instead of ${device}: no rule for the source address ${address} (ip rule show), and its endpoint is not bound to ${device}.`,
    only: (device: string) => `payload on ${device} only`,
    whyOnly: 'One subflow uses one interface.',
    others: (devices: string) => `Payload left by ${devices}: look at the routes.`,
    none: (device: string) => `No payload left by ${device}.`,
  },
  'joins-accepted': {
    expected: (joins: number) => `server: MPJoinAckRx +${joins} or more, MPJoinRejected +0`,
    why: 'The server verified the HMAC of each join and kept the subflow.',
    rejects,
    incomplete: "Not every path's join was completed on the server.",
  },
  'no-fallback': {
    expected: 'no fallback counter grew on either end',
    why: 'Neither end gave MPTCP up for plain TCP.',
    none: 'none grew',
    fellBack:
      'An end gave MPTCP up for plain TCP: the other end does not speak it, or something on the way strips TCP option 30.',
  },
} satisfies Readonly<Record<RungId, object>>;
