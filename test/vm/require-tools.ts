import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runTool } from '../helpers/run-tool.js';

const tools = [
  ...['vagrant', 'ruby', 'rubocop', 'xorriso', 'blkid', 'shellcheck', 'systemd-analyze'],
  'apt-get',
];

/** Runs before the VM tests: what is missing is named at once, instead of failing test by test. */
export default function requireTools(): void {
  const missing = tools.filter((tool) => !isThere(tool));
  const rig = runTool(['test/rig/env', 'sh', '-c', 'printf %s "$SUBFLOW_RIG"']).toString();
  if (!canRun(join(rig, 'sid/usr/bin/cloud-init'))) missing.push(`cloud-init in ${rig}/sid`);
  if (missing.length > 0) {
    throw new Error(`missing: ${missing.join(', ')}. Run ./scripts/setup --vm, as root.`);
  }
}

function isThere(tool: string): boolean {
  const dirs = (process.env['PATH'] ?? '').split(delimiter);
  return [...dirs, '/usr/sbin', '/sbin'].some((dir) => canRun(join(dir, tool)));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
