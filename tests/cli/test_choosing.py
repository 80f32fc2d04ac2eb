"""Whether there is anything to choose is looked at before a person is asked."""

from pathlib import Path

import pytest

from tests.cli.beginning import WHOLE
from tests.cli.changing import STAFFING, added
from tests.history.repository import PEOPLE, git, write
from tests.shell import spawn
from tests.terminal import at_terminal

OWN = PEOPLE | {"HOME": "/nonexistent"}
KOM = "agreement/terms/guarantees/kom.yaml"
PROMISE = """\
party: kom
guarantees:
  - id: kom-falt
    title: Fältgruppen
    slots: [{id: ledare, kind: coordinator, holders: {exactly: 1}}]
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a register with no promise and no post."""
    folder = tmp_path_factory.mktemp("begun")
    assert spawn("init", *WHOLE, folder=folder, **OWN).code == 0
    return folder


@pytest.mark.parametrize(
    ("verb", "told", "cure"),
    [
        ("assign", "No role is promised yet.", "terms/guarantees/"),
        ("release", "There is no post yet.", "terms/guarantees/"),
        ("absent", "There is no post yet.", "terms/guarantees/"),
        ("record", "There is no duty or follow-up yet.", "terms/forms/"),
    ],
)
def test_nobody_is_asked_where_there_is_nothing(
    begun: Path, verb: str, told: str, cure: str
) -> None:
    with at_terminal(verb, folder=begun, **OWN) as terminal:
        assert terminal.end() == 2
        assert told in terminal.screen
        assert cure in terminal.screen
        assert "? " not in terminal.screen
    typed = spawn(verb, "x", *(["y"] if verb == "assign" else []), folder=begun, **OWN)
    assert (typed.code, cure in typed.err) == (2, True)


def test_a_promise_is_to_be_committed_before_anybody_is_asked(begun: Path) -> None:
    write(begun, {KOM: PROMISE})
    try:
        for more in ([], ["kom-1", "kom-falt"]):
            with at_terminal("assign", *more, folder=begun, **OWN) as terminal:
                assert terminal.end() == 2
                assert "The promise is not committed yet." in terminal.screen
                assert "Commit terms with “samverkan revise”" in terminal.screen
                assert "? " not in terminal.screen
        with at_terminal("assign", "--no-commit", "--dry-run", folder=begun, **OWN) as terminal:
            terminal.answer("Which post? (? lists them all)", "?")
            terminal.wait_for("There is no post yet. Write a short id for a new one")
            terminal.answer("Which post?", "kom-1")
            terminal.answer("What is it called?", "Fältledare")
            terminal.answer("Which role is it to cover? (kom-falt/ledare)", "kom-falt")
            assert terminal.end() == 0
    finally:
        git(begun, "restore", ".")


def test_what_is_not_committed_is_not_offered(register: Path) -> None:
    text = (register / STAFFING).read_text("utf-8")
    more = "posts:\n  - {id: ny-1, title: Ny}\n"
    assert "posts:\n" in text
    write(register, {STAFFING: text.replace("posts:\n", more)})
    for verb in ("release", "absent"):
        with at_terminal(verb, "ny-1", folder=register, **OWN) as terminal:
            assert terminal.end() == 2
            assert "The post is not committed yet." in terminal.screen
    with at_terminal("release", folder=register, **OWN) as terminal:
        terminal.answer("Which post? (kom-1, pol-1)", "ny-1")
        terminal.wait_for("“ny-1” is not committed yet. Commit terms with")
        terminal.answer("Which post?", "pol-1")
        terminal.answer("Go on?", "y")
        assert terminal.end() == 0
    assert len(added(register)) == 2
    with at_terminal("assign", "ny-1", folder=register, **OWN) as terminal:
        assert terminal.end() == 2
        assert "It stands in the files, but is not committed yet." in terminal.screen


def test_what_comes_next_is_to_commit_the_promises(begun: Path, tmp_path: Path) -> None:
    told = spawn("init", "reg", *WHOLE, folder=tmp_path, **OWN).out
    assert told.index("\n  samverkan revise\n") < told.index("\n  samverkan assign\n")
    assert "\nsamverkan revise  # " in (begun / "README.md").read_text("utf-8")
