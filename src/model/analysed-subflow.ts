/** One TCP connection, most often a subflow. Units and notation: see `CaptureAnalysis`. */
export interface AnalysedSubflow {
  readonly kind: 'initial' | 'join' | 'unknown';
  /** Who sent the SYN; as the ports suggest where no SYN was captured. */
  readonly openedBy: 'client' | 'server';
  readonly client: SubflowEnd;
  readonly server: SubflowEnd;
  readonly state: SubflowState;
  /** Backup by the handshake or by the last MP_PRIO. */
  readonly backup: boolean;
  readonly firstPacketMs: number;
  readonly lastPacketMs: number;
  readonly handshake: Handshake;
  readonly toServer: SubflowDirection;
  readonly toClient: SubflowDirection;
}

export interface SubflowEnd {
  /** As RFC 5952 writes it. */
  readonly address: string;
  readonly port: number;
  /** MPTCP address id; 0 for the initial subflow, null where not captured. */
  readonly addressId: number | null;
}

/** How far it got: `reset` and `closed` are ends of one that was established. */
export type SubflowState =
  'unanswered' | 'refused' | 'half-open' | 'established' | 'reset' | 'closed';

export interface Handshake {
  readonly syn: HandshakePacket | null;
  readonly synAck: HandshakePacket | null;
  /** First packet of the opener after the SYN/ACK. */
  readonly ack: HandshakePacket | null;
  /** SYNs beyond the first, on the interface of the first. */
  readonly synRetransmissions: number;
  /** From SYN to SYN/ACK on the opener's side of the capture, else from SYN/ACK to ACK; null where a SYN was sent twice. */
  readonly rttMs: number | null;
  /** Of MP_JOIN only. */
  readonly hmac: { readonly synAck: HmacVerdict; readonly ack: HmacVerdict };
  /** Join: whether its token is that of the connection's key. */
  readonly token: 'valid' | 'unknown' | null;
}

/** `unchecked`: a key or a nonce is in no capture; `absent`: there is no MP_JOIN to check. */
export type HmacVerdict = 'valid' | 'wrong' | 'unchecked' | 'absent';

export interface HandshakePacket {
  readonly atMs: number;
  readonly interface: number;
  readonly capable: CapableOption | null;
  readonly join: JoinOption | null;
  /** The snap length cut its options: what is not here may have been sent. */
  readonly optionsCut: boolean;
}

/** MP_CAPABLE. */
export interface CapableOption {
  readonly version: number;
  readonly checksumRequired: boolean;
  readonly senderKey: string | null;
  readonly receiverKey: string | null;
}

/** MP_JOIN; `token` in a SYN, `hmac` in a SYN/ACK (64 bits) and an ACK (160 bits). */
export interface JoinOption {
  readonly step: 'syn' | 'syn-ack' | 'ack';
  readonly token: string | null;
  readonly nonce: string | null;
  readonly hmac: string | null;
}

/** One direction of a subflow. A packet seen on several interfaces counts once but in `interfaces`. */
export interface SubflowDirection {
  /** Segments with payload. */
  readonly segments: number;
  /** TCP payload bytes, retransmissions included. */
  readonly payloadBytes: number;
  /** Of its payload, what the other end's TCP acknowledged. */
  readonly acknowledgedBytes: number;
  /** Bytes of the connection's data that this subflow was first to carry. */
  readonly newBytes: number;
  /** Bytes this subflow had sent before (TCP retransmission). */
  readonly repeatedBytes: number;
  /** Bytes that another subflow had carried before. */
  readonly reinjectedBytes: number;
  /** Its part of the connection's new bytes in this direction, 0 to 1. */
  readonly share: number;
  /** Segments with payload that an MPTCP mapping covers. */
  readonly mappedSegments: number;
  /** Whether the last segment with payload was mapped; true without any. */
  readonly mappedToTheEnd: boolean;
  readonly infiniteMapping: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** Payload bytes by the interface they were seen on. */
  readonly interfaces: readonly { readonly interface: number; readonly payloadBytes: number }[];
  readonly timeline: readonly TimelineSample[];
}

/** At most 512 for a direction, thinned evenly where there would be more; the last segment is always one. */
export interface TimelineSample {
  readonly atMs: number;
  /** Data offset behind the segment's last byte; null where it was not mapped. */
  readonly dataOffset: number | null;
  /** The direction's `newBytes` up to here. */
  readonly bytes: number;
}
