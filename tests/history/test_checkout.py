"""`--as-of R` says what a checkout of R would say, for every revision of any history."""

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from samverkan_cli.flows.source import Past
from samverkan_cli.store.files import read_folder
from tests.conftest import Run
from tests.examples import SOUND
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, THREE, TWO, commit, git, with_post, write
from tests.test_output_schemas import schema

CONTENTS = st.sampled_from(
    [
        *SOUND.values(),
        with_post("2024-12-31"),
        with_post("2025-03-01"),
        "",
        "party: kom\nposts: []\n",
        "- [\n",
        "party: pol\n",
        "\tparty: kom\n",
        "records:\n  - {duty: grannar-analys, period: 2024, on: 2024-12-24}\n",
        "x" * 300_000,
        "#" * 300_000,
    ]
)
PATHS = st.sampled_from(
    [
        *SOUND,
        "records/2025.yaml",
        "staffing/reg.yaml",
        "staffing/Kom.yaml",
        "staffing/ny\nrad.yaml",
        "staffing/åäö.yaml",
        "staffing/a\u030a.yaml",
        "staffing/kom.yml",
        "staffing/deep/down/er/x.yaml",
        "staffing/.hidden.yaml",
        "staffing/19850709-9805.yaml",
        "approvals/0001/x.yaml",
        "notes/x.txt",
        "x.yaml",
        "-rf.yaml",
    ]
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["write", "write", "write", "remove", "link"]), PATHS, CONTENTS),
    min_size=1,
    max_size=4,
)
Change: TypeAlias = tuple[str, str, str]
HISTORIES = st.lists(CHANGES, min_size=1, max_size=3)


def change(root: Path, how: str, path: str, text: str) -> None:
    """Make one change of a history; one that cannot be made is left out."""
    file = root / path
    file.unlink(missing_ok=True)
    if how == "remove":
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    if how == "link":
        file.symlink_to("/etc/hostname")
    else:
        file.write_text(text, "utf-8")


def told(samverkan: Run, *arguments: str) -> Any:
    """Return the code, the answer without the revision, and what was said beside it."""
    answer = samverkan("status", "--format", "json", *arguments)
    found = json.loads(answer.out) if answer.out else {}
    revision = found.pop("revision", None)
    return revision, (answer.code, found, answer.err)


def hold(samverkan: Run, repository: Repository, history: list[list[Change]], day: str) -> None:
    """Make a history, and ask about each of its revisions in both ways."""
    folder = repository.path
    git(folder, "checkout", "--quiet", "-B", "main", repository.ids[2])
    ids = [repository.ids[1], repository.ids[2]]
    for number, changes in enumerate(history):
        for how, path, text in changes:
            change(folder / "agreement", how, path, text)
        ids.append(commit(folder, f"Ändring {number}", THREE))
    past = {one: told(samverkan, "--on", day, "--as-of", one) for one in ids}
    for one in ids:
        git(folder, "checkout", "--quiet", "--detach", one)
        git(folder, "clean", "--quiet", "-dff")  # folders that were emptied by hand
        if (folder / "agreement").is_dir():
            root = folder / "agreement"
            assert read_folder(root) == Past.of(root).folder(one)
        revision, said = told(samverkan, "--on", day)
        assert revision is None
        then, said_then = past[one]
        assert said_then == said
        assert then is None or then["id"] == one


any_history = given(history=HISTORIES, day=st.sampled_from(["2024-06-01", "2025-03-01"]))
shared = [HealthCheck.function_scoped_fixture]


@settings(max_examples=8, deadline=None, suppress_health_check=shared)
@any_history
def test_a_revision_says_what_its_checkout_says(
    samverkan: Run, repository: Repository, history: list[list[Change]], day: str
) -> None:
    hold(samverkan, repository, history, day)


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=shared)
@any_history
def test_many_revisions_say_what_their_checkouts_say(
    samverkan: Run, repository: Repository, history: list[list[Change]], day: str
) -> None:
    hold(samverkan, repository, history, day)


def test_what_lies_in_the_folder_now_plays_no_part(samverkan: Run, repository: Repository) -> None:
    before = told(samverkan, "--as-of", "HEAD", "--on", "2025-03-01")
    write(repository.path, {STAFFING: "- [\n", "agreement/records/2025.yaml": "- [\n"})
    git(repository.path, "add", "--all")
    assert told(samverkan, "--as-of", "HEAD", "--on", "2025-03-01") == before


def test_a_revision_that_does_not_parse_is_answered_as_far_as_it_goes(
    samverkan: Run, repository: Repository
) -> None:
    write(repository.path, {STAFFING: "- [\n"})
    commit(repository.path, "Trasig fil", THREE)
    write(repository.path, {"agreement/terms/agreement.yaml": "- [\n"})
    commit(repository.path, "Trasigt avtal", THREE)
    _, (code, found, _) = told(samverkan, "--as-of", "HEAD~1")
    assert (code, found["unread"]) == (1, ["staffing/kom.yaml"])
    answer = samverkan("status", "--as-of", "HEAD")
    assert (answer.code, answer.out) == (2, "")
    assert "agreement/terms/agreement.yaml:1:4" in answer.err
    assert samverkan("check", "--as-of", "HEAD").code == 1
    assert samverkan("check", "--as-of", "HEAD~2").code == 0


def test_a_submodule_where_files_should_be_is_a_fault(
    samverkan: Run, repository: Repository
) -> None:
    folder = repository.path
    git(folder, "rm", "--quiet", "-r", "--cached", "agreement/staffing")
    gitlink = f"160000,{repository.ids[0]},agreement/staffing"
    git(folder, "update-index", "--add", "--cacheinfo", gitlink)
    git(folder, "commit", "--quiet", "-m", "Undermodul")
    answer = samverkan("check", "--as-of", "HEAD", "--format", "concise", "--on", "2025-03-01")
    assert answer.code == 1
    assert "“staffing” is not an ordinary file" in answer.out


def test_the_header_tells_the_day_and_the_revision(samverkan: Run, repository: Repository) -> None:
    short = repository.ids[2][:7]
    asked = ("--on", "2025-03-01", "--as-of", "main")
    english = f"1 March 2025, according to {short} (27 February 2025)"
    assert english in samverkan("status", *asked).out
    assert english in samverkan("check", *asked).out
    assert english in samverkan("show", "kom-sam", *asked).out
    swedish = f"1 mars 2025, enligt {short} (27 februari 2025)"
    assert swedish in samverkan("status", *asked, "--lang", "sv").out


def test_an_empty_revision_is_not_the_working_tree(samverkan: Run, repository: Repository) -> None:
    assert repository.path.is_dir()
    for option in (("--as-of", ""), ("--as-of=",)):
        answer = samverkan("status", *option)
        assert (answer.code, answer.out) == (2, "")


@pytest.mark.parametrize("command", [("status",), ("check",), ("show", "kom-sam")])
def test_the_answer_follows_its_schema(
    samverkan: Run, repository: Repository, command: tuple[str, ...]
) -> None:
    answer = samverkan(*command, "--as-of", "HEAD~1", "--format", "json")
    found = json.loads(answer.out)
    assert list(Draft202012Validator(schema(command[0])).iter_errors(found)) == []
    assert found["revision"] == {"id": repository.ids[1], "committed": TWO}
