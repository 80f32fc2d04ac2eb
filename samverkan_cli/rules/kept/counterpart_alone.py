"""Rule counterpart-alone."""

from collections.abc import Iterator

from samverkan_cli.evaluate.backing import FAMILY_WORDS, alone
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("counterpart-alone", Severity.WARNING)
def counterpart_alone(case: Case) -> Iterator[Hit]:
    """One party has somebody in place and the other has nobody.

    ## Why it matters

    Working together takes two: whoever is there has nobody to turn to.

    ## How to mend it

    Fill the vacancy, or agree on who answers for it meanwhile.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-14}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    for side in alone(case.agreement, case.timelines, case.day):
        form, family = side.pair.form, side.pair.family
        yield Hit(
            side.cells[0].function.place,
            f"{form.id}/{family.value}/{side.party}",
            say(
                "In “{form}” {others} has somebody for {family}, but {party} has nobody.",
                form=form.title,
                others=tuple(case.agreement.title_of(other) for other in side.others),
                family=FAMILY_WORDS[family],
                party=case.agreement.title_of(side.party),
            ),
            (Remark(form.place / "title", say("This is the form of working together.")),),
            hint=say("Fill the vacancy, or agree on who answers for it meanwhile."),
        )
