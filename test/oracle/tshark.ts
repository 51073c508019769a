import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A packet's values by field, as tshark has them. */
export type Shown = ReadonlyMap<string, readonly string[]>;

const preferences = ['analyze_mptcp', 'analyze_mappings', 'relative_sequence_numbers'].flatMap(
  (name) => ['-o', `mptcp.${name}:TRUE`],
);

/** What tshark, in two passes, shows of each TCP segment by frame number. */
export async function tshark(
  file: string,
  fields: readonly string[],
): Promise<ReadonlyMap<number, Shown>> {
  const asked = ['frame.number', ...fields];
  const args = ['-2', '-n', ...preferences, '-r', file, '-Y', 'tcp', '-T', 'fields'];
  const asking = asked.flatMap((name) => ['-e', name]);
  const { stdout } = await run('tshark', [...args, ...asking], { maxBuffer: 1 << 28 });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const cells = line.split('\t').map((cell) => (cell === '' ? [] : cell.split(',')));
      const shown = asked.map((name, index) => [name, cells[index] ?? []] as const);
      return [Number(cells[0]?.[0]), new Map(shown)];
    }),
  );
}
