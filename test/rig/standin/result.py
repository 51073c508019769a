"""What a call of VBoxManage comes to."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    code: int = 0
    out: str = ''
    err: str = ''


class Refusal(Exception):
    """An error in VBoxManage's own words and form."""

    def __init__(self, message, code='VBOX_E_INVALID_OBJECT_STATE (0x80bb0007)'):
        super().__init__(message)
        self.result = Result(
            code=1,
            err=(
                f'VBoxManage: error: {message}\n'
                f'VBoxManage: error: Details: code {code}, '
                'component SessionMachine, interface IMachine\n'
            ),
        )


def unsupported(what):
    return Refusal(f'the test rig does not do this: {what}', 'E_NOTIMPL (0x80004001)')
