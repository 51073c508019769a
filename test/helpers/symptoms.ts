import type { RungId } from '../../src/model/verdict.js';

/** How a broken lab shows its mistake on the real kernel. */
export type Symptom =
  /** The verdict of its experiment, and the first rung that does not pass. */
  | { readonly verdict: 'fail' | 'inconclusive'; readonly rung: RungId; readonly reason: RegExp }
  /** It does not come up, and says why. */
  | { readonly up: RegExp }
  /** What a command says on a node of the broken lab, and not on the mended one's. */
  | { readonly node: string; readonly command: string; readonly says: RegExp };

const failed = (rung: RungId, reason: RegExp): Symptom => ({ verdict: 'fail', rung, reason });
const stuck = (reason: RegExp): Symptom => ({ verdict: 'inconclusive', rung: 'programs', reason });
const refused = (up: RegExp): Symptom => ({ up });
const neverTried = failed('mp-join', /^The client never tried/);
const noAnswer = failed('mp-join', /nothing came back/);
const stray = failed('path-payload', /leaves by enp0s3 instead of enp0s8/);

/** By the rule that finds the mistake before anything runs. */
export const symptoms: Readonly<Record<string, Symptom>> = {
  'experiment/plain-tcp-client': failed('mp-capable', /plain TCP/),
  'experiment/plain-tcp-server': failed('mp-capable', /listens on a plain TCP socket/),
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
