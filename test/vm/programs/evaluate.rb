# Evaluates the Vagrantfiles in the directories that standard input names, as JSON, one a line, with a
# Vagrant that only listens. Prints what each said, in JSON, one directory a line.

require "json"

# Takes every call and remembers those with arguments; runs their blocks, but not what a trigger would.
class Listener
  def initialize(calls, path)
    @calls = calls
    @path = path
  end

  def method_missing(name, *arguments)
    path = [*@path, name].join(".")
    @calls << [path, *arguments] unless arguments.empty?
    listener = Listener.new(@calls, path)
    yield listener if block_given? && name != :ruby
    listener
  end

  def respond_to_missing?(*)
    true
  end
end

# Stands in for Vagrant's own module.
module Vagrant
  class << self
    attr_accessor :calls
  end

  def self.user_data_path
    "/vagrant-home"
  end

  def self.configure(_version)
    yield Listener.new(calls, "config")
  end
end

# Remembers what would be typed for routers that are existing VMs.
module Remembered
  def required_by(config)
    Vagrant.calls << ["type", *commands]
    super
  end
end

# Remembers the files that go into images.
module RememberedLinks
  def initialize(*arguments, links: {}, **options)
    Vagrant.calls << ["links", links]
    super
  end
end

$stdin.each_line do |line|
  directory = JSON.parse(line)
  Vagrant.calls = []
  load File.join(directory, "lib", "golden_image.rb")
  GoldenImage.prepend(RememberedLinks)
  if File.exist?(File.join(directory, "lib", "existing_vm.rb"))
    load File.join(directory, "lib", "existing_vm.rb")
    ExistingVm.prepend(Remembered)
  end
  load File.join(directory, "Vagrantfile")
  puts JSON.generate(calls: Vagrant.calls, canary: defined?($canary) ? $canary : nil)
end
