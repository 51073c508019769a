import { LabError } from '../../errors.js';
import type { MarkedMachine } from './judge-machine.js';
import { parseMark } from './mark.js';
import { linkedClonesOf, parseMedia } from './media.js';
import { listVms, vboxmanage } from './vboxmanage.js';

/** Every registered machine of a wanted name that has a mark, with the machines that are linked clones of it. */
export async function markedMachines(
  isWanted: (name: string) => boolean,
  signal: AbortSignal,
): Promise<MarkedMachine[]> {
  const vms = await listVms('vms', signal);
  const wanted = vms.filter(({ name }) => isWanted(name));
  if (wanted.length === 0) return [];
  const media = parseMedia(await vboxmanage(['list', '--long', 'hdds'], signal));
  const nameOf = new Map(vms.map(({ uuid, name }) => [uuid, name]));
  const found: MarkedMachine[] = [];
  for (const { name, uuid } of wanted) {
    const mark = parseMark(await extraData(uuid, signal));
    if (mark.directory === null && mark.image === null) continue;
    const clones = linkedClonesOf(uuid, media).map((clone) => nameOf.get(clone) ?? clone);
    found.push({ name, uuid, mark, clones });
  }
  return found;
}

/** Empty where VirtualBox cannot read the machine, or it was removed meanwhile. */
async function extraData(uuid: string, signal: AbortSignal): Promise<string> {
  try {
    return await vboxmanage(['getextradata', uuid, 'enumerate'], signal);
  } catch (error) {
    if (error instanceof LabError) return '';
    throw error;
  }
}
