import type { ProviderName } from '../model/provider.js';

/** Something on this host that bears a lab's mark. */
export interface Leftover {
  /** Null for a file, which any provider may have. */
  readonly provider: ProviderName | null;
  /** `directory` is one in VirtualBox's machine folder whose machine is registered no more. */
  readonly kind: 'machine' | 'directory' | 'image' | 'processes' | 'file';
  /** A machine's name, a path, a lab's id. */
  readonly name: string;
  /** What it holds: a forwarded port, a disk, process ids. */
  readonly details: readonly string[];
  /** The lab's directory; null where that is not on record, and for what labs share. */
  readonly labDir: string | null;
  /** Whether its lab is gone or knows nothing of it, and nothing else needs it: `--remove` takes it. */
  readonly orphaned: boolean;
  /** Why, in plain words. */
  readonly reason: string;
}

/** A leftover, and how to take it away. */
export interface FoundLeftover extends Leftover {
  remove(signal: AbortSignal): Promise<void>;
}
