"""The program outside its tree: built, installed into an empty environment, and run."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from samverkan_cli import __version__
from tests.shell import ROOT, TIMEOUT, environment

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BUILD_TIMEOUT = 300
COMMANDS = (
    ("--version",),
    ("--help",),
    ("status", "--example", "--on", "2025-03-01"),
    ("check", "--example", "--on", "2025-03-01"),
    ("show", "est", "--example"),
    ("explain", "duty-late"),
    ("rules", "--lang", "sv"),
)


def test_the_version_is_said_once_and_the_same() -> None:
    assert PROJECT["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8").replace("[", "")


def test_the_licences_are_here_and_named() -> None:
    assert "EUROPEAN UNION PUBLIC LICENCE" in (ROOT / "LICENSE").read_text("utf-8").upper()
    for name in ("EUPL-1.2", "CC0-1.0"):
        assert name in PROJECT["license"]
        assert (ROOT / "LICENSES" / f"{name}.txt").is_file()


@pytest.mark.parametrize("name", ["runtime", "test", "dev"])
def test_requirements_are_hashed_and_name_no_host(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|@ |git\+", text)
    pinned = re.findall(r"^[A-Za-z][\w.\[\]-]*==\S+", text, re.MULTILINE)
    assert pinned
    blocks = re.split(r"^(?=[A-Za-z])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_every_dependency_has_a_floor_and_a_ceiling() -> None:
    for dependency in PROJECT["dependencies"]:
        assert re.search(r">=[\d.]+,<[\d.]+$", dependency), dependency


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "samverkan_cli" / "py.typed").is_file()


def test_the_program_runs_from_a_checkout(tmp_path: Path) -> None:
    for name in ("status", "check"):
        done = subprocess.run(
            [sys.executable, "-m", "samverkan_cli", name, "--example", "--on", "2025-03-01"],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


def built(folder: Path) -> tuple[Path, Path]:
    """Build the source distribution, and the wheel from it; return both."""
    if not (find_spec("build") and find_spec("hatchling")):
        pytest.skip("needs `build` and `hatchling` (requirements/dev.txt)")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=BUILD_TIMEOUT,
    )
    (source,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return source, wheel


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build once for all tests here."""
    return built(tmp_path_factory.mktemp("dist"))


UNWANTED = re.compile(
    r"(^|/)(\.env|\.git|\.venv|__pycache__|node_modules)(/|$)|\.py[co]$|~$|\.sw[a-z]$|\.orig$"
)


def tracked(folder: str, *endings: str) -> set[str]:
    """Return the files of a folder of the tree."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name.endswith(endings) and "__pycache__" not in path.parts
    }


@pytest.mark.build
def test_the_wheel_holds_all_that_is_needed_and_nothing_else(packages: tuple[Path, Path]) -> None:
    _, wheel = packages
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    info = f"samverkan-{__version__}.dist-info"
    wanted = tracked("samverkan_cli", ".py", ".mo", ".po", "py.typed")
    for folder in ("schemas", "agreement"):
        wanted |= {f"samverkan_cli/_data/{name}" for name in tracked(folder, ".json", ".yaml")}
    wanted |= {
        f"{info}/{name}"
        for name in (
            "METADATA",
            "RECORD",
            "WHEEL",
            "entry_points.txt",
            "licenses/LICENSE",
            "licenses/LICENSES/CC0-1.0.txt",
            "licenses/LICENSES/EUPL-1.2.txt",
        )
    }
    assert names == wanted
    for name in (
        "samverkan_cli/language/sv.mo",
        "samverkan_cli/py.typed",
        "samverkan_cli/_data/schemas/output/status.schema.json",
        "samverkan_cli/_data/agreement/terms/agreement.yaml",
        "samverkan_cli/_data/agreement/staffing/kom.yaml",
    ):
        assert name in names


@pytest.mark.build
def test_the_source_distribution_can_be_tested_and_holds_no_litter(
    packages: tuple[Path, Path],
) -> None:
    source, _ = packages
    with tarfile.open(source) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert [name for name in names if UNWANTED.search(name)] == []
    for name in (
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "README.sv.md",
        "agreement/terms/agreement.yaml",
        "schemas/agreement.schema.json",
        "tests/conftest.py",
        "tests/snapshots/findings-concise.sv.txt",
        "tools/generate.py",
        "requirements/test.txt",
        ".ci/run",
    ):
        assert name in names


@pytest.mark.build
def test_the_wheel_is_installed_and_runs_outside_the_tree(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    _, wheel = packages
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    bin_ = home / ("Scripts" if os.name == "nt" else "bin")
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home)}))
    # No network is needed: pip is this environment's, and so are the dependencies.
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(bin_ / "python"), "install"),
            *("--quiet", "--no-deps", "--no-index", str(wheel)),
        ],
        check=True,
        capture_output=True,
        timeout=BUILD_TIMEOUT,
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    settings = environment(SAMVERKAN_LANG="sv")
    del settings["PYTHONPATH"]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for arguments in COMMANDS:
        for program in ([str(bin_ / "samverkan")], [str(bin_ / "python"), "-m", "samverkan_cli"]):
            done = subprocess.run(
                [*program, *arguments],
                cwd=elsewhere,
                env=settings,
                capture_output=True,
                text=True,
                timeout=TIMEOUT,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, ""), arguments
            assert done.stdout
    where = subprocess.run(
        [str(bin_ / "python"), "-c", "import samverkan_cli; print(samverkan_cli.__file__)"],
        cwd=elsewhere,
        env=settings,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    assert list(elsewhere.iterdir()) == []
