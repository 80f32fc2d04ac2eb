"""Rule record-rewritten."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wrongs import rewritten, told, waiving
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("record-rewritten", Severity.ERROR)
def record_rewritten(case: Case) -> Iterator[Hit]:
    """A change makes a record say something else than it did.

    ## Why it matters

    Records are what both parties, and whoever examines them, build on. A day that is moved
    afterwards makes something late seem to be in time.

    ## How to mend it

    Restore the record, and write a new one beside it that says what is right. To add what was left
    out, such as a reference, is no such change.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-11-10, reference: KS 2024/1}
    ```

    ## Right

    ```yaml
    # before: records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10}
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
    ```
    """
    for change, subject, place in told(rewritten(case.changes)):
        yield Hit(
            place,
            subject,
            say("The record of “{id}” says something else than it did.", id=change.subject),
            hint=say(
                "Restore it and record what is right anew, or have it accepted before: {command}",
                command=waiving("record-rewritten", subject),
            ),
        )
