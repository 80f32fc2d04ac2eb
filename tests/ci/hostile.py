"""A checkout in which everything that might be imported or run says that it was."""

from pathlib import Path

MODULES = (
    "venv",
    "pip",
    "ensurepip",
    "sysconfig",
    "json",
    "encodings",
    "site",
    "sitecustomize",
    "usercustomize",
    "samverkan_cli",
    "rich",
)
PROGRAMS = ("bash", "git", "python", "python3", "mktemp", "cat", "wc", "setup.py")
CONFIGURED = {
    "pip.conf": "[global]\nindex-url = http://127.0.0.1:9/simple\n",
    "setup.cfg": "[global]\nindex-url = http://127.0.0.1:9/simple\n",
    "pyvenv.cfg": "home = /nonexistent\n",
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'venv'\n",
}
VALUES = (
    "'; touch ran; '",
    '"; touch ran; "',
    "$(touch ran)",
    "`touch ran`",
    "x; touch ran",
    "a\ntouch ran\n::error::b",
    "${{ secrets.TOKEN }}",
    "--output=json=ran",
    "-h",
    "*",
    "~",
    "$HOME",
    "\\",
    "å ä\tö",
)


def checkout(folder: Path, marker: Path) -> Path:
    """Fill a folder; whatever of it is run or imported leaves the marker."""
    tell = f"import os\nos.close(os.open({str(marker)!r}, os.O_CREAT | os.O_WRONLY))\n"
    for name in MODULES:
        (folder / name).mkdir(parents=True)
        for file in ("__init__.py", "__main__.py"):
            (folder / name / file).write_text(tell, "utf-8")
    for name in PROGRAMS:
        (folder / name).write_text(f"#!/bin/sh\ntouch '{marker}'\n", "utf-8")
        (folder / name).chmod(0o755)
    for name, text in CONFIGURED.items():
        (folder / name).write_text(text, "utf-8")
    return folder
