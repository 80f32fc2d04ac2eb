"""`status` as JSON."""

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.status import CellStatus, GuaranteeStatus, SlotStatus, Status
from samverkan_cli.language.visible import visible
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.period import day_before
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.render.json_parts import (
    Json,
    agreement,
    course,
    head,
    holder,
    number,
    revision,
    source,
)


def function(status: CellStatus) -> Json:
    """Return a function on the day; a protected one tells only whether it is covered."""
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
        "protected": cell.protected,
        "holders": [holder(one) for one in standing.holders],
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


def waiver(one: Waiver) -> Json:
    """Return what is accepted for a time, why, by whom and until when."""
    texts = {name: getattr(one, name) for name in ("rule", "subject", "reason", "owner")}
    return {name: visible(masked(text)) for name, text in texts.items()} | {
        "until": one.until.isoformat()
    }


def status(answer: Status) -> Json:
    """Return the answer of `status`."""
    return head("status") | {
        "agreement": agreement(answer.agreement),
        "day": answer.day.isoformat(),
        "revision": revision(answer.revision),
        "in_force": answer.in_force,
        "unread": [visible(name) for name in answer.unread],
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
        "counterparts_alone": [
            {
                "form": side.pair.form.id,
                "kind": side.pair.family.value,
                "party": side.party,
                "functions": [cell.id for cell in side.cells],
                "others": list(side.others),
            }
            for side in answer.alone
        ],
        "ending_soon": [
            {
                "party": one.cells[0].guarantee.party,
                "slot": one.cells[0].slot_id,
                "functions": [cell.id for cell in one.cells],
                "until": day_before(one.first).isoformat(),
            }
            for one in answer.ending
        ],
        "accepted": [waiver(one) for one in answer.accepted],
    }
