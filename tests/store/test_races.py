"""A folder that changes while it is read: nothing outside it is ever opened (threat F1)."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.store.files import read_folder
from tests.conftest import Write

SECRET = b"party: kom\n# secret\n"


def swapped(path: Path, outside: Path) -> None:
    """Put a link in place of what lies at `path`."""
    path.rename(path.with_name(f".{path.name}"))
    path.symlink_to(outside)


@pytest.mark.parametrize("path", ["staffing", "staffing/kom.yaml", "terms", "terms/guarantees"])
def test_what_becomes_a_link_after_it_was_looked_at_is_not_followed(
    path: str, agreement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, outside = agreement(), tmp_path / "outside"
    for name in ("kom.yaml", "agreement.yaml", "guarantees/kom.yaml"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_bytes(SECRET)
    target = outside / "kom.yaml" if path.endswith(".yaml") else outside
    listing: Callable[[Any], Any] = os.scandir
    names: list[set[str]] = []

    def scandir(where: Any) -> Any:
        found = listing(where)
        if not (root / path).is_symlink() and (root / path).parent.samefile(
            Path(f"/proc/self/fd/{where}")
        ):
            names.append({entry.name for entry in listing(where)})
            swapped(root / path, target)
        return found

    monkeypatch.setattr(os, "scandir", scandir)
    folder = read_folder(root)
    assert names
    assert SECRET not in folder.files.values()
    assert any(name.rstrip("/") == path for name in folder.unread)
