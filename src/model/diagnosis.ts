/** What most likely is wrong with a run that did not pass, read from its evidence. */
export interface Diagnosis {
  readonly id: DiagnosisId;
  /** `certain`: the evidence leaves no other cause; `likely`: the usual one; `possible`: cannot be ruled out. */
  readonly certainty: Certainty;
  /** The cause in plain words, with the addresses and devices it concerns. */
  readonly cause: string;
  /** The lines that mend it, in order. */
  readonly mend: readonly Mend[];
}

/** A line to change or run. */
export interface Mend {
  /** A node's name, `topology`, or what else has to be looked at. */
  readonly where: string;
  /** A command line for that node, or the setting to change in the topology. */
  readonly line: string;
}

export type Certainty = 'certain' | 'likely' | 'possible';

/** Stable names of causes; docs/verdict.md lists them. */
export type DiagnosisId =
  /** net.mptcp.enabled is 0 on an end. */
  | 'mptcp-off'
  /** Another program holds the experiment's port. */
  | 'port-taken'
  /** The connection is refused though the server listens: something on the way resets it. */
  | 'port-rejected'
  /** The server cannot be reached at all. */
  | 'server-unreachable'
  /** An end has no route for its answers. */
  | 'no-return-route'
  /** A program the experiment needs is not on its node. */
  | 'program-missing'
  /** The captures are damaged, cut or short of packets. */
  | 'captures-not-whole'
  /** The client's program opened a plain TCP socket. */
  | 'plain-client'
  /** The server's program listens on a plain TCP socket. */
  | 'plain-server'
  /** An end speaks MPTCP v0 (RFC 6824), the out-of-tree kernel's. */
  | 'v0-peer'
  /** SYNs with MP_CAPABLE are dropped on the way. */
  | 'syn-option-dropped'
  /** The client remembers a blackhole and does not try MPTCP. */
  | 'blackhole-memory'
  /** TCP option 30 is removed on the way. */
  | 'option-30-stripped'
  /** The route to the server leads by another interface than the first path's. */
  | 'default-route-elsewhere'
  /** No segment or router leads from an interface to the server. */
  | 'segment-unplugged'
  /** The client has no endpoint of that address. */
  | 'endpoint-missing'
  /** Its endpoint lacks the flag that makes it join. */
  | 'endpoint-without-flag'
  /** Its endpoint is a backup, which carries nothing while another path works. */
  | 'endpoint-is-backup'
  /** The endpoint's address or device cannot send. */
  | 'address-not-up'
  | 'client-limit'
  | 'server-limit'
  /** The server's program closed the reading side of the connection. */
  | 'server-half-closed'
  /** The client's program closed its sending side before a join could be sent. */
  | 'client-half-closed'
  /** The path manager is left to a daemon that does not run. */
  | 'userspace-path-manager'
  /** The server forbids joins to its initial address. */
  | 'joins-to-initial-address-forbidden'
  /** The server announces no such address. */
  | 'announcement-missing'
  /** The client accepts no announced address. */
  | 'announcement-not-accepted'
  /** No policy rule for the source address, and an endpoint without device. */
  | 'no-source-rule'
  /** The policy rule for the source address leads by another interface. */
  | 'source-rule-elsewhere'
  /** A strict reverse path filter dropped packets. */
  | 'rp-filter'
  /** Nothing comes back on a path. */
  | 'path-cut'
  /** The server's program no longer listened when the join came. */
  | 'listener-closed'
  /** An HMAC did not fit: keys or addresses were changed on the way. */
  | 'hmac-mismatch'
  /** Full-size packets are lost on a path: MTU, burst or queue. */
  | 'full-size-packets-lost'
  /** Too few bytes for the second path to matter. */
  | 'transfer-too-short'
  /** An end uses a backup path though others work. */
  | 'backup-not-honoured'
  /** Endpoints that the lab did not set. */
  | 'foreign-endpoints';
