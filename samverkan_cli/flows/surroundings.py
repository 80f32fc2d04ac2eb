"""What lies around a register: how git, the forge, the checks and people are to treat it."""

from samverkan_cli.flows.skeleton import comment, content
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.words import Words, say
from samverkan_cli.store.written import scalar

WORKFLOW = ".github/workflows/samverkan.yaml"
OWNERS = "CODEOWNERS"
FORGE = (WORKFLOW, OWNERS)
"""What a forge looks for at the top of a repository, and nowhere else."""


def ignored(spoken: Tongue) -> bytes:
    """Return what git is not to keep: our files that are half written."""
    about = say("Files that samverkan is writing; a run that was cut off can leave one.")
    return content([*comment(spoken(about)), ".*.samverkan"])


def attributes(spoken: Tongue) -> bytes:
    """Return how git is to treat the files: a byte that was checked is the byte that is kept."""
    about = say(
        "The register is kept byte for byte: git converts nothing, shows every change, and asks "
        "where two changes meet."
    )
    return content([*comment(spoken(about)), "*.yaml -text -ident -filter diff merge"])


CHECK = """\
{about}
name: samverkan

on:
  push:
  pull_request:

permissions: {{}}

jobs:
  check:
    name: samverkan check
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    env:
      {source}
      SAMVERKAN: {origin}
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: pip install
        run: |
          if [ -z "$SAMVERKAN" ]; then
            echo "::error file={file}::{lacking}"
            exit 1
          fi
          python3 -I -m venv "$RUNNER_TEMP/samverkan"
          "$RUNNER_TEMP/samverkan/bin/python" -I -m pip install --quiet "$SAMVERKAN"
      - name: samverkan check
        run: |
          set -- check --format=github "--output=markdown=$GITHUB_STEP_SUMMARY"
          if [ "$GITHUB_EVENT_NAME" = pull_request ]; then set -- "$@" --base; fi
          "$RUNNER_TEMP/samverkan/bin/python" -I -m samverkan_cli "$@"
"""
"""Python runs with -I: nothing is imported from the folder that a pull request has filled."""


def workflow(origin: str, spoken: Tongue) -> bytes:
    """Return the check of every change; `origin` is what pip installs, or nothing."""
    about = say("Runs “samverkan check” on every change. It may read, and nothing else.")
    source = say(
        "What pip installs: the address of the program, with a commit that does not move, such as "
        "git+https://HOST/NAME/samverkan@COMMIT"
    )
    lacking = say(
        "There is no program to check with. In {file}, write at SAMVERKAN where pip fetches it: "
        "git+https://HOST/NAME/samverkan@COMMIT",
        file=WORKFLOW,
    )
    return CHECK.format(
        about="\n".join(comment(spoken(about))),
        source="\n      ".join(comment(spoken(source))),
        origin=scalar(origin),
        file=WORKFLOW,
        lacking=spoken(lacking),
    ).encode()


def owners(agreement: Agreement, spoken: Tongue) -> bytes:
    """Return who must approve a change where: the folder is the authority."""
    parties = [party.id for party in agreement.parties]
    every = " ".join(f"@ORG/{name}" for name in parties)
    about = say(
        "Who is to approve a change: all parties, but for the staffing, which is each party's own. "
        "The last line that matches a file counts."
    )
    fill = say(
        "Nothing below counts yet. Write the teams of your forge in place of @ORG/…, and take away "
        "the first # of each line."
    )
    more = say(
        "A forge can be content with one of the owners in a line. Then let nobody merge a change "
        "of the terms before all parties have approved it."
    )
    width = max(len(f"/agreement/staffing/{name}.yaml") for name in parties)
    return content(
        [
            *comment(spoken(about)),
            "#",
            *comment(spoken(fill)),
            "#",
            *comment(spoken(more)),
            "",
            f"# {'*':{width}} {every}",
            f"# {'/agreement/terms/':{width}} {every}",
            *(f"# {f'/agreement/staffing/{name}.yaml':{width}} @ORG/{name}" for name in parties),
        ]
    )


FOLDERS: tuple[tuple[str, Words, Words], ...] = (
    ("terms/", say("what is agreed and promised"), say("all parties together")),
    ("staffing/", say("which posts keep the promises"), say("each party its own file")),
    ("records/", say("what was done"), say("all parties")),
    ("waivers.yaml", say("findings accepted for a time"), say("all parties")),
)
COMMANDS: tuple[tuple[str, Words], ...] = (
    ("samverkan status", say("who keeps which promise today, what is missing and what is due")),
    ("samverkan check", say("all that is wrong, in one run")),
    ("samverkan revise", say("commit what was written in terms/, with reason and decision")),
    ("samverkan assign", say("say which post keeps a promise, and commit it")),
    ("samverkan log", say("who changed what, and when")),
)


def readme(agreement: Agreement, spoken: Tongue) -> bytes:
    """Return the page that tells a newcomer what the register is."""
    *titles, last = (party.title for party in agreement.parties)
    what = say(
        "This is the register of an agreement between {parties} and {last}.",
        parties=tuple(titles),
        last=last,
    )
    how = say(
        "It is plain text in git. Every change is a commit, and the program samverkan tells who "
        "keeps which promise, on any day."
    )
    heads = (say("Folder"), say("Holds"), say("Changed by"))
    lines = [f"# {escaped(agreement.title)}", "", escaped(spoken(what)), "", spoken(how), ""]
    lines += [f"| {' | '.join(map(spoken, heads))} |", "| --- | --- | --- |"]
    lines += [
        f"| `agreement/{name}` | {spoken(holds)} | {spoken(whose)} |"
        for name, holds, whose in FOLDERS
    ]
    lines += ["", "```bash"]
    widest = max(len(command) for command, _ in COMMANDS)
    lines += [f"{command:{widest}}  # {spoken(words)}" for command, words in COMMANDS]
    lines += ["```", ""]
    lines += [spoken(say("Posts stand here, never persons: git does not forget."))]
    return content(lines)


def surroundings(agreement: Agreement, origin: str, spoken: Tongue) -> dict[str, bytes]:
    """Return the files around the register, by path."""
    return {
        ".gitignore": ignored(spoken),
        ".gitattributes": attributes(spoken),
        "README.md": readme(agreement, spoken),
        WORKFLOW: workflow(origin, spoken),
        OWNERS: owners(agreement, spoken),
    }
