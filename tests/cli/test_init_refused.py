"""What `init` refuses, and that it then writes nothing."""

import resource
import subprocess
from pathlib import Path

import pytest

from tests.cli.beginning import AGREEMENT, WHOLE, lying
from tests.conftest import Run
from tests.history.repository import PEOPLE, write
from tests.shell import COMMAND, environment

pytestmark = pytest.mark.usefixtures("somebody")


def test_nothing_is_left_to_do_for_the_same_command_once_more(samverkan: Run) -> None:
    assert samverkan("init", "reg", *WHOLE).code == 0
    answer = samverkan("init", "reg", *WHOLE)
    assert answer.code == 2
    assert "The last commit holds this already." in answer.err


TAKEN = {
    AGREEMENT: "There is an agreement in",
    "agreement/staffing/x.yaml": "lies there already",
    "agreement/staffing/kom.yaml": "lies there already",
    "terms/agreement.yaml": "There is an agreement in",
    "../terms/agreement.yaml": "There is an agreement in",
}


@pytest.mark.parametrize("path", TAKEN)
def test_where_there_is_something_of_an_agreement_nothing_is_written(
    samverkan: Run, tmp_path: Path, path: str
) -> None:
    (tmp_path / "reg").mkdir()
    write(tmp_path / "reg", {path: "id: x\n"})
    before = lying(tmp_path)
    answer = samverkan("init", "reg", *WHOLE)
    assert (answer.code, answer.out) == (2, "")
    assert TAKEN[path] in " ".join(answer.err.split())
    assert lying(tmp_path) == before
    assert not (tmp_path / "reg" / ".git").exists()


LINKS = ["agreement", "schemas", ".github", "README.md", ".gitignore", ".git"]


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("flag", ["--dry-run", "--no-commit", "--lang=en"])
def test_no_link_is_followed_out_of_the_folder(
    samverkan: Run, tmp_path: Path, name: str, flag: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "reg").mkdir()
    (tmp_path / "reg" / name).symlink_to(outside)
    answer = samverkan("init", "reg", *WHOLE, flag)
    assert (answer.code, answer.out) == (4 if name == ".git" else 2, "")
    assert f"“{tmp_path / 'reg' / name}” " in answer.err
    assert [*outside.iterdir()] == []
    assert [*(tmp_path / "reg").iterdir()] == [tmp_path / "reg" / name]


def test_a_folder_that_a_link_leads_to_is_named_itself(samverkan: Run, tmp_path: Path) -> None:
    (tmp_path / "reg").mkdir()
    (tmp_path / "link").symlink_to("reg")
    answer = samverkan("init", "link", *WHOLE)
    assert (answer.code, answer.out) == (4, "")
    assert f"name that one: {tmp_path / 'reg'}" in " ".join(answer.err.split())
    assert [*(tmp_path / "reg").iterdir()] == []


WRONG = {
    ("--title", "X"): ("The options --party, --from are missing.", "nothing is asked for"),
    WHOLE[2:]: ("The option --title is missing.", "nothing is asked for"),
    WHOLE[:4]: ("This is missing: a second --party, --from.", "--party pol="),
    (*WHOLE[:4], *WHOLE[6:]): ("A second party is needed; --party is", "--party pol="),
    (*WHOLE[:2], *WHOLE[6:]): ("two or more", "--party kom="),
    (*WHOLE, "--party", "kom=K"): ("Two parties cannot both have the id “kom”.", '--party "kom='),
    (*WHOLE, "--party", "A:municipalty"): ("“municipalty” is no kind", "“municipality”?"),
    (*WHOLE, "--party", "A:kommun"): ("“kommun” is no kind of party.", "“municipality”?"),
    (*WHOLE, "--party", "A:zz"): ("“zz” is no kind of party.", "police-area"),
    (*WHOLE, "--party", "A B=X"): ("“A B” is no id", '--party "kom='),
    (*WHOLE, "--party", "И"): ("No id can be made of “И”", '--party "kom='),
    (*WHOLE, "--party", "x="): ("--party: A name must be written.", '--party "kom='),
    (*WHOLE, "--party", "19640823-3234=X"): ("looks like personal data", '--party "kom='),
    (*WHOLE, "--title", "a\x1bb"): ("--title: There is an invisible character", ""),
    (*WHOLE, "--title", "x" * 201): ("201 characters long", ""),
    (*WHOLE, "--until", "2026-12-31"): ("comes before the first", ""),
    (*WHOLE, "--from", "2027-02-30"): ("“2027-02-30” is no day.", "for example"),
    (*WHOLE, "--from", "0927-01-01"): ("“0927-01-01” is not written as “Date”", "2024-01-01"),
    (*WHOLE, "--format", "concise"): ("not one of the words for --format", "text, json"),
    (*WHOLE, "--lang", "fr"): ("not one of the words for --lang", "sv, en"),
    (*WHOLE, "--template", "orebro"): ("The template has its own title", "Leave out --title"),
    ("--template", "oreb"): ("not one of the words for --template", "orebro"),
    ("a", "b"): ("something too much", "init --help"),
    ("\0", *WHOLE): ("There is no folder", ""),
    ("file", *WHOLE): ("is no folder.", ""),
    ("file/reg", *WHOLE): ("file” is no folder.", ""),
    (".git/reg", *WHOLE): ("is a folder of git's own.", ""),
}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("arguments", WRONG, ids=lambda one: " ".join(one[-2:])[:40])
def test_what_cannot_be_is_told_in_words_and_nothing_is_written(
    samverkan: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", language)
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"file": "x\n"})
    answer = samverkan("init", *arguments)
    assert answer.code in (2, 4)
    said = " ".join(answer.err.split())
    sentence, cure = WRONG[arguments]
    if language == "en":
        assert sentence in said
        assert cure in said.partition("= cure: ")[2]
    else:
        assert "“" not in said
    assert lying(tmp_path) == {"file": b"x\n"}


def test_who_has_no_name_is_told_and_nothing_is_written(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in PEOPLE:
        monkeypatch.delenv(name)
    answer = samverkan("init", "deep/reg", *WHOLE)
    assert (answer.code, answer.out) == (4, "")
    assert "Git does not know who you are" in answer.err
    assert [*tmp_path.iterdir()] == []


def test_where_a_file_cannot_be_written_whole_nothing_is_left(tmp_path: Path) -> None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [*COMMAND, "init", "deep/reg", *WHOLE],
        cwd=tmp_path,
        env=environment(**PEOPLE, HOME="/nonexistent"),
        capture_output=True,
        text=True,
        preexec_fn=little,
        check=False,
    )
    assert done.returncode == 4
    assert "cannot be written" in done.stderr
    assert [*tmp_path.iterdir()] == []
