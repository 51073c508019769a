import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { TopologyInput } from '../../src/model/generated/topology.js';
import { cloneCommands } from '../../src/drive/virtualbox/clone-commands.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { arbitraryTopology } from '../helpers/arbitrary-topology.js';
import { askProgram, runTool } from '../helpers/run-tool.js';
import { virtualboxFiles, virtualboxPlan } from '../helpers/virtualbox-files.js';
import { hostile, isWellFormed, pieces, sample, seed, unprintable } from './hostile-text.js';
import { writeLab } from './labs.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'subflow-hostile-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const vmName = hostile([...pieces, ...unprintable], 255).filter(
  (name) => name !== '' && isWellFormed(name),
);
const directoryName = hostile([...pieces, ...unprintable], 60)
  .map((name) => name.replaceAll(/[/\0]/g, '_'))
  .filter((name) => !['', '.', '..'].includes(name) && isWellFormed(name));
const sysctlValue = hostile(pieces, 128).filter((value) => /^[ -~]{1,128}$/.test(value));

interface Said {
  readonly calls: readonly (readonly unknown[])[];
  readonly canary: unknown;
}

function labWith(existingVm: string, name = 'hostile'): TopologyInput {
  const lab = mptcpLab({ name });
  lab.nodes['router']!.existingVm = existingVm;
  return lab;
}

/** The lab with the first of its routers, if it has any, a VM of the user's. */
function withExistingVm(topology: TopologyInput, existingVm: string): TopologyInput {
  const router = Object.values(topology.nodes).find(({ role }) => role === 'router');
  if (router !== undefined) router.existingVm = existingVm;
  return topology;
}

const argumentsOf = (calls: Said['calls'], path: string) =>
  calls.filter(([name]) => name === path).flatMap((call) => call.slice(1));

/** Adapter, internal network and MAC of all interfaces, in the order in which Ruby names them. */
function wiresOf(calls: Said['calls']): unknown[][] {
  return calls
    .filter(([path, kind]) => path === 'config.vm.define.vm.network' && kind === 'private_network')
    .map(([, , options]) => {
      const wire = options as Record<'adapter' | 'virtualbox__intnet' | 'mac', unknown>;
      return [wire.adapter, wire.virtualbox__intnet, wire.mac];
    });
}

describe(`names that mean something to others (seed ${seed})`, () => {
  it('reach Ruby as they are: 1,000 topologies, each in a directory of such a name', () => {
    const anything = fc.tuple(vmName, directoryName, arbitraryTopology);
    const labs = sample(anything, 1000).map(([vm, directory, topology], index) => ({
      vm,
      dir: join(root, String(index), directory),
      topology: withExistingVm(topology, vm),
    }));
    for (const { dir, topology } of labs) writeLab(dir, topology);
    const evaluate = fileURLToPath(new URL('programs/evaluate.rb', import.meta.url));
    const said = askProgram<Said>(
      ['ruby', evaluate],
      labs.map(({ dir }) => dir),
    );

    for (const [index, { vm, dir, topology }] of labs.entries()) {
      const { calls, canary } = said[index]!;
      expect(canary).toBeNull();
      const plan = virtualboxPlan(topology);
      const checkout = createHash('sha256').update(dir).digest('hex').slice(0, 8);
      const here = (name: string) => `${plan.name}-${checkout}-${name}`;
      const ofYours = plan.nodes.filter(({ existingVm }) => existingVm !== null);
      expect(argumentsOf(calls, 'type')).toEqual(
        ofYours.flatMap((router) => [
          ...cloneCommands(router, { original: vm, snapshot: null, dir, here }),
          ['startvm', here(router.name)],
        ]),
      );
      const nodes = plan.nodes.filter(({ existingVm }) => existingVm === null);
      expect(argumentsOf(calls, 'config.vm.define')).toEqual(nodes.map(({ name }) => name));
      expect(wiresOf(calls)).toEqual(
        nodes.flatMap(({ interfaces }) =>
          interfaces.map(({ segment, mac }, nic) => [
            ...[nic + 1, here(segment), mac.replaceAll(':', '').toUpperCase()],
          ]),
        ),
      );
      const seeds = calls.flat(2).filter((word) => String(word).endsWith('.iso'));
      expect(seeds).toEqual(nodes.map(({ name }) => join(dir, 'nodes', name, 'seed.iso')));
    }
  });

  it('are refused where no Ruby string could hold them', () => {
    expect(() => virtualboxFiles(labWith('half \ud83d of a pair'))).toThrow(
      /half a surrogate pair/,
    );
  });

  it('reach the kernel as they are: 1,000 sysctl values through YAML and sh', () => {
    const values = sample(sysctlValue, 1000);
    const lab = labWith('edge');
    lab.nodes['client']!.sysctls = Object.fromEntries(
      values.map((value, index) => [`net.hostile.v${index}`, value]),
    );
    const dir = join(root, 'sysctls');
    writeLab(dir, lab);

    const script = scriptByPyYaml(join(dir, 'nodes/client/user-data'));
    const wants = script.split('\n').filter((line) => line.startsWith('want net/hostile/'));
    const file = join(dir, 'wants.sh');
    writeFileSync(file, `want() { printf '%s\\0' "$2"; }\n${wants.join('\n')}\n`);
    const read = runTool(['sh', file], { cwd: dir }).toString().split('\0').slice(0, -1);
    expect(read).toEqual(values);
    expect(() => readFileSync(join(dir, 'canary'))).toThrow('ENOENT');
  });
});

/** The node's script as cloud-init's own YAML reader has it. */
function scriptByPyYaml(userData: string): string {
  const read =
    'import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))["write_files"][1]["content"], end="")';
  return runTool(['/usr/bin/python3', '-c', read, userData]).toString();
}
