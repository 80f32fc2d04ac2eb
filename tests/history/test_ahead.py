"""What is read ahead is what is read alone, in whatever order it is asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.history.ahead import Ahead
from samverkan_cli.history.objects import AT_ONCE, Object, Objects
from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.conftest import Repository
from tests.history.repository import git


def ids_of(repository: Repository) -> list[str]:
    """Return the id of everything in a repository."""
    lines = git(repository.path, "cat-file", "--batch-all-objects", "--batch-check").splitlines()
    return [line.split()[0] for line in lines]


def test_in_any_order(repository: Repository) -> None:
    ids = ids_of(repository)
    orders = st.lists(st.sampled_from(ids), max_size=2 * AT_ONCE)
    with Objects(repository.git) as objects:
        alone = {one: objects.one(one, 200) for one in ids}
        ahead = Ahead(objects, 200)

        @settings(max_examples=50, deadline=None)
        @given(orders, orders)
        def hold(expected: list[str], asked: list[str]) -> None:
            ahead.expect(expected)
            assert [ahead.get(one) for one in asked] == [alone[one] for one in asked]

        hold()
    assert {one.content is None for one in alone.values()} == {True, False}


def test_what_comes_next_is_read_along(repository: Repository) -> None:
    rounds: list[int] = []

    class Counted(Objects):
        def many(self, ids: list[str], largest: int = 0) -> list[Object]:  # type: ignore[override]
            rounds.append(len(ids))
            return super().many(ids, largest)

    ids = ids_of(repository)[:20]
    with Counted(repository.git) as objects:
        ahead = Ahead(objects)
        ahead.expect(ids)
        assert [ahead.get(one).id for one in ids[5:]] == ids[5:]
        assert rounds == [15]
        assert ahead.get(ids[0]).id == ids[0]
        assert rounds == [15, 1]


def test_what_is_missing_is_missed_only_when_it_is_asked_for(repository: Repository) -> None:
    first, gone, last = repository.ids
    (repository.path / ".git/objects" / gone[:2] / gone[2:]).unlink()
    with Objects(repository.git) as objects:
        ahead = Ahead(objects)
        ahead.expect([first, gone, last])
        assert ahead.get(first).kind == "commit"
        assert ahead.get(last).kind == "commit"
        with pytest.raises(GitError) as caught:
            ahead.get(gone)
        assert caught.value.problem is GitProblem.BROKEN
        objects.__exit__()
        assert ahead.get(last).kind == "commit"
