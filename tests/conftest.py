"""What several tests share: the program in this process, and golden files."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, settings

from samverkan_cli.cli.run import run
from tests.examples import example
from tests.shell import LOCALE, Answer

# A machine that has much else to do is slow, and nothing is wrong with that.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")

# Whoever runs the tests in the background has Ctrl-C ignored, and every program we start with it.
signal.signal(signal.SIGINT, signal.default_int_handler)

SNAPSHOTS = Path(__file__).parent / "snapshots"

Run: TypeAlias = Callable[..., Answer]
Write: TypeAlias = Callable[..., Path]
Snapshot: TypeAlias = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write tests/snapshots/ anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Hold a text against the golden file of a name."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if request.config.getoption("--update-snapshots"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture
def samverkan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run the program in an empty folder, in English unless the environment says otherwise."""
    for name in LOCALE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAMVERKAN_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str) -> Answer:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Answer(int(code), out, err)

    return start


@pytest.fixture
def agreement(tmp_path: Path) -> Write:
    """Write an example into the folder `agreement/`, and return that folder."""

    def write(text: str = "", name: str = "agreement") -> Path:
        return example(text).write(tmp_path / name)

    return write
