"""Rule revision-repeated."""

from collections import defaultdict
from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.frame import Revised
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("revision-repeated", Severity.ERROR)
def revision_repeated(case: Case) -> Iterator[Hit]:
    """Two revisions of the terms have the same number.

    ## Why it matters

    Whoever refers to a revision by its number could mean either of them. It happens when both were
    made at the same time, each from the same terms.

    ## How to mend it

    Let the one that was decided first keep its number, and give the other the next one.

    ## Wrong

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - number: 2
        reason: Torget läggs till.
        decision: {body: Kommunstyrelsen, date: 2024-05-06}
      - number: 2
        reason: Polisen utser en till.
        decision: {body: Lokalpolischefen, date: 2024-06-03}
    ```

    ## Right

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    revisions:
      - number: 2
        reason: Torget läggs till.
        decision: {body: Kommunstyrelsen, date: 2024-05-06}
      - number: 3
        reason: Polisen utser en till.
        decision: {body: Lokalpolischefen, date: 2024-06-03}
    ```
    """
    numbered: dict[int, list[Revised]] = defaultdict(list)
    for one in case.agreement.revisions:
        numbered[one.number].append(one)
    for number, (first, *others) in numbered.items():
        if others:
            yield Hit(
                others[0].place / "number",
                f"revisions/{number}",
                say("{count} revisions have the number {n}.", count=1 + len(others), n=number),
                (
                    Remark(first.place / "number", say("It stands here first.")),
                    *(
                        Remark(one.place / "number", say("It stands here too."))
                        for one in others[1:]
                    ),
                ),
                hint=say(
                    "Give every later one a number of its own, from {n} on.", n=1 + max(numbered)
                ),
            )
