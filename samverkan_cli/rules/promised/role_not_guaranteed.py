"""Rule role-not-guaranteed."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("role-not-guaranteed", Severity.NOTE)
def role_not_guaranteed(case: Case) -> Iterator[Hit]:
    """A follow-up is owned by a role that no guarantee holds.

    ## Why it matters

    A role that nobody has promised to keep may be gone when the day comes.

    ## How to mend it

    Guarantee the role, or let a guaranteed slot own the follow-up.

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
    follow-ups:
      - id: slut
        title: Slutlig uppföljning
        month: 2026-11
        scope: whole
        to: [Rådet]
        owners: [{party: kom, role: Strateg}]
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
    follow-ups:
      - id: slut
        title: Slutlig uppföljning
        month: 2026-11
        scope: whole
        to: [Rådet]
        owners: [{party: kom, role: Strateg, slot: kom-sam/samordnare}]
    ```
    """
    for _, follow_up in case.agreement.every_follow_up():
        for owner in follow_up.owners:
            if not owner.slot:
                yield Hit(
                    owner.place / "role",
                    f"{follow_up.id}/{owner.role}",
                    say(
                        "“{title}” is owned by “{role}”, a role that no party guarantees.",
                        title=follow_up.title,
                        role=owner.role,
                    ),
                    hint=say("Guarantee the role, or name a guaranteed one."),
                )
