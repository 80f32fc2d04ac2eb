"""Rule duty-removed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.change import Kind
from samverkan_cli.evaluate.wrongs import TASKS, cure, removed, told
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import FORMS, Case, rule


@rule("duty-removed", Severity.WARNING, reads=(FORMS,))
def duty_removed(case: Case) -> Iterator[Hit]:
    """A change takes away a duty, a follow-up or a whole form of cooperation.

    ## Why it matters

    A duty that is gone from the file is never late, and nobody asks for it again.

    ## How to mend it

    Restore it, or let both parties decide that it ends and write that down as a revision.

    ## Wrong

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    lead: [kom, pol]
    follow-up:
      {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Trygghetsrådet]}
    # records/2024.yaml
    records: []
    ```

    ## Right

    ```yaml
    # before: terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    lead: [kom, pol]
    follow-up:
      {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Trygghetsrådet]}
    ```
    """
    for change, subject, place in told(removed(case.changes, (*TASKS, Kind.FORM))):
        yield Hit(
            place,
            subject,
            say("“{title}” ({id}) is no longer there.", title=change.item.title, id=change.subject),
            hint=cure(case.changes),
        )
