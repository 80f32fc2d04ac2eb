"""What is written about the program is what the program is."""

import re
from pathlib import Path

import pytest

from tools import generate

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "README.sv.md")


def command(page: str, marker: str) -> list[str]:
    """Return the lines of the block that follows a marker."""
    text = (ROOT / page).read_text("utf-8")
    block = re.search(rf"<!-- {marker} -->\n```bash\n(.*?)```\n", text, re.DOTALL)
    assert block
    return block[1].splitlines()


def test_everything_generated_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    code = generate.main(["--check"])
    assert capsys.readouterr().out == ""
    assert code == 0


@pytest.mark.parametrize("marker", ["run-command", "test-command"])
def test_a_command_to_paste_is_one_line_and_the_same_in_both_languages(marker: str) -> None:
    english, swedish = (command(page, marker) for page in PAGES)
    assert len(english) == 1
    assert english == swedish


@pytest.mark.parametrize("page", PAGES)
def test_the_readme_shows_a_picture_of_the_answer_in_its_language(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    picture = text.partition("<!-- answer -->")[2].partition("<!-- /answer -->")[0]
    assert "$ samverkan status --on 2025-03-01\n" in picture
    assert ("1 mars 2025" if ".sv." in page else "1 March 2025") in picture


def files() -> list[Path]:
    """Return the pages that people read."""
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", files(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


def test_both_readmes_have_the_same_chapters_and_links() -> None:
    texts = [(ROOT / page).read_text("utf-8") for page in PAGES]
    levels = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in texts]
    assert levels[0] == levels[1]
    blocks = [text.count("```") for text in texts]
    assert blocks[0] == blocks[1]
