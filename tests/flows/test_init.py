"""A register to be: whatever the agreement is called, it can be read, and says just that."""

import re
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.flows.check import check
from samverkan_cli.flows.founding import founded, party_of, title_fault
from samverkan_cli.flows.init import Outline, new_terms, outline, terms_of
from samverkan_cli.flows.surroundings import OWNERS, WORKFLOW
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.frame import Party
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.period import Period
from samverkan_cli.resources import folder
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import Register, read

DAY = date(2027, 3, 1)
PERIOD = Period(date(2027, 1, 1), date(2029, 12, 31))
NOWHERE = Path("/nowhere")
KOM = Party(id="kom", title="Exempel kommun", kind="municipality")
POL = Party(id="pol", title="Lokalpolisområde Exempel", kind="police-area")
TITLES = (
    "no",
    "-",
    "- x",
    "# x",
    "x # y",
    "x: y",
    '"x"',
    "'x'",
    "it's \\n",
    "{a: b}",
    "[x]",
    "2027-01-01",
    "1:30",
    "0640",
    "null",
    "~",
    "&a *b !c",
    "%YAML 1.1",
    "---",
    "| >",
    "@x `y`",
    "å ä ö Å Ä Ö é",
    "<script>alert(1)</script>",
    "[x](javascript:y)",
    "ord " * 49 + "slut",
    "å" * 200,
)


def made(agreement: Agreement | Refusal, origin: str = "") -> Outline:
    """Return the register that an agreement would have in a folder that is not there."""
    assert isinstance(agreement, Agreement), agreement
    found = outline(NOWHERE, new_terms(agreement), DAY, origin)
    assert isinstance(found, Outline), found
    return found


def inside(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the agreement's own folder."""
    start = "agreement/"
    return {path[len(start) :]: text for path, text in files.items() if path.startswith(start)}


def errors(register: Register) -> list[str]:
    """Return what `check` finds that is an error."""
    found = check(register, DAY).findings
    return [one.finding.rule for one in found if one.finding.severity is Severity.ERROR]


def sound(found: Outline) -> Agreement:
    """Return what a register says, having seen that it can be read and has no error."""
    register = read(Folder(inside({**found.files})))
    assert register.faults == ()
    assert errors(register) == []
    assert register.agreement is not None
    return register.agreement


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("title", TITLES)
def test_whatever_it_is_called_it_is_read_as_it_was_meant(title: str, language: str) -> None:
    meant = founded(title, language, PERIOD, [KOM, POL.replaced(title=title)])
    assert sound(made(meant)) == meant


names = st.text(min_size=1, max_size=200).filter(
    lambda text: text.strip(" ") == text and title_fault(text) is None
)


@given(names, st.lists(names, min_size=2, max_size=5), st.sampled_from(["sv", "en"]))
def test_any_titles_of_two_to_five_parties_are_kept(
    title: str, titles: Sequence[str], language: str
) -> None:
    parties = [
        Party(id=f"part-{number}", title=one, kind="other") for number, one in enumerate(titles)
    ]
    meant = founded(title, language, Period(PERIOD.first), parties)
    assert sound(made(meant)) == meant


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("number", [2, 3, 5])
def test_every_party_has_its_files(number: int, language: str) -> None:
    parties = [party_of(f"Exempel kommun {one}") for one in range(number)]
    known = [one for one in parties if isinstance(one, Party)]
    found = made(founded("Exempel", language, PERIOD, known))
    assert sound(found).parties == tuple(known)
    for one in known:
        assert f"agreement/terms/guarantees/{one.id}.yaml" in found.files
        assert f"agreement/staffing/{one.id}.yaml" in found.files
    assert [*found.files][-1] == "agreement/terms/agreement.yaml"


def uncommented(text: bytes) -> bytes:
    """Return a file with its examples in place of the empty lists that they stand above."""
    lines: list[str] = []
    shown: list[str] = []
    for line in text.decode().splitlines():
        if line.startswith("#   "):
            shown.append(line.removeprefix("# "))
        elif line.endswith(": []") and shown:
            lines += [line.removesuffix(" []"), *shown]
            shown = []
        else:
            lines.append(line)
    assert shown == []
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("template", [False, True])
def test_the_examples_in_the_comments_can_be_used_as_they_stand(
    template: bool, language: str
) -> None:
    terms = terms_of("orebro")
    meant = founded("Exempel", language, PERIOD, [KOM, POL])
    found = outline(NOWHERE, terms, DAY, "") if template else made(meant)
    assert isinstance(found, Outline)
    files = inside({**found.files})
    register = read(Folder({path: uncommented(text) for path, text in files.items()}))
    assert errors(register) == []
    known = register.agreement
    assert known is not None
    assert len(known.posts) == len(known.assignments) == len(known.absences) == 2
    assert template or [one.party for one in known.guarantees] == ["kom", "pol"]


def test_the_template_keeps_the_terms_and_has_nobody_assigned() -> None:
    found = outline(NOWHERE, terms_of("orebro"), DAY, "")
    assert isinstance(found, Outline)
    known = sound(found)
    shipped = folder("agreement")
    for path in (shipped / "terms").rglob("*.yaml"):
        name = path.relative_to(shipped).as_posix()
        assert found.files[f"agreement/{name}"] == path.read_bytes()
    whole = read(Folder({**terms_of("orebro")})).agreement
    assert known == whole
    assert (known.posts, known.records, known.waivers, known.illustrative) == ((), (), (), ())


def modelines(files: dict[str, bytes]) -> dict[str, str]:
    """Return where the first line of every file of the register leads, from the top."""
    found = {}
    for path, text in files.items():
        if path.startswith("agreement/"):
            first = text.decode().partition("\n")[0]
            _, equals, schema = first.partition("$schema=")
            assert equals, path
            steps = [*Path(path).parent.parts]
            for part in schema.split("/"):
                steps = steps[:-1] if part == ".." else [*steps, part]
            found[path] = "/".join(steps)
    return found


@pytest.mark.parametrize("template", [False, True])
def test_an_editor_finds_the_right_schema_beside_the_register(template: bool) -> None:
    if template:
        found = outline(NOWHERE, terms_of("orebro"), DAY, "")
    else:
        found = made(founded("Exempel", "sv", PERIOD, [KOM, POL]))
    assert isinstance(found, Outline)
    files = {**found.files}
    led = modelines(files)
    assert led["agreement/staffing/kom.yaml"] == "schemas/staffing.schema.json"
    assert led["agreement/terms/guarantees/kom.yaml"] == "schemas/guarantees.schema.json"
    for path, schema in led.items():
        assert files[schema] == (folder("schemas") / Path(schema).name).read_bytes(), path
    assert "schemas/common.schema.json" in files


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_owners_are_given_as_examples_until_somebody_fills_them_in(language: str) -> None:
    found = made(founded("Exempel", language, PERIOD, [KOM, POL]))
    lines = found.files[OWNERS].decode().splitlines()
    assert all(line.startswith("#") for line in lines if line)
    filled = [line[2:].split() for line in lines if "@ORG/" in line and "…" not in line]
    assert filled == [
        ["*", "@ORG/kom", "@ORG/pol"],
        ["/agreement/terms/", "@ORG/kom", "@ORG/pol"],
        ["/agreement/staffing/kom.yaml", "@ORG/kom"],
        ["/agreement/staffing/pol.yaml", "@ORG/pol"],
    ]


@pytest.mark.parametrize("title", ["<b>x</b>", "[x](y)", "# x", "1. x", "a | b"])
def test_the_readme_shows_titles_and_nothing_else(title: str) -> None:
    found = made(founded(title, "en", PERIOD, [KOM.replaced(title=title), POL]))
    first, _, what, *_ = found.files["README.md"].decode().splitlines()
    assert first == f"# {escaped(title)}"
    assert what == escaped(
        f"This is the register of an agreement between {title} and Lokalpolisområde Exempel."
    )


ORIGIN = "git+https://example.org/samverkan@" + "0123456789" * 4


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_check_of_every_change_may_only_read_and_is_pinned(language: str) -> None:
    found = made(founded("Exempel", language, PERIOD, [KOM, POL]), ORIGIN)
    work = yaml.safe_load(found.files[WORKFLOW])
    # To YAML 1.1 the name of this field is a flag.
    assert {*work[True]} == {"push", "pull_request"}
    assert work["permissions"] == {}
    job = work["jobs"]["check"]
    assert job["permissions"] == {"contents": "read"}
    assert job["env"] == {"SAMVERKAN": ORIGIN}
    checkout, install, run = job["steps"]
    name, _, commit = checkout["uses"].partition("@")
    assert name == "actions/checkout"
    assert len(commit) == 40
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert "${{" not in install["run"] + run["run"]
    assert not re.search(r"bin/(?!python\" -I )|python3 (?!-I )", install["run"] + run["run"])


@pytest.mark.parametrize(("event", "base"), [("pull_request", ["--base"]), ("push", [])])
def test_the_check_holds_a_pull_request_against_its_base(
    tmp_path: Path, event: str, base: list[str]
) -> None:
    found = made(founded("Exempel", "sv", PERIOD, [KOM, POL]), ORIGIN)
    job = yaml.safe_load(found.files[WORKFLOW])["jobs"]["check"]
    python = tmp_path / "samverkan" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    python.chmod(0o755)
    summary = tmp_path / "the summary"
    done = subprocess.run(
        ["bash", "-e", "-c", job["steps"][2]["run"]],
        env={
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_EVENT_NAME": event,
            "PATH": "/usr/bin:/bin",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    called = ["check", "--format=github", f"--output=markdown={summary}", *base]
    assert done.stdout.splitlines() == ["-I", "-m", "samverkan_cli", *called]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_check_says_so_where_nobody_knows_the_program(tmp_path: Path, language: str) -> None:
    found = made(founded("Exempel", language, PERIOD, [KOM, POL]))
    job = yaml.safe_load(found.files[WORKFLOW])["jobs"]["check"]
    done = subprocess.run(
        ["bash", "-e", "-c", job["steps"][1]["run"]],
        env={**job["env"], "RUNNER_TEMP": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    told = done.stdout.removeprefix(f"::error file={WORKFLOW}::")
    assert WORKFLOW in told
    assert "SAMVERKAN" in told
    assert "git+https://" in told
    assert WORKFLOW in done.stdout
    assert [*tmp_path.iterdir()] == []


REFUSED = {
    "": "--title: A name must be written.",
    "x" * 201: "201 characters long",
    "a\x1b[31mb": "an invisible character",
    "a\u200bb": "an invisible character",
    "a\nb": "an invisible character",
    "a" + "\u0301" * 40: "a pile of marks",
    "19640823-3234": "looks like personal data",
    "namn@example.org": "looks like personal data",
}


@pytest.mark.parametrize("title", REFUSED)
def test_what_cannot_be_a_title_is_refused_in_words(title: str) -> None:
    answer = founded(title, "en", PERIOD, [KOM, POL])
    assert isinstance(answer, Refusal)
    assert REFUSED[title] in tongue("en")(answer.message)
