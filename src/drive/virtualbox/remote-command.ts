import { quoteSh } from '../../model/quote-sh.js';
import type { Argv } from '../driver.js';

/** A program on its way to a node. */
export interface RemoteProgram {
  readonly argv: Argv;
  /** Where it starts, if it is there. */
  readonly cwd: string | undefined;
}

/** Where it is written down which programs a connection has started: in $1, a file for each. */
export interface Register {
  readonly dir: string;
  readonly entry: string;
}

/** Runs it as root on the login user's terminal. */
export function terminalCommand({ argv, cwd = '.' }: RemoteProgram): string {
  return commandOf(['sh', '-c', enter, 'sh', cwd, ...argv]);
}

/**
 * Runs it as root, in a session and so a process group of its own whose id is in the register before
 * it starts. A connection that is lost has no register, and starts nothing any more.
 */
export function groupCommand({ argv, cwd = '.' }: RemoteProgram, { dir, entry }: Register): string {
  const record = ['sh', '-c', recorded, 'sh', `${dir}/${entry}`, cwd];
  return commandOf(['setsid', '--wait', ...record, ...argv]);
}

/** Sends signals to the connection's programs, and ends those left when the connection is lost. */
export function keeperCommand(dir: string): string {
  return commandOf(['sh', '-c', keeper, 'sh', dir]);
}

/** As root. `exec`, so that the login shell hides neither exit code nor signal. */
function commandOf(argv: readonly string[]): string {
  return `exec ${['sh', '-c', asRoot, 'sh', ...argv].map(quoteSh).join(' ')}`;
}

/** Who owns the root directory is root, and may have no sudo. */
const asRoot = '[ -O / ] || set -- sudo -n "$@"; exec "$@"';

/** $1 a directory, then the program. */
const enter = 'cd -- "$1" 2>/dev/null || :; shift; exec "$@"';

/** $1 the entry, $2 a directory, then the program. */
const recorded = `echo $$ >"$1" || exit 1; shift; ${enter}`;

/**
 * $1 the register. Reads lines of SIGNAL ENTRY, and `forget ENTRY` of one that has ended. A signal may
 * come before its program has started. Who starts meanwhile finds no register.
 */
const keeper = `
mkdir -p "$1" && echo ready
while read -r signal entry; do
  if [ "$signal" = forget ]; then
    rm -f "$1/$entry"
  else
    (
      tries=0
      until [ -s "$1/$entry" ] || [ "$tries" -ge 100 ]; do tries=$((tries + 1)); sleep 0.1; done
      kill -s "$signal" -- "-$(cat "$1/$entry")"
    ) 2>/dev/null &
  fi
done
mv "$1" "$1.lost"
for entry in "$1.lost"/*; do kill -s KILL -- "-$(cat "$entry")" 2>/dev/null; done
rm -rf "$1.lost"
`;
