"""What can go wrong, as a person should read it.

    TawaturError            one clear line: what, where, what to do
    ├── InputError          something handed in cannot be used (exit code 2)
    ├── PackError           a row of the knowledge is malformed (exit code 3)
    ├── CaseError           the case file cannot be opened or written (exit code 4)
    └── UnknownError        an id or name that the case does not hold (exit code 5)
"""


class TawaturError(Exception):
    """The base: its message is one line for a person."""

    exit_code = 1


class InputError(TawaturError):
    """A file, an option or a text that cannot be used."""

    exit_code = 2


class PackError(TawaturError):
    """A row of the knowledge that is malformed or contradicts another."""

    exit_code = 3


class CaseError(TawaturError):
    """A case file that cannot be opened, read or written."""

    exit_code = 4


class UnknownError(TawaturError):
    """An id or a name that the case does not hold."""

    exit_code = 5
