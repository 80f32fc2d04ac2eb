"""Rule date-outside-period."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import Span, entry_names, outside
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule

CURE = say("Look for a mistyped year, and leave out what lies outside the agreement.")


@rule("date-outside-period", Severity.ERROR)
def date_outside_period(case: Case) -> Iterator[Hit]:
    """Something is written for days that it cannot be true of.

    ## Why it matters

    Outside the agreement's days nothing is owed and nothing is counted, and nothing can be done
    before its time has begun.

    ## How to mend it

    Look for a mistyped year, and leave out what lies outside the agreement.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2034, on: 2024-12-10, reference: KS 2024/1}
    ```

    ## Right

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
    ```
    """
    for span in outside(case.agreement):
        place = span.place
        if span.period.first > case.agreement.period.last:
            place = Place(place.file, (*place.keys[:-1], "from"))
        yield Hit(place, span.name, of_span(span, case.agreement.period), hint=CURE)
    yield from of_records(case)


def of_span(span: Span, term: Period) -> Words:
    """Return how something lies outside the agreement's days."""
    first, last = span.period.first, span.period.last
    if last < term.first:
        return say(
            "“{title}” ends on {until}, but the agreement begins on {first}.",
            title=span.title,
            until=last,
            first=term.first,
        )
    if first > term.last:
        return say(
            "“{title}” begins on {first}, but the agreement ends on {last}.",
            title=span.title,
            first=first,
            last=term.last,
        )
    return say(
        "“{title}” ends on {day}, but the agreement ends on {last}.",
        title=span.title,
        day=last,
        last=term.last,
    )


def of_records(case: Case) -> Iterator[Hit]:
    """Yield the records of a period that the duty never has, or that had not begun."""
    names = entry_names(case.agreement)
    for one in case.told:
        title, record = one.item.title, one.record
        later = [occurrence for occurrence in one.named() if record.on < occurrence.period.first]
        if one.beyond():
            message = say(
                "“{title}” has no period {names}: its periods run from {first} to {last}.",
                title=title,
                names=one.beyond(),
                first=one.occurrences[0].name,
                last=one.occurrences[-1].name,
            )
            yield Hit(record.place / one.key, names[record.place], message, hint=CURE)
        elif one.names and later:
            message = say(
                "“{title}” was recorded on {on}, before its period {name} began on {first}.",
                title=title,
                on=record.on,
                name=later[-1].name,
                first=later[-1].period.first,
            )
            yield Hit(record.place / "on", names[record.place], message, hint=CURE)
