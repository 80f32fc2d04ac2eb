"""No commit is made of what is no ordinary file, or lies elsewhere."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_cli.history.commit import commit
from samverkan_cli.history.placing import put
from samverkan_cli.history.problems import GitProblem
from samverkan_cli.history.stand import stand
from samverkan_cli.history.tree import Write
from tests.history.conftest import Repository
from tests.history.repository import STAFFING
from tests.history.repository import commit as git_commit
from tests.history.writer import KOM, MESSAGE, NOTE, look, made, refused, writes


def test_a_file_that_is_committed_as_another_kind(register: Repository) -> None:
    top = register.path
    (top / STAFFING).chmod(0o755)
    git_commit(top, "Gör den körbar")
    with refused(top, GitProblem.NOT_PLAIN, path=STAFFING):
        made(top / "agreement")
    (top / STAFFING).unlink()
    (top / STAFFING).symlink_to("pol.yaml")
    git_commit(top, "Gör den till en länk")
    there = register.git
    with refused(top, GitProblem.NOT_PLAIN, path=STAFFING):
        commit(there, stand(there), [Write(KOM, b"pol.yaml", NOTE)], MESSAGE)


def linked(top: Path, outside: Path) -> Iterator[str]:
    """Put something that is no ordinary file where one was; yield what was done."""
    file = top / STAFFING
    text = file.read_bytes()
    (outside / "kom.yaml").write_bytes(text)
    file.unlink()
    file.symlink_to(outside / "kom.yaml")
    yield "a link"
    file.unlink()
    os.mkfifo(file)
    yield "a pipe"
    file.unlink()
    file.mkdir()
    yield "a folder"
    shutil.rmtree(file.parent)
    file.parent.symlink_to(outside)
    yield "a folder that is a link"
    file.parent.unlink()
    file.parent.write_bytes(b"")
    yield "a file where a folder was"


def test_nothing_is_written_through_a_link(register: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    there = register.git
    at = stand(there)
    change = writes(there)
    text = (register.path / STAFFING).read_bytes()
    for _ in linked(register.path, outside):
        with refused(register.path, GitProblem.LINKED):
            commit(there, at, change, MESSAGE)
        with refused(register.path, GitProblem.LINKED):
            put(there.folder, change)
        assert {file.name: file.read_bytes() for file in outside.iterdir()} == {"kom.yaml": text}


@pytest.mark.parametrize("path", ["../x", "/x", "a/../x", "a//x", ".git/x", "a/.GIT/x", "", "a/"])
def test_a_path_that_leads_elsewhere_is_a_mistake_of_ours(register: Repository, path: str) -> None:
    there = register.git
    before = look(register.path)
    with pytest.raises(ValueError, match=f"^{re.escape(path)}$"):
        commit(there, stand(there), [Write(path, None, NOTE)], MESSAGE)
    with pytest.raises(ValueError, match=f"^{re.escape(path)}$"):
        put(there.folder, [Write(path, None, NOTE)])
    assert look(register.path) == before


def test_a_file_in_the_way_of_a_folder(register: Repository) -> None:
    there = register.git
    with refused(register.path, GitProblem.LINKED):
        commit(there, stand(there), [Write("waivers.yaml/x", None, NOTE)], MESSAGE)
