"""Sentences before a language is chosen."""

from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.words import few, say


def test_of_many_names_the_first_are_said_and_how_many_more_there_are() -> None:
    names = [f"kom-{number}" for number in range(1, 5)]
    assert few(names) == few(names, 4) == tuple(names)
    told = {language: tongue(language)(say("{n}", n=few(names, 2))) for language in ("sv", "en")}
    assert told == {"sv": "kom-1, kom-2 och 2 till", "en": "kom-1, kom-2 and 2 more"}
