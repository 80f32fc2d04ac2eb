"""Rule cadence-unclear."""

from collections.abc import Iterator

from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule


@rule("cadence-unclear", Severity.ERROR)
def cadence_unclear(case: Case) -> Iterator[Hit]:
    """A duty's times contradict each other.

    ## Why it matters

    When it is not clear by when a duty must be done, it can neither be kept nor missed.

    ## How to mend it

    Give what is done once a last day, or write deadline: none where the text has none; give a
    month only to what is yearly.

    ## Wrong

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    duties:
      - {id: grannar-plan, title: Plan, who: kom, cadence: once, firmness: shall}
    ```

    ## Right

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    duties:
      - {id: grannar-plan, title: Plan, who: kom, cadence: once, by: 2024-12-31, firmness: shall}
    # records/2024.yaml
    records: []
    ```
    """
    for _, duty in case.agreement.every_duty():
        found = contradiction(duty)
        if found:
            key, message, hint = found
            yield Hit(duty.place / key, duty.id, message, hint=hint)
    for course in case.courses:
        if course.cut:
            item = course.item
            yield Hit(
                item.place / "cadence",
                item.id,
                say(
                    "“{title}” comes back too often to be followed to the end of the period.",
                    title=item.title,
                ),
                hint=say("Look at its interval, and at the first and last day of the agreement."),
            )


def contradiction(duty: Duty) -> tuple[str, Words, Words] | None:
    """Return the field, the fault and the cure of a duty's times, if they have a fault."""
    once = duty.cadence.rhythm is Rhythm.ONCE
    if duty.deadline == "none" and duty.by:
        return (
            "deadline",
            say(
                "“{title}” has both a last day, {by}, and deadline: none.",
                title=duty.title,
                by=duty.by,
            ),
            say("Keep one of the two."),
        )
    if once and not duty.by and duty.deadline != "none":
        return (
            "cadence",
            say("“{title}” is done once, but no last day is given.", title=duty.title),
            say("Give it a last day, or write deadline: none where the text has none."),
        )
    if duty.month and duty.cadence.rhythm is not Rhythm.YEARLY:
        return (
            "month",
            say("“{title}” has a month, which only a yearly duty can have.", title=duty.title),
            say("Take the month away, or let the duty be yearly."),
        )
    return None
