import type { HostFinding } from '../host-finding.js';

type Environment = Readonly<Record<string, string>>;

/** Variables that lead Vagrant away from a lab's directory, with what they do to it. */
const leadsAway: Readonly<Record<string, string>> = {
  VAGRANT_CWD: 'Vagrant then works in that directory instead of the lab it is started in',
  VAGRANT_VAGRANTFILE: "Vagrant then reads that file instead of the lab's Vagrantfile",
  VAGRANT_DOTFILE_PATH: "labs then share one record of their machines, and lose each other's",
};

/** What the environment variables of Vagrant do to a lab. */
export function redirected(environment: Environment): HostFinding[] {
  return [
    ...Object.entries(leadsAway).flatMap(([name, effect]) => {
      const value = environment[name];
      return value ? [finding('vagrant-redirected', `${name}=${value}`, effect, unset(name))] : [];
    }),
    ...otherProvider(environment),
    ...experimental(environment),
    ...otherBox(environment),
  ];
}

function otherProvider({ VAGRANT_DEFAULT_PROVIDER: provider }: Environment): HostFinding[] {
  if (!provider || provider === 'virtualbox') return [];
  const name = 'VAGRANT_DEFAULT_PROVIDER';
  return [
    finding(
      'vagrant-redirected',
      `${name}=${provider}`,
      `plain \`vagrant up\` then brings the lab up with ${provider}, which it is not made for`,
      `${unset(name)} Or: vagrant up --provider virtualbox`,
    ),
  ];
}

/** See developer.hashicorp.com/vagrant/docs/experimental. */
function experimental({ VAGRANT_EXPERIMENTAL: flags }: Environment): HostFinding[] {
  if (!flags || flags === '0') return [];
  return [
    finding(
      'vagrant-experimental',
      `VAGRANT_EXPERIMENTAL=${flags}`,
      'labs need none of these features, and were not tried with them',
      unset('VAGRANT_EXPERIMENTAL'),
    ),
  ];
}

function otherBox({ SUBFLOW_BOX: box }: Environment): HostFinding[] {
  if (!box) return [];
  return [
    finding(
      'other-box',
      `SUBFLOW_BOX=${box}`,
      'images are made of this box instead of the one the lab names',
      unset('SUBFLOW_BOX'),
    ),
  ];
}

function unset(name: string): string {
  return `Unset it where that is not what you want: unset ${name}.`;
}

function finding(id: string, where: string, message: string, next: string): HostFinding {
  return { id, severity: 'warns', where, message, next };
}
