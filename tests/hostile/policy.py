"""What the judge might obey: settings, waivers, modules of Python, and other agreements."""

from tests.examples import SOUND
from tests.history.repository import git, write
from tests.hostile.case import BASE, LYING, STAGED, case
from tests.hostile.pull import GONE, Pull
from tests.pulls import CONFIG, WAIVERS, rewrite

RULES = (
    "staffing-unknown", "function-uncovered", "slot-short", "holder-away", "gap-opened",
    "coverage-ends-soon", "past-edited", "counterpart-alone", "guarantee-lowered",
)  # fmt: skip

IGNORING = "fail-on: never\nseverity:\n" + "".join(
    f"  - {{rule: {rule}, level: ignore}}\n" for rule in RULES
)


@case(BASE, STAGED, (*BASE, "--fail-on", "new"), shows=GONE)
def everything_ignored(pull: Pull) -> None:
    """Bring settings by which no fault counts."""
    pull.open_gap()
    write(pull.path, {CONFIG: IGNORING})
    pull.commit()


@case(BASE, STAGED, shows=GONE)
def waived_by_itself(pull: Pull) -> None:
    """Bring waivers for its own faults."""
    pull.open_gap()
    waivers = "".join(
        f"  - {{rule: {rule}, subject: {subject}, reason: x, owner: x, until: 2026-01-01}}\n"
        for rule in RULES
        for subject in ("kom-sam/samordnare/samordnare", "kom-sam/samordnare", "kom-sam")
    )
    write(pull.path, {WAIVERS: f"waivers:\n{waivers}"})
    pull.commit()


SHADOWED = (
    "yaml", "typer", "click", "rich", "jsonschema", "jsonschema_rs", "ruamel", "referencing", "git",
    "gettext", "json", "difflib", "subprocess", "tempfile", "xml", "hashlib", "unicodedata", "csv",
    "sitecustomize", "usercustomize", "conftest", "attrs", "zoneinfo", "decimal", "shlex", "uuid",
)  # fmt: skip


@case(BASE, STAGED, LYING, shows=GONE)
def files_that_python_reads(pull: Pull) -> None:
    """Bring modules called as those we use, and the files by which Python and its tools begin."""
    pull.open_gap()
    evil = f"open({str(pull.marker)!r}, 'w').close()\n"
    for folder in ("", "agreement"):
        write(pull.path / folder, {f"{name}.py": evil for name in SHADOWED})
        write(pull.path / folder, {f"{name}/__init__.py": evil for name in SHADOWED})
        write(pull.path / folder, {"evil.pth": f"import os; {evil}", "pyvenv.cfg": "home = .\n"})
    write(pull.path, {"agreement/locale/sv/LC_MESSAGES/sv.mo": "x", "samverkan.toml": "x = ["})
    write(pull.path, {"setup.py": evil, "pyproject.toml": "x = [", "schemas/staffing.json": "true"})
    pull.commit()


@case(BASE, shows="terms-without-revision")
def agreement_elsewhere(pull: Pull) -> None:
    """Move the agreement to the top under another id, so that the base seems to hold none."""
    pull.open_gap()
    git(pull.path, "mv", *(f"agreement/{one}" for one in ("terms", "staffing", "records")), ".")
    git(pull.path, "mv", WAIVERS, ".")
    rewrite(pull.path, "terms/agreement.yaml", ("id: exempel", "id: annat"))
    write(pull.path, {"config.yaml": IGNORING})
    pull.commit()


@case(BASE, STAGED, LYING, shows=GONE)
def agreements_in_the_agreement(pull: Pull) -> None:
    """Bring other agreements below and beside ours, for a reader to find first."""
    pull.open_gap()
    for inside in ("agreement/agreement", "agreement/terms/agreement", "avtal"):
        write(pull.path, {f"{inside}/{path}": text for path, text in SOUND.items()})
    pull.commit()
