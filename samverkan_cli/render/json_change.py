"""The answer of a writing verb as JSON."""

from samverkan_cli.evaluate.effects import Effect
from samverkan_cli.flows.change import Changed
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.render.json_changes import change as one_change
from samverkan_cli.render.json_parts import Json, finding, head, period
from samverkan_cli.render.text_change import effect_words


def effect(one: Effect, tongue: Tongue) -> Json:
    """Return what becomes of a function."""
    return {
        "function": one.cell.id,
        "before": one.before.value,
        "after": one.after.value,
        "worse": one.is_worse,
        "period": period(one.period),
        "message": tongue(effect_words(one)),
    }


def change(answer: Changed, tongue: Tongue, folder: str) -> Json:
    """Return the answer of a verb that changes the agreement."""
    proposal = answer.proposal
    return head("change") | {
        "language": tongue.code,
        "verb": proposal.intent.verb,
        "title": tongue(proposal.intent.title),
        "done": answer.done.value,
        "revision": answer.revision or None,
        "files": [visible(path) for path in sorted(proposal.new)],
        "left_out": [visible(path) for path in proposal.left_out],
        "changes": [one_change(one, proposal.titles, tongue, None) for one in proposal.changes],
        "effects": [effect(one, tongue) for one in proposal.effects],
        "errors": [finding(one, tongue, folder) for one in proposal.errors],
        "lines": [visible(line) for line in proposal.lines()],
    }
