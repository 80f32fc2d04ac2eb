"""What a commit says of itself is told as a claim: who made it, and why."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.history.repository import build, commit, git, write
from tests.test_output_schemas import told

NOTE = "agreement/waivers.yaml"
FORMATS = ("text", "concise", "markdown", "json")
OURS = "Samverkan-Verb: assign\nSamverkan-Post: kom-1"


@pytest.fixture
def here(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of three revisions."""
    assert samverkan is not None
    path = tmp_path / "register"
    build(path)
    monkeypatch.chdir(path)
    return path


def note(folder: Path, message: str, author: str = "Tjänst") -> None:
    """Commit a comment under a name, with a message."""
    write(folder, {NOTE: f"# {message!r}\nwaivers: []\n"})
    commit(folder, message, "2025-03-01", {"GIT_AUTHOR_NAME": author})


def newest(samverkan: Run, format_: str, language: str = "en") -> str:
    """Return what is told of the newest revision."""
    answer = samverkan("log", "-n", "1", "--format", format_, "--lang", language)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def test_the_author_is_told_as_git_has_it(here: Path, samverkan: Run) -> None:
    note(here, "Kommentera", "Polismyndigheten")
    line = "authored by “Polismyndigheten”, as git has it"
    assert newest(samverkan, "text").splitlines()[1] == f"    {line}"
    assert newest(samverkan, "concise").endswith("meaning. [“Polismyndigheten”, as git has it]\n")
    assert f"\n\n*{line}*\n\n" in newest(samverkan, "markdown")
    assert json.loads(newest(samverkan, "json"))["entries"][0]["author"] == "Polismyndigheten"
    for format_ in ("text", "concise", "markdown"):
        assert "”Polismyndigheten” enligt git" in newest(samverkan, format_, "sv")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_mailmap_changes_no_name(here: Path, samverkan: Run, format_: str) -> None:
    mail = "tjanst@samverkan.invalid"
    write(here, {".mailmap": f"Polismyndigheten <{mail}>\nPolismyndigheten <{mail}> <{mail}>\n"})
    git(here, "config", "mailmap.file", ".mailmap")
    note(here, "Kommentera")
    assert git(here, "log", "-1", "--format=%aN") == "Polismyndigheten"
    out = newest(samverkan, format_)
    assert "Tjänst" in out
    assert "Polismyndigheten" not in out


@pytest.mark.parametrize("format_", FORMATS)
def test_a_name_deceives_no_reader(here: Path, samverkan: Run, format_: str) -> None:
    note(here, "Kommentera", "A\x1b[31m\u202eB\u200b 850709-9805 ##[x] <b>\t::y [z](q)" + "å" * 900)
    out = newest(samverkan, format_)
    assert not {"\x1b", "\u202e", "\u200b", "\t"} & set(out)
    assert "9805" not in out
    assert "##[" not in out
    assert "å" * 100 not in out
    assert "…" in out
    assert r"\u202e" in out.replace("\\\\", "\\")
    if format_ == "markdown":
        assert "<b>" not in out
        assert r"\[z\]\(q)" in out or r"\[z\](q)" in out


@pytest.mark.parametrize("format_", FORMATS)
def test_nobody_is_told_where_the_commit_names_nobody(
    here: Path, samverkan: Run, format_: str
) -> None:
    tree = git(here, "rev-parse", "HEAD^{tree}")
    write(here, {NOTE: "# ingen\nwaivers: []\n"})
    git(here, "add", "--all")
    tree, parent = git(here, "write-tree"), git(here, "rev-parse", "HEAD")
    text = f"tree {tree}\nparent {parent}\nauthor  <a@b> 1 +0000\ncommitter  <a@b> 1 +0000\n\nX\n"
    made = git(
        here, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", text=text.encode()
    )
    git(here, "reset", "--quiet", "--hard", made)
    out = newest(samverkan, format_)
    assert "as git has it" not in out
    if format_ == "json":
        assert json.loads(out)["entries"][0]["author"] is None


def test_the_reason_is_told_of_what_our_verbs_wrote(here: Path, samverkan: Run) -> None:
    note(here, f"Bemanna\n\nTjänsten är tillsatt.\n\n{OURS}")
    text = "reason given: “Tjänsten är tillsatt.”"
    assert newest(samverkan, "text").splitlines()[2] == f"    {text}"
    assert f"\n\n*{text}*\n\n" in newest(samverkan, "markdown")
    assert json.loads(newest(samverkan, "json"))["entries"][0]["reason"] == "Tjänsten är tillsatt."
    assert "Tjänsten" not in newest(samverkan, "concise")
    assert "Samverkan-Verb" not in "".join(newest(samverkan, one) for one in FORMATS)
    assert "angivet skäl: ”Tjänsten är tillsatt.”" in newest(samverkan, "text", "sv")


def test_a_long_reason_is_a_few_lines_and_hides_nothing(here: Path, samverkan: Run) -> None:
    note(here, f"Bemanna\n\n850709-9805 \x1b[31m<b>{'ord ' * 200}\n\n{OURS}")
    for format_ in ("text", "markdown", "json"):
        out = newest(samverkan, format_)
        assert "9805" not in out
        assert "\x1b" not in out
        assert 40 < out.count("ord ") < 60
        assert "ord…" in out


def test_answers_follow_their_schemas(here: Path, samverkan: Run) -> None:
    note(here, f"Bemanna\n\nEtt skäl.\n\n{OURS}")
    change = (here / "agreement/staffing/kom.yaml").read_text("utf-8")
    write(here, {"agreement/staffing/kom.yaml": change.replace("Samordnare", "Chef")})
    commit(here, f"Ändra\n\nEtt annat skäl.\n\n{OURS}", "2025-03-02")
    assert json.loads(told(samverkan, "log"))["entries"][0]["reason"] == "Ett annat skäl."
    shown = json.loads(told(samverkan, "show", "kom-1", "--on", "2025-03-02"))
    assert shown["history"]["entries"][0]["author"] == "Tjänst"
    assert "authored by “Tjänst”, as git has it" in samverkan("show", "kom-1").out
