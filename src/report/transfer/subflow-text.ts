import type { SocketAddress, TransferSubflow } from './transfer.js';

/** A subflow by its addresses and the interfaces its data went by. */
export function subflowText({ client, server, devices }: TransferSubflow): string {
  const by = devices.length === 0 ? '' : ` (${devices.join(', ')})`;
  return `${socketText(client)} → ${socketText(server)}${by}`;
}

export function socketText({ address, port }: SocketAddress): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
