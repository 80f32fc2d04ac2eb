"""Rule firmness-conflict."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import intended_only
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("firmness-conflict", Severity.NOTE)
def firmness_conflict(case: Case) -> Iterator[Hit]:
    """A resource is guaranteed in one place and only intended in another.

    ## Why it matters

    The weaker sentence can be used against the stronger.

    ## How to mend it

    Say in both places how firm the promise is.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar, torg]}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-resurs
        title: Möjlig resurs tillsätts
        who: kom
        cadence: standing
        firmness: intends
        needs: {}
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar, torg]}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-resurs
        title: Möjlig resurs tillsätts
        who: kom
        cadence: standing
        firmness: shall
        needs: {}
    ```
    """
    for form, duty, cell in intended_only(case.agreement):
        yield Hit(
            duty.place / "firmness",
            f"{duty.id}/{cell.guarantee.party}",
            say(
                "“{title}” is only intended, but {party} guarantees “{guarantee}” for “{form}”.",
                title=duty.title,
                party=case.agreement.title_of(cell.guarantee.party),
                guarantee=cell.guarantee.title,
                form=form.title,
            ),
            (Remark(cell.guarantee.place / "title", say("It is guaranteed here.")),),
            hint=say("Say in both places how firm the promise is."),
        )
