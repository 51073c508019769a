import type { SubflowState } from '../../model/analysed-subflow.js';

/** What the captures show of an experiment's connection over time. Times are ms since its first packet. */
export interface Transfer {
  /** Where most of the data went. */
  readonly way: 'toServer' | 'toClient';
  /** Distinct bytes of the connection's data. */
  readonly bytes: number;
  readonly contiguous: boolean;
  readonly missingBytes: number;
  readonly slots: Slots;
  /** Goodput of all subflows by slot. */
  readonly sumMbit: readonly number[];
  /** In the order they were opened. */
  readonly subflows: readonly TransferSubflow[];
  /** Further subflows, which carried less. */
  readonly subflowsLeftOut: number;
}

/** A transfer's time in slots of equal width; the last one reaches to the end. */
export interface Slots {
  readonly slotMs: number;
  readonly durationMs: number;
  readonly count: number;
}

export interface TransferSubflow {
  /** Which of the experiment's paths it is by its address; further numbers where it is of none, or not the first. */
  readonly path: number;
  readonly client: SocketAddress;
  readonly server: SocketAddress;
  /** The client's interfaces its data was seen on. */
  readonly devices: readonly string[];
  readonly state: SubflowState;
  readonly backup: boolean;
  readonly rttMs: number | null;
  /** Of the connection's data that it was first to carry. */
  readonly bytes: number;
  /** Its part of the connection's data, 0 to 1. */
  readonly share: number;
  /** Sent again on it, or carried by another before. */
  readonly againBytes: number;
  /** By slot. */
  readonly goodputMbit: readonly number[];
  /** Data offset behind a segment's last byte, thinned evenly. */
  readonly sequence: readonly SequencePoint[];
}

export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

export interface SequencePoint {
  readonly atMs: number;
  readonly offset: number;
}
