"""Which base a change is held against where nobody names one, and where it parted from it."""

from pathlib import Path

import pytest

from samverkan_cli.history.bases import Tip, parting, tip
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.conftest import Repository
from tests.history.repository import commit, git

REMOTE = "refs/remotes/origin/"


def base(repository: Repository, environ: dict[str, str] | None = None, given: str = "") -> Tip:
    """Return the base of what is checked out."""
    head = git(repository.path, "rev-parse", "HEAD")
    return tip(repository.git, given, environ or {}, head)


def problem(repository: Repository, environ: dict[str, str] | None = None) -> GitProblem:
    with pytest.raises(GitError) as error:
        base(repository, environ)
    assert error.value.hint
    return error.value.problem


def made(repository: Repository) -> dict[str, str]:
    """Return what the platform says where it has made the merge that is checked out."""
    head = git(repository.path, "rev-parse", "HEAD")
    return {"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": head}


@pytest.fixture
def branched(repository: Repository) -> Repository:
    """Stand on a branch of its own, one revision beyond the last but one of main."""
    git(repository.path, "switch", "--quiet", "-c", "sida", "HEAD~1")
    commit(repository.path, "Ändra")
    return repository


def test_what_is_given_goes_before_all(branched: Repository) -> None:
    one = branched.ids[0]
    environ = {"SAMVERKAN_BASE": "main", "GITHUB_BASE_REF": "main"}
    assert base(branched, environ, one[:8]) == Tip(one[:8], None, one)


def test_the_order_in_which_is_asked(branched: Repository) -> None:
    path, (one, two, three) = branched.path, branched.ids
    assert base(branched).name == "main"
    git(path, "update-ref", f"{REMOTE}trunk", two)
    git(path, "symbolic-ref", f"{REMOTE}HEAD", f"{REMOTE}trunk")
    assert (base(branched).name, base(branched).commit) == ("origin/trunk", two)
    git(path, "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    git(path, "config", "remote.origin.url", "/nowhere")
    git(path, "config", "branch.sida.remote", "origin")
    git(path, "config", "branch.sida.merge", "refs/heads/annan")
    git(path, "update-ref", f"{REMOTE}annan", one)
    assert (base(branched).name, base(branched).commit) == ("origin/annan", one)
    environ = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": two}
    assert base(branched, environ).commit == two
    git(path, "update-ref", f"{REMOTE}main", one)
    environ |= {"GITHUB_BASE_REF": "main"}
    assert base(branched, environ).commit == one
    environ |= {"SAMVERKAN_BASE": "main"}
    assert base(branched, environ).commit == three
    assert all(base(branched, environ).how for environ in ({}, environ))


def test_a_merge_made_by_the_platform_is_held_against_its_first_parent(
    branched: Repository,
) -> None:
    path, three = branched.path, branched.ids[2]
    git(path, "switch", "--quiet", "--detach", "main")
    git(path, "merge", "--quiet", "--no-edit", "sida")
    git(path, "branch", "--force", "main", branched.ids[0])
    found = base(branched, made(branched))
    assert (found.name, found.commit) == ("main", three)
    assert parting(branched.git, found, git(path, "rev-parse", "HEAD")) == three


@pytest.mark.parametrize("ref", ["refs/pull/7/head", "refs/heads/sida", ""])
def test_a_merge_that_the_author_made_is_no_base(branched: Repository, ref: str) -> None:
    path = branched.path
    git(path, "merge", "--quiet", "--no-edit", "main")
    head = git(path, "rev-parse", "HEAD")
    environ = {"GITHUB_BASE_REF": "main", "GITHUB_REF": ref, "GITHUB_SHA": head}
    assert base(branched, environ).commit == branched.ids[2]
    other = made(branched) | {"GITHUB_SHA": branched.ids[0]}
    assert base(branched, other).commit == branched.ids[2]


@pytest.mark.parametrize("name", ["sida", "sida/två"])
def test_what_was_pushed_is_no_base(branched: Repository, name: str) -> None:
    path = branched.path
    git(path, "branch", "--quiet", "-m", name)
    git(path, "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")
    git(path, "config", "remote.origin.url", "/nowhere")
    git(path, "config", f"branch.{name}.remote", "origin")
    git(path, "config", f"branch.{name}.merge", f"refs/heads/{name}")
    git(path, "update-ref", f"{REMOTE}{name}", "HEAD")
    assert base(branched).name == "main"
    git(path, "update-ref", f"{REMOTE}trunk", branched.ids[0])
    git(path, "symbolic-ref", f"{REMOTE}HEAD", f"{REMOTE}trunk")
    assert base(branched).name == "origin/trunk"
    git(path, "symbolic-ref", "--delete", f"{REMOTE}HEAD")
    git(path, "branch", "--quiet", "-D", "main")
    assert base(branched).name == f"origin/{name}"


def test_a_merged_result_is_held_against_the_target(branched: Repository) -> None:
    one, two, _ = branched.ids
    environ = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": one, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": two}
    assert base(branched, environ).commit == two


def test_where_nothing_tells_there_is_no_base(repository: Repository) -> None:
    git(repository.path, "switch", "--quiet", "-c", "sida")
    git(repository.path, "branch", "--quiet", "-D", "main")
    assert problem(repository) is GitProblem.NO_BASE


def test_a_branch_is_not_its_own_base(repository: Repository) -> None:
    assert problem(repository) is GitProblem.NO_BASE


@pytest.mark.parametrize(
    "environ",
    [
        {"SAMVERKAN_BASE": "--output=x"},
        {"GITHUB_BASE_REF": "$(touch x)"},
        {"GITHUB_BASE_REF": "main:README.md"},
        {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^{/Teckna}"},
    ],
)
def test_a_platform_can_name_no_more_than_a_revision(
    branched: Repository, environ: dict[str, str]
) -> None:
    assert problem(branched, environ) in (GitProblem.NOT_A_NAME, GitProblem.UNKNOWN)
    assert not (branched.path / "x").exists()


def test_a_change_parted_where_both_were_the_same(branched: Repository) -> None:
    head = git(branched.path, "rev-parse", "HEAD")
    assert parting(branched.git, base(branched), head) == branched.ids[1]


def test_histories_that_have_nothing_in_common(branched: Repository) -> None:
    git(branched.path, "switch", "--quiet", "--orphan", "egen")
    commit(branched.path, "Börja om")
    head = git(branched.path, "rev-parse", "HEAD")
    with pytest.raises(GitError) as error:
        parting(branched.git, base(branched, given="main"), head)
    assert error.value.problem is GitProblem.UNRELATED


def test_a_shallow_clone_cannot_tell(branched: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "grunt"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=sida", branched.path.as_uri(), "grunt")
    shallow = Repository(clone, branched.ids)
    assert problem(shallow, {"GITHUB_BASE_REF": "main"}) is GitProblem.SHALLOW
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    with pytest.raises(GitError) as error:
        parting(
            discover(clone),
            base(shallow, {"GITHUB_BASE_REF": "main"}),
            git(clone, "rev-parse", "HEAD"),
        )
    assert error.value.problem is GitProblem.SHALLOW


def test_a_shallow_clone_of_two_revisions_holds_the_platforms_merge(
    branched: Repository, tmp_path: Path
) -> None:
    path = branched.path
    git(path, "switch", "--quiet", "-c", "sammanslagning", "main")
    git(path, "merge", "--quiet", "--no-edit", "sida")
    uri = path.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=2", "--branch=sammanslagning", uri, "grunt")
    clone = Repository(tmp_path / "grunt", branched.ids)
    found = base(clone, made(clone))
    head = git(clone.path, "rev-parse", "HEAD")
    assert parting(clone.git, found, head) == branched.ids[2]
