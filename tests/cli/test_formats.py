"""The formats of `check` as they are asked for: by name, by platform, several at once."""

import json
from pathlib import Path

import pytest

from samverkan_cli.cli.options import inside_of
from tests.cli.broken import DAY, ONLY_A_NOTE, WRONG_FIELD
from tests.conftest import Run, Write
from tests.render import platforms

FORMATS = (
    "text",
    "concise",
    "github",
    "markdown",
    "json",
    "jsonl",
    "sarif",
    "gitlab",
    "junit",
)
CHECK = ("check", "--on", DAY)


@pytest.fixture(autouse=True)
def folder(agreement: Write) -> Path:
    """Write an agreement with an error."""
    return agreement(WRONG_FIELD).parent


def test_on_github_the_answer_suits_its_log(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = samverkan(*CHECK)
    assert samverkan(*CHECK, "--format", "auto") == plain
    assert plain.out == samverkan(*CHECK, "--format", "text").out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    answer = samverkan(*CHECK)
    assert platforms.annotations(answer.out)[0].name == "error"
    assert answer.code == plain.code == 1
    assert samverkan(*CHECK, "--format", "text") == plain


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_it_is_text(samverkan: Run, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    plain = samverkan(*CHECK)
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert samverkan(*CHECK) == plain


@pytest.mark.parametrize("text", [WRONG_FIELD, ONLY_A_NOTE])
def test_several_formats_at_once_and_none_changes_the_code(
    samverkan: Run, agreement: Write, folder: Path, text: str
) -> None:
    agreement(text)
    plain = samverkan(*CHECK)
    outputs = [word for name in FORMATS for word in ("--output", f"{name}={name}.out")]
    assert samverkan(*CHECK, *outputs) == plain
    for name in FORMATS:
        answer = samverkan(*CHECK, "--format", name)
        assert answer.code == plain.code
        assert answer.out == (folder / f"{name}.out").read_text("utf-8")


def test_a_format_that_is_not_known_is_told_with_all_that_are(samverkan: Run) -> None:
    answer = samverkan(*CHECK, "--format", "csv")
    assert answer.code == 2
    assert ", ".join(("auto", *FORMATS)) in " ".join(answer.err.split())


def test_no_file_is_written_in_the_format_of_the_platform(samverkan: Run, folder: Path) -> None:
    assert samverkan(*CHECK, "--output", "auto=answer").code == 2
    assert not (folder / "answer").exists()


def test_the_summary_of_a_step_is_added_to(
    samverkan: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    whole = samverkan(*CHECK, "--format", "markdown").out
    samverkan(*CHECK, "--output", f"markdown={summary}")
    assert summary.read_text("utf-8") == whole
    summary.write_text("What another step said", "utf-8")
    samverkan(*CHECK, "--output", f"markdown={summary}", "--output", "markdown=other.md")
    assert summary.read_text("utf-8") == f"What another step said\n{whole}"
    assert (folder / "other.md").read_text("utf-8") == whole


def test_files_are_called_from_the_top_of_the_repository_wherever_we_stand(
    samverkan: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "agreement" / "staffing").mkdir(exist_ok=True)
    monkeypatch.chdir(folder / "agreement" / "staffing")
    found = samverkan(*CHECK, "--format", "json").out
    assert not json.loads(found)["findings"][0]["file"].startswith("agreement/")
    for name, read in (("gitlab", platforms.gitlab), ("sarif", platforms.sarif)):
        read(samverkan(*CHECK, "--format", name).out)
    issues = platforms.gitlab(samverkan(*CHECK, "--format", "gitlab").out)
    assert issues[0]["location"]["path"].startswith("agreement/")


def test_a_folder_in_no_repository_is_called_as_it_is_opened(folder: Path) -> None:
    assert inside_of("agreement/") == "agreement/"
    (folder / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert inside_of("agreement/") == "agreement/"
    assert inside_of(f"{folder}/agreement/") == "agreement/"
    assert inside_of("") == ""


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab", "junit"])
def test_what_programs_read_means_the_same_on_a_stream_that_lacks_our_letters(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = samverkan(*CHECK, "--lang", "sv", "--format", name).out
    monkeypatch.setattr("samverkan_cli.cli.deliver.has_all_signs", lambda _: False)
    spelled = samverkan(*CHECK, "--lang", "sv", "--format", name).out
    assert spelled.isascii()
    if name == "junit":
        assert spelled == whole
    elif name == "jsonl":
        read = [list(map(json.loads, text.splitlines())) for text in (whole, spelled)]
        assert read[0] == read[1]
    else:
        assert json.loads(whole) == json.loads(spelled)
