"""Files are put in their places without a commit, or none of them is."""

import shutil
from pathlib import Path

import pytest

from samverkan_cli.history.lock import locked_folder
from samverkan_cli.history.placing import put
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.tree import Write
from tests.history.conftest import Repository
from tests.history.repository import git
from tests.history.writer import KOM, NOTE


def test_without_a_commit(register: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    shutil.copytree(register.path / "agreement", folder)
    seen = (folder / KOM).read_bytes()
    (folder / KOM).chmod(0o600)
    with locked_folder(folder):
        put(folder, [Write(KOM, seen, NOTE), Write("records/kom.yaml", None, NOTE)])
    assert ((folder / KOM).read_bytes(), (folder / "records/kom.yaml").read_bytes()) == (NOTE, NOTE)
    assert (folder / KOM).stat().st_mode & 0o777 == 0o600
    with pytest.raises(GitError) as error:
        put(folder, [Write("nytt/a.yaml", None, NOTE), Write(KOM, seen, b"annat")])
    assert (error.value.problem, error.value.left) == (GitProblem.CHANGED_MEANWHILE, ())
    assert not (folder / "nytt").exists()
    put(folder, [Write(KOM, NOTE, None), Write(KOM, NOTE, None)])
    assert sorted(file.name for file in (folder / "staffing").iterdir()) == ["pol.yaml"]
    assert git(register.path, "status", "--porcelain") == ""
