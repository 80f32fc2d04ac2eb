"""`check` as a report on tests, in the form of JUnit: a case for every finding.

What ends the run with code 1 has failed. What was there before, what is accepted and what does not
count are skipped, and say why. What is mended has passed, and so has a run that finds nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from samverkan_cli.evaluate.baseline import GONE, State
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.check import Checked
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import say
from samverkan_cli.render.check_parts import Around, Judged, everything, place

ILLEGAL = re.compile("[\ufffe\uffff]")
"""What XML 1.0 cannot hold, of that which `visible` leaves."""
PASSED, FAILED, SKIPPED = "passed", "failure", "skipped"


class Case(NamedTuple):
    """A test case: the file and rule that it belongs to, its name, how it went, why and where."""

    file: str
    rule: str
    name: str
    went: str = PASSED
    why: str = ""
    line: int = 1
    type: str = ""


def check(answer: Checked, tongue: Tongue, around: Around) -> str:
    """Return the report, in ASCII."""
    suites: dict[str, list[Case]] = {}
    for case in cases(answer, tongue, around):
        suites.setdefault(case.file, []).append(case)
    root = Element("testsuites", name="samverkan")
    for file, those in suites.items():
        suite(SubElement(root, "testsuite", name=file), those)
    counted(root, [case for those in suites.values() for case in those])
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "us-ascii").decode()}\n'


def cases(answer: Checked, tongue: Tongue, around: Around) -> Iterator[Case]:
    """Yield a case for every finding; one that has passed where there is none."""
    seen: dict[tuple[str, ...], int] = {}
    for one in everything(answer):
        case = case_of(one, tongue, around)
        number = seen[case[:3]] = seen.get(case[:3], 0) + 1
        yield case if number == 1 else case._replace(name=f"{case.name} ({number})")
    if not seen:
        yield Case("samverkan", "check", tongue(say("nothing is wrong")))


def case_of(one: Judged, tongue: Tongue, around: Around) -> Case:
    """Return a finding as a case; its name stays the same while the fault does."""
    found = one.located.finding
    went, why = outcome(one, tongue, around)
    return Case(
        file=legal(visible(place(one.located, around.inside))),
        rule=found.rule,
        name=legal(visible(found.hit.subject)) or found.rule,
        went=went,
        why=legal(why),
        line=one.located.span.line,
        type=found.severity.value,
    )


def outcome(one: Judged, tongue: Tongue, around: Around) -> tuple[str, str]:
    """Return how the case of a finding went, and why."""
    found = one.located.finding
    message = tongue(found.hit.message)
    if one.waiver:
        words = say(
            "Accepted until {until}: {reason}; {owner} answers for it",
            until=one.waiver.until,
            reason=masked(one.waiver.reason),
            owner=masked(one.waiver.owner),
        )
        return SKIPPED, f"{tongue(words)}. {message}"
    if one.state in GONE:
        return PASSED, ""
    if one.state is State.KEPT:
        return SKIPPED, tongue(say("There before: {message}", message=message))
    if not around.fails(found):
        return SKIPPED, f"{tongue(SEVERITIES[found.severity])}: {message}"
    return FAILED, message


def legal(text: str) -> str:
    """Return a text that XML can hold."""
    return ILLEGAL.sub("\ufffd", text)


def suite(element: Element, those: list[Case]) -> None:
    """Write the cases of a file."""
    counted(element, those)
    for one in those:
        case = SubElement(element, "testcase", classname=one.rule, name=one.name, file=one.file)
        if one.went == FAILED:
            failure = SubElement(case, FAILED, type=one.type, message=one.why)
            failure.text = f"{one.file}:{one.line}: {one.why}"
        elif one.went == SKIPPED:
            SubElement(case, SKIPPED, message=one.why)


def counted(element: Element, those: list[Case]) -> None:
    """Write how many cases there are."""
    element.set("tests", str(len(those)))
    element.set("failures", str(sum(one.went == FAILED for one in those)))
    element.set("errors", "0")
    element.set("skipped", str(sum(one.went == SKIPPED for one in those)))
