"""`trace` as JSON."""

from samverkan_cli.evaluate.trace import Match
from samverkan_cli.flows.trace import Traced
from samverkan_cli.language.visible import visible
from samverkan_cli.render.json_parts import Json, agreement, head


def trace(answer: Traced) -> Json:
    """Return the answer of `trace`."""
    return head("trace") | {
        "agreement": agreement(answer.agreement),
        "document": visible(answer.document),
        "same_document": answer.same,
        "unread": [visible(name) for name in answer.unread],
        "counts": {match.value: len(answer.those(match)) for match in Match},
        "passages": [
            {
                "match": passage.match.value,
                "lines": [passage.first_line, passage.last_line],
                "now": list(passage.now) if passage.now else None,
                "items": list(passage.items),
                "text": None if passage.match is Match.CITED else visible(passage.text),
            }
            for passage in answer.passages
        ],
    }
