"""Every state of git in which a question has no answer or a commit cannot be made.

Each has a sentence and a cure.
"""

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
    BAD_SETTING = "bad-setting"
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
    NO_BASE = "no-base"
    UNRELATED = "unrelated"

    LOCKED = "locked"
    GIT_LOCK = "git-lock"
    UNFINISHED = "unfinished"
    SPARSE = "sparse"
    NO_IDENTITY = "no-identity"
    BAD_DATE = "bad-date"
    PERSONAL = "personal"
    NOT_SIGNED = "not-signed"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    NOT_WRITTEN = "not-written"
    LINKED = "linked"
    NOT_PLAIN = "not-plain"
    OUR_NAME = "our-name"
    STAGED = "staged"
    DIRTY = "dirty"
    LINE_ENDINGS = "line-endings"
    CHANGED_MEANWHILE = "changed-meanwhile"
    MOVED = "moved"
    SWEPT = "swept"
    NOTHING_NEW = "nothing-new"
    UNCERTAIN = "uncertain"


class GitError(Exception):
    """Git has no answer; `values` are named in the sentence on the problem.

    `left` is set where writing had begun: the files that hold the new text and could not be put
    back, or none of them.
    """

    left: tuple[str, ...] | None = None

    def __init__(self, problem: GitProblem, hint: Words | None = None, **values: Value) -> None:
        """Keep what is in the way; `hint` takes the place of the usual cure."""
        super().__init__(problem.value)
        self.problem = problem
        self.values = values
        self.own_hint = hint

    @property
    def message(self) -> Words:
        """Return the sentence that tells what is in the way."""
        problem = Words(SENTENCES[self.problem].template, tuple(self.values.items()))
        if self.left is None:
            return problem
        if not self.left:
            return say("{problem} Nothing was changed.", problem=problem)
        return say(
            "{problem} What was begun could not be taken back: {paths} holds the new text, which is"
            " not committed. The same command, run again, completes it.",
            problem=problem,
            paths=self.left,
        )

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
    GitProblem.BAD_SETTING: say("Git cannot read its settings: {words}."),
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
    GitProblem.NO_BASE: say("Nothing tells which branch the change is to go into."),
    GitProblem.UNRELATED: say("The change and “{text}” have no revision in common."),
    GitProblem.LOCKED: say(
        "Another samverkan is writing, and has held “{path}” for more than {seconds} seconds."
    ),
    GitProblem.GIT_LOCK: say("Git's own lock is in the way: “{path}”, {age} old."),
    GitProblem.UNFINISHED: say("Git is in the middle of “{what}”."),
    GitProblem.SPARSE: say("Git passes over “{path}”: only a part of the tree is checked out."),
    GitProblem.NO_IDENTITY: say("Git does not know who you are, and a commit names its author."),
    GitProblem.BAD_DATE: say("Git cannot read the time in {name}: “{text}”."),
    GitProblem.PERSONAL: say(
        "A personal identity number stands in the commit's message or in its author's name or"
        " address."
    ),
    GitProblem.NOT_SIGNED: say("The commit cannot be signed: {words}."),
    GitProblem.READ_ONLY: say("You have no right to write to “{path}”."),
    GitProblem.DISK_FULL: say("The disk is full: “{path}” cannot be written."),
    GitProblem.NOT_WRITTEN: say("“{path}” cannot be written: {words}."),
    GitProblem.LINKED: say("“{path}” is a link or no ordinary file, or a link leads to it."),
    GitProblem.NOT_PLAIN: say("“{path}” is no ordinary file in the last commit."),
    GitProblem.OUR_NAME: say(
        "“{path}” is kept in git, but has the name of a file that samverkan is writing."
    ),
    GitProblem.STAGED: say("Another version of “{path}” is staged."),
    GitProblem.DIRTY: say("“{path}” has changes that are not committed."),
    GitProblem.LINE_ENDINGS: say(
        "“{path}” lies with other line endings (CRLF) than it was committed with."
    ),
    GitProblem.CHANGED_MEANWHILE: say("“{path}” was changed by somebody else at the same time."),
    GitProblem.MOVED: say("The branch got another commit at the same time."),
    GitProblem.SWEPT: say(
        "Somebody else committed at the same time, and their commit {id} took the change along."
    ),
    GitProblem.NOTHING_NEW: say("The last commit holds this already."),
    GitProblem.UNCERTAIN: say("Git does not tell whether the commit was made."),
}
CURES: dict[GitProblem, Words] = {
    GitProblem.NO_GIT: say("Install git, or put it on PATH."),
    GitProblem.TOO_OLD: say("Install a newer git; {needed} is enough for most repositories."),
    GitProblem.NO_REPOSITORY: say("Leave out what asks for history, or clone the repository."),
    GitProblem.BARE: say("Clone it, and work in the clone."),
    GitProblem.FOREIGN_OWNER: say(
        "If you trust its files: git config --global --add safe.directory {path}"
    ),
    GitProblem.REFUSED: say("Mend the repository: “git status” tells the same."),
    GitProblem.TOO_SLOW: say("Look whether the disk answers, and try again."),
    GitProblem.BAD_SETTING: say(
        "Mend it or take it away; “git config --show-origin --list” tells in which file it stands."
    ),
    GitProblem.UNBORN: say("Commit the agreement first."),
    GitProblem.DETACHED: say("Check out a branch: git switch NAME"),
    GitProblem.CONFLICTED: say("Finish the merge, or give it up: git merge --abort"),
    GitProblem.SHALLOW: say(
        "Fetch the whole history: git fetch --unshallow (in a workflow: fetch-depth: 0; in GitLab:"
        " GIT_DEPTH: 0)"
    ),
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
    GitProblem.NO_BASE: say("Name the base, for example: --base main"),
    GitProblem.UNRELATED: say("Name the branch that the change began from: --base REF"),
    GitProblem.LOCKED: say("Try again when it is done."),
    GitProblem.GIT_LOCK: say("If no git is at work there, remove it: rm {command}"),
    GitProblem.UNFINISHED: say("Finish it, or give it up: git {what} --abort"),
    GitProblem.SPARSE: say(
        "Check it out: git sparse-checkout disable (or git update-index --no-skip-worktree FILE)"
    ),
    GitProblem.NO_IDENTITY: say(
        'git config --global user.name "Your name" &&'
        ' git config --global user.email "you@example.org"'
    ),
    GitProblem.BAD_DATE: say("Write it as 2025-03-01T12:00:00, or unset the variable."),
    GitProblem.PERSONAL: say("Take it away; git config user.name and user.email tell who you are."),
    GitProblem.NOT_SIGNED: say(
        "Mend user.signingKey and gpg.format, or sign nothing: git config commit.gpgSign false"
    ),
    GitProblem.READ_ONLY: say("Ask the one who owns it, or work in a clone of your own."),
    GitProblem.DISK_FULL: say("Make room, and try again."),
    GitProblem.NOT_WRITTEN: say("Look whether the disk is sound, and try again."),
    GitProblem.LINKED: say("Put an ordinary file in its place."),
    GitProblem.NOT_PLAIN: say("Commit it as an ordinary file that cannot be run."),
    GitProblem.OUR_NAME: say("Give it another name, or take it away: git rm {command}"),
    GitProblem.STAGED: say("Unstage it; the file stays as it is: git restore --staged {command}"),
    GitProblem.DIRTY: say("Commit them, or give them up: git restore {command}"),
    GitProblem.LINE_ENDINGS: say(
        "Give all files theirs back: {command} – and keep git from changing them: write"
        " “*.yaml -text” into .gitattributes."
    ),
    GitProblem.CHANGED_MEANWHILE: say("Look at the file, and try again."),
    GitProblem.MOVED: say("Try again."),
    GitProblem.SWEPT: say("The change is made; “git show {id}” tells what else that commit holds."),
    GitProblem.NOTHING_NEW: say("There is nothing to do."),
    GitProblem.UNCERTAIN: say(
        "“git log -1” tells; the same command, run again, completes what is missing."
    ),
}
