"""Rule waiver-idle."""

from collections.abc import Iterator

from samverkan_cli.evaluate.waiving import in_force
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import READING, Case, rule


@rule("waiver-idle", Severity.WARNING)
def waiver_idle(case: Case) -> Iterator[Hit]:
    """A waiver accepts something that no rule finds.

    ## Why it matters

    A waiver that matches nothing is mistyped or no longer needed; left there, it would accept the
    same fault if it came again.

    ## How to mend it

    Take it away, or correct the rule and the subject.

    ## Wrong

    ```yaml
    # waivers.yaml
    waivers:
      - rule: holder-away
        subject: kom-sam/samordnare
        reason: Rekrytering pågår
        owner: Säkerhetschef
        until: 2025-06-30
    ```

    ## Right

    ```yaml
    # on: 2025-03-01
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    absences:
      - {post: kom-1, from: 2025-02-01, until: 2025-04-30, reason: other}
    # waivers.yaml
    waivers:
      - rule: holder-away
        subject: kom-sam/samordnare/samordnare
        reason: Rekrytering pågår
        owner: Säkerhetschef
        until: 2025-06-30
    ```
    """
    from samverkan_cli.rules.catalogue import RULES

    if case.found is None:
        return
    for (rule_id, subject), waiver in in_force(case.agreement.waivers, case.day).items():
        known = next((one for one in RULES if one.id == rule_id), None)
        idle = (rule_id, subject) not in case.found or (known and known.group == READING)
        if known and known.can_judge(case) and idle:
            yield Hit(
                waiver.place,
                f"{rule_id}/{subject}",
                say(
                    "The rule {rule} finds nothing to accept with “{id}”.",
                    rule=rule_id,
                    id=subject,
                ),
                hint=say("Take the waiver away, or correct its rule and subject."),
            )
