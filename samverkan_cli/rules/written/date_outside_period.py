"""Rule date-outside-period."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import entry_names, outside
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule

CURE = say("Look for a mistyped year, and leave out what lies outside the agreement.")


@rule("date-outside-period", Severity.ERROR, reads=("terms/agreement",))
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
    term = case.agreement.period
    for span in outside(case.agreement):
        title, first, last, place = span.title, span.period.first, span.period.last, span.place
        if last < term.first:
            message = say(
                "“{title}” ends on {until}, but the agreement begins on {first}.",
                title=title,
                until=last,
                first=term.first,
            )
        elif first > term.last:
            place = Place(place.file, (*place.keys[:-1], "from"))
            message = say(
                "“{title}” begins on {first}, but the agreement ends on {last}.",
                title=title,
                first=first,
                last=term.last,
            )
        else:
            message = say(
                "“{title}” ends on {day}, but the agreement ends on {last}.",
                title=title,
                day=last,
                last=term.last,
            )
        yield Hit(place, span.name, message, hint=CURE)
    yield from of_records(case)


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
