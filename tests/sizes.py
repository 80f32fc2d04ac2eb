"""How many made-up examples a test takes: some every day, many in `.ci/run`, most by hand."""

import pytest


def sizes(name: str, some: int, many: int, most: int = 0) -> pytest.MarkDecorator:
    """Return what runs a test with `name` as some, as many and, where it is more, as most."""
    params = [
        pytest.param(some, id="some"),
        pytest.param(many, id="many", marks=pytest.mark.long),
        pytest.param(most, id="most", marks=pytest.mark.exhaustive),
    ]
    return pytest.mark.parametrize(name, params if most else params[:2])
