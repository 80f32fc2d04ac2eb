"""Where the program comes from, and where its files lie: schemas and the example agreement.

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


def origin() -> str:
    """Return what pip installs this very program from; nothing unless that is a commit on the web.

    It is told by the record that pip and others leave when they install.
    """
    import json
    import re
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        record = json.loads(distribution("samverkan").read_text("direct_url.json") or "{}")
        url, commit = record["url"], record["vcs_info"]["commit_id"]
    except (PackageNotFoundError, ValueError, KeyError, TypeError):
        return ""
    source = f"git+{url}@{commit}"
    plain = re.fullmatch(r"git\+https://[\w.-]+(:\d+)?/[\w./~+-]+@[0-9a-f]{40}", source, re.ASCII)
    return source if plain else ""
