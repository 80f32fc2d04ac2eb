"""Every state of git in which a question has no answer, each with a sentence and a cure."""

from enum import StrEnum

from samverkan_cli.model.words import Value, Words, say


class GitProblem(StrEnum):
    """What is in the way."""

    NO_GIT = "no-git"
    TOO_OLD = "too-old"
    NO_REPOSITORY = "no-repository"
    BARE = "bare"
    FOREIGN_OWNER = "foreign-owner"
    REFUSED = "refused"
    TOO_SLOW = "too-slow"
    UNBORN = "unborn"
    DETACHED = "detached"
    CONFLICTED = "conflicted"
    SHALLOW = "shallow"
    PARTIAL = "partial"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    NOT_A_NAME = "not-a-name"
    AMBIGUOUS = "ambiguous"
    NONE_BEFORE = "none-before"
    NO_FOLDER = "no-folder"
    TOO_LARGE = "too-large"


class GitError(Exception):
    """Git has no answer; `values` are named in the sentence on the problem."""

    def __init__(self, problem: GitProblem, hint: Words | None = None, **values: Value) -> None:
        """Keep what is in the way; `hint` takes the place of the usual cure."""
        super().__init__(problem.value)
        self.problem = problem
        self.values = values
        self.own_hint = hint

    @property
    def message(self) -> Words:
        """Return the sentence that tells what is in the way."""
        return Words(SENTENCES[self.problem].template, tuple(self.values.items()))

    @property
    def hint(self) -> Words | None:
        """Return the cure."""
        cure = CURES.get(self.problem)
        return self.own_hint or (cure and Words(cure.template, tuple(self.values.items())))


SENTENCES: dict[GitProblem, Words] = {
    GitProblem.NO_GIT: say("The program git is not found, and history is read with it."),
    GitProblem.TOO_OLD: say("This git is too old for the repository or for us: {version}."),
    GitProblem.NO_REPOSITORY: say("“{path}” lies in no git repository, so it has no history."),
    GitProblem.BARE: say("The repository “{path}” is bare: it has no files beside its history."),
    GitProblem.FOREIGN_OWNER: say(
        "The repository “{path}” belongs to another user of this machine."
    ),
    GitProblem.REFUSED: say("Git cannot read the repository “{path}”: {words}."),
    GitProblem.TOO_SLOW: say("Git did not answer within {seconds} seconds."),
    GitProblem.UNBORN: say("The repository has no commit yet."),
    GitProblem.DETACHED: say("No branch is checked out, so a commit would belong to none."),
    GitProblem.CONFLICTED: say("A merge is not finished: {paths}."),
    GitProblem.SHALLOW: say("The clone is shallow, and “{text}” may lie beyond what it holds."),
    GitProblem.PARTIAL: say("The clone is partial, and a part of what is asked for is not in it."),
    GitProblem.BROKEN: say("The repository is damaged: {id} is missing or cannot be read."),
    GitProblem.UNKNOWN: say("There is no revision “{text}”."),
    GitProblem.NOT_A_NAME: say("“{text}” is not a way to name a revision."),
    GitProblem.AMBIGUOUS: say("“{text}” can mean more than one revision: {ids}."),
    GitProblem.NONE_BEFORE: say("No revision is as old as {day}; the first is of {first}."),
    GitProblem.NO_FOLDER: say("In revision {id} there is no folder “{path}”."),
    GitProblem.TOO_LARGE: say("Revision {id} holds more than {n} files where the agreement is."),
}
CURES: dict[GitProblem, Words] = {
    GitProblem.NO_GIT: say("Install git, or put it on PATH."),
    GitProblem.TOO_OLD: say("Install a newer git; {needed} is enough for most repositories."),
    GitProblem.NO_REPOSITORY: say("Leave out what asks for history, or clone the repository."),
    GitProblem.BARE: say("Clone it, and ask in the clone."),
    GitProblem.FOREIGN_OWNER: say(
        "If you trust its files: git config --global --add safe.directory {path}"
    ),
    GitProblem.REFUSED: say("Mend the repository: “git status” tells the same."),
    GitProblem.TOO_SLOW: say("Look whether the disk answers, and try again."),
    GitProblem.UNBORN: say("Commit the agreement first."),
    GitProblem.DETACHED: say("Check out a branch: git switch NAME"),
    GitProblem.CONFLICTED: say("Finish the merge, or give it up: git merge --abort"),
    GitProblem.SHALLOW: say("Fetch the whole history: git fetch --unshallow"),
    GitProblem.PARTIAL: say("Fetch all of it: git fetch --refetch --no-filter"),
    GitProblem.BROKEN: say("“git fsck” tells more; fetch the history anew from where it is whole."),
    GitProblem.UNKNOWN: say("“git log --oneline” lists the revisions."),
    GitProblem.NOT_A_NAME: say(
        "Write HEAD, HEAD~2, an id of four characters or more, a branch, a tag or a day."
    ),
    GitProblem.AMBIGUOUS: say("Write the whole id, or refs/heads/NAME or refs/tags/NAME."),
    GitProblem.NONE_BEFORE: say("Ask for a later day."),
    GitProblem.NO_FOLDER: say("Ask for a later revision, or name its folder with --agreement DIR."),
    GitProblem.TOO_LARGE: say("Put the agreement into a folder of its own."),
}
