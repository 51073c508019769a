# Reads the seeds in the directories that standard input names, as JSON, one a line, as a guest would:
# cloud-init checks and converts, netplan generates. Prints what each came to, in JSON, one a line.
import contextlib
import io
import json
import multiprocessing
import os
import pathlib
import subprocess
import sys

import yaml
from cloudinit import temp_utils
from cloudinit.cmd.devel import net_convert
from cloudinit.config.schema import (
    SchemaType,
    SchemaValidationError,
    get_schema,
    validate_cloudconfig_file,
    validate_cloudconfig_schema,
)

schemas = {kind: get_schema(kind) for kind in SchemaType if kind.name.startswith(("CLOUD", "NETWORK"))}


def complaints(check):
    """What cloud-init says of a file, deprecations included, and where it did not check at all."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            checked = check()
    except SchemaValidationError as error:
        return [said.getvalue(), str(error)]
    return [text for text in (said.getvalue(), None if checked else "was not checked") if text]


def of_user_data(path):
    kind = SchemaType.CLOUD_CONFIG
    return complaints(lambda: validate_cloudconfig_file(path, schemas[kind], kind))


def of_network_config(path):
    """By netplan's parser, as cloud-init does where there is one, and by cloud-init's own schema."""
    by_netplan, by_schema = SchemaType.NETWORK_CONFIG, SchemaType.NETWORK_CONFIG_V2
    with open(path) as file:
        config = yaml.safe_load(file)
    return complaints(lambda: validate_cloudconfig_file(path, schemas[by_netplan], by_netplan)) + complaints(
        lambda: validate_cloudconfig_schema(config, schemas[by_schema], by_schema, strict=True)
    )


def networks(path, root):
    """networkd's files, by name, from netplan's generator, from what cloud-init hands on to it."""
    options = ["--kind", "yaml", "--distro", "debian", "--output-kind", "netplan"]
    files = ["--network-data", path, "--directory", root]
    with contextlib.redirect_stderr(io.StringIO()):
        net_convert.handle_args("net-convert", net_convert.get_parser().parse_args(options + files))
    os.chmod(os.path.join(root, "etc/netplan/50-cloud-init.yaml"), 0o600)
    subprocess.run(["netplan", "generate", "--root-dir", root], check=True)
    generated = pathlib.Path(root, "run/systemd/network")
    return {path.name: path.read_text() for path in generated.iterdir()}


def read(line):
    seed = json.loads(line)
    network_config = os.path.join(seed, "network-config")
    return {
        "userData": of_user_data(os.path.join(seed, "user-data")),
        "networkConfig": of_network_config(network_config),
        "networks": networks(network_config, os.path.join(seed, "netplan")),
    }


# Makes what temporary directories are made in: of two processes that do, one would fail.
os.rmdir(temp_utils.mkdtemp())

# A process for each: cloud-init's converter leaves its own settings changed.
with multiprocessing.get_context("fork").Pool(maxtasksperchild=1) as pool:
    for said in pool.imap(read, sys.stdin):
        print(json.dumps(said), flush=True)
