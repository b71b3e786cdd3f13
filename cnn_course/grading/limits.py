"""What a student's notebook may use. Set them in nbgrader_config.py: ``c.Limits.seconds_cell = 120``."""

from traitlets import Integer
from traitlets.config import Configurable

# Megabytes of addresses that libraries reserve and never use: TensorFlow reserves more than a gigabyte.
RESERVED = 2048


class Limits(Configurable):
    """Times in seconds of the wall clock, sizes in megabytes (2**20 bytes)."""

    seconds_call = Integer(20, help="for one call of a student's function").tag(
        config=True
    )
    seconds_cell = Integer(60, help="for a cell, or all calls of a check").tag(
        config=True
    )
    seconds_notebook = Integer(600, help="for all of a notebook").tag(config=True)
    memory = Integer(2048, help="of all processes of a notebook").tag(config=True)
    processes = Integer(64, help="processes and threads").tag(config=True)
    scratch = Integer(64, help="files that a notebook writes").tag(config=True)
    characters = Integer(20_000, help="that a cell may print").tag(config=True)
    pictures = Integer(8, help="that a cell may show").tag(config=True)

    def rlimits(self) -> dict[str, int]:
        """Return the limits that the kernel keeps for each process, by their names in `resource`."""
        return {
            # Used memory is watched from outside; this stops one large leap between two looks.
            "AS": (self.memory + RESERVED) * 2**20,
            "CORE": 0,
            "CPU": self.seconds_notebook,
            "FSIZE": self.scratch * 2**20,
            "MEMLOCK": 0,
            "MSGQUEUE": 0,
            "NOFILE": 128,
            "NPROC": self.processes,
            "SIGPENDING": 256,
        }

    def values(self) -> dict[str, int]:
        """Return the limits by their names, as they are sent to a worker."""
        return {
            name: getattr(self, name) for name in self.class_trait_names(config=True)
        }
