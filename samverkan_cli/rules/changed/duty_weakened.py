"""Rule duty-weakened."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wrongs import TASKS, cure, lowered, told
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("duty-weakened", Severity.WARNING)
def duty_weakened(case: Case) -> Iterator[Hit]:
    """A change makes a duty or a follow-up rarer or less binding.

    ## Why it matters

    Whoever was to get the result gets less of it, and was perhaps not asked.

    ## How to mend it

    Restore it, or let both parties decide on the change and write it down as a revision.

    ## Wrong

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    lead: [kom, pol]
    duties:
      - id: grannar-analys
        title: Årsanalys
        who: {all: [kom, pol]}
        cadence: yearly
        month: 12
        firmness: intends
        to: [Trygghetsrådet]
    follow-up:
      {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Trygghetsrådet]}
    ```

    ## Right

    ```yaml
    # before: terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    lead: [kom, pol]
    duties:
      - id: grannar-analys
        title: Årsanalys
        who: {all: [kom, pol]}
        cadence: yearly
        month: 12
        firmness: intends
        to: [Trygghetsrådet]
    follow-up:
      {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Trygghetsrådet]}
    ```
    """
    for change, subject, place in told(lowered(case.changes, TASKS)):
        yield Hit(
            place,
            subject,
            say(
                "“{title}” ({id}) binds less than before.",
                title=change.item.title,
                id=change.subject,
            ),
            hint=cure(case.changes),
        )
