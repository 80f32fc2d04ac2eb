"""The clauses that an agreement of this kind ought to have."""

from collections.abc import Iterator

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.words import Words, say

WANTED = {
    "vacancy": say("what happens when a promised place stands empty"),
    "breach": say("what happens when a promise is broken"),
    "escalation": say("how disagreement is taken upwards"),
    "termination": say("how the agreement is ended early"),
    "precedence": say("what goes first when two texts differ"),
    "secrecy": say("secrecy"),
    "personal-data": say("personal data"),
}
"""Kinds of clause, and what each of them settles."""


def absent(agreement: Agreement) -> Iterator[tuple[str, Words]]:
    """Yield every kind of clause that the agreement's document lacks, with what it would settle.

    Where no document is named there is no text yet that could lack anything.
    """
    present = {clause.kind for clause in agreement.clauses}
    for kind, settles in WANTED.items():
        if agreement.document and kind not in present:
            yield kind, settles
