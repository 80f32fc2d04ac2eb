"""Made-up findings with everything that a text has to survive."""

from datetime import date

from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.model.finding import Finding, Hit, Remark, Severity
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.words import say, say_n

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
    "reference-unknown",
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
