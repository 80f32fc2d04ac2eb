"""What tests of `init` share."""

from pathlib import Path

WHOLE = (
    "--title",
    "Exempel: avtal # 1",
    "--party",
    "kom=Exempel kommun",
    "--party",
    "pol=Lokalpolisområde Exempel",
    "--from",
    "2027-01-01",
    "--until",
    "2029-12-31",
)
AGREEMENT = "agreement/terms/agreement.yaml"


def lying(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, git's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
