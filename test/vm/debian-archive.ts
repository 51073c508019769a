import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from '../helpers/run-tool.js';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const helper = fileURLToPath(new URL('../helpers/debian-archive', import.meta.url));

/** Where this machine's own Debian packages come from. */
export function archiveAddress(): string {
  return runTool([helper]).toString().trim();
}

/** A package as apt would install it. */
export interface Candidate {
  readonly version: string;
  /** The suite it would come from, in apt's words. */
  readonly from: string;
}

export interface DebianArchive {
  /**
   * What apt would install for these, as apt-get(8) takes them, on a system that has nothing yet; fails with
   * apt's own words where one of them is not there or cannot be installed beside the others.
   */
  install(packages: readonly string[]): Map<string, Candidate>;
}

/** Debian's archive by these lines of sources.list(5), read by an apt of its own in the directory. */
export function debianArchive(dir: string, sources: readonly string[]): DebianArchive {
  for (const path of ['lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(dir, path), { recursive: true });
  }
  const signed = sources.map((line) => line.replace(/^deb /, `deb [signed-by=${keyring}] `));
  writeFileSync(join(dir, 'sources.list'), signed.join('\n') + '\n');
  writeFileSync(join(dir, 'status'), '');
  const options = [
    ...[`Dir::Etc::SourceList=${dir}/sources.list`, 'Dir::Etc::SourceParts=/dev/null'],
    ...[`Dir::State::Lists=${dir}/lists`, `Dir::State::status=${dir}/status`],
    ...[`Dir::Cache=${dir}/cache`, 'Acquire::Languages=none', 'APT::Architecture=amd64'],
    // Else it would load down as another user, who may not write here.
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  runTool(['apt-get', ...options, '--error-on=any', '-qq', 'update']);
  return {
    install: (packages) => {
      const simulate = ['install', '--simulate', '--no-install-recommends', ...packages];
      return candidates(runTool(['apt-get', ...options, ...simulate]).toString());
    },
  };
}

/** Lines of `Inst NAME (VERSION SUITE [ARCHITECTURE])`. */
function candidates(said: string): Map<string, Candidate> {
  const lines = [...said.matchAll(/^Inst (\S+) \((\S+) (.*) \[\w+\]\)/gm)];
  return new Map(
    lines.map(([, name, version, from]) => [name!, { version: version!, from: from! }]),
  );
}
