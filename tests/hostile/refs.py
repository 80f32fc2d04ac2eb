"""Names of branches, tags and bases that are taken for more than names, and replaced objects."""

from tests.history.repository import git
from tests.hostile.case import BASE, STAGED, case
from tests.hostile.pull import GONE, SECRET, Pull
from tests.hostile.words import BIDI
from tests.pulls import KOM


@case(BASE, ("--base",), STAGED, shows=GONE)
def refs_like_options(pull: Pull) -> None:
    """Call branches and tags as options and commands, and stand on one of them."""
    pull.open_gap()
    made = pull.commit()
    packed = pull.path / ".git" / "packed-refs"
    names = (f"--output={pull.marker}", "-x", "--help", "--all", "HEAD", "main;touch", "main~1",
             "$(touch)", "::error::x", "##[error]x", "@", "origin/main")  # fmt: skip
    with packed.open("a", encoding="utf-8") as file:
        for kind in ("heads", "tags", "remotes", "remotes/origin"):
            file.writelines(f"{made} refs/{kind}/{name}\n" for name in names)
    (pull.path / ".git" / "HEAD").write_text("ref: refs/heads/--all\n", "utf-8")


TRICKS = (
    "$(touch ../MARKER)", "`touch ../MARKER`", ";touch ../MARKER", "main\ntouch ../MARKER",
    "main@{0}", "@{upstream}", "@{-1}", ":/Teckna", ":agreement", "main^{/Teckna}",
    "main:agreement", "main..change", "main^!", "^main", "main...", "HEAD^{tree}",
    "../../../outside", "ext::x", BIDI, "::error::x", "##[error]x", "x" * 70_000, "0" * 40,
    "refs/heads/../../x", "é" * 200, "HEAD~9999999", "v[a-z]*",
)  # fmt: skip


@case(*(("--base", one) for one in TRICKS), codes=(2,))
def bases_that_are_tricks(pull: Pull) -> None:
    """Ask for bases that git or a shell would take for more than names."""
    pull.open_gap()
    pull.commit()


@case(("--base",), codes=(2,))
def base_of_the_platform(pull: Pull) -> None:
    """Let the platform hand on a name that the other side chose for the base."""
    pull.open_gap()
    pull.commit()
    pull.environ["GITHUB_BASE_REF"] = "$(touch ../MARKER)@{upstream}"


@case(("--base",), BASE)
def upstream_elsewhere(pull: Pull) -> None:
    """Let the branch's upstream be a program's address, and the branch itself be called main."""
    pull.open_gap()
    made = pull.commit()
    git(pull.path, "config", "branch.change.remote", f"ext::{pull.program}")
    git(pull.path, "config", "branch.change.merge", "refs/heads/$(touch ../MARKER)")
    for name in ("refs/tags/refs/heads/main", "refs/remotes/main", "refs/heads/refs/heads/main"):
        git(pull.path, "update-ref", name, made)


@case(BASE, ("--base", "refs/heads/main"))
def tag_called_main(pull: Pull) -> None:
    """Bring a tag that is called as the base and stands at the change."""
    pull.open_gap()
    git(pull.path, "tag", "main", pull.commit())


@case(BASE, STAGED, shows=GONE)
def replaced(pull: Pull) -> None:
    """Replace the change's own commit and blobs by those of the base, with notes and grafts."""
    pull.open_gap()
    made, base = pull.commit(), git(pull.path, "rev-parse", "main")
    old, new = (git(pull.path, "rev-parse", f"{one}:{KOM}") for one in (base, made))
    git(pull.path, "update-ref", f"refs/replace/{made}", base)
    git(pull.path, "update-ref", f"refs/replace/{new}", old)
    git(pull.path, "notes", "add", "-m", SECRET, made)
    (pull.path / ".git" / "info").mkdir(exist_ok=True)
    (pull.path / ".git" / "info" / "grafts").write_text(f"{made}\n{base} {made}\n", "utf-8")
