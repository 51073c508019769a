import type { Figures, RungId } from '../../src/model/verdict.js';

/** How a broken lab shows its mistake on the real kernel. */
export type Symptom =
  /** The verdict of its experiment, and the first rung that does not pass. */
  | { readonly verdict: 'fail' | 'inconclusive'; readonly rung: RungId; readonly reason: RegExp }
  /** It does not come up, and says why. */
  | { readonly up: RegExp }
  /** What a command says on a node of the broken lab, and not on the mended one's. */
  | {
      readonly node: string;
      readonly command: string;
      readonly says: RegExp;
      /** Whether the experiment is to run before, in the broken lab as in the mended one. */
      readonly afterRun?: boolean;
    }
  /** A figure of the run that is below a bound, and above it in the mended lab. */
  | { readonly measure: Measure; readonly below: number };

type Measure = (figures: Figures) => number;

const failed = (rung: RungId, reason: RegExp): Symptom => ({ verdict: 'fail', rung, reason });
const stuck = (reason: RegExp): Symptom => ({ verdict: 'inconclusive', rung: 'programs', reason });
const refused = (up: RegExp): Symptom => ({ up });
const neverTried = failed('mp-join', /^The client never tried/);
const noAnswer = failed('mp-join', /nothing came back/);
const stray = failed('path-payload', /leaves by enp0s3 instead of enp0s8/);

/** What all paths together carried, as a part of their rates' sum. */
const carriedOfSum: Measure = ({ ratio }) => ratio ?? 0;
/** What the idlest path carried, as a part of all. */
const idlestShare: Measure = ({ payloadBytes }) => {
  const bytes = Object.values(payloadBytes);
  return Math.min(...bytes) / bytes.reduce((sum, each) => sum + each, 0);
};
/** Asks who has 192.168.10.21, and counts the answers. */
const askByArp = [
  'log=$(mktemp)',
  `dumpcap -q -i enp0s3 -f 'arp[6:2] = 2 and src host 192.168.10.21' -w /dev/null 2>"$log" & capture=$!`,
  'for _ in $(seq 150); do grep -q File "$log" && break; sleep 0.2; done',
  'ip neigh flush dev enp0s3',
  "bash -c 'echo >/dev/udp/192.168.10.21/9'; sleep 1",
  'kill -TERM $capture; wait $capture; cat "$log"; rm "$log"',
].join('\n');

/** By the rule that finds the mistake before anything runs. */
export const symptoms: Readonly<Record<string, Symptom>> = {
  'address/duplicate': stuck(/Connection refused/),
  'address/not-a-host': {
    node: 'router',
    command: 'ip route get 192.168.30.63',
    says: /^broadcast/,
  },
  'address/outside-subnet': stuck(/Network is unreachable/),
  'address/overlapping-subnets': failed('mp-join', /was not completed/),
  'address/two-nics-in-one-subnet': {
    node: 'router',
    command: askByArp,
    says: /captured: 2$/m,
  },
  'experiment/program-without-address': stuck(/Connection refused/),
  'experiment/program-without-port': stuck(/Connection refused/),
  'experiment/server-bound-elsewhere': stuck(/Connection refused/),
  'link/burst-below-frame': failed('path-payload', /enp0s8 but carries next to nothing/),
  'link/mtu-below-ipv6': refused(/Invalid argument/),
  'link/rate-ratio': { measure: carriedOfSum, below: 0.5 },
  'link/shared-bottleneck': { measure: ({ goodputMbit }) => goodputMbit ?? 0, below: 11 },
  'link/unshaped-beside-shaped': { measure: idlestShare, below: 0.15 },
  'mptcp/all-paths-backup': failed('path-payload', /backup path enp0s3 carries payload/),
  'mptcp/announced-unreachable': noAnswer,
  'mptcp/fullmesh-without-way': failed('mp-join', /The client never tried/),
  'mptcp/announces-another-port': {
    verdict: 'inconclusive',
    rung: 'captures',
    reason: /captures hold/,
  },
  'mptcp/off-but-configured': {
    node: 'third',
    command: 'timeout 1 mptcpize run ncat -l 5555 2>&1',
    says: /Unable to open any listening sockets/,
  },
  'mptcp/path-manager-unknown': refused(/path_manager = mptcpd/),
  'mptcp/port-of-experiment': stuck(/Address already in use/),
  'mptcp/scheduler-unknown': refused(/scheduler = roundrobin/),
  'mptcp/subflow-on-server': {
    node: 'client',
    command: 'nstat -asz MPTcpExtAddAddr',
    says: /AddAddr +0/,
    afterRun: true,
  },
  'routing/device-missing': refused(/Cannot find device/),
  'routing/duplicate-route': refused(/File exists/),
  'routing/gateway-is-itself': neverTried,
  'routing/reserved-table': stray,
  'routing/reverse-path-on-host': failed('mp-join', /was not completed/),
  'routing/reverse-path-on-router': noAnswer,
  'routing/shared-table': stray,
  'routing/source-unowned': {
    node: 'client',
    command: 'ip route get 192.168.30.20 from 192.168.20.20',
    says: /dev enp0s3/,
  },
  'routing/ttl-too-low': stuck(/No route to host/),
  'sysctl/congestion-control-unknown': refused(/tcp_congestion_control = bbrr/),
  'sysctl/device-missing': refused(/Directory nonexistent/),
  'sysctl/ipv6-disabled': refused(/IPv6 is disabled/),
  'sysctl/misspelt': refused(/Directory nonexistent/),
  'sysctl/of-the-host': refused(/Directory nonexistent/),
  'topology/router-without-way-on': {
    node: 'spare',
    command: 'ip -o -4 address show scope global | wc -l',
    says: /^1$/m,
  },
  'topology/unused-segment': {
    node: 'router',
    command: 'ip route get 192.168.40.9 2>&1',
    says: /unreachable/,
  },
  'experiment/plain-tcp-client': failed('mp-capable', /plain TCP/),
  'experiment/plain-tcp-server': failed('mp-capable', /listens on a plain TCP socket/),
  'forcing/go-without-program': failed('mp-capable', /listens on a plain TCP socket|on plain TCP/),
  'forcing/native-without-program': failed('mp-capable', /although native should make it/),
  'mptcp/announcement-not-accepted': failed('mp-join', /did not follow the server's announcement/),
  'mptcp/duplicate-endpoint': refused(/duplicate one/),
  'mptcp/duplicate-endpoint-id': refused(/ip mptcp|endpoint/),
  'mptcp/endpoint-address-unowned': failed('mp-join', /MPJoinSynTxBindErr/),
  'mptcp/endpoint-device-missing': refused(/Cannot find device|invalid interface|eth1/),
  'mptcp/endpoint-missing': neverTried,
  'mptcp/endpoint-without-flag': neverTried,
  'mptcp/endpoint-wrong-device': failed('mp-join', /was not completed/),
  'mptcp/modifier-flag-alone': neverTried,
  'mptcp/no-join-to-initial-address': neverTried,
  'mptcp/off-on-client': stuck(/Protocol not available/),
  'mptcp/off-on-server': stuck(/Protocol not available/),
  'mptcp/port-without-signal': refused(/port/),
  'mptcp/signal-on-client': neverTried,
  'mptcp/signal-with-fullmesh': refused(/fullmesh|Invalid argument/),
  'mptcp/subflow-limit-on-client': neverTried,
  'mptcp/subflow-limit-on-server': failed('mp-join', /^The server rejects joins/),
  'mptcp/too-many-endpoints': refused(/Numerical result out of range|too many|range/),
  'mptcp/userspace-path-manager': neverTried,
  'routing/crossed-tables': failed('path-payload', /leaves by enp0s9 instead of enp0s8/),
  'routing/empty-table': stray,
  'routing/forwarding-off': stuck(/./),
  'routing/gateway-is-a-host': noAnswer,
  'routing/gateway-off-link': refused(/invalid gateway/),
  'routing/gateway-unowned': neverTried,
  'routing/initial-path-elsewhere': {
    node: 'client',
    command: 'ip route get 192.168.30.20',
    says: /dev enp0s8/,
  },
  'routing/loop': stuck(/./),
  'routing/no-route': neverTried,
  'routing/no-source-rule': stray,
  'routing/no-way-back': noAnswer,
  'topology/path-leads-nowhere': failed('mp-join', /^No segment or router leads from enp0s8/),
  'topology/unreachable-node': {
    node: 'lost',
    command: 'ip route get 192.168.30.1 2>&1',
    says: /unreachable/,
  },
};
