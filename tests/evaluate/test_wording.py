"""What the wording gives away."""

import pytest

from samverkan_cli.evaluate.wording import repeated_duties
from samverkan_cli.model.duty import Needs
from samverkan_cli.model.form import Form
from samverkan_cli.model.frozen import Frozen
from tests.evaluate.made import agreement, duty

STEERING = "Forma och delta i styrgrupp"


def stated(*told: tuple[str, str], **more: tuple[object, object]) -> list[tuple[str, str]]:
    """Return the repeated duties of two forms, each given by its id and its duty's title."""
    forms: list[Frozen] = []
    for number, (name, title) in enumerate(told):
        fields = {key: values[number] for key, values in more.items()}
        own = duty().replaced(id=f"{name}-styr", title=title, **fields)
        forms.append(Form(id=name, title=f"Arbete {name.upper()}", duties=(own,)))
    made = agreement().replaced(forms=tuple(forms))
    return [(first.id, later.id) for first, later in repeated_duties(made)]


@pytest.mark.parametrize(
    ("first", "later", "same"),
    [
        (STEERING, STEERING, True),
        (STEERING, "Forma och delta i en styrgrupp.", True),
        (STEERING, f"{STEERING} för SIG", True),
        (f"{STEERING} för SIG", f"{STEERING} för SIG", True),
        (STEERING, f"{STEERING} för GVI", False),
        (f"{STEERING} för GVI", f"{STEERING} för SIG", False),
        (f"{STEERING} 1", f"{STEERING} 2", False),
        (f"Att {STEERING.lower()}", STEERING, True),
        (STEERING, "Forma och leda en styrgrupp", False),
        ("Delta i styrgrupp", "Delta i styrgrupp", False),
    ],
)
def test_duties_say_the_same(first: str, later: str, *, same: bool) -> None:
    assert stated(("sig", first), ("unga", later)) == ([("sig-styr", "unga-styr")] * same)


@pytest.mark.parametrize(
    ("field", "values", "same"),
    [
        ("needs", (Needs(body="a"), Needs(body="a")), True),
        ("needs", (Needs(body="a"), None), True),
        ("needs", (Needs(body="a"), Needs(body="b")), False),
        ("function", ("a/b", ""), True),
        ("function", ("a/b", "a/c"), False),
    ],
)
def test_duties_of_different_bodies_or_functions_are_not_the_same(
    field: str, values: tuple[object, object], *, same: bool
) -> None:
    assert bool(stated(("sig", STEERING), ("gvi", STEERING), **{field: values})) is same
