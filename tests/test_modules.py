"""No module is so long that nobody reads it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_LINES = 250
MODULES = [
    path
    for folder in ("samverkan_cli", "tools", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
