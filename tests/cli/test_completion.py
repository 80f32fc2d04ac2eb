"""What TAB offers in bash."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from samverkan_cli.cli.run import run
from samverkan_cli.resources import folder
from samverkan_cli.rules.catalogue import RULES
from tests.cli.broken import BROKEN_AGREEMENT
from tests.conftest import Write
from tests.shell import spawn

Tab: TypeAlias = Callable[[str], list[str]]


def asked(line: str) -> dict[str, str]:
    """Return how bash asks for what can stand at the end of a line."""
    return {
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
        "_SAMVERKAN_COMPLETE": "complete_bash",
    }


@pytest.fixture
def tab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tab:
    """Press TAB at the end of a line."""
    monkeypatch.chdir(tmp_path)

    def press(line: str) -> list[str]:
        for name, value in asked(line).items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            run([])
        out, err = capsys.readouterr()
        assert (ended.value.code, err) == (0, "")
        return out.split()

    return press


def test_commands_are_completed_as_bash_asks(tmp_path: Path) -> None:
    answer = spawn(folder=tmp_path, **asked("samverkan st"))
    assert (answer.code, answer.out, answer.err) == (0, "status\n", "")


def test_options_are_completed(tab: Tab) -> None:
    assert tab("samverkan status --fo") == ["--form", "--format"]


def test_rules_are_completed_for_explain(tab: Tab) -> None:
    wanted = [rule.id for rule in RULES if rule.id.startswith("file-")]
    assert tab("samverkan explain file-") == wanted


def test_ids_of_the_agreement_here_are_completed_for_show(tab: Tab, agreement: Write) -> None:
    agreement()
    offered = tab("samverkan show kom-")
    assert "kom-sam" in offered
    assert "kom-1" in offered
    assert all(name.startswith("kom-") for name in offered)


BEHIND = {
    "record {at} --on 2024-08-12 est-lagesbild ": "2024-W30 2024-W31 2024-W33",
    "record {at} --on 2024-08-12 est-lagesbild 2024-W30..": "2024-W30..2024-W31 2024-W30..2024-W33",
    "record {at} --on 2024-08-12 est-lagesbild 2024-W30 2024-W32..": "2024-W32..2024-W33",
    "record {at} vbe-samordnarfunktion --party ": "kom pol",
    "record {at} vbe-samordnarfunktion --party p": "pol",
    "record {at} est-lagesbild --party ": "kom pol",
    "record {at} kompass-modell --party ": "kom pol",
    "assign {at} kom-bf-1 kom-gvi/resurser --function c": "call-in custom",
    "assign {at} kom-bf-1 kom-est --function ": "samordnare",
    "assign {at} kom-bf-1 no-such --function ": "",
    "release {at} kom-andts-2 ": "kom-narkotika/samordnare",
    "waive {at} number-ambiguous p": "pol-gvi/samordnare pol-oserios/samordnare pol-sig/samordnare",
    "waive {at} no-such-rule ": "",
    "waive {at} number-am": "number-ambiguous",
    "status {at} --party ": "kom pol",
    "status {at} --form n": "nara narkotika",
    "status {at} --on yesterday --form n": "nara narkotika",
    "status --example --form n": "nara narkotika",
    "record {at} --on yesterday est-lagesbild ": "",
    "show --agreement /no/such/folder k": "",
    "init --template o": "orebro",
}


@pytest.mark.parametrize("line", BEHIND)
def test_what_is_offered_fits_behind_what_is_typed(tab: Tab, line: str) -> None:
    at = f"--agreement {folder('agreement')}"
    assert tab(f"samverkan {line.format(at=at)}") == BEHIND[line].split()


@pytest.mark.parametrize("text", [None, BROKEN_AGREEMENT])
def test_nothing_is_offered_for_show_where_no_agreement_can_be_read(
    tab: Tab, agreement: Write, text: str | None
) -> None:
    if text:
        agreement(text)
    assert tab("samverkan show k") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_completion_is_shown_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shell: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("_SAMVERKAN_COMPLETE", f"source_{shell}")
    with pytest.raises(SystemExit) as ended:
        run([])
    assert ended.value.code == 0
    assert "_SAMVERKAN_COMPLETE" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
