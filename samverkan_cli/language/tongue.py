"""A language: sentences, dates, numbers and lists as its readers write them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from samverkan_cli.evaluate.personal import masked
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Bilingual, Value, Words

LANGUAGES = ("sv", "en")
DEFAULT = "en"
MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
CATALOGUES = Path(__file__).parent


class Tongue:
    """One of the two languages, `sv` or `en`."""

    def __init__(self, code: str) -> None:
        """Open the catalogue of a language; English is the language of the templates."""
        self.code = code
        self.months = MONTHS[code].split()
        self.catalogue = NullTranslations()
        if code != "en":
            with (CATALOGUES / f"{code}.mo").open("rb") as file:
                self.catalogue = GNUTranslations(file)

    def __call__(self, words: Words) -> str:
        """Say a sentence."""
        if words.plural:
            template = self.catalogue.ngettext(words.template, words.plural, words.count)
        else:
            template = self.catalogue.gettext(words.template)
        return template.format(**{name: self.value(value) for name, value in words.values})

    def text(self, template: str) -> str:
        """Return the translation of a text without values, such as a part of a manual."""
        return self.catalogue.gettext(template) if template else ""

    def value(self, value: Value) -> str:
        """Return a value as it stands in a sentence; no sentence repeats personal data."""
        if isinstance(value, str):
            return visible(masked(value))
        if isinstance(value, Words):
            return self(value)
        if isinstance(value, Bilingual):
            return visible(value.sv if self.code == "sv" else value.en)
        if isinstance(value, tuple):
            return ", ".join(self.value(part) for part in value)
        if isinstance(value, date):
            return self.day(value)
        return self.number(value)

    def number(self, value: int | Decimal) -> str:
        """Return a number with the language's decimal sign."""
        text = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
        return text.replace(".", ",") if self.code == "sv" else text

    def day(self, day: date, *, year: bool = True) -> str:
        """Return a day in prose: 1 mars 2025, 1 March 2025."""
        text = f"{day.day} {self.months[day.month - 1]}"
        return f"{text} {day.year}" if year else text


@cache
def tongue(code: str) -> Tongue:
    """Return the language `code`."""
    return Tongue(code)


def wished(environ: Mapping[str, str]) -> str:
    """Return the language that the environment asks for, or nothing.

    `SAMVERKAN_LANG` goes first, then the locale's variables; C and POSIX are no wish.
    """
    for name in ("SAMVERKAN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wish = environ.get(name, "")[:2].lower()
        if wish in LANGUAGES:
            return wish
        if wish and name in ("LC_ALL", "LC_MESSAGES"):
            break
    return ""


def choose(option: str, environ: Mapping[str, str], agreement: str) -> str:
    """Return the language to speak: the option, the environment, the agreement's own, English."""
    for wish in (option, wished(environ), agreement):
        if wish in LANGUAGES:
            return wish
    return DEFAULT
