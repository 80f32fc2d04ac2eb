"""Which folder is read: the one named, the example, this one, or the nearest above."""

import shutil
from pathlib import Path

import pytest

from tests.cli.broken import DAY
from tests.conftest import Run, Write

TITLE = "Exempel på överenskommelse"


@pytest.mark.parametrize(
    "here", [".", "agreement", "agreement/terms", "agreement/terms/forms", "docs/deep/down"]
)
def test_the_agreement_is_found_from_the_folder_and_all_below_it(
    samverkan: Run,
    agreement: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
) -> None:
    agreement()
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / here)
    answer = samverkan("status", "--on", DAY)
    assert answer.code == 0
    assert answer.out.startswith(TITLE)


def test_the_nearest_agreement_goes_first(
    samverkan: Run, agreement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement()
    inner = agreement(name="inner/agreement") / "terms" / "agreement.yaml"
    inner.write_text(inner.read_text("utf-8").replace(TITLE, "Den inre"), "utf-8")
    monkeypatch.chdir(tmp_path / "inner")
    assert samverkan("status", "--on", DAY).out.startswith("Den inre")


def test_a_folder_of_any_name_can_be_named(
    samverkan: Run, agreement: Write, tmp_path: Path
) -> None:
    agreement(name="avtal åäö")
    for folder in ("avtal åäö", str(tmp_path / "avtal åäö"), "./avtal åäö/"):
        assert samverkan("status", "--on", DAY, "--agreement", folder).out.startswith(TITLE)
        assert samverkan("status", "--on", DAY, f"--agreement={folder}").out.startswith(TITLE)


@pytest.mark.parametrize(
    ("here", "name"),
    [
        (".", "agreement/staffing/kom.yaml"),
        ("agreement", "staffing/kom.yaml"),
    ],
)
def test_files_are_named_as_they_can_be_opened_from_here(
    samverkan: Run,
    agreement: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
    name: str,
) -> None:
    agreement("# staffing/kom.yaml\nparty: kom\npost: []\n")
    monkeypatch.chdir(tmp_path / here)
    out = samverkan("check", "--on", DAY, "--format", "concise").out
    assert out.startswith(f"{name}:2:1: error: ")
    assert Path(name).is_file()


def test_the_example_is_read_from_anywhere(samverkan: Run) -> None:
    answer = samverkan("status", "--example", "--on", DAY)
    assert answer.code == 0
    assert answer.out.startswith("Samverkansöverenskommelse 2024-2026")
    assert "(illustrative: true)" in answer.out


def test_the_example_goes_before_the_agreement_that_lies_here(
    samverkan: Run, agreement: Write
) -> None:
    agreement()
    out = samverkan("status", "--example", "--on", DAY).out
    assert out.startswith("Samverkansöverenskommelse")


def test_a_folder_that_is_gone_is_told_and_gives_4(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    shutil.rmtree(gone)
    answer = samverkan("status")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == (
        "samverkan: The folder “.” cannot be read: there is no such file or folder.\n"
    )


def test_another_day_than_today_is_answered_for(samverkan: Run, agreement: Write) -> None:
    agreement()
    assert "5 May 2024" in samverkan("status", "--on", "2024-05-05").out


def test_a_party_and_a_form_narrow_the_answer(samverkan: Run, agreement: Write) -> None:
    agreement()
    assert "1 of 1 function staffed" in samverkan("status", "--on", DAY, "--party", "kom").out
    assert "2 of 2 functions staffed" in samverkan("status", "--on", DAY, "--form", "grannar").out
