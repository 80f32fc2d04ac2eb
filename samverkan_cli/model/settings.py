"""How a register wants to be judged and told of, where nobody asks for anything else."""

from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.place import NOWHERE, Place

DUE_SOON_DAYS = 30
ENDS_SOON_DAYS = 90
BACKDATED_DAYS = 30
IGNORED = "ignore"
"""Said of a rule that is not to be asked."""


class Gravity(Frozen):
    """How grave the findings of a rule are in this register: a severity, or `ignore`."""

    rule: str
    level: str
    place: Place = NOWHERE


class Settings(Frozen):
    """The register's own defaults; days count from the day that is judged.

    `language` and `fail_on` are empty where nothing is said. What is due within `due_soon` days is
    told, and who stops covering a function within `ends_soon` days; entries of staffing that reach
    further back than `backdated` days are told of in a change.
    """

    language: str = ""
    fail_on: str = ""
    due_soon: int = DUE_SOON_DAYS
    ends_soon: int = ENDS_SOON_DAYS
    backdated: int = BACKDATED_DAYS
    gravities: tuple[Gravity, ...] = ()
    place: Place = NOWHERE

    def level(self, rule: str) -> str:
        """Return how grave a rule is here; empty where it is as grave as anywhere."""
        return next((one.level for one in self.gravities if one.rule == rule), "")
