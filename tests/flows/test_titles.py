"""What a commit is called: what it is about is seen where git shows one short line of it."""

from datetime import date

import pytest

from samverkan_cli.evaluate.absence_wishes import Leaving, absent
from samverkan_cli.evaluate.items import slots
from samverkan_cli.evaluate.staffing_wishes import Assigning, Releasing, assign, held, release
from samverkan_cli.history.message import WIDTH, message
from samverkan_cli.language.tongue import LANGUAGES, tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Intent, Refusal
from samverkan_cli.model.period import Period
from samverkan_cli.resources import folder
from samverkan_cli.store.register import read_at

DAY = date(2025, 9, 27)


@pytest.fixture(scope="module")
def known() -> Agreement:
    found = read_at(folder("agreement")).agreement
    assert found is not None
    return found


def subject(found: Intent | Refusal, language: str) -> str:
    """Return the first line of the commit."""
    assert isinstance(found, Intent)
    text = message(tongue(language)(found.title), [], [("Samverkan-Verb", found.verb)])
    return text.partition("\n")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_verbs_do_in_the_example_fits_into_a_line(known: Agreement, language: str) -> None:
    told = []
    for post in known.posts:
        leaving = Leaving(post.id, DAY, None, "on-leave", DAY)
        told.append(subject(absent(known.replaced(absences=()), leaving), language))
        for slot in slots(known):
            if slot.startswith(post.party):
                wish = Assigning(post.id, slot, Period(DAY, date.max))
                told.append(subject(assign(known, wish), language))
    assert len(told) > 400
    assert max(map(len, told)) <= WIDTH
    assert not [line for line in told if "2025-09-27" not in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_roles_those_are_cut_and_not_the_day(known: Agreement, language: str) -> None:
    several = [
        post.id for post in known.posts if len({one.slot for one in held(known, post.id, DAY)}) > 1
    ]
    assert several
    for post in several:
        line = subject(release(known, Releasing(post, DAY, all=True)), language)
        assert f"{post} " in line
        assert "2025-09-27" in line
