"""Rule revision-rewritten."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wrongs import of_revisions, told, waiving
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("revision-rewritten", Severity.ERROR)
def revision_rewritten(case: Case) -> Iterator[Hit]:
    """A change takes away a revision of the terms, or makes it say something else.

    ## Why it matters

    The revisions tell by which decision the terms became what they are. One that is rewritten
    afterwards makes a decision seem to be what it was not.

    ## How to mend it

    Restore it. What was wrong in it is put right by a new revision.

    ## Wrong

    ```yaml
    # before: terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - {number: 2, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-02-20}}
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - {number: 2, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-01-20}}
    ```

    ## Right

    ```yaml
    # before: terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - {number: 2, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-02-20}}
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - {number: 2, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-02-20}}
      - {number: 3, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-02-27}}
    ```
    """
    for change, subject, place in told(of_revisions(case.changes)):
        yield Hit(
            place,
            subject,
            say("Revision {n} of the terms is not as it was.", n=change.item.number),
            hint=say(
                "Restore it and revise anew, or have it accepted before: {command}",
                command=waiving("revision-rewritten", subject),
            ),
        )
