"""A register to change, and somebody who changes it."""

from pathlib import Path

import pytest

from tests.cli.changing import made
from tests.conftest import Run
from tests.history.repository import PEOPLE, copied


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody who may commit, with no configuration."""
    for name, value in {**PEOPLE, "HOME": "/nonexistent"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def made_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a register once, to copy."""
    return made(tmp_path_factory.mktemp("made") / "register")


@pytest.fixture
def register(
    made_register: Path,
    samverkan: Run,
    somebody: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Stand in a register of one's own."""
    # Asked for first, since it moves to a folder of its own.
    assert callable(samverkan)
    assert somebody is None
    folder = copied(made_register, tmp_path / "register")
    monkeypatch.chdir(folder)
    return folder
