import type { Plan } from '../model/plan.js';

type Command = readonly [command: string, meaning: string];

/** What to type in a generated directory, in Markdown: Vagrant's own commands where it is one, and subflow's. */
export function labCommands(plan: Plan): string {
  const node = plan.experiments[0]?.client ?? plan.nodes[0]?.name ?? 'NODE';
  const subflow: readonly Command[] = [
    ['recreate --dir .', 'destroy, bring up, run the experiments'],
    ['status --dir .', 'what runs'],
    [`exec ${node} --dir . -- ip mptcp endpoint`, 'run a program on a node'],
    [`shell ${node} --dir .`, 'a shell on a node'],
    ['verify --dir .', 'run the experiments again'],
    ['destroy --dir .', 'end the lab'],
  ];
  return [
    ...(plan.provider === 'virtualbox' ? [vagrantCommands(node)] : []),
    shell('In this directory (it needs Node and, for namespaces, Linux):', 'npx subflow', subflow),
  ].join('\n\n');
}

function vagrantCommands(node: string): string {
  return shell('In this directory, with nothing but Vagrant and VirtualBox:', 'vagrant', [
    ['up', 'build the golden image if it is missing, clone and boot the nodes'],
    [`ssh ${node}`, 'log in'],
    [`reload ${node}`, 'boot again'],
    ['destroy -f', 'end the lab; the image stays for the next one'],
  ]);
}

function shell(introduction: string, program: string, commands: readonly Command[]): string {
  const lines = commands.map(
    ([command, meaning]) => `${program} ${command.padEnd(44)} # ${meaning}`,
  );
  return [introduction, '', '```sh', ...lines, '```'].join('\n');
}
