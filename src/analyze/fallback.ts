import type { Fallback, FallbackStage } from '../model/analysed-connection.js';
import type { Connection } from './connection.js';
import type { Direction } from './direction.js';
import type { Flow } from './flow.js';
import type { ToMs } from './summarize-subflow.js';

/** What each stage says. */
export const fallbackMessages: Readonly<Record<FallbackStage, string>> = {
  'syn-unanswered':
    'SYNs with MP_CAPABLE got no answer, so one without it was sent: something on the way drops SYNs with TCP option 30.',
  'syn-ack':
    'The SYN/ACK holds no MP_CAPABLE: the other end does not speak this version of MPTCP, or something on the way strips TCP option 30.',
  'third-ack':
    'The third packet of the handshake holds no MP_CAPABLE: something strips TCP option 30 from the answers, or the opener gave MPTCP up.',
  'first-data':
    'The handshake agreed on MPTCP, but the first data holds no DSS: something strips TCP option 30 from packets that are no SYN.',
  data: 'Data lost its DSS on the way: an end fell back to plain TCP after the first data.',
  'infinite-mapping': 'An end announced an infinite mapping: the connection goes on as plain TCP.',
  'mp-fail':
    'An end found a wrong DSS checksum and sent MP_FAIL: something on the way changes the data.',
};

/** Where and why a connection's first subflow gave MPTCP up (RFC 8684 section 3.7); null where it did not. */
export function fallbackOf(connection: Connection, toMs: ToMs): Fallback | null {
  const initial = connection.flows.find(({ kind }) => kind === 'initial');
  const found = initial && (inHandshake(initial) ?? inData(connection, initial));
  if (!found) return null;
  return { stage: found.stage, atMs: toMs(found.timeNs), message: fallbackMessages[found.stage] };
}

interface Found {
  readonly stage: FallbackStage;
  readonly timeNs: number;
}

function inHandshake({ steps: { synAck, ack }, plainSynNs, sent }: Flow): Found | null {
  if (!Number.isNaN(plainSynNs) && !synAck?.capable) {
    return { stage: 'syn-unanswered', timeNs: plainSynNs };
  }
  if (synAck === null) return null;
  if (synAck.capable === null && !synAck.optionsCut) {
    return { stage: 'syn-ack', timeNs: synAck.timeNs };
  }
  const isConfirmed = ack?.capable !== null || ack.optionsCut;
  if (ack === null || isConfirmed || sent[0].dssSeen) return null;
  return { stage: 'third-ack', timeNs: ack.timeNs };
}

function inData({ signals }: Connection, { sent }: Flow): Found | null {
  const failed = signals.find(({ signal }) => signal.subtype === 'mp-fail');
  if (failed) return { stage: 'mp-fail', timeNs: failed.timeNs };
  const infinite = sent.map(({ infiniteMappingNs }) => infiniteMappingNs).filter(isKnown);
  if (infinite.length > 0) return { stage: 'infinite-mapping', timeNs: Math.min(...infinite) };
  const bare = sent.filter((direction) => direction.segments > 0 && direction.optionsCut === 0);
  const first = bare.find(({ mappedSegments }) => mappedSegments === 0);
  if (first) return at('first-data', first);
  const later = bare.find(({ isMappedToTheEnd }) => !isMappedToTheEnd);
  return later ? at('data', later) : null;
}

function at(stage: FallbackStage, { firstUnmappedNs }: Direction): Found {
  return { stage, timeNs: firstUnmappedNs };
}

function isKnown(timeNs: number): boolean {
  return !Number.isNaN(timeNs);
}
