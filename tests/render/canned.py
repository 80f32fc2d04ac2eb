"""Made-up findings with everything that a text has to survive."""

from datetime import date

from samverkan_cli.evaluate.change import Change, Kind, What
from samverkan_cli.flows.check import Accepted, Checked, Compared
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.judge import Located
from samverkan_cli.model.finding import Finding, Hit, Remark, Severity
from samverkan_cli.model.frame import Firmness
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.staffing import Record, Waiver
from samverkan_cli.model.words import say, say_n
from samverkan_cli.render.check_parts import Around
from samverkan_cli.rules.catalogue import RULES

DAY = date(2025, 3, 1)
STAFFING = "staffing/kom.yaml"
TEXTS = {
    STAFFING: (
        "party: kom\n"
        "posts:\n"
        "  - {id: kom-1, title: Föreståndare 👮 samordnare, unit: Åä}\n"
        "\tassignments: []\n"
        f"note: {'lång ' * 60}slut\n"
    )
}


def located(
    rule: str, severity: Severity, hit: Hit, span: Span, remarks: tuple[Span, ...] = ()
) -> Located:
    """Return a finding with its span and those of its remarks."""
    return Located(Finding(rule, severity, hit), span, remarks)


ERROR = located(
    "reference-dangling",
    Severity.ERROR,
    Hit(
        Place(STAFFING, ("posts", 0, "unit")),
        "kom-1",
        say("There is no party “{name}”.", name="Åä"),
        remarks=(
            Remark(
                Place("terms/agreement.yaml"), say("The agreement is not in force on this day.")
            ),
            Remark(
                Place("terms/guarantees/kom.yaml"),
                say("The agreement is not in force on this day."),
            ),
        ),
        hint=say("Did you mean “{name}”?", name="Å\u202eä"),
    ),
    Span(3, 57, 3, 59),
    (Span(14, 3, 14, 9), Span(2, 1, 2, 5)),
)
WARNING_WITHOUT_SPAN = located(
    "file-missing",
    Severity.WARNING,
    Hit(
        Place("terms/agreement.yaml"),
        "terms/agreement.yaml",
        say("There is no agreement in this folder or those above it."),
        hint=say("Name the folder that holds terms/ and staffing/."),
    ),
    Span(1, 1, 1, 1),
)
NOTE = located(
    "yaml-syntax",
    Severity.NOTE,
    Hit(
        Place(STAFFING),
        STAFFING,
        say("“{text}” is no day.", text="100 %,\n::error::{n} [red]\x1b[31m:smile:\\"),
    ),
    Span(4, 1, 4, 2),
)
FAR_OUT = located(
    "text-too-long",
    Severity.ERROR,
    Hit(Place(STAFFING), STAFFING, say("A command is missing.")),
    Span(5, 307, 5, 311),
)
NOWHERE = located(
    "file-too-large",
    Severity.NOTE,
    Hit(Place(""), "", say_n(2, "{n} file", "{n} files")),
    Span(1, 1, 1, 1),
)
ALL = (ERROR, FAR_OUT, WARNING_WITHOUT_SPAN, NOTE, NOWHERE)
ANSWER = Checked(agreement=None, day=DAY, files=3, unread=(STAFFING,), findings=ALL)

KNOWN = {rule.id: rule for rule in RULES}
AROUND = Around(KNOWN, TEXTS, "agreement/", "avtal/örebro/agreement/", every=True)


def duty(rule: str, severity: Severity, subject: str, line: int) -> Located:
    """Return a finding on a duty."""
    hit = Hit(
        Place("terms/forms/grannar.yaml"),
        subject,
        say("“{value}” is not one of the words for {name}.", value=subject, name="cadence"),
        hint=say("Correct the record if its day is wrong."),
    )
    return located(rule, severity, hit, Span(line, 5, line + 1, 1))


KEPT = duty("duty-late", Severity.WARNING, "grannar-analys", 7)
STANDING = duty("duty-without-deadline", Severity.NOTE, "grannar-analys", 7)
MENDED = duty("duty-missed", Severity.WARNING, "grannar-möte", 12)
DROPPED = duty("duty-done-late", Severity.NOTE, "grannar-karta", 14)
WAIVED = Accepted(
    duty("duty-without-owner", Severity.NOTE, "grannar-rapport", 20),
    Waiver(
        rule="duty-without-owner",
        subject="grannar-rapport",
        reason="Rollen beslutas i maj (KS 2025/12) | <b>@kommunen</b>",
        owner="kommundirektören",
        until=date(2025, 5, 31),
        place=Place("waivers.yaml", ("waivers", 0)),
    ),
)
CHANGES = (
    Change(
        "grannar-analys",
        Kind.DUTY,
        What.WEAKENED,
        None,
        "firmness",
        Firmness.SHALL,
        Firmness.MAY,
        ("grannar-analys",),
    ),
    Change(
        "grannar-möte",
        Kind.RECORD,
        What.REMOVED,
        Record(
            subject="grannar-möte",
            follow_up=False,
            first="2024-W07",
            last="2024-W07",
            on=DAY,
            reference="=1+1",
        ),
        names=("grannar-möte",),
    ),
)
BASE = Compared(
    name="origin/main",
    how=say("“{text}” is no day.", text="GITHUB_BASE_REF"),
    revision=Revision(id="c0ffee5" + "0" * 33, committed=date(2025, 2, 27)),
    diff=Diff("c0ffee5", "", CHANGES, (), {"grannar-analys": "Analys av @grannar", "kom": "Åä"}),
    new=(ERROR, WARNING_WITHOUT_SPAN, NOTE, NOWHERE),
    kept=(FAR_OUT, KEPT, STANDING),
    mended=(MENDED,),
    dropped=(DROPPED,),
    hidden=2,
    files=frozenset({STAFFING}),
)
AGAINST = Checked(
    agreement=None,
    day=DAY,
    revision=Revision(id="ab5eade" + "1" * 33, committed=DAY),
    files=3,
    unread=(STAFFING,),
    findings=(ERROR, FAR_OUT, WARNING_WITHOUT_SPAN, KEPT, NOTE, NOWHERE, STANDING),
    accepted=(WAIVED,),
    base=BASE,
)
"""An answer of `check --base` in which there is something of everything."""
CLEAN = Checked(
    agreement=None,
    day=DAY,
    files=3,
    unread=(),
    findings=(STANDING,),
    base=BASE.replaced(
        diff=Diff("c0ffee5", "", (), (), {}),
        how=None,
        new=(),
        kept=(STANDING,),
        mended=(),
        dropped=(),
        hidden=0,
    ),
)
"""An answer about a change that makes nothing worse, and nothing else."""
