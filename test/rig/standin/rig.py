"""Where the rig's files are."""
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rig:
    """One cache directory; everything the rig keeps is below it."""

    root: Path
    offline: bool = False

    @staticmethod
    def from_environment(environment=os.environ):
        cache = environment.get('XDG_CACHE_HOME') or os.path.join(environment['HOME'], '.cache')
        root = environment.get('SUBFLOW_RIG') or os.path.join(cache, 'subflow-rig')
        return Rig(Path(root), offline=bool(environment.get('SUBFLOW_RIG_OFFLINE')))

    @property
    def sid(self):
        """The chroot with the real VirtualBox."""
        return self.root / 'sid'

    @property
    def run(self):
        """What exists only while machines run: sockets, process ids, serial logs."""
        return self.root / 'run'

    @property
    def calls(self):
        """One JSON array per call: start, seconds, exit code, arguments, what a failure said."""
        return self.root / 'run' / 'calls.jsonl'

    def machine(self, uuid):
        return self.run / 'machines' / uuid
