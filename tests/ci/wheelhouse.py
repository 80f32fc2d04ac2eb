"""Wheels of what is installed here, so that pip can install with pinned hashes and no network."""

import re
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZipFile

from tests.shell import ROOT

LEFT_BY_PIP = ("INSTALLER", "REQUESTED", "direct_url.json")


def runtime() -> list[Distribution]:
    """Return what the program needs here; a requirement for another system is not installed."""
    text = (ROOT / "requirements" / "runtime.txt").read_text("utf-8")
    return installed(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def installed(names: list[str]) -> list[Distribution]:
    """Return those of the packages that are installed here."""
    found = []
    for name in names:
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            continue
    return found


def needed_by(name: str) -> list[Distribution]:
    """Return a package and all that it needs here."""
    names = [name]
    for one in names:
        for package in installed([one]):
            needs = [text for text in package.requires or [] if "extra ==" not in text]
            found = [re.split(r"[^\w.-]", text)[0] for text in needs]
            names += [need for need in found if need not in names]
    return installed(names)


def wheel(package: Distribution, folder: Path) -> Path:
    """Pack an installed package as a wheel again."""
    tags = re.findall(r"^Tag: (\S+)", package.read_text("WHEEL") or "", re.MULTILINE)
    name = re.sub(r"[-_.]+", "_", package.name)
    path = folder / f"{name}-{package.version}-{tags[-1]}.whl"
    with ZipFile(path, "w") as file:
        for one in package.files or []:
            lies_beside = one.parts[0] == ".." or one.suffix == ".pyc"
            if not lies_beside and one.name not in LEFT_BY_PIP:
                file.write(str(package.locate_file(one)), one.as_posix())
    return path


def pinned(packages: list[Distribution], folder: Path) -> str:
    """Pack packages into a folder; return the requirements that name them with their hashes."""
    lines = []
    for package in packages:
        digest = sha256(wheel(package, folder).read_bytes()).hexdigest()
        lines.append(f"{package.name}=={package.version} --hash=sha256:{digest}\n")
    return "".join(lines)
