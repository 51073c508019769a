import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { HandshakePacket } from '../../model/analysed-subflow.js';
import type { Subflow } from '../subflow.js';
import { failed, passed, type Demand, type Finding } from './rung.js';

const supportedVersion = 1;

/** MP_CAPABLE of RFC 8684 in all three packets of the handshake, on the first path's device. */
export function judgeMpCapable(observation: Observation): Rung {
  const device = observation.evidence.experiment.paths[0]?.device ?? '';
  const demand: Demand = {
    id: 'mp-capable',
    expected: `MP_CAPABLE v1 on SYN, SYN/ACK and third ACK, on ${device}`,
    why: "Both ends agreed on MPTCP v1 and know each other's key.",
  };
  const { initial } = observation;
  if (initial === null) return failed(demand, { measured: 'no connection', reason: 'No SYN.' });
  const finding =
    synFinding(initial, observation) ??
    synAckFinding(initial, observation) ??
    thirdAckFinding(initial) ??
    deviceFinding(initial, device);
  if (finding) return failed(demand, finding);
  const key = initial.handshake.synAck?.capable?.senderKey ?? '';
  return passed(demand, `v1 on all three, server's key 0x${key}`);
}

function synFinding({ handshake: { syn } }: Subflow, { evidence }: Observation): Finding | null {
  const capable = syn?.capable ?? null;
  if (capable === null) {
    const measured = 'SYN without MP_CAPABLE';
    const { counters, experiment } = evidence;
    if (growth(counters.client, 'MPTcpExtMPCapableSYNTXDisabled') > 0) {
      const reason =
        'The client remembers that SYNs with MP_CAPABLE were dropped and uses plain TCP (net.mptcp.blackhole_timeout): something on the way drops them.';
      return { measured, reason };
    }
    const reason =
      experiment.forcing.client === 'none'
        ? "The client's program opened a plain TCP socket: nothing makes it use MPTCP (forcing none)."
        : `The client's program did not use MPTCP although ${experiment.forcing.client} should make it: is it static, or a Go program?`;
    return { measured, reason };
  }
  if (capable.version === supportedVersion) return null;
  return {
    measured: `SYN with MP_CAPABLE v${capable.version}`,
    reason: speaks('client', capable.version),
  };
}

function synAckFinding(initial: Subflow, observation: Observation): Finding | null {
  const { synAck } = initial.handshake;
  if (synAck === null) {
    const reason = "The server's answer did not reach the client's interfaces.";
    return { measured: 'no SYN/ACK', reason };
  }
  if (synAck.capable?.version === supportedVersion && synAck.capable.senderKey !== null) {
    return null;
  }
  return synAck.capable
    ? { measured: describe(synAck), reason: speaks('server', synAck.capable.version) }
    : { measured: 'SYN/ACK without MP_CAPABLE', reason: plainAnswerReason(initial, observation) };
}

/** The answer may be to a SYN that was sent without MP_CAPABLE in the end. */
function plainAnswerReason({ connection }: Subflow, { analysis, evidence }: Observation): string {
  const fallback = analysis.connections[connection ?? -1]?.fallback;
  return fallback?.stage === 'syn-unanswered' ? fallback.message : plainServerReason(evidence);
}

function plainServerReason({ experiment, counters }: Observation['evidence']): string {
  if (experiment.forcing.server === 'none') {
    return "The server's program listens on a plain TCP socket: nothing makes it use MPTCP (forcing none).";
  }
  return growth(counters.server, 'MPTcpExtMPCapableSYNRX') > 0
    ? 'The server got MP_CAPABLE and answered with it, but something on the way back strips TCP option 30.'
    : "No MP_CAPABLE reached an MPTCP listener on the server: something on the way strips TCP option 30 (a router, a NAT, a firewall), or the server's program is on plain TCP.";
}

function thirdAckFinding({ handshake: { synAck, ack } }: Subflow): Finding | null {
  const serverKey = synAck?.capable?.senderKey ?? null;
  const capable = ack?.capable ?? null;
  if (capable?.version === 1 && capable.senderKey !== null && capable.receiverKey === serverKey) {
    return null;
  }
  return {
    measured: ack === null ? 'no third ACK' : `third ACK with ${describe(ack)}`,
    reason: 'The client did not confirm MPTCP with both keys: the connection is plain TCP.',
  };
}

function deviceFinding(initial: Subflow, device: string): Finding | null {
  if (initial.device === device) return null;
  return {
    measured: `the connection was opened on ${initial.device}`,
    reason: `The route to the server leads by ${initial.device}: look at the metrics of the default routes.`,
  };
}

function speaks(end: 'client' | 'server', version: number): string {
  const which = version === 0 ? ' (RFC 6824, the out-of-tree kernel)' : '';
  return `The ${end} speaks MPTCP v${version}${which}; upstream Linux speaks v1 only.`;
}

function describe({ capable }: HandshakePacket): string {
  if (capable === null) return 'no MP_CAPABLE';
  const keys = [capable.senderKey, capable.receiverKey].filter((key) => key !== null).length;
  return `MP_CAPABLE v${capable.version} with ${keys} key(s)`;
}
