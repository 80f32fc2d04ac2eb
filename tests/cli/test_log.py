"""`log` and `diff` as they are asked for, in a repository of their own."""

import json
from pathlib import Path

import pytest

from samverkan_cli.language.markup import escaped
from samverkan_cli.language.tongue import tongue
from tests.conftest import Run, Snapshot
from tests.examples import SOUND
from tests.history.repository import build, commit, git, write
from tests.test_output_schemas import told

GUARANTEES, STAFFING = "agreement/terms/guarantees/kom.yaml", "agreement/staffing/kom.yaml"
FORM = "agreement/terms/forms/grannar.yaml"
FOUR, FIVE, SIX, SEVEN = "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Put one text in the place of another in a file."""
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with a rename, a merge, a revert, broken YAML and a changed past."""
    path = tmp_path_factory.mktemp("log") / "register"
    build(path)
    (path / GUARANTEES).rename(path / "agreement/terms/guarantees/kommunen.yaml")
    commit(path, "Byt namn på en fil", FOUR)
    git(path, "switch", "--quiet", "--create", "sida", day=FOUR)
    change(path, "agreement/terms/guarantees/kommunen.yaml", "exactly: 1", "at-least: 2")
    commit(path, "Höj ett antal", FOUR)
    git(path, "switch", "--quiet", "main")
    change(path, FORM, "firmness: shall", "firmness: intends")
    commit(path, "Försvaga ett åtagande | <b>[x](http://x.invalid)</b>", FIVE)
    git(path, "merge", "--quiet", "--no-ff", "-m", "Slå ihop", "sida", day=SIX)
    text = (path / STAFFING).read_text("utf-8")
    (path / STAFFING).write_text("party: kom\nposts: [\n", "utf-8")
    commit(path, "Skriv sönder en fil", SIX)
    changed = text.replace("from: 2024-01-01}", "from: 2024-01-01, until: 2024-06-30}")
    (path / STAFFING).write_text(
        changed + "absences:\n  - {post: kom-1, from: 2025-04-01, reason: on-leave}\n", "utf-8"
    )
    commit(path, "Laga filen", SEVEN)
    git(path, "revert", "--no-edit", "HEAD~3", day=SEVEN)
    write(path, {"README.md": "Inget om avtalet.\n"})
    commit(path, "Skriv om annat", SEVEN)
    return path


@pytest.mark.parametrize("format_", ["text", "concise", "markdown"])
def test_an_agreement_that_is_not_committed(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    build(tmp_path / "register")
    monkeypatch.chdir(tmp_path / "register")
    write(Path("nytt"), {f"agreement/{path}": text for path, text in SOUND.items()})
    monkeypatch.chdir("nytt")
    answer = samverkan("log", "--format", format_)
    assert (answer.code, answer.out) == (2, "")
    assert f"The history holds nothing of “{Path.cwd()}/agreement”." in " ".join(answer.err.split())
    assert "Commit the agreement first." in answer.err
    git(Path.cwd(), "add", ".")
    git(Path.cwd(), "commit", "--quiet", "-m", "Nytt")
    assert samverkan("log", "--format", format_).code == 0


@pytest.fixture
def here(history: Path, samverkan: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the repository."""
    assert samverkan is not None
    monkeypatch.chdir(history)
    return history


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("format_", ["text", "concise", "markdown"])
@pytest.mark.usefixtures("here")
def test_the_history_in_words(
    samverkan: Run, snapshot: Snapshot, language: str, format_: str
) -> None:
    answer = samverkan("log", "--format", format_, "--lang", language)
    assert (answer.code, answer.err) == (0, "")
    snapshot(f"log-{format_}.{language}.txt", answer.out)
    answer = samverkan("diff", "HEAD~5", "HEAD", "--format", format_, "--lang", language)
    assert (answer.code, answer.err) == (0, "")
    snapshot(f"diff-{format_}.{language}.txt", answer.out)


@pytest.mark.usefixtures("here")
def test_answers_follow_their_schemas(samverkan: Run) -> None:
    entries = json.loads(told(samverkan, "log"))["entries"]
    assert [entry["subject"] for entry in entries] == [
        'Revert "Försvaga ett åtagande | <b>[x](http://x.invalid)</b>"',
        "Laga filen",
        "Skriv sönder en fil",
        "Slå ihop",
        "Försvaga ett åtagande | <b>[x](http://x.invalid)</b>",
        "Byt namn på en fil",
        "Bemanna igen",
        "Avsluta en bemanning",
        "Teckna avtalet",
    ]
    merge = entries[3]["changes"]
    assert [(one["subject"], one["what"]) for one in merge] == [("kom-sam/samordnare", "raised")]
    assert entries[2]["unread"] == ["staffing/kom.yaml"]
    assert entries[5]["changes"] == []
    told(samverkan, "log", "kom-sam", "--backdated", "3")
    told(samverkan, "diff", "HEAD~3")
    told(samverkan, "diff", "2024-01-10", "main")


@pytest.mark.parametrize(
    ("arguments", "subjects"),
    [
        (("kom-sam",), ["Laga filen", "Slå ihop", "Bemanna igen", "Avsluta en bemanning"]),
        (("kom-sam", "-n", "1"), ["Laga filen"]),
        (("--backdated", "200"), ["Laga filen"]),
        (("--as-of", "2024-03-20"), ["Avsluta en bemanning"]),
        (("grannar-analys", "--as-of", "sida"), []),
    ],
    ids=str,
)
@pytest.mark.usefixtures("here")
def test_a_part_of_the_history(
    samverkan: Run, arguments: tuple[str, ...], subjects: list[str]
) -> None:
    entries = json.loads(samverkan("log", *arguments, "--format", "json").out)["entries"]
    found = [entry["subject"] for entry in entries]
    assert [one for one in found if one not in ("Teckna avtalet", "Skriv sönder en fil")] == (
        subjects
    )


@pytest.mark.usefixtures("here")
def test_nothing_of_that_name_gives_2(samverkan: Run) -> None:
    answer = samverkan("log", "kom-sum")
    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean “kom-sam”?" in answer.err
    assert samverkan("log", "--backdated", "5000").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "--format", "csv"),
        ("log", "--output", "text"),
        ("log", "-n", "0"),
        ("log", "--as-of", "ingen"),
        ("log", "--lang", "fi"),
        ("log", "a\udcffb"),
        ("diff",),
        ("diff", "--output=x"),
        ("diff", "HEAD~99"),
        ("diff", "HEAD", "ingen"),
    ],
    ids=ascii,
)
@pytest.mark.usefixtures("here")
def test_a_wrong_question_gives_2_and_no_answer(samverkan: Run, arguments: tuple[str, ...]) -> None:
    answer = samverkan(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


@pytest.mark.parametrize("command", [("log",), ("diff", "HEAD~2")], ids=" ".join)
@pytest.mark.usefixtures("here")
def test_files_hold_what_standard_output_would(
    samverkan: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    formats = ("text", "concise", "markdown", "json")
    outputs = [word for one in formats for word in ("--output", f"{one}={tmp_path / one}")]
    plain = samverkan(*command)
    assert samverkan(*command, *outputs) == plain
    for name in formats:
        assert (tmp_path / name).read_text("utf-8") == samverkan(*command, "--format", name).out
    answer = samverkan(*command, "--output", f"json={tmp_path / 'no' / 'where'}")
    assert (answer.code, answer.out) == (4, "")


def test_a_shallow_clone_tells_what_it_can_and_gives_3(
    history: Path, samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "3", f"file://{history}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    answer = samverkan("log")
    assert answer.code == 3
    assert "The clone ends here" in answer.out
    assert "--unshallow" in answer.err
    assert "new:" not in answer.out


def test_without_a_repository_there_is_no_history(samverkan: Run, tmp_path: Path) -> None:
    write(tmp_path, {f"agreement/{path}": text for path, text in SOUND.items()})
    for command in (("log",), ("diff", "HEAD")):
        answer = samverkan(*command)
        assert (answer.code, answer.out) == (4, "")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("kom-gvi/resurser: at least 2 → 1", "kom-gvi/resurser: at least 2 → 1"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("[x](http://y.z)", r"\[x\](http\://y.z)"),
        ("a | b", r"a \| b"),
        ("# Rubrik", r"\# Rubrik"),
        ("- x", r"\- x"),
        ("--- x", r"\-\-\- x"),
        ("1. x", r"1\. x"),
        ("@polis #12 GH-3", r"\@polis \#12 GH\-3"),
        ("www.x.se", r"www\.x.se"),
        ("a\n\n# b", r"a \# b"),
        ("`x` *y* _z_ ~q~ \\", r"\`x\` \*y\* \_z\_ \~q\~ \\"),
        (":sob: &amp;", r"\:sob: \&amp;"),
    ],
)
def test_no_text_is_taken_for_markup(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_every_field_has_a_name() -> None:
    from samverkan_cli.evaluate.nodes import FIELDS
    from samverkan_cli.language.changed import FIELDS as NAMES
    from samverkan_cli.language.changed import KINDS, WEIGHTS
    from samverkan_cli.model.frame import Term
    from samverkan_cli.model.settings import Settings
    from samverkan_cli.model.staffing import Absence, Assignment, Record, Waiver

    entries = (Term, Assignment, Absence, Record, Waiver, Settings)
    fields = {name for names in FIELDS.values() for name in names}
    fields |= {name for kind in entries for name in kind.compared_names}
    apart = {"share_given", "gravities"}
    assert fields - apart | {"term_source", "within", "illustrative"} == NAMES.keys()
    assert all(tongue("sv")(words) for words in (*NAMES.values(), *KINDS.values()))
    assert len(WEIGHTS) == 6


@pytest.mark.usefixtures("here")
def test_show_ends_with_the_history_of_the_thing(samverkan: Run) -> None:
    answer = json.loads(told(samverkan, "show", "kom-sam", "--on", SEVEN))
    subjects = [entry["subject"] for entry in answer["history"]["entries"]]
    assert (answer["history"]["whole"], subjects[0], len(subjects)) == (True, "Laga filen", 6)
    text = samverkan("show", "kom-sam", "--on", SEVEN).out
    assert text.count("\nHistory\n") == 1
    assert text.index("\nHistory\n") < text.index("Slå ihop") < text.index("Teckna avtalet")
    older = samverkan("show", "kom-sam", "--on", SEVEN, "--as-of", "2024-03-20").out
    assert "Slå ihop" not in older
    assert "Avsluta en bemanning" in older


def test_show_looks_back_only_so_far(
    history: Path, samverkan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(history)
    monkeypatch.setattr("samverkan_cli.flows.recent.SEARCHED", 5)
    answer = json.loads(told(samverkan, "show", "kom-sam", "--on", SEVEN))
    assert answer["history"]["whole"] is False
    assert "samverkan log kom-sam" in samverkan("show", "kom-sam").out


def test_show_has_no_history_outside_a_repository(samverkan: Run, tmp_path: Path) -> None:
    write(tmp_path, {f"agreement/{path}": text for path, text in SOUND.items()})
    assert json.loads(told(samverkan, "show", "kom-sam", "--on", SEVEN))["history"] is None
    assert "History" not in samverkan("show", "kom-sam", "--on", SEVEN).out
