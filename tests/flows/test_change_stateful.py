"""Verbs among all that people do with git: every commit says what a model says."""

import os
import re
import shutil
import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from samverkan_cli.cli.writing import proposing
from samverkan_cli.evaluate.absence_wishes import Leaving, absent
from samverkan_cli.evaluate.record_wishes import Recording, record
from samverkan_cli.evaluate.staffing_wishes import Assigning, Releasing, assign, release
from samverkan_cli.flows.change import Changed, How, Proposer, carry_out, proposal_at
from samverkan_cli.flows.revise import Decision, revision_at
from samverkan_cli.flows.waive import Waiving, waive
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.period import Period
from tests.cli.changing import TWO_ROLES
from tests.flows.facts import State, away, state_at
from tests.history.repository import PEOPLE, build, git, write

TODAY = date(2025, 3, 1)
DAYS = st.dates(date(2024, 2, 1), date(2026, 11, 30))
TREES = st.sampled_from(("main", "linked"))
SLOT = "kom-sam/ute"
MERGING = (GitProblem.CONFLICTED, GitProblem.UNFINISHED)


def tried(folder: Path, *arguments: str) -> bool:
    """Run git, and tell whether it went well."""
    try:
        git(folder, *arguments)
    except AssertionError:
        return False
    return True


def unmerged(folder: Path) -> bool:
    """Tell whether a merge waits for somebody to settle what differs."""
    return bool(git(folder, "ls-files", "--unmerged"))


class Register(RuleBasedStateMachine):
    """A repository with two working trees; `said` is what each commit must say."""

    def __init__(self) -> None:
        """Make the repository, with a branch and a linked working tree beside."""
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.trees = {"main": self.root / "main", "linked": self.root / "linked"}
        main = self.trees["main"]
        build(main)
        write(main, {"agreement/terms/guarantees/kom.yaml": TWO_ROLES})
        git(main, "commit", "--quiet", "--all", "-m", "Lova mer")
        git(main, "branch", "other")
        git(main, "worktree", "add", "--quiet", "-b", "side", str(self.trees["linked"]))
        self.said: dict[str, State] = {self.head("main"): state_at(main)}
        self.staged = {"main": "", "linked": ""}
        self.held: set[tuple[str, str]] = set()
        self.environment = dict(os.environ)
        os.environ.update(PEOPLE | {"HOME": str(self.root)})

    def teardown(self) -> None:
        """Look whether all of it is sound, and take it away."""
        os.environ.clear()
        os.environ.update(self.environment)
        assert tried(self.trees["main"], "fsck", "--strict", "--no-dangling")
        shutil.rmtree(self.root)

    def head(self, tree: str) -> str:
        return git(self.trees[tree], "rev-parse", "HEAD")

    def act(self, tree: str, proposer: Proposer) -> Changed | Refusal | None:
        """Carry something out; None where the state of git is in the way, which must be true."""
        folder = self.trees[tree]
        try:
            answer = carry_out(folder / "agreement", How(TODAY), proposer)
        except GitError as error:
            if error.problem not in MERGING or not unmerged(folder):
                raise
            return None
        assert isinstance(answer, Changed | Refusal), answer
        return answer

    @rule(tree=TREES, day=DAYS)
    def assign(self, tree: str, day: date) -> None:
        """Assign a post that exists to a role."""
        before = self.head(tree)
        wish = Assigning("kom-1", SLOT, Period(day, day))
        answer = self.act(tree, proposing(partial(assign, wish=wish)))
        fact = ("held", "kom-1", SLOT, str(day), str(day))
        if isinstance(answer, Changed):
            assert git(self.trees[tree], "rev-parse", "HEAD~1") == before
            self.said[answer.revision] = self.said[before] | {fact}
        elif isinstance(answer, Refusal):
            assert fact in self.said[before]
            assert self.head(tree) == before

    @rule(tree=TREES, day=DAYS)
    def release(self, tree: str, day: date) -> None:
        """Release the post that holds the first role."""
        before = self.head(tree)
        answer = self.act(tree, proposing(partial(release, wish=Releasing("pol-1", day))))
        held = {one for one in self.said[before] if one[:2] == ("held", "pol-1")}
        beyond = {one for one in held if one[4] > str(day)}
        if isinstance(answer, Changed):
            ended = {(*one[:4], str(day)) for one in beyond}
            self.said[answer.revision] = (self.said[before] - beyond) | ended
        elif isinstance(answer, Refusal):
            assert not beyond

    @rule(tree=TREES, day=DAYS)
    def record(self, tree: str, day: date) -> None:
        """Record that a duty was done."""
        before, year = self.head(tree), str(day.year)
        wish = Recording("grannar-analys", (year,), day)
        answer = self.act(tree, proposing(partial(record, wish=wish)))
        known = {one for one in self.said[before] if one[:2] == ("done", year)}
        if isinstance(answer, Changed):
            assert not known
            self.said[answer.revision] = self.said[before] | {("done", year, str(day))}
        elif isinstance(answer, Refusal):
            assert known

    @rule(tree=TREES, day=DAYS, length=st.integers(0, 200))
    def absent(self, tree: str, day: date, length: int) -> None:
        """Note that a post is away for some days."""
        before, last = self.head(tree), day + timedelta(length)
        wish = Leaving("kom-1", day, last, "other", TODAY)
        answer = self.act(tree, proposing(partial(absent, wish=wish)))
        overlapping = {
            one for one in away(self.said[before]) if one[2] <= str(last) and str(day) <= one[3]
        }
        if isinstance(answer, Changed):
            assert not overlapping
            fact = ("away", "kom-1", str(day), str(last))
            self.said[answer.revision] = self.said[before] | {fact}
        elif isinstance(answer, Refusal):
            assert overlapping

    @rule(tree=TREES, day=DAYS)
    def come_back(self, tree: str, day: date) -> None:
        """Note that a post is back after a day."""
        before = self.head(tree)
        wish = Leaving("kom-1", None, day, "", TODAY)
        answer = self.act(tree, proposing(partial(absent, wish=wish)))
        those = {one for one in away(self.said[before]) if one[2] <= str(day) < one[3]}
        if isinstance(answer, Changed):
            ended = {(*one[:3], str(day)) for one in those}
            self.said[answer.revision] = (self.said[before] - those) | ended
        elif isinstance(answer, Refusal):
            assert not those

    @rule(tree=TREES, day=DAYS)
    def waive(self, tree: str, day: date) -> None:
        """Accept a finding before it comes, until a day that may have passed."""
        before = self.head(tree)
        wish = Waiving("slot-short", SLOT, "Rekrytering", "Kommunchefen", day, TODAY, anyway=True)
        answer = self.act(tree, partial(proposal_at, wish=lambda register: waive(register, wish)))
        longest = max((one[2] for one in self.said[before] if one[0] == "waived"), default="")
        if isinstance(answer, Changed):
            assert longest < str(day)
            self.said[answer.revision] = self.said[before] | {("waived", SLOT, str(day))}
        elif isinstance(answer, Refusal):
            assert longest >= str(day) or day < TODAY

    @rule(tree=TREES, title=st.sampled_from(("Torget", "Skolan", "Parken")))
    def revise(self, tree: str, title: str) -> None:
        """Give the agreement another title by hand, and revise it."""
        folder, before = self.trees[tree], self.head(tree)
        terms = folder / "agreement/terms/agreement.yaml"
        text = terms.read_text("utf-8")
        terms.write_text(re.sub("(?m)^title: .*$", f"title: {title}", text), "utf-8")
        decision = Decision(f"Det heter {title}", "Kommunstyrelsen", TODAY)
        answer = self.act(tree, partial(revision_at, decision=decision))
        said = self.said[before]
        if isinstance(answer, Changed):
            assert ("titled", title) not in said
            number = max((int(one[1]) for one in said if one[0] == "revised"), default=1) + 1
            kept = {one for one in said if one[0] != "titled"}
            come = {("titled", title), ("revised", str(number), decision.reason)}
            self.said[answer.revision] = frozenset(kept | come)
        elif isinstance(answer, Refusal):
            assert ("titled", title) in said

    @rule(tree=TREES, text=st.text("ab\n", min_size=1))
    def stage_other_work(self, tree: str, text: str) -> None:
        """Stage a file that is no business of ours."""
        write(self.trees[tree], {"notes.txt": text})
        git(self.trees[tree], "add", "notes.txt")
        self.staged[tree] = git(self.trees[tree], "rev-parse", ":notes.txt")

    @rule(tree=TREES)
    def commit_other_work(self, tree: str) -> None:
        """Commit what is staged, as a person does."""
        before = self.head(tree)
        if tried(self.trees[tree], "commit", "--quiet", "-m", "Anteckna"):
            self.said[self.head(tree)] = self.said[before]

    @rule(tree=TREES)
    def revert(self, tree: str) -> None:
        """Take the last commit back."""
        before = self.head(tree)
        parents = git(self.trees[tree], "rev-list", "--parents", "-1", "HEAD").split()[1:]
        known = [one for one in parents if one in self.said]
        if len(parents) == 1 and known and tried(self.trees[tree], "revert", "--no-edit", "HEAD"):
            self.said[self.head(tree)] = self.said[parents[0]]
        else:
            tried(self.trees[tree], "revert", "--abort")
            assert self.head(tree) == before

    @rule(tree=TREES, branch=st.sampled_from(("main", "side", "other")))
    def merge(self, tree: str, branch: str) -> None:
        """Merge a branch; where that conflicts nothing can be changed until it is given up."""
        folder, before, theirs = self.trees[tree], self.head(tree), git(
            self.trees[tree], "rev-parse", branch
        )  # fmt: skip
        base = git(folder, "merge-base", "HEAD", branch)
        if not tried(folder, "merge", "--quiet", "--no-edit", branch):
            if unmerged(folder):
                wish = partial(record, wish=Recording("grannar-analys", ("2025",), TODAY))
                assert self.act(tree, proposing(wish)) is None
            tried(folder, "merge", "--abort")
            assert self.head(tree) == before
            return
        ours, other, old = self.said[before], self.said[theirs], self.said[base]
        self.said.setdefault(self.head(tree), (ours | (other - old)) - (old - other))

    @rule(tree=TREES, name=st.sampled_from(("kom", "kommunen", "staden")))
    def rename(self, tree: str, name: str) -> None:
        """Give the file of a party's staffing another name."""
        folder, before = self.trees[tree], self.head(tree)
        (old,) = [
            one for one in (folder / "agreement/staffing").iterdir() if one.name != "pol.yaml"
        ]
        new = f"agreement/staffing/{name}.yaml"
        if not tried(folder, "mv", f"agreement/staffing/{old.name}", new):
            return
        git(folder, "commit", "--quiet", "-m", "Byt namn", f"agreement/staffing/{old.name}", new)
        self.said[self.head(tree)] = self.said[before]

    @rule(branch=st.sampled_from(("main", "other")))
    def switch(self, branch: str) -> None:
        """Go to another branch, if git will."""
        tried(self.trees["main"], "switch", "--quiet", branch)

    @invariant()
    def commits_say_what_they_must(self) -> None:
        """Hold the last commits, and what lies in the folders, against the model."""
        for tree, folder in self.trees.items():
            head = self.head(tree)
            if (tree, head) not in self.held:
                assert state_at(folder) == self.said[head]
                self.held.add((tree, head))
            left = git(folder, "status", "--porcelain").splitlines()
            assert [line for line in left if "notes.txt" not in line] == []
            if any("notes.txt" in line for line in left):
                assert git(folder, "rev-parse", ":notes.txt") == self.staged[tree]


def run(examples: int, steps: int) -> None:
    """Run the machine so many times, so many steps."""
    case = Register.TestCase
    case.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    case("runTest").runTest()


def test_a_few_histories() -> None:
    run(2, 12)


@pytest.mark.long
def test_many_histories() -> None:
    run(60, 25)
