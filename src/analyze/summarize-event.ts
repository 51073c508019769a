import type { AnalysisEvent, AnalysisSignal } from '../model/analysed-connection.js';
import { formatAddress } from '../model/ip.js';
import { hex } from './bytes.js';
import { client, other, type Connection, type End, type SeenSignal } from './connection.js';
import type { Flow } from './flow.js';
import { addAddressHmac } from './hmacs.js';
import type { AddAddress } from './mptcp-option.js';
import type { ToMs } from './summarize-subflow.js';

/** MP_TCPRST reason codes, RFC 8684 section 3.6. */
const resetReasons = [
  'unspecified error',
  'MPTCP-specific error',
  'lack of resources',
  'administratively prohibited',
  'too much outstanding data',
  'unacceptable performance',
  'middlebox interference',
] as const;

/** A signal as a result. */
export function summarizeEvent(
  connection: Connection,
  seen: SeenSignal,
  { flows, toMs }: { readonly flows: readonly Flow[]; readonly toMs: ToMs },
): AnalysisEvent {
  return {
    atMs: toMs(seen.timeNs),
    subflow: flows.indexOf(seen.flow),
    from: seen.from === client ? 'client' : 'server',
    ...summarizeSignal(connection, seen),
  };
}

function summarizeSignal(connection: Connection, { from, signal }: SeenSignal): AnalysisSignal {
  switch (signal.subtype) {
    case 'add-addr':
      return summarizeAddAddress(connection, from, signal);
    case 'remove-addr':
      return { type: 'remove-addr', addressIds: signal.addressIds };
    case 'mp-prio':
      return { type: 'mp-prio', backup: signal.backup, addressId: signal.addressId };
    case 'mp-fail':
      return { type: 'mp-fail', dataSequence: BigInt(`0x${hex(signal.dataSequence)}`).toString() };
    case 'mp-fastclose': {
      const expected = connection.keys[other(from)]?.key;
      const key = hex(signal.receiverKey);
      return { type: 'mp-fastclose', key, keyMatches: expected ? key === hex(expected) : null };
    }
    case 'mp-tcprst': {
      const { transient, reason } = signal;
      const meaning = resetReasons[reason] ?? 'unassigned reason';
      return { type: 'mp-tcprst', transient, reason, meaning };
    }
    case 'infinite-mapping':
      return { type: 'infinite-mapping' };
  }
}

function summarizeAddAddress(
  connection: Connection,
  from: End,
  option: AddAddress,
): AnalysisSignal {
  const { addressId, port, echo } = option;
  const address = addressText(option.address);
  if (echo) return { type: 'add-addr-echo', address, addressId };
  const hmac = addAddressHmac(connection, from, option);
  return { type: 'add-addr', address, port, addressId, hmac };
}

function addressText(bytes: Uint8Array): string {
  return formatAddress({
    family: bytes.length === 4 ? 'ipv4' : 'ipv6',
    value: BigInt(`0x${hex(bytes)}`),
  });
}
