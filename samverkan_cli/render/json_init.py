"""The answer of `init` as JSON."""

from samverkan_cli.flows.change import Done
from samverkan_cli.flows.init import Begun
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.render.json_parts import Json, agreement, head
from samverkan_cli.render.text_init import remarks


def begun(answer: Begun, tongue: Tongue) -> Json:
    """Return the answer."""
    outline, first = answer.outline, answer.first
    return head("init") | {
        "language": tongue.code,
        "agreement": agreement(outline.agreement),
        "parties": [
            {"id": one.id, "title": visible(one.title), "kind": one.kind}
            for one in outline.agreement.parties
        ],
        "done": became(answer).value,
        "revision": first.revision if first else None,
        "new_repository": first.is_new if first else None,
        "folder": visible(str(outline.root)),
        "files": [*outline.files],
        "kept": [*outline.kept],
        "left_out": [*outline.left_out],
        "remarks": [tongue(words) for words in remarks(outline)],
    }


def became(answer: Begun) -> Done:
    """Return what became of it."""
    if not answer.is_written:
        return Done.PROPOSED
    return Done.COMMITTED if answer.first else Done.WRITTEN
