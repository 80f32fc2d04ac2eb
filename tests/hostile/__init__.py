"""Pull requests that mean harm, made on top of a small register. A case changes a copy of it.

Each says in a line what it does, with what it is judged, and which rule must be told as new all the
same. What lies beside the clone is nobody's business: `outside/` holds what must not be read, and
the file that appears when foreign code has run. A module adds its cases when it is read, so that
whoever reads this package has them all.
"""

from tests.hostile import (
    commits,
    crowds,
    links,
    policy,
    refs,
    settings,
    tree_bombs,
    trees,
    words,
    yaml_bombs,
)
from tests.hostile.case import CASES

__all__ = [
    "CASES",
    "commits",
    "crowds",
    "links",
    "policy",
    "refs",
    "settings",
    "tree_bombs",
    "trees",
    "words",
    "yaml_bombs",
]
