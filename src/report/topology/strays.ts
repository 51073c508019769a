import type { PlannedExperiment } from '../../model/plan.js';
import type { Transfer } from '../transfer/transfer.js';

/** Addresses of other paths whose data went by the client's interface. */
export function straysOn(
  device: string,
  { paths }: PlannedExperiment,
  transfer: Transfer | null,
): string[] {
  const here = (transfer?.subflows ?? []).filter(({ devices }) => devices.includes(device));
  const strays = here.flatMap(({ client: { address } }) => {
    const own = paths.find((path) => path.address === address);
    return own && own.device !== device ? [address] : [];
  });
  return [...new Set(strays)];
}
