import { LabError } from '../../errors.js';
import type { Argv, NodeHandle } from '../driver.js';
import { assertSucceeded, run } from '../exec.js';
import { isRunning } from '../process-identity.js';
import { spawn } from './node-process.js';
import type { NetnsState } from './state.js';

/** A namespace of a running lab, seen from any process on the host. */
export function nodeHandle(name: string, state: NetnsState): NodeHandle {
  const enter = (argv: Argv, cwd?: string): Argv => {
    assertRunning(state);
    return [...entering(name, state), cwd ?? process.cwd(), ...argv];
  };
  return {
    name,
    async exec(argv, { cwd, check, ...options } = {}) {
      const result = await run(enter(argv, cwd), { ...options, ...theirs, check: false });
      if (check !== false) assertSucceeded(argv, result);
      return result;
    },
    spawn: (argv, { cwd, ...options } = {}) => spawn(enter(argv, cwd), { ...options, ...theirs }),
  };
}

/** What runs on a node is its user's, and speaks the user's language. */
const theirs = { locale: 'user' } as const;

/**
 * Enters the lab's namespaces, then makes the node's view of the system and becomes the program. A
 * program dies with nsenter, and nsenter with us, even by SIGKILL. nsenter ignores what should end
 * the program, for else it would take the program down before that could finish.
 */
function entering(name: string, { init, rootless }: NetnsState): [string, ...string[]] {
  const root = `/proc/${init.pid}/root`;
  return [
    ...(['setpriv', '--pdeathsig', 'KILL', 'env', '--ignore-signal=INT,TERM'] as const),
    ...[
      'nsenter',
      '--target',
      String(init.pid),
      ...(rootless ? ['--user', '--preserve-credentials'] : []),
    ],
    ...['--mount', '--pid', `--net=${root}/run/netns/${name}`],
    ...['env', '--default-signal=INT,TERM', 'setpriv', '--pdeathsig', 'KILL'],
    ...['unshare', '--mount', '--uts', 'sh', '-c', viewScript, 'sh', name],
  ];
}

/**
 * $1 the node, $2 a directory, then the program. Another parent than the one outside the lab means
 * that we died before the program could ask to die with us. /sys shows the node's devices where the
 * host allows it.
 */
const viewScript = `
[ "$PPID" -eq 0 ] || exit 1
hostname "$1"
mount -t sysfs sysfs /sys 2>/dev/null || :
cd -- "$2" 2>/dev/null || :
shift 2
exec "$@"
`;

function assertRunning(state: NetnsState): void {
  if (isRunning(state.init)) return;
  throw new LabError('lab-not-running', [
    {
      where: state.labId,
      message: `the lab's first process (pid ${state.init.pid}) has ended`,
      next: 'Bring the lab up again: `subflow up`.',
    },
  ]);
}
