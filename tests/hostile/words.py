"""Words and signs that command, deceive or tell of persons."""

from tests.history.repository import commit, git, write
from tests.hostile.case import BASE, LYING, STAGED, case
from tests.hostile.pull import NUMBER, Pull
from tests.pulls import FORM, KOM, LATER, WAIVERS, rewrite

BIDI = "\u202e\u2066\u200b\u061c\u0085\u2028\x1b[31m\x9b"

COMMANDS = (
    "::error::x",
    "##[error]x",
    "::set-env name=x::y",
    "::stop-commands::z",
    "%0A::error::x",
)


@case(BASE, ("--base",), STAGED, LYING, shows="personal-data")
def numbers_of_persons(pull: Pull) -> None:
    """Write a personal number into names, files, message, author and branch."""
    git(pull.path, "switch", "--quiet", "-c", f"p-{NUMBER}")
    text = f"# {NUMBER}\nparty: kom\nposts:\n  - {{id: p-{NUMBER}, title: 19{NUMBER}}}\n"
    for path in (f"{NUMBER}.yaml", f"agreement/staffing/{NUMBER}.yaml", KOM, WAIVERS):
        write(pull.path, {path: text})
    write(pull.path, {f"agreement/records/{NUMBER}/a.yaml": text, f"agreement/{NUMBER}": text})
    named = {"GIT_AUTHOR_NAME": NUMBER, "GIT_COMMITTER_EMAIL": f"{NUMBER}@x"}
    commit(pull.path, f"Om 19{NUMBER}\n\n{NUMBER}", LATER, named)
    git(pull.path, "branch", "--force", f"b-{NUMBER}", "main")
    pull.environ["SAMVERKAN_BASE"] = f"b-{NUMBER}"


@case(BASE, STAGED, LYING)
def words_that_are_commands(pull: Pull) -> None:
    """Write commands to runners, markup, formulas and invisible signs into every text."""
    texts = [*COMMANDS, f"x{BIDI}x", "=1+1", "@alla", "<img src=x>", "[a](https://x.invalid)",
             "`x`", "| x | y |", "]]>", "<!-- x", "{0} {name} %s", "[red]x[/]"]  # fmt: skip
    quoted = [one.replace("\\", "\\\\").replace('"', '\\"') for one in texts]
    posts = "".join(
        f'  - {{id: kom-{number + 10}, title: "{one}"}}\n' for number, one in enumerate(quoted)
    )
    wrong = "".join(f'  - {{id: "{one}", title: x, "{one}": 1}}\n' for one in quoted)
    waivers = "".join(
        f'  - {{rule: "{one}", subject: "{one}", reason: "{one}", owner: "{one}", '
        "until: 2026-01-01}\n"
        for one in quoted[:5] + quoted[6:]
    )
    party = "party: kom\nposts:\n"
    write(pull.path, {KOM: party + posts, WAIVERS: f"waivers:\n{waivers}"})
    write(pull.path, {"agreement/staffing/wrong.yaml": party + wrong})
    write(pull.path, {f"agreement/{one.replace('/', '-')}.yaml": "x\n" for one in texts})
    rewrite(pull.path, FORM, ("title: Grannsamverkan", 'title: "::error::x##[error]y\\u00adz"'))
    git(pull.path, "switch", "--quiet", "-c", "::error::x".replace(":", "#"))
    pull.commit(f"::error::x\n\n##[error]x {BIDI}")
