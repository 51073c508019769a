# What real Vagrant makes of the Vagrantfiles in the directories that standard input names, as JSON, one
# a line: whether `vagrant validate` passes them, and their machines, in JSON, one directory a line.

require "json"
require "vagrant"

def machine(config)
  provider = config.vm.get_provider_config(:virtualbox)
  {
    vmName: provider.name,
    linkedClone: provider.linked_clone,
    clone: config.vm.clone,
    box: config.vm.box,
    adapters: provider.network_adapters.to_a,
    networks: config.vm.networks.map(&:last),
    customizations: provider.customizations.map(&:last),
    sharedFolders: config.vm.synced_folders.values.reject { |folder| folder[:disabled] }.length
  }
end

def lab(directory)
  environment = Vagrant::Environment.new(cwd: directory, ui_class: Vagrant::UI::Silent)
  machines = environment.machine_names.to_h do |name|
    [name, machine(environment.vagrantfile.machine_config(name, :virtualbox, nil, nil, false)[:config])]
  end
  { complaint: complaint(environment), machines: machines }
end

# What the command `vagrant validate` says against it; nil where it passes.
def complaint(environment)
  code = environment.cli("validate", "--ignore-provider")
  code.zero? ? nil : "exit code #{code}"
rescue Vagrant::Errors::VagrantError => e
  e.message
end

$stdin.each_line { |line| puts JSON.generate(lab(JSON.parse(line))) }
