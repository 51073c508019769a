import type { Rung } from '../../model/verdict.js';
import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { HandshakePacket } from '../../model/analysed-subflow.js';
import type { Subflow } from '../subflow.js';
import type { VerdictWords } from '../words/words.js';
import { failed, passed, type Demand, type Finding } from './rung.js';

const supportedVersion = 1;

type Say = VerdictWords['rungs']['mp-capable'];

/** MP_CAPABLE of RFC 8684 in all three packets of the handshake, on the first path's device. */
export function judgeMpCapable(observation: Observation, words: VerdictWords): Rung {
  const say = words.rungs['mp-capable'];
  const device = observation.evidence.experiment.paths[0]?.device ?? '';
  const demand: Demand = { id: 'mp-capable', expected: say.expected(device), why: say.why };
  const { initial } = observation;
  if (initial === null) return failed(demand, say.noConnection);
  const finding =
    synFinding(initial, observation, say) ??
    synAckFinding(initial, observation, say) ??
    thirdAckFinding(initial, say) ??
    deviceFinding(initial, device, say);
  if (finding) return failed(demand, finding);
  return passed(demand, say.measured(initial.handshake.synAck?.capable?.senderKey ?? ''));
}

function synFinding(
  { handshake: { syn } }: Subflow,
  { evidence: { counters, experiment } }: Observation,
  say: Say,
): Finding | null {
  const capable = syn?.capable ?? null;
  if (capable === null) {
    const { client } = experiment.forcing;
    const remembers = growth(counters.client, 'MPTcpExtMPCapableSYNTXDisabled') > 0;
    const plain = client === 'none' ? say.plainClient : say.unforcedClient(client);
    return { measured: say.plainSyn, reason: remembers ? say.remembersBlackhole : plain };
  }
  const { version } = capable;
  if (version === supportedVersion) return null;
  return { measured: say.otherSyn(version), reason: say.speaks('client', version) };
}

function synAckFinding(initial: Subflow, observation: Observation, say: Say): Finding | null {
  const { synAck } = initial.handshake;
  if (synAck === null) return say.noSynAck;
  const { capable } = synAck;
  if (capable === null) {
    return { measured: say.plainSynAck, reason: plainAnswerReason(initial, observation, say) };
  }
  if (capable.version === supportedVersion && capable.senderKey !== null) return null;
  return { measured: describe(synAck, say), reason: say.speaks('server', capable.version) };
}

/** The answer may be to a SYN that was sent without MP_CAPABLE in the end. */
function plainAnswerReason(
  { connection }: Subflow,
  { analysis, evidence: { experiment, counters } }: Observation,
  say: Say,
): string {
  const fallback = analysis.connections[connection ?? -1]?.fallback;
  if (fallback?.stage === 'syn-unanswered') return say.synUnanswered;
  if (experiment.forcing.server === 'none') return say.plainServer;
  return growth(counters.server, 'MPTcpExtMPCapableSYNRX') > 0
    ? say.strippedOnWayBack
    : say.strippedOrPlain;
}

function thirdAckFinding({ handshake: { synAck, ack } }: Subflow, say: Say): Finding | null {
  const serverKey = synAck?.capable?.senderKey ?? null;
  const capable = ack?.capable ?? null;
  if (capable?.version === 1 && capable.senderKey !== null && capable.receiverKey === serverKey) {
    return null;
  }
  return {
    measured: ack === null ? say.noAck : say.ack(describe(ack, say)),
    reason: say.unconfirmed,
  };
}

function deviceFinding(initial: Subflow, device: string, say: Say): Finding | null {
  if (initial.device === device) return null;
  return { measured: say.openedOn(initial.device), reason: say.routeLeadsBy(initial.device) };
}

function describe({ capable }: HandshakePacket, say: Say): string {
  if (capable === null) return say.noCapable;
  const keys = [capable.senderKey, capable.receiverKey].filter((key) => key !== null).length;
  return say.capable(capable.version, keys);
}
