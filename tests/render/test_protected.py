"""Of a protected function every answer tells that it is covered or not, and no more."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.items import items
from samverkan_cli.flows.check import check
from samverkan_cli.flows.show import show
from samverkan_cli.flows.status import Choice, status
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.promise import Guarantee, Slot
from samverkan_cli.render import (
    json_check,
    json_show,
    json_status,
    text_check,
    text_show,
    text_status,
)
from samverkan_cli.render.check_parts import Around
from samverkan_cli.render.json_parts import written
from samverkan_cli.render.page import Page
from samverkan_cli.resources import folder
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import Register, read_at

KNOWN = {rule.id: rule for rule in RULES}
DAYS = st.dates(date(2023, 12, 30), date(2027, 1, 2))
LANGUAGES = st.sampled_from(["sv", "en"])
WHY = re.compile(r"on-leave|seconded|lent-out|on leave|lent out|utlånad|\bledig\b|nobody stands in")


@cache
def shipped() -> Register:
    return read_at(folder("agreement"))


def protected(slot: Slot, *, every: bool) -> Slot:
    """Return a slot of which all functions are protected, or all but the first."""
    kept = () if every else slot.functions[:1]
    return slot.replaced(
        protected=every,
        functions=(
            *kept,
            *(one.replaced(protected=True) for one in slot.functions[len(kept) :]),
        ),
    )


@cache
def hidden(*, every: bool = True) -> Register:
    """Return the shipped agreement with its functions protected."""
    known = shipped().agreement
    assert known is not None

    def changed(one: Guarantee) -> Guarantee:
        return one.replaced(slots=tuple(protected(slot, every=every) for slot in one.slots))

    promised = tuple(map(changed, known.guarantees))
    return shipped()._replace(agreement=known.replaced(guarantees=promised))


def agreement(register: Register) -> Agreement:
    assert register.agreement is not None
    return register.agreement


@cache
def posts() -> re.Pattern[str]:
    """Return what finds the id of a post that is assigned to anything."""
    names = {one.post for one in agreement(shipped()).assignments}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])")


def pages(language: str, *voices: tuple[Any, ...]) -> Iterator[str]:
    """Yield what each voice writes, given the rest of its tuple."""
    for voice, *given_ in voices:
        page = Page(tongue(language), 200)
        voice(page, *given_)
        yield page.plain()


def told_of_all(register: Register, day: date, language: str) -> Iterator[str]:
    """Yield what `status` and `check --all` say, in every format."""
    answer, checked = status(register, day, Choice()), check(register, day)
    spoken = tongue(language)
    yield from pages(
        language,
        (text_status.full, answer),
        (text_status.concise, answer),
        (text_check.concise, checked, ""),
    )
    page = Page(spoken, 200)
    text_check.full(page, checked, Around(KNOWN, register.texts, "", "", every=True))
    yield page.plain()
    yield written(json_status.status(answer))
    yield written(json_check.check(checked, spoken, ""))


def told_of(register: Register, day: date, language: str, name: str) -> Iterator[str]:
    """Yield what `show` says of one thing, in every format."""
    answer = show(register, day, name)
    yield from pages(language, (text_show.show, answer, ""))
    yield written(json_show.show(answer, tongue(language), ""))


@given(DAYS, LANGUAGES)
@settings(max_examples=10, deadline=None)
def test_nothing_names_a_post_where_every_function_is_protected(day: date, language: str) -> None:
    for text in told_of_all(hidden(), day, language):
        assert posts().findall(text) == []
        assert WHY.findall(text) == []


@given(DAYS, LANGUAGES, st.data())
@settings(max_examples=15, deadline=None)
def test_show_names_no_post_but_the_one_that_is_asked_for(
    day: date, language: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([one.id for one in items(agreement(hidden()))]))
    cells = {cell.id for cell in agreement(hidden()).cells()}
    for text in told_of(hidden(), day, language, name):
        assert set(posts().findall(text)) <= {name}
        assert WHY.findall(text) == []
        if posts().fullmatch(name):
            assert not [cell for cell in cells if cell in text]


def test_posts_are_named_where_nothing_is_protected() -> None:
    texts = [*told_of_all(shipped(), date(2025, 3, 1), "en")]
    assert len([text for text in texts if posts().search(text)]) > 1
    assert any(WHY.search(text) for text in texts)


@pytest.mark.parametrize("stride", [4, pytest.param(1, marks=pytest.mark.long)])
def test_show_names_no_post_whatever_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, stride: int
) -> None:
    day = date(2025, 3, 1)
    found = check(hidden(), day).findings
    monkeypatch.setattr("samverkan_cli.flows.show.judge", lambda *_: found)
    for name in sorted({one.id for one in items(agreement(hidden()))})[::stride]:
        for text in told_of(hidden(), day, "en", name):
            assert set(posts().findall(text)) <= {name}


@given(DAYS, st.data())
@settings(max_examples=10, deadline=None)
def test_a_slot_with_one_open_function_keeps_the_others(day: date, data: st.DataObject) -> None:
    register = hidden(every=False)
    cells = {cell.id for cell in agreement(register).cells() if cell.protected}
    answer = json_status.status(status(register, day, Choice()))
    for load in answer["load"]:
        assert not cells & {*load["functions"], *load["alone"]}
    for guarantee in answer["guarantees"]:
        for slot in guarantee["slots"]:
            several = len(slot["functions"]) > 1
            assert not (several and slot["present"])
            for one in slot["functions"]:
                if one["id"] in cells:
                    assert_kept_back(one)
    post = data.draw(st.sampled_from(agreement(register).posts))
    text = json.dumps(json_show.show(show(register, day, post.id), tongue("en"), ""))
    assert not [cell for cell in cells if f'"{cell}"' in text]


def assert_kept_back(function: dict[str, Any]) -> None:
    """Hold that a function in JSON tells that it is covered or not."""
    assert function["protected"] is True
    assert function["state"] in {"covered", "vacant", "not-in-force"}
    told = [function[key] for key in ("present", "holders", "since", "until")]
    assert told == [0, [], None, None]


@given(DAYS)
@settings(max_examples=10, deadline=None)
def test_what_is_covered_is_told_as_covered(day: date) -> None:
    plain, kept = (status(one, day, Choice()) for one in (shipped(), hidden()))
    for one, other in zip(plain.cells, kept.cells, strict=True):
        covered = one.standing.state.value == "covered"
        assert (other.standing.state.value == "covered") is covered
