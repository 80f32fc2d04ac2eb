"""Hostile folders: links, pipes, names and numbers of files (threats F1, F2, F4, F5, Y5)."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.store.hostile import KIB, PATH, Hostile, add

PLAIN, UNEXPECTED, MISSING = "file-not-plain", "file-unexpected", "file-missing"
PERSONAL, LARGE = "personal-data", "file-too-large"


def folder(name: str, rule: str, build: Callable[[Path], object], seconds: float = 1) -> None:
    """Name a hostile folder."""

    def make(root: Path) -> None:
        build(root)

    add(name, Hostile(rule, None, make, seconds))


def instead(path: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return a builder that puts something else in place of a sound file or folder."""

    def build(root: Path) -> None:
        if (root / path).is_dir():
            for file in (root / path).rglob("*"):
                if file.is_file():
                    file.unlink()
            for inner in sorted((root / path).rglob("*"), reverse=True):
                inner.rmdir()
            (root / path).rmdir()
        else:
            (root / path).unlink()
        make(root / path)

    return build


def beside(
    path: str | bytes, content: bytes = b"party: kom\nposts: []\n"
) -> Callable[[Path], None]:
    """Return a builder that adds a file."""

    def build(root: Path) -> None:
        file = os.path.join(os.fsencode(root), os.fsencode(path))  # noqa: PTH118 - bytes
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        with open(file, "wb") as handle:  # noqa: PTH123
            handle.write(content)

    return build


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    """Make a socket; its path would be too long unless it is named from its folder."""
    back = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)
    os.chdir(back)


def locked(path: Path) -> None:
    path.write_text("party: kom\n", encoding="utf-8")
    path.chmod(0)


def locked_folder(path: Path) -> None:
    path.mkdir(mode=0)


def many(number: int, name: str, content: str = "") -> Callable[[Path], None]:
    """Return a builder of many files."""

    def build(root: Path) -> None:
        for at in range(number):
            file = root / name.format(at)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")

    return build


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def deep(root: Path) -> None:
    path = root / "terms/forms/a/b/c"
    path.mkdir(parents=True)
    (path / "x.yaml").write_text("id: x\n", encoding="utf-8")


def sixty_five_mib(root: Path) -> None:
    for at in range(262):
        file = root / f"terms/forms/form-{at:03}.yaml"
        with file.open("wb") as handle:
            handle.truncate(255 * KIB)


folder("f01-link-to-file", PLAIN, instead(PATH, linked("/etc/hostname")))
folder("f01-link-inside", PLAIN, instead(PATH, linked("pol.yaml")))
folder("f01-dangling-link", PLAIN, instead(PATH, linked("nowhere")))
folder("f01-link-to-itself", PLAIN, instead(PATH, linked("kom.yaml")))
folder("f01-link-to-device", PLAIN, instead(PATH, linked("/dev/zero")))
folder("f01-folder-is-link", PLAIN, instead("staffing", linked("/etc")))
folder("f01-terms-is-link", PLAIN, instead("terms", linked("/etc")))
folder("f01-forms-is-link", PLAIN, instead("terms/forms", linked("/etc")))
folder("f01-folder-links-to-root", PLAIN, instead("records", linked("..")))
folder("f01-link-of-other-name", PLAIN, lambda root: (root / "staffing/x").symlink_to("/etc"))
folder("f01-pipe", PLAIN, instead(PATH, pipe))
folder("f01-socket", PLAIN, instead(PATH, listening))
folder("f01-folder-named-yaml", PLAIN, instead(PATH, lambda path: path.mkdir()))
folder("f01-unreadable-file", PLAIN, instead(PATH, locked))
folder("f01-unreadable-folder", PLAIN, instead("staffing", locked_folder))
folder("f01-hidden-link", "", lambda root: (root / ".x.yaml").symlink_to("/etc/hostname"))
folder("f02-empty-folder", MISSING, instead("terms", lambda path: path.mkdir()))
folder("f02-no-agreement", MISSING, lambda root: (root / "terms/agreement.yaml").unlink())
folder("f02-agreement-empty", "value-type", beside("terms/agreement.yaml", b""))
folder("f04-yml", UNEXPECTED, beside("staffing/kom.yml"))
folder("f04-yaml-in-capitals", UNEXPECTED, beside("staffing/kom.YAML"))
folder("f04-upper-case", UNEXPECTED, beside("staffing/KOM.yaml"))
folder("f04-folder-upper-case", UNEXPECTED, beside("Staffing/kom.yaml"))
folder("f04-newline-in-name", UNEXPECTED, beside("staffing/a\nb.yaml"))
folder("f04-newline-at-end", "", beside("staffing/a.yaml\n"))
folder("f04-invalid-utf-8", UNEXPECTED, beside(b"staffing/\xff\xe5.yaml"))
folder("f04-colon-in-name", UNEXPECTED, beside("staffing/a:b.yaml"))
folder("f04-dash-first", UNEXPECTED, beside("staffing/-rf.yaml"))
folder("f04-escape-in-name", UNEXPECTED, beside("staffing/\x1b[31m.yaml"))
folder("f04-name-of-250", "", beside(f"staffing/{'a' * 250}.yaml"))
folder("f04-space-in-name", UNEXPECTED, beside("staffing/a b.yaml"))
folder("f05-decomposed-name", UNEXPECTED, beside("staffing/a\u030a.yaml"))
folder("f05-kelvin-in-name", UNEXPECTED, beside("staffing/\u212a.yaml"))
folder("f06-cyrillic-name", UNEXPECTED, beside("staffing/k\u043em.yaml"))
folder("f06-arabic-digits", UNEXPECTED, beside("records/\u0662\u0660\u0662\u0664.yaml"))
folder("f06-subfolder", UNEXPECTED, beside("staffing/a/kom.yaml"))
folder("f06-too-deep", UNEXPECTED, deep)
folder("f06-data-in-root", UNEXPECTED, beside("kom.yaml"))
folder("f06-backup", "", beside("staffing/kom.yaml~"))
folder("b06-number-as-name", PERSONAL, beside("staffing/850709-9805.yaml"))
folder("b06-number-as-unexpected-name", PERSONAL, beside("staffing/Kalle 850709-9805.yaml"))
folder("y05-13-000-strangers", LARGE, many(13_000, "terms/X{}.yaml"))
folder("y05-65-mib", LARGE, sixty_five_mib, 30)
folder("y05-13-000-forms", LARGE, many(13_000, "terms/forms/f{}.yaml", "id: x\n"), 10)
folder("y05-13-000-other-files", "", many(13_000, "terms/x{}.txt"))
folder("y05-5-000-hidden-files", "", many(5_000, ".git/x{}.yaml"))
