"""What the platforms read is as they demand: held to their schemas and audited, offline."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from samverkan_cli.flows.surroundings import workflow
from samverkan_cli.language.tongue import tongue
from tests.ci.test_gitlab import COMPONENT, PLAIN
from tests.shell import ROOT

ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yaml"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PAGES = (ROOT / "docs" / "ci.md", ROOT / "docs" / "ci.sv.md")
TIMEOUT = 300
pytestmark = pytest.mark.build


def tool(name: str, *arguments: str | Path, folder: Path = ROOT, **settings: str) -> str:
    """Run a tool that lies beside this Python; return all that it said, having seen it succeed."""
    program = Path(sys.executable).parent / name
    if not program.exists():
        pytest.skip(f"needs `{name}` (requirements/dev.txt)")
    done = subprocess.run(
        [str(program), *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1"} | settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def written(folder: Path) -> list[Path]:
    """Write the workflow that `init` writes, in both languages; return the files."""
    found = []
    for language in ("sv", "en"):
        path = folder / language / ".github" / "workflows" / "samverkan.yaml"
        path.parent.mkdir(parents=True)
        path.write_bytes(workflow("git+https://example.org/x@" + "0" * 40, tongue(language)))
        found.append(path)
    return found


def blocks(page: Path) -> list[tuple[str, str]]:
    """Return the files that a page shows, by name."""
    fenced = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    found = fenced.findall(page.read_text("utf-8"))
    return [(name, text.replace("COMMIT", "a1b2c3d4" * 5)) for name, text in found]


SCHEMAS = {".github": "github-workflows", ".gitlab-ci.yml": "gitlab-ci"}


def valid(schema: str, *files: Path) -> None:
    """Hold files to a schema that comes with check-jsonschema."""
    tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


def test_the_action_and_the_workflows_are_as_the_platform_reads_them(tmp_path: Path) -> None:
    valid("github-actions", ACTION)
    valid("github-workflows", *WORKFLOWS, *written(tmp_path))


def test_the_schema_tells_what_is_no_action(tmp_path: Path) -> None:
    wrong = tmp_path / "action.yml"
    text = ACTION.read_text("utf-8")
    wrong.write_text(text.replace("shell: bash", "shel: bash"), "utf-8")
    with pytest.raises(AssertionError, match="shel"):
        valid("github-actions", wrong)


def test_an_audit_of_the_action_and_the_workflows_finds_nothing(tmp_path: Path) -> None:
    hooks = tmp_path / ".pre-commit-hooks.yaml"
    hooks.write_bytes(HOOKS.read_bytes())
    said = tool("zizmor", "--offline", "--no-config", ACTION, *WORKFLOWS, *written(tmp_path), hooks)
    assert "No findings to report" in said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"$GITHUB_ACTION_PATH/.ci/install"', "echo ${{ inputs.python }}"),
        ("          persist-credentials: false\n", ""),
        ("08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0", "v5"),
        ("  pull_request:\n", "  pull_request_target:\n"),
    ],
)
def test_the_audit_tells_what_would_be_wrong(tmp_path: Path, right: str, wrong: str) -> None:
    for path in (ACTION, *WORKFLOWS):
        file = tmp_path / path.relative_to(ROOT)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    with pytest.raises(AssertionError, match=r"error\[|warning\["):
        tool("zizmor", "--offline", "--no-config", tmp_path)


def test_the_gitlab_jobs_are_as_the_platform_reads_them(tmp_path: Path) -> None:
    valid("gitlab-ci", PLAIN)
    # The schema is for one document; the component is two.
    for number, text in enumerate(COMPONENT.read_text("utf-8").split("\n---\n")):
        part = tmp_path / f"{number}.yml"
        part.write_text(text, "utf-8")
        valid("gitlab-ci", part)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_what_the_pages_show_can_be_pasted(page: Path, tmp_path: Path) -> None:
    assert blocks(page) == blocks(PAGES[0])
    names = []
    for number, (name, text) in enumerate(blocks(page)):
        path = tmp_path / str(number) / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        names.append(name)
        if name == ".pre-commit-config.yaml":
            tool("pre-commit", "validate-config", path)
        else:
            valid(SCHEMAS[Path(name).parts[0]], path)
    assert names == [
        ".github/workflows/samverkan.yaml",
        *[".gitlab-ci.yml"] * 2,
        ".pre-commit-config.yaml",
    ]


def test_the_hook_is_as_pre_commit_reads_it() -> None:
    tool("pre-commit", "validate-manifest", HOOKS)


def test_the_hook_is_called_for_files_of_an_agreement_and_no_others() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    called = re.compile(hook["files"]).search
    assert called("agreement/terms/agreement.yaml")
    assert called("orebro/agreement/records/2024.yaml")
    for path in ("agreement.yaml", "my-agreement/x.yaml", "docs/agreements/x.yaml", "README.md"):
        assert not called(path)
