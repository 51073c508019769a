import type { Dss } from '../../src/analyze/dss.js';
import type { MptcpOption } from '../../src/analyze/mptcp-option.js';
import { formatAddress } from '../../src/model/ip.js';
import type { Segment } from './segments.js';

/**
 * What is compared with tshark, field by field. Those of options are equal on every packet: neither has
 * one that the other has not. Those of its MPTCP analysis are equal wherever tshark gives them. On joined
 * subflows tshark 4.0 gives 4-byte numbers a wrong upper half, so there only raw numbers are compared.
 */
export interface Field {
  readonly name: string;
  /** Our values on a packet, as whole numbers or as tshark writes them. */
  readonly ours: (segment: Segment) => readonly Value[];
}

type Value = number | bigint | string | boolean;

const subtypes = [
  ...['mp-capable', 'mp-join', 'dss', 'add-addr', 'remove-addr'],
  ...['mp-prio', 'mp-fail', 'mp-fastclose', 'mp-tcprst'],
];

/** Of all options of a packet but DSS; nulls are values that are not there. */
const option = (
  name: string,
  values: (option: MptcpOption) => readonly (Value | null | undefined)[],
  ofDss: (dss: Dss) => readonly (Value | null)[] = () => [],
): Field => ({
  name: `tcp.options.mptcp.${name}`,
  ours: ({ options, dss }) =>
    [...options.flatMap(values), ...(dss === null ? [] : ofDss(dss))].filter(
      (it) => it !== null && it !== undefined,
    ),
});

const dss = (name: string, values: (dss: Dss) => readonly (Value | null)[]): Field =>
  option(name, () => [], values);

const number = (bytes: Uint8Array | null) =>
  bytes === null ? null : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const wide = (upper: number, lower: number) => (BigInt(upper >>> 0) << 32n) | BigInt(lower >>> 0);

export const optionFields: readonly Field[] = [
  option(
    'subtype',
    (it) => [subtypes.indexOf(it.subtype)],
    () => [subtypes.indexOf('dss')],
  ),
  option('version', (it) => (it.subtype === 'mp-capable' ? [it.version] : [])),
  option('checksumreq.flags', (it) => (it.subtype === 'mp-capable' ? [it.checksumRequired] : [])),
  option('sendkey', (it) => (it.subtype === 'mp-capable' ? [number(it.senderKey)] : [])),
  option('recvkey', (it) =>
    it.subtype === 'mp-capable' || it.subtype === 'mp-fastclose' ? [number(it.receiverKey)] : [],
  ),
  option('backup.flag', (it) => ('backup' in it ? [it.backup] : [])),
  option('addrid', (it) =>
    it.subtype === 'remove-addr' ? it.addressIds : 'addressId' in it ? [it.addressId] : [],
  ),
  option('recvtok', (it) => ('token' in it ? [it.token] : [])),
  option('sendrand', (it) => ('nonce' in it ? [number(it.nonce)] : [])),
  option('sendtrunchmac', (it) =>
    it.subtype === 'mp-join' && it.step === 'syn-ack' ? [number(it.hmac)] : [],
  ),
  option('sendhmac', (it) =>
    it.subtype === 'mp-join' && it.step === 'ack' ? [text(it.hmac)] : [],
  ),
  option('echo', (it) => (it.subtype === 'add-addr' ? [it.echo] : [])),
  option('ipv4', (it) =>
    it.subtype === 'add-addr' && it.address.length === 4 ? [it.address.join('.')] : [],
  ),
  option('ipv6', (it) =>
    it.subtype === 'add-addr' && it.address.length === 16
      ? [formatAddress({ family: 'ipv6', value: number(it.address) ?? 0n })]
      : [],
  ),
  option('port', (it) => (it.subtype === 'add-addr' ? [it.port] : [])),
  option('addaddrtrunchmac', (it) => (it.subtype === 'add-addr' ? [number(it.hmac)] : [])),
  option('flag_T.flag', (it) => (it.subtype === 'mp-tcprst' ? [it.transient] : [])),
  option('rst_reason', (it) => (it.subtype === 'mp-tcprst' ? [it.reason] : [])),
  dss('datafin.flag', (it) => [it.dataFin]),
  dss('dseqnpresent.flag', (it) => [it.hasMapping]),
  dss('dseqn8.flag', (it) => [it.isSequenceWide]),
  dss('dataackpresent.flag', (it) => [it.hasAck]),
  dss('dataack8.flag', (it) => [it.isAckWide]),
  dss('rawdataack', (it) => [it.hasAck ? wide(it.ackUpper, it.ackLower) : null]),
  option(
    'rawdataseqno',
    (it) => (it.subtype === 'mp-fail' ? [number(it.dataSequence)] : []),
    (it) => [it.hasMapping ? wide(it.sequenceUpper, it.sequenceLower) : null],
  ),
  dss('subflowseqno', (it) => [it.hasMapping ? it.subflowSequence >>> 0 : null]),
  option(
    'datalvllen',
    (it) => (it.subtype === 'mp-capable' ? [it.dataLength] : []),
    (it) => [it.hasMapping ? it.dataLength : null],
  ),
  // tshark 4.0 leaves out the one of DSS; the scenarios with checksums prove that those are read right.
  option('checksum', (it) => (it.subtype === 'mp-capable' ? [it.checksum] : [])),
];

export const analysisFields: readonly Field[] = [
  { name: 'tcp.stream', ours: ({ flow }) => [flow] },
  { name: 'mptcp.stream', ours: ({ connection }) => [connection] },
  { name: 'mptcp.master', ours: ({ isInitial }) => [isInitial] },
  { name: 'mptcp.expected_token', ours: ({ key }) => (key ? [key.token] : []) },
  {
    name: 'mptcp.expected_idsn',
    ours: ({ key }) => (key ? [wide(key.idsnUpper, key.idsnLower)] : []),
  },
  // Not compared: mptcp.ack and mptcp.rawdsn64. tshark 4.0 counts them from what it has seen so far, and is off
  // by one or by a segment where subflows overtake each other; the raw values they stand for are compared above.
];
