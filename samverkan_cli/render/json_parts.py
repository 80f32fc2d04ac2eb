"""Parts of answers as JSON: names and words in English, the same order each time.

The formats are published in `schemas/output/`; a field may be added within a version, none is
changed or taken away. Messages are in the language that was asked for; nothing else is.
"""

import json
from typing import Any

from samverkan_cli import __version__
from samverkan_cli.evaluate.coverage import Holder
from samverkan_cli.evaluate.duties import Course, DutyState, Performance
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.frame import Source
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Number
from samverkan_cli.model.revision import Revision

Json = dict[str, Any]


def written(answer: Json) -> str:
    """Return an answer as text that ends with a new line."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def head(name: str) -> Json:
    """Return the fields that every answer begins with."""
    return {
        "format": f"samverkan.{name}/1",
        "tool": {"name": "samverkan", "version": __version__},
    }


def period(period: Period) -> Json:
    """Return days; an open end is null."""
    return {
        "from": period.first.isoformat(),
        "until": None if period.is_open else period.last.isoformat(),
    }


def agreement(agreement: Agreement) -> Json:
    """Return which agreement the answer is about."""
    return {
        "id": agreement.id,
        "title": visible(agreement.title),
        "language": agreement.language,
        "period": period(agreement.period) | {"reading": agreement.term.reading or None},
        "illustrative": list(agreement.illustrative),
    }


def revision(revision: Revision | None) -> Json | None:
    """Return which revision the answer is according to; null is the working tree."""
    if revision is None:
        return None
    day = revision.committed
    return {"id": revision.id, "committed": day.isoformat() if day else None}


def source(source: Source | None) -> Json | None:
    """Return the passage that an item stands for."""
    if source is None:
        return None
    return {
        "heading": visible(source.heading),
        "item": source.item or None,
        "lines": [source.first_line, source.last_line],
        "digest": source.digest,
    }


def number(number: Number) -> Json:
    """Return how many are promised."""
    return {
        "exactly": number.exactly,
        "at_least": number.at_least,
        "wording": number.wording or None,
    }


def holder(holder: Holder) -> Json:
    """Return a holder."""
    return {
        "post": holder.post,
        "share": float(holder.share),
        "deputy": holder.deputy,
        "away": holder.away.value if holder.away else None,
    }


def performance(performance: Performance) -> Json:
    """Return an occurrence."""
    record = performance.record
    return {
        "name": performance.occurrence.name or None,
        "party": performance.party or None,
        "period": period(performance.occurrence.period),
        "due": performance.due.isoformat(),
        "state": performance.state.value,
        "done_on": performance.done_on.isoformat() if performance.done_on else None,
        "reference": visible(record.reference) if record and record.reference else None,
    }


def course(course: Course, *, every: bool = False) -> Json:
    """Return a duty or follow-up; its open, late and missed occurrences, or every one."""
    item = course.item
    wanted = (
        course.performances
        if every
        else course.those(DutyState.DUE, DutyState.LATE, DutyState.MISSED)
    )
    return {
        "id": item.id,
        "title": visible(item.title),
        "kind": "duty" if isinstance(item, Duty) else "follow-up",
        "form": course.form.id if course.form else None,
        "parties": list(item.who.parties) if isinstance(item, Duty) else [],
        "sharing": item.who.sharing.value if isinstance(item, Duty) else None,
        "firmness": item.firmness.value if isinstance(item, Duty) else None,
        "cadence": item.cadence.rhythm.value,
        "counts": {state.value: course.count(state) for state in DutyState},
        "occurrences": [performance(one) for one in wanted],
        "other_records": [
            {"on": record.on.isoformat(), "reference": visible(record.reference) or None}
            for record in course.other
        ],
    }


def finding(located: Located, tongue: Tongue, folder: str) -> Json:
    """Return a finding; its file is named as the reader would open it."""
    found, span = located.finding, located.span
    hit = found.hit
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "subject": visible(hit.subject),
        "message": tongue(hit.message),
        "hint": tongue(hit.hint) if hit.hint else None,
        "file": visible(folder + hit.place.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "remarks": [
            {
                "file": visible(folder + remark.place.file),
                "line": at.line,
                "column": at.column,
                "message": tongue(remark.message),
            }
            for remark, at in zip(hit.remarks, located.remarks, strict=True)
        ],
    }
