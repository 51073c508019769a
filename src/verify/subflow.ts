import type { AnalysedSubflow } from '../model/analysed-subflow.js';

/** A TCP connection to the experiment's port, with the client's devices by name. */
export interface Subflow extends AnalysedSubflow {
  /** Index into the analysis' connections; null for plain TCP. */
  readonly connection: number | null;
  /** The device its SYN was seen on. */
  readonly device: string;
  /** Payload bytes toward the server by the device they left by, retransmissions included. */
  readonly payloadBytes: ReadonlyMap<string, number>;
}

/** The SYN/ACK has MP_JOIN, and so has the third packet; a reset after data is only how a subflow may end. */
export function isJoined({ handshake, toClient, payloadBytes }: Subflow): boolean {
  const { synAck, ack } = handshake;
  const answered = synAck?.join?.step === 'syn-ack' && ack?.join?.step === 'ack';
  return answered && (!toClient.rst || payloadBytes.size > 0);
}

/** Whether a join is of the connection: its token is that of the server's key. */
export function isOfConnection(
  { connection, handshake }: Subflow,
  initial: Subflow | null,
): boolean {
  return connection === initial?.connection && handshake.token === 'valid';
}
