"""`show` as JSON."""

from samverkan_cli.evaluate.timeline import CellTimeline
from samverkan_cli.flows.recent import Recent
from samverkan_cli.flows.show import Shown, runs
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.render.json_changes import entry
from samverkan_cli.render.json_parts import (
    Json,
    agreement,
    course,
    finding,
    head,
    holder,
    period,
    revision,
    source,
)
from samverkan_cli.render.show_facts import facts, plain


def timeline(timeline: CellTimeline) -> Json:
    """Return a function over the whole period."""
    return {
        "id": timeline.cell.id,
        "title": visible(timeline.cell.function.title),
        "segments": [
            period(segment.period)
            | {
                "state": segment.standing.state.value,
                "holders": [holder(one) for one in segment.standing.holders],
            }
            for segment in runs(timeline)
        ],
    }


def past(history: Recent | None, tongue: Tongue) -> Json | None:
    """Return the latest of a thing's history; null where no history can be read."""
    if history is None or not (history.entries or not history.whole):
        return None
    return {
        "whole": history.whole,
        "entries": [entry(one, tongue) for one in history.entries],
    }


def show(answer: Shown, tongue: Tongue, folder: str, history: Recent | None = None) -> Json:
    """Return the answer of `show`."""
    value = answer.item.value
    return head("show") | {
        "agreement": agreement(answer.agreement),
        "day": answer.day.isoformat(),
        "revision": revision(answer.revision),
        "language": tongue.code,
        "id": answer.item.id,
        "kind": answer.item.kind.lower(),
        "title": visible(getattr(value, "title", "") or getattr(value, "term", "")),
        "description": visible(getattr(value, "description", "")),
        "source": source(answer.source),
        "facts": [
            {"name": fact.name, "value": plain(one, tongue)}
            for fact in facts(answer)
            for one in fact.values
        ],
        "functions": [timeline(one) for one in answer.timelines],
        "duties": [course(one, every=True) for one in answer.courses],
        "readings": [
            {
                "id": reading.id,
                "question": visible(reading.question),
                "chosen": visible(reading.chosen),
                "rejected": [visible(text) for text in reading.rejected],
                "decided_by": visible(reading.decided_by) or None,
            }
            for reading in answer.readings
        ],
        "findings": [finding(one, tongue, folder) for one in answer.findings],
        "history": past(history, tongue),
        "unread": [visible(name) for name in answer.unread],
    }
