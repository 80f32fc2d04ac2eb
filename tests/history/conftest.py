"""One repository for the session, and a copy of it for each test."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from samverkan_cli.history import ready, writing
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.runner import Git
from tests.history.repository import build, copied
from tests.history.writer import WRITER


@dataclass(frozen=True)
class Repository:
    """A repository, and its revisions, the oldest first."""

    path: Path
    ids: list[str]

    @property
    def git(self) -> Git:
        """Return it as the program reads it."""
        return discover(self.path / "agreement")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    path = tmp_path_factory.mktemp("built") / "register"
    ids = build(path)
    for sample in (path / ".git" / "hooks").glob("*.sample"):
        sample.unlink()  # less to copy for every test
    return Repository(path, ids)


@pytest.fixture
def repository(built: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Copy the repository, and stand in it."""
    path = copied(built.path, tmp_path / "register")
    monkeypatch.chdir(path)
    monkeypatch.setenv("HOME", "/nonexistent")
    return Repository(path, built.ids)


@pytest.fixture
def register(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Copy the repository, and be somebody who may commit to it."""
    for name, value in WRITER.items():
        monkeypatch.setenv(name, value)
    return repository


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait less for locks than a person would."""
    for module in (ready, writing):
        monkeypatch.setattr(module, "PATIENCE", 0.1)
