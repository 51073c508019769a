# Builds a golden image as a node's trigger does, with a Vagrant whose machines are files, and says what it
# does to them, a word a line. Ends with its standard input, as `vagrant up` would with its nodes' boot.
# usage: golden-image.rb VAGRANT_HOME LIB/golden_image.rb SOURCE ID

require "open3"
require "pathname"

HOME, LIBRARY, SOURCE, ID = ARGV
$stdout.sync = true

# Stands in for Vagrant's own module.
module Vagrant
  def self.user_data_path
    HOME
  end

  module Errors
    class VagrantError < StandardError; end
    class CommandUnavailable < StandardError; end
  end

  module Util
    # Runs the real program.
    module Subprocess
      Said = Struct.new(:stdout)

      def self.execute(*command)
        Said.new(Open3.capture2(*command).first)
      end
    end
  end
end

Controller = Struct.new(:name) do
  def sata?
    true
  end
end

# What golden_image.rb asks of a machine, its provider, its driver and its environment.
class Golden
  State = Struct.new(:id)

  def initialize(directory)
    @directory = Pathname.new(directory)
  end

  attr_reader :directory
  alias data_dir directory

  def id
    "a-machine"
  end

  def state
    State.new(directory.join("machine").file? ? :poweroff : :not_created)
  end

  def action(name, **)
    puts name
    sleep 0.5 if name == :up
    directory.join("machine").write("") if name == :up
  end

  def provider
    self
  end

  def driver
    self
  end

  def execute_command(command)
    command.first == "list" ? "Default machine folder:         #{HOME}\n" : ""
  end

  def read_storage_controllers
    self
  end

  def get_dvd_controller
    Controller.new("SATA")
  end
end

# A node, its environment and its output.
class Node
  def env
    self
  end

  def ui
    self
  end

  def info(text)
    puts text
  end

  def environment(vagrantfile)
    raise "#{vagrantfile} is not there" unless File.file?(vagrantfile)

    @directory = File.dirname(vagrantfile)
    self
  end

  def machine(*)
    Golden.new(@directory)
  end
end

require LIBRARY
GoldenImage.new(SOURCE, ID, room_mib: 1).send(:build, Node.new)
puts "there"
$stdin.read
