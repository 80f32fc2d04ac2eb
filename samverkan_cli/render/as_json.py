"""Answers as JSON: names and words in English, the same order each time.

The formats are published in `schemas/output/`; a field may be added within a version, none is
changed or taken away. Messages are in the language that was asked for; nothing else is.
"""

import json
from typing import Any

from samverkan_cli import __version__
from samverkan_cli.evaluate.coverage import CellTimeline, Holder, State
from samverkan_cli.evaluate.duties import Course, DutyState, Performance
from samverkan_cli.evaluate.trace import Match
from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.flows.show import Shown
from samverkan_cli.flows.status import CellStatus, GuaranteeStatus, SlotStatus, Status
from samverkan_cli.flows.trace import Traced
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.agreement import Agreement, Duty, Number, Source
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.period import Period
from samverkan_cli.rules.rule import Rule

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


def function(status: CellStatus) -> Json:
    """Return a function on the day; a protected one tells no posts."""
    cell, standing, run = status.cell, status.standing, status.run
    ends = run is not None and not run.is_open
    return {
        "id": cell.id,
        "title": visible(cell.function.title),
        "party": cell.guarantee.party,
        "forms": list(cell.function.forms),
        "state": standing.state.value,
        "needed": cell.slot.each.least,
        "present": standing.present,
        "protected": cell.function.protected,
        "holders": [] if cell.function.protected else [holder(one) for one in standing.holders],
        "since": run.first.isoformat() if run else None,
        "until": run.last.isoformat() if run and ends else None,
    }


def slot(status: SlotStatus, guarantee: str) -> Json:
    """Return a slot on the day."""
    return {
        "id": f"{guarantee}/{status.slot.id}",
        "title": visible(status.slot.title),
        "kind": status.slot.kind.value,
        "holders": number(status.slot.holders),
        "present": status.present,
        "state": status.state.value,
        "functions": [function(cell) for cell in status.cells],
    }


def guarantee(status: GuaranteeStatus) -> Json:
    """Return a guarantee on the day."""
    promise = status.guarantee
    return {
        "id": promise.id,
        "party": promise.party,
        "title": visible(promise.title),
        "source": source(promise.source),
        "slots": [slot(one, promise.id) for one in status.slots],
    }


def states(cells: tuple[CellStatus, ...]) -> Json:
    """Return how many functions stand in each state."""
    found = [cell.standing.state for cell in cells]
    return {state.value: found.count(state) for state in State}


def of_party(status: Status, party: str) -> Json:
    """Return the counts of one party."""
    own = [one for one in status.guarantees if one.guarantee.party == party]
    cells = tuple(cell for one in own for cell in one.cells)
    return {
        "id": party,
        "title": visible(status.agreement.title_of(party)),
        "guarantees": len(own),
        "slots": sum(len(one.slots) for one in own),
        "functions": len(cells),
        "states": states(cells),
    }


def summary(status: Status) -> Json:
    """Return the counts."""
    levels = [form.level for form in status.agreement.forms]
    return {
        "guarantees": len(status.guarantees),
        "slots": sum(len(one.slots) for one in status.guarantees),
        "functions": len(status.cells),
        "states": states(status.cells),
        "parties": [of_party(status, party.id) for party in status.agreement.parties],
        "forms": levels.count("form"),
        "sub_forms": levels.count("sub-form"),
        "duties": sum(isinstance(course.item, Duty) for course in status.courses),
        "follow_ups": len(status.follow_ups),
        "occurrences": {
            state.value: sum(course.count(state) for course in status.courses)
            for state in DutyState
        },
        "due_soon": len(status.due_soon),
        "errors": status.errors,
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


def status(answer: Status) -> Json:
    """Return the answer of `status`."""
    return head("status") | {
        "agreement": agreement(answer.agreement),
        "day": answer.day.isoformat(),
        "in_force": answer.in_force,
        "unread": list(answer.unread),
        "summary": summary(answer),
        "guarantees": [guarantee(one) for one in answer.guarantees],
        "duties": [course(one) for one in answer.courses],
        "load": [
            {
                "post": load.post,
                "functions": list(load.functions),
                "alone": list(load.alone),
                "share": None if load.share is None else float(load.share),
            }
            for load in answer.loads
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


def check(answer: Checked, tongue: Tongue, folder: str) -> Json:
    """Return the answer of `check`."""
    return head("check") | {
        "agreement": agreement(answer.agreement) if answer.agreement else None,
        "day": answer.day.isoformat(),
        "language": tongue.code,
        "files": answer.files,
        "unread": list(answer.unread),
        "counts": {severity.value: answer.count(severity) for severity in Severity},
        "findings": [finding(one, tongue, folder) for one in answer.findings],
    }


def timeline(timeline: CellTimeline) -> Json:
    """Return a function over the whole period."""
    protected = timeline.cell.function.protected
    return {
        "id": timeline.cell.id,
        "title": visible(timeline.cell.function.title),
        "segments": [
            period(segment.period)
            | {
                "state": segment.standing.state.value,
                "holders": [] if protected else [holder(one) for one in segment.standing.holders],
            }
            for segment in timeline.segments
        ],
    }


def show(answer: Shown, tongue: Tongue, folder: str) -> Json:
    """Return the answer of `show`."""
    value = answer.item.value
    return head("show") | {
        "agreement": agreement(answer.agreement),
        "day": answer.day.isoformat(),
        "language": tongue.code,
        "id": answer.item.id,
        "kind": answer.item.kind.lower(),
        "title": visible(getattr(value, "title", "") or getattr(value, "term", "")),
        "description": visible(getattr(value, "description", "")),
        "source": source(getattr(value, "source", None)),
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
        "unread": list(answer.unread),
    }


def rule(rule: Rule, tongue: Tongue) -> Json:
    """Return a rule with its manual."""
    manual = rule.manual
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "group": rule.group,
        "title": tongue.text(manual.title),
        "why": tongue.text(manual.why),
        "mend": tongue.text(manual.mend),
        "wrong": manual.wrong,
        "right": manual.right,
    }


def rules(all_rules: tuple[Rule, ...], tongue: Tongue) -> Json:
    """Return the answer of `rules`."""
    return head("rules") | {
        "language": tongue.code,
        "rules": [rule(one, tongue) for one in all_rules],
    }


def explain(one: Rule, tongue: Tongue) -> Json:
    """Return the answer of `explain`."""
    return head("explain") | {"language": tongue.code, "rule": rule(one, tongue)}


def trace(answer: Traced) -> Json:
    """Return the answer of `trace`."""
    return head("trace") | {
        "agreement": agreement(answer.agreement),
        "document": visible(answer.document),
        "same_document": answer.same,
        "unread": list(answer.unread),
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
