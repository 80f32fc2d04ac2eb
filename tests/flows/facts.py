"""What a commit says, as facts that can be counted and compared."""

from pathlib import Path

from samverkan_cli.flows.source import Past

Fact = tuple[str, ...]
State = frozenset[Fact]


def state_at(folder: Path) -> State:
    """Return what the last commit says of staffing, records, waivers and terms."""
    agreement = Past.of(folder / "agreement").register("HEAD").agreement
    assert agreement is not None
    held = {
        ("held", one.post, one.slot, str(one.period.first), str(one.period.last))
        for one in agreement.assignments
    }
    gone = {
        ("away", one.post, str(one.period.first), str(one.period.last))
        for one in agreement.absences
    }
    done = {("done", one.first, str(one.on)) for one in agreement.records}
    waived = {("waived", one.subject, str(one.until)) for one in agreement.waivers}
    revised = {("revised", str(one.number), one.reason) for one in agreement.revisions}
    titled = {("titled", agreement.title)}
    return frozenset(held | gone | done | waived | revised | titled)


def away(state: State) -> set[Fact]:
    """Return the absences."""
    return {one for one in state if one[0] == "away"}
