/** A line of Vagrant's `--machine-readable` output (developer.hashicorp.com/vagrant/docs/cli/machine-readable). */
export interface VagrantMessage {
  /** The machine it is about, or empty. */
  readonly target: string;
  /** `ui`, `error-exit`, `state`, `metadata`, ...; `text` is a line of a command that has no messages. */
  readonly type: string;
  readonly data: readonly string[];
}

/** Reads `TIMESTAMP,TARGET,TYPE,DATA...`; null where the line is none. */
export function parseMessage(line: string): VagrantMessage | null {
  const [timestamp = '', target, type, ...data] = line.trimEnd().split(',');
  if (!/^\d+$/.test(timestamp) || target === undefined || type === undefined) return null;
  return { target: plain(target), type, data: data.map(plain) };
}

function plain(field: string): string {
  return field
    .replaceAll('%!(VAGRANT_COMMA)', ',')
    .replaceAll(String.raw`\n`, '\n')
    .replaceAll(String.raw`\r`, '\r');
}
