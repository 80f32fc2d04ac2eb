"""Where the program was installed from, as far as that is a commit which others can fetch."""

import json
from pathlib import Path

import pytest

from samverkan_cli.resources import origin

COMMIT = "0123456789" * 4
WEB = "https://example.org/org/samverkan.git"


def record(url: str, **facts: object) -> str:
    """Return what an installer leaves."""
    return json.dumps({"url": url, **facts})


def of_git(url: str, commit: str = COMMIT) -> str:
    """Return what an installer leaves that fetched a commit."""
    return record(url, vcs_info={"vcs": "git", "commit_id": commit})


RECORDS = {
    of_git(WEB): f"git+{WEB}@{COMMIT}",
    of_git("https://example.org:8443/a~b/c+d"): f"git+https://example.org:8443/a~b/c+d@{COMMIT}",
    of_git(WEB, "main"): "",
    of_git("https://user:secret@example.org/x"): "",
    of_git('https://example.org/x" && id #'): "",
    of_git("http://example.org/x"): "",
    of_git("ssh://git@example.org/x"): "",
    of_git("file:///home/user/samverkan"): "",
    record("file:///home/user/samverkan", dir_info={"editable": True}): "",
    record(WEB, vcs_info=None): "",
    "[]": "",
    "{": "",
    "": "",
}


@pytest.mark.parametrize("text", RECORDS)
def test_only_a_commit_on_the_web_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    folder = tmp_path / "samverkan-0.0.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Name: samverkan\nVersion: 0.0.0\n", "utf-8")
    if text:
        (folder / "direct_url.json").write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert origin() == RECORDS[text]


def test_nothing_is_told_where_nothing_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert origin() == ""
