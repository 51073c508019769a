import { cloneBegun, isGolden, isNode, type Mark } from './mark.js';

/** A machine with a mark, and what hangs on it. */
export interface MarkedMachine {
  readonly name: string;
  readonly uuid: string;
  readonly mark: Mark;
  /** Names of machines that are linked clones of it. */
  readonly clones: readonly string[];
}

/** What is asked of the world about a lab or an image. */
export interface World {
  exists(dir: string): boolean;
  /** The ids Vagrant has on record there for a machine. */
  recordedIds(dir: string, machine: string): readonly string[];
  /** Whether the lab in the directory has that node as a clone of a VM of the user's. */
  hasExistingVm(dir: string, node: string): boolean;
  /** Whether any Vagrant environment has the machine on record. */
  isRecorded(uuid: string): boolean;
  /** Whether a Vagrant builds or clones the image there since before the machines were listed; null where that cannot be told. */
  isInUse(image: string): boolean | null;
  readonly nowMs: number;
  /** How long Vagrant may take from a clone to its name, in ms, where its image is in use or that cannot be told. */
  readonly clonePatienceMs: number;
}

export interface Standing {
  readonly kind: 'machine' | 'image';
  readonly labDir: string | null;
  readonly orphaned: boolean;
  readonly reason: string;
}

/** Whose a machine is and whether anybody still wants it; null where it is not ours. Pure. */
export function judgeMachine(machine: MarkedMachine, world: World): Standing | null {
  const { name, mark } = machine;
  const begunMs = cloneBegun(name, mark);
  const standing = isNode(name, mark)
    ? nodeStanding(machine, world)
    : isGolden(name, mark)
      ? goldenStanding(machine, world)
      : begunMs !== null
        ? cloneStanding(begunMs, machine, world)
        : null;
  if (!standing?.orphaned || machine.clones.length === 0) return standing;
  const reason = `${standing.reason}, but linked clones need it: ${machine.clones.join(', ')}`;
  return { ...standing, orphaned: false, reason };
}

function nodeStanding({ uuid, mark }: MarkedMachine, world: World): Standing {
  const { directory, node } = mark as { directory: string; node: string };
  const of = (orphaned: boolean, reason: string): Standing => ({
    kind: 'machine',
    labDir: directory,
    orphaned,
    reason,
  });
  if (!world.exists(directory)) return of(true, "its lab's directory is gone");
  if (world.recordedIds(directory, node).includes(uuid)) return of(false, 'its lab knows it');
  if (world.hasExistingVm(directory, node)) return of(false, 'its lab has it as a router');
  return of(true, "its lab's directory is there and knows nothing of it");
}

function goldenStanding({ uuid, mark, clones }: MarkedMachine, world: World): Standing {
  const { image } = mark as { image: string };
  const of = (orphaned: boolean, reason: string): Standing => ({
    kind: 'image',
    labDir: null,
    orphaned,
    reason,
  });
  if (!world.exists(image)) return of(true, "the image's directory is gone");
  if (!world.recordedIds(image, 'default').includes(uuid))
    return of(true, 'its image knows nothing of it');
  const needed = clones.length > 0 ? `needed by ${clones.join(', ')}` : 'kept for the next lab';
  return of(false, `an image, ${needed}`);
}

function cloneStanding(begunMs: number, { uuid, mark }: MarkedMachine, world: World): Standing {
  const of = (orphaned: boolean, reason: string): Standing => ({
    kind: 'machine',
    labDir: null,
    orphaned,
    reason,
  });
  if (world.isRecorded(uuid)) return of(false, 'a clone that its lab knows, not named yet');
  const inUse = world.isInUse((mark as { image: string }).image);
  const isAbandoned = inUse === false || world.nowMs - begunMs > world.clonePatienceMs;
  return isAbandoned
    ? of(true, 'a clone that was never finished')
    : of(false, 'a clone that is being made');
}
