"""Rule record-removed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.change import Kind
from samverkan_cli.evaluate.wrongs import removed, told, waiving
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("record-removed", Severity.ERROR, reads=(RECORDS,))
def record_removed(case: Case) -> Iterator[Hit]:
    """A change takes away a record of what was done.

    ## Why it matters

    Records are what both parties, and whoever examines them, build on. What was recorded once is
    corrected by a new record, not by taking the old one away.

    ## How to mend it

    Put the record back. If it was wrong, let both parties accept that it goes: a waiver that is
    merged first.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records: []
    ```

    ## Right

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
      - {follow-up: grannar-uppf, on: 2025-02-10, reference: KS 2025/3}
    ```
    """
    for change, subject, place in told(removed(case.changes, (Kind.RECORD,))):
        yield Hit(
            place,
            subject,
            say(
                "The record that “{id}” was done on {day} is no longer there.",
                id=change.subject,
                day=change.item.on,
            ),
            hint=say(
                "Put it back as it was, or have it accepted before: {command}",
                command=waiving("record-removed", subject),
            ),
        )
