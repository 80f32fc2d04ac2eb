"""What may be typed for a revision, and what it means."""

from pathlib import Path

import pytest

from samverkan_cli.history.names import resolve
from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.conftest import Repository
from tests.history.repository import ONE, commit, git


def problem(repository: Repository, text: str) -> GitProblem:
    """Return what is in the way of a name."""
    with pytest.raises(GitError) as error:
        resolve(repository.git, text)
    assert error.value.hint
    return error.value.problem


def test_ids_branches_tags_and_steps_back(repository: Repository) -> None:
    one, two, three = repository.ids
    git(repository.path, "branch", "sidan/å", two)
    git(repository.path, "tag", "v1", one)
    git(repository.path, "tag", "-a", "-m", "x", "v2", two)
    git(repository.path, "update-ref", "refs/heads/--output=x", two)
    git(repository.path, "update-ref", "refs/remotes/origin/main", two)
    for text, meant in {
        "HEAD": three,
        "HEAD~0": three,
        "HEAD~1": two,
        "HEAD~2": one,
        "main": three,
        "main~1": two,
        "refs/heads/main": three,
        "sidan/å": two,
        "v1": one,
        "v2": two,
        "refs/tags/v2": two,
        "refs/heads/--output=x": two,
        "origin/main": two,
        one: one,
        one.upper(): one,
        one[:4]: one,
        f"{three[:12]}~2": one,
    }.items():
        assert resolve(repository.git, text) == meant, text


TRICKS = (
    "", " ", "-", "--all", "--output=FILE", "-n1", ":/Teckna", "@", "@{1}", "HEAD@{0}", "HEAD^",
    "HEAD^{/Teckna}", "HEAD^{tree}", "HEAD:README.md", "main..v1", "main...v1", "^main", "HEAD~",
    "HEAD~x", "HEAD~1~1", "HEAD~9999999", "mai*", "m?in", "[m]ain", "ma\nin", "ma\0in", "a b", "~1",
    "refs/heads/", "/main", "main/", "main.lock", "x" * 300, "2025-02-30", "2025-13-01", "ma\\in",
)  # fmt: skip


@pytest.mark.parametrize("text", TRICKS)
def test_what_git_would_take_for_more_is_refused(repository: Repository, text: str) -> None:
    assert problem(repository, text) is GitProblem.NOT_A_NAME
    assert not list(repository.path.glob("FILE"))


@pytest.mark.parametrize(
    "text", ["nej", "HEAD~3", "main~3", "abcd", "0" * 40, "f" * 64, "refs/heads/nej", "FETCH_HEAD"]
)
def test_what_is_not_there_is_unknown(repository: Repository, text: str) -> None:
    assert problem(repository, text) is GitProblem.UNKNOWN


def test_the_nearest_name_is_told(repository: Repository) -> None:
    git(repository.path, "branch", "revidering-2025")
    with pytest.raises(GitError) as error:
        resolve(repository.git, "revidering-2024")
    assert error.value.hint
    assert error.value.hint.values == (("name", "revidering-2025"),)


def test_a_file_or_a_folder_is_no_revision(repository: Repository) -> None:
    for text in ("HEAD:README.md", "HEAD^{tree}"):
        name = git(repository.path, "rev-parse", text)
        assert problem(repository, name) is GitProblem.UNKNOWN
        assert problem(repository, name[:12]) is GitProblem.UNKNOWN
        git(repository.path, "update-ref", "refs/tags/of-no-revision", name)
        assert problem(repository, "of-no-revision") is GitProblem.UNKNOWN


def test_a_branch_cannot_take_the_place_of_an_id(repository: Repository) -> None:
    one, _, three = repository.ids
    git(repository.path, "update-ref", f"refs/heads/{one[:8]}", three)
    assert problem(repository, one[:8]) is GitProblem.AMBIGUOUS
    git(repository.path, "update-ref", f"refs/heads/{one}", three)
    assert problem(repository, one) is GitProblem.AMBIGUOUS
    assert resolve(repository.git, one[:9]) == one


def test_a_branch_and_a_tag_of_one_name_are_told_apart(repository: Repository) -> None:
    one, two, _ = repository.ids
    git(repository.path, "branch", "dubbel", one)
    git(repository.path, "tag", "dubbel", two)
    assert problem(repository, "dubbel") is GitProblem.AMBIGUOUS
    assert resolve(repository.git, "refs/heads/dubbel") == one
    assert resolve(repository.git, "refs/tags/dubbel") == two


def test_a_day_is_the_newest_revision_of_that_day_or_before(repository: Repository) -> None:
    one, two, three = repository.ids
    for day, meant in {
        ONE: one,
        "2024-03-19": one,
        "2024-03-20": two,
        "2025-02-26": two,
        "2025-02-27": three,
        "9999-12-31": three,
    }.items():
        assert resolve(repository.git, day) == meant, day
    assert problem(repository, "2024-01-09") is GitProblem.NONE_BEFORE


def test_a_day_is_the_committers_own(repository: Repository) -> None:
    late = "2025-06-01 00:30:00 +0200"
    found = commit(repository.path, "Efter midnatt", own={"GIT_COMMITTER_DATE": late})
    assert resolve(repository.git, "2025-06-01") == found
    assert resolve(repository.git, "2025-05-31") == repository.ids[2]


def test_a_clock_that_goes_wrong_orders_nothing(repository: Repository) -> None:
    late = commit(repository.path, "Framtiden", "2090-01-01")
    early = commit(repository.path, "Gammal klocka", "1980-01-01")
    assert resolve(repository.git, "2090-01-01") == early
    assert resolve(repository.git, "1985-01-01") == early
    assert resolve(repository.git, "HEAD~1") == late


def test_a_day_follows_first_parents_alone(repository: Repository) -> None:
    folder = repository.path
    git(folder, "checkout", "--quiet", "-b", "sidan", repository.ids[0])
    (folder / "sidan.txt").write_text("x", "utf-8")
    commit(folder, "På sidan", "2025-03-01")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "-m", "Slå ihop", "sidan", day="2025-04-01")
    assert resolve(repository.git, "2025-03-15") == repository.ids[2]


def test_where_one_stands_makes_no_difference(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path("/"))
    assert resolve(repository.git, "HEAD~2") == repository.ids[0]
