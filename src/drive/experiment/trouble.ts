/** How a program ended and what it said. */
interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What iperf 2 and ncat say when a socket cannot be opened, bound or connected. iperf exits with 0
 * all the same, and `setsockopt ... failed` of it is harmless.
 */
const complaints = [
  /^(?:socket|bind|listen|listener bind|connect|tcp connect) failed: .+$/m,
  /^Ncat: .+$/m,
];

/** Why a program could not do its part, or null. */
export function troubleIn({ exitCode, stderr }: Ending): string | null {
  const complaint = complaints.map((pattern) => pattern.exec(stderr)?.[0]).find(Boolean);
  if (complaint !== undefined) return complaint;
  if (exitCode === 0) return null;
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return `${exitCode === null ? 'it was ended' : `exit code ${exitCode}`}: ${said}`;
}
