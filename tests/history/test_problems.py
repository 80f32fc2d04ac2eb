"""Every problem is told in both languages, with what is left."""

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.language.tongue import tongue


def test_every_problem_is_told_in_both_languages() -> None:
    for problem in GitProblem:
        error = GitError(problem, path="p", paths=("p",), id="1", text="t", name="n", words="w")
        error.values |= {"ids": ("1",), "day": "d", "first": "f", "n": 1, "needed": "1.2"}
        error.values |= {"version": "1", "seconds": 1, "age": "a", "command": "c", "what": "merge"}
        for left in (None, (), ("a", "b")):
            error.left = left
            english, swedish = (tongue(code)(error.message) for code in ("en", "sv"))
            assert english != swedish
            assert english.endswith((".", "it."))
            assert ("Nothing was changed." in english) == (left == ())
            assert ("a, b" in english) == (left == ("a", "b"))
