"""Small values for the tests of evaluation, with only what a test is about."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.timeline import CellTimeline, timelines
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.duty import Duty, Sharing, Who
from samverkan_cli.model.form import Form
from samverkan_cli.model.frame import Firmness, Party, Term
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Amount, Function, Guarantee, Number, Slot, SlotKind
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record

THREE_YEARS = Period(date(2024, 1, 1), date(2026, 12, 31))
SLOT = "g/s"


def day(text: str) -> date:
    """Return the day written `2024-02-29`; `02-29` is in 2024."""
    return date.fromisoformat(text if len(text) == 10 else f"2024-{text}")


def days(text: str) -> Period:
    """Return the days written `02-01..02-29`, either end of which may be left out."""
    first, _, last = text.partition("..")
    return Period(day(first) if first else date.min, day(last) if last else date.max)


def held(
    post: str,
    when: str = "01-01..",
    *functions: str,
    deputy: bool = False,
    share: int | None = None,
) -> Assignment:
    """Return an assignment to the only slot."""
    return Assignment(
        party="kom",
        post=post,
        slot=SLOT,
        functions=functions,
        period=days(when),
        deputy=deputy,
        share=Decimal(100 if share is None else share),
        share_given=share is not None,
    )


def away(post: str, when: str, reason: Reason = Reason.ON_LEAVE) -> Absence:
    """Return an absence."""
    return Absence(party="kom", post=post, period=days(when), reason=reason)


def slot(
    *functions: str,
    least: int = 1,
    exactly: int | None = None,
    each: int = 1,
    fte: str = "",
) -> Slot:
    """Return a slot."""
    return Slot(
        id="s",
        kind=SlotKind.COORDINATOR,
        holders=Number(exactly=exactly) if exactly else Number(at_least=least),
        each=Number(at_least=each),
        functions=tuple(Function(id=one) for one in functions or ("f",)),
        amount=Amount(value=Decimal(fte), unit="fte") if fte else None,
    )


def agreement(
    *entries: Assignment | Absence | Post | Record,
    slot: Slot | None = None,
    period: Period = THREE_YEARS,
    own: Period | None = None,
    duties: Iterable[Duty] = (),
) -> Agreement:
    """Return an agreement of one slot, with the staffing and records given."""
    guarantee = Guarantee(id="g", party="kom", title="G", slots=(slot,) if slot else (), period=own)
    return Agreement(
        id="a",
        title="A",
        language="en",
        term=Term(period=period),
        parties=tuple(Party(id=id_, title=id_, kind="municipality") for id_ in ("kom", "pol")),
        guarantees=(guarantee,),
        forms=(Form(id="form", title="Form", duties=tuple(duties)),),
        assignments=tuple(one for one in entries if isinstance(one, Assignment)),
        absences=tuple(one for one in entries if isinstance(one, Absence)),
        posts=tuple(one for one in entries if isinstance(one, Post)),
        records=tuple(one for one in entries if isinstance(one, Record)),
    )


def line(
    *entries: Assignment | Absence | Post,
    slot: Slot | None = None,
    period: Period = THREE_YEARS,
    own: Period | None = None,
    function: str = "",
) -> CellTimeline:
    """Return the timeline of a function, the first unless one is named."""
    made = agreement(*entries, slot=slot or _ONE, period=period, own=own)
    found = {one.cell.function.id: one for one in timelines(made)}
    return found[function or next(iter(found))]


_ONE = slot()


def states(timeline: CellTimeline, *texts: str) -> list[str]:
    """Return the states on some days."""
    return [timeline.on(day(text)).state.value for text in texts]


def segments(timeline: CellTimeline) -> list[tuple[str, str, State]]:
    """Return the segments of a timeline."""
    return [
        (one.period.first.isoformat(), one.period.last.isoformat(), one.standing.state)
        for one in timeline.segments
    ]


def duty(
    rhythm: Rhythm | Cadence = Rhythm.WEEKLY,
    *parties: str,
    sharing: Sharing = Sharing.ALL,
    start: date | None = None,
    by: date | None = None,
    month: int | None = None,
    grace: int | None = None,
) -> Duty:
    """Return a duty."""
    return Duty(
        id="duty",
        title="Duty",
        who=Who(sharing=sharing, parties=parties or ("kom", "pol")),
        cadence=rhythm if isinstance(rhythm, Cadence) else Cadence(rhythm),
        firmness=Firmness.SHALL,
        start=start,
        by=by,
        month=month,
        grace_days=grace,
    )


def done(periods: str, on: str, party: str = "") -> Record:
    """Return a record of the duty for `2024-W01` or `2024-W01..2024-W05`."""
    first, _, last = periods.partition("..")
    return Record(
        subject="duty", follow_up=False, first=first, last=last or first, party=party, on=day(on)
    )
