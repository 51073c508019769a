import type { Environment } from '../../model/evidence.js';
import { experimentPort } from '../../model/experiment-port.js';
import type { ExperimentKind, PlannedExperiment } from '../../model/plan.js';
import { sha256 } from '../../model/sha256.js';
import type { Argv } from '../driver.js';
import { crossingMs, programTimeoutMs } from './deadlines.js';
import { congestionControlKey } from './environment.js';
import { forced } from './forced.js';
import { ownArgv } from './own-argv.js';
import type { Run } from './run.js';

/** What the server got, as far as its output tells. */
export interface Receipt {
  readonly bytes: number;
  readonly durationMs: number | null;
  /** Why that is not what was sent, or null. */
  readonly trouble: string | null;
}

/** The two programs of an experiment. */
export interface Programs {
  readonly port: number;
  readonly server: Argv;
  readonly client: Argv;
  readonly clientInput: Uint8Array | null;
  /** Longest time in ms the client may take. */
  readonly clientTimeoutMs: number;
  /** Longest time in ms until the server has it all once the client has ended. */
  readonly receiptTimeoutMs: number;
  /** Reads the server's output; null as long as it is not complete. */
  readonly receipt: (serverOutput: Buffer) => Receipt | null;
}

/** The programs of the original: ncat for one subflow, iperf for several. */
export function programsOf(run: Run, environment: Environment): Programs {
  return makers[run.experiment.kind](run, environment);
}

const makers: Readonly<Record<ExperimentKind, (run: Run, environment: Environment) => Programs>> = {
  'single-subflow': ncatPrograms,
  'multi-subflow': iperfPrograms,
};

/** 256 KiB of numbered lines, so that a lost, doubled or misplaced byte changes the hash. */
const message = Buffer.from(
  Array.from({ length: 16_384 }, (_, line) => `${String(line).padStart(15, '0')}\n`).join(''),
);

/** `-k` because a listener that closes after its first connection resets every join. */
function ncatPrograms({ experiment }: Run): Programs {
  const { family, forcing, programs, serverAddress } = experiment;
  const port = experimentPort[experiment.kind];
  const lateMs = crossingMs(message.length, experiment.paths.slice(0, 1));
  const flag = family === 'ipv6' ? '-6' : '-4';
  const server = ownArgv(programs.server, experiment) ?? ['ncat', flag, '-l', '-k', `${port}`];
  const client = ownArgv(programs.client, experiment) ?? [
    ...(['ncat', flag, '--send-only', serverAddress, `${port}`] as const),
  ];
  return {
    port,
    server: forced(forcing.server, server),
    client: forced(forcing.client, client),
    clientInput: message,
    clientTimeoutMs: 20_000 + lateMs,
    receiptTimeoutMs: programTimeoutMs + lateMs,
    receipt: (output) => {
      if (output.length < message.length) return null;
      const trouble = sha256(output) === sha256(message) ? null : 'got other bytes than were sent';
      return { bytes: output.length, durationMs: null, trouble };
    },
  };
}

/** What iperf may have in its socket when its time is over. */
const unsentBytes = 262_144;

function iperfPrograms({ lab, experiment }: Run, environment: Environment): Programs {
  const { family, forcing, serverAddress, seconds } = experiment;
  const port = experimentPort[experiment.kind];
  const lateMs = crossingMs(unsentBytes, experiment.paths);
  const common = ['-p', `${port}`, '-y', 'C', ...(family === 'ipv6' ? ['-V'] : [])];
  const planned = lab.plan.nodes
    .find(({ name }) => name === experiment.client)
    ?.sysctls.find(({ key }) => key === congestionControlKey)?.value;
  const control = congestionControl(experiment, planned, environment);
  return {
    port,
    server: forced(forcing.server, ['iperf', '-s', ...common]),
    client: forced(forcing.client, [
      ...(['iperf', '-c', serverAddress, '-t', `${seconds}`] as const),
      ...control,
      ...common,
    ]),
    clientInput: null,
    clientTimeoutMs: seconds * 1000 + 20_000 + lateMs,
    receiptTimeoutMs: programTimeoutMs + lateMs,
    receipt: (output) => iperfReceipt(output.toString()),
  };
}

/** A kernel may refuse the planned congestion control as a sysctl of a namespace and give it to a socket. */
function congestionControl(
  { client }: PlannedExperiment,
  planned: string | undefined,
  { sysctls }: Environment,
): string[] {
  const actual = sysctls[`${client}:${congestionControlKey}`];
  return planned === undefined || planned === actual ? [] : ['-Z', planned];
}

/** iperf 2's CSV: time, addresses, ports, id, interval, bytes, bits per second. */
function iperfReceipt(output: string): Receipt | null {
  const fields = output.split('\n').at(-2)?.split(',') ?? [];
  const [bytes, bitsPerSecond] = [Number(fields[7]), Number(fields[8])];
  if (!(bytes >= 0 && bitsPerSecond >= 0)) return null;
  // The interval is rounded to 0.1 s; bytes and rate tell it better.
  const durationMs = bitsPerSecond > 0 ? (bytes * 8000) / bitsPerSecond : null;
  return { bytes, durationMs, trouble: null };
}
