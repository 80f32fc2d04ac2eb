"""Signing: as the user's settings say, with programs of the user's own, or no commit at all."""

import shutil
import subprocess
from pathlib import Path

import git as gitpython
import pytest

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.signing import Signing, signing
from tests.history.conftest import Repository
from tests.history.hostile import Hostile
from tests.history.repository import git
from tests.history.writer import look, made, refused, sound

needs_ssh = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="needs `ssh-keygen` (openssh-client)"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a home of their own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "GNUPGHOME", "SSH_AUTH_SOCK"):
        monkeypatch.delenv(name, raising=False)
    return home


def set_up(home: Path, *pairs: str) -> None:
    """Write the user's own settings: names and values in turn."""
    file = str(home / ".gitconfig")
    for name, value in zip(pairs[::2], pairs[1::2], strict=True):
        git(home, "config", "--file", file, name, value)


def key(folder: Path, name: str = "key") -> Path:
    """Make a key without a passphrase."""
    made_key = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "tjanst", "-f", str(made_key)]
    subprocess.run(command, check=True, capture_output=True)
    return made_key


def signer(top: Path, key: Path) -> str:
    """Return whom git finds to have signed the last commit; it must be this key."""
    allowed = key.with_suffix(".allowed")
    allowed.write_text(f"tjanst@samverkan.invalid {key.with_suffix('.pub').read_text()}", "utf-8")
    settings = (
        "gpg.format=ssh",
        "gpg.ssh.program=ssh-keygen",
        f"gpg.ssh.allowedSignersFile={allowed}",
    )
    checked = [part for setting in settings for part in ("-c", setting)]
    git(top, *checked, "verify-commit", "HEAD")
    return git(top, *checked, "log", "-1", "--format=%G? %GS")


@needs_ssh
def test_a_signature_of_ssh(register: Repository, home: Path) -> None:
    mine = key(home)
    set_up(home, "commit.gpgSign", "true", "gpg.format", "ssh", "user.signingKey", str(mine))
    made(register.path / "agreement")
    assert signer(register.path, mine) == "G tjanst@samverkan.invalid"
    with gitpython.Repo(register.path) as repo:
        assert repo.head.commit.gpgsig is not None
        assert repo.head.commit.gpgsig.startswith("-----BEGIN SSH SIGNATURE-----")
    sound(register.path)


@needs_ssh
def test_the_repository_says_that_and_with_which_key(register: Repository, home: Path) -> None:
    mine = key(home)
    for pair in (("commit.gpgSign", "yes"), ("gpg.format", "ssh"), ("user.signingKey", str(mine))):
        git(register.path, "config", *pair)
    set_up(home, "commit.gpgSign", "false", "user.signingKey", str(home / "another"))
    made(register.path / "agreement")
    assert signer(register.path, mine).startswith("G ")
    git(register.path, "config", "commit.gpgSign", "off")
    made(register.path / "agreement")
    assert git(register.path, "log", "-1", "--format=%G?") == "N"


@needs_ssh
def test_the_users_own_program_signs(register: Repository, home: Path) -> None:
    mine = key(home)
    program = home / "bin" / "my-signer"
    program.parent.mkdir()
    ssh_keygen = shutil.which("ssh-keygen")
    program.write_text(f'#!/bin/sh\ntouch "$HOME/used"\nexec {ssh_keygen} "$@"\n', "utf-8")
    program.chmod(0o755)
    set_up(home, "commit.gpgSign", "true", "gpg.format", "ssh", "gpg.ssh.program", str(program))
    default = home / "bin" / "my-key"
    public = mine.with_suffix(".pub").read_text().strip()
    default.write_text(f"#!/bin/sh\necho 'key::{public}'\n", "utf-8")
    default.chmod(0o755)
    set_up(home, "gpg.ssh.defaultKeyCommand", str(default))
    with refused(register.path, GitProblem.NOT_SIGNED):  # the key's other half is in no agent
        made(register.path / "agreement")
    assert (home / "used").exists()
    set_up(home, "user.signingKey", str(mine))
    made(register.path / "agreement")
    assert signer(register.path, mine).startswith("G ")


PROGRAMS = ("gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program")


@needs_ssh
@pytest.mark.parametrize("format_", ["ssh", "openpgp", "x509"])
@pytest.mark.parametrize("scope", ["--local", "--worktree"])
def test_no_program_of_the_repository_runs(
    register: Repository, home: Path, format_: str, scope: str
) -> None:
    hostile = Hostile(register.path, register.ids)
    mine = key(home)
    git(register.path, "config", "extensions.worktreeConfig", "true")
    for name in (*PROGRAMS, "gpg.ssh.defaultKeyCommand"):
        git(register.path, "config", scope, name, hostile.program)
    git(register.path, "config", scope, "commit.gpgSign", "true")
    git(register.path, "config", scope, "gpg.format", format_)
    with refused(register.path, GitProblem.NOT_SIGNED):
        made(register.path / "agreement")
    git(register.path, "config", scope, "user.signingKey", str(mine))
    if format_ == "ssh":
        made(register.path / "agreement")
    else:
        with refused(register.path, GitProblem.NOT_SIGNED):
            made(register.path / "agreement")
    assert not hostile.marker.exists()
    if format_ == "ssh":
        assert signer(register.path, mine).startswith("G ")


def test_the_case_is_sharp(register: Repository, home: Path) -> None:
    hostile = Hostile(register.path, register.ids)
    hostile.config("commit.gpgSign", "true", "gpg.program", hostile.program)
    with pytest.raises(AssertionError):
        git(register.path, "commit", "--allow-empty", "-m", "x", own={"HOME": str(home)})
    assert hostile.marker.exists()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (("gpg.format", "ssh"), "signingKey"),
        (("gpg.format", "ssh", "user.signingKey", "/nonexistent/key"), "/nonexistent/key"),
        (("gpg.program", "/nonexistent/program"), "gpg failed to sign"),
        (("gpg.format", "wax"), "gpg.format"),
        (("gpg.ssh.defaultKeyCommand", "true", "gpg.format", "ssh"), "signingKey"),
        (("commit.gpgSign", "perhaps"), "bad boolean"),
    ],
)
def test_no_commit_without_the_signature(
    register: Repository, home: Path, settings: tuple[str, ...], words: str
) -> None:
    set_up(home, "commit.gpgSign", "true", *settings)
    before = look(register.path)
    with pytest.raises(GitError) as error:
        made(register.path / "agreement")
    assert error.value.problem is GitProblem.NOT_SIGNED
    assert words in str(error.value.values["words"])
    assert look(register.path) == before


def test_nothing_is_signed_unless_somebody_says_so(register: Repository, home: Path) -> None:
    assert signing(register.git) == Signing()
    set_up(home, "gpg.format", "ssh", "user.signingKey", "x", "tag.gpgSign", "true")
    assert signing(register.git) == Signing()
    set_up(home, "commit.gpgSign", "0")
    assert signing(register.git) == Signing()
    git(register.path, "config", "user.signingKey", "två\nrader")
    set_up(home, "commit.gpgSign", "1", "gpg.program", "annat", "gpg.openpgp.program", "mitt")
    found = signing(register.git)
    assert found.flag == "-Stvå\nrader"
    assert set(found.settings) == {
        "gpg.format=ssh",
        "gpg.program=mitt",
        "gpg.openpgp.program=mitt",
        "gpg.x509.program=gpgsm",
        "gpg.ssh.program=ssh-keygen",
        "gpg.ssh.defaultkeycommand=false",
    }
