"""Where the files that come with the program lie: schemas and the example agreement.

In a checkout and in an editable install they are the folders beside the package; in a wheel they
were copied into it.
"""

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent


def folder(name: str) -> Path:
    """Return the folder `name` (`schemas` or `agreement`) that belongs to this program."""
    beside = CHECKOUT / name
    if (CHECKOUT / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return PACKAGE / "_data" / name
