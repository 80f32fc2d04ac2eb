"""The 64 contradictions of the shipped agreement, and what finds each of them."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from samverkan_cli.rules.rule import Case, Rule
from samverkan_cli.store.register import Register, read_at

ROOT = Path(__file__).parents[2]
DAY = date(2025, 3, 1)

FOUND: dict[str, list[tuple[str, str]]] = {
    "I01": [("final-follow-up-early", "uppfoljning-slutlig")],
    "I02": [("period-undated", "orebro-2024-2026")],
    "I03": [("duty-starts-before-period", "kompass-lagesbild")],
    "I04": [("follow-up-without-scope", "uppfoljning-del")],
    "I05": [("law-date-wrong", "lag-kommuners-ansvar")],
    "I06": [
        ("deadline-only-implied", "unga-socialtjanst-polis"),
        ("deadline-only-implied", "sspf-samverkan-formas"),
        ("deadline-only-implied", "nara-strukturer"),
        ("deadline-only-implied", "nara-tydligare-samverkan"),
        ("deadline-only-implied", "valfard-riktat-arbete"),
    ],
    "I07": [
        ("duty-without-deadline", "kompass-modell"),
        ("duty-without-deadline", "unga-strukturer"),
        ("duty-without-deadline", "unga-styrgrupp"),
        ("duty-without-deadline", "sspf-organisation"),
        ("duty-without-deadline", "sspf-resursstruktur"),
        ("duty-without-deadline", "sig-styrgrupp"),
        ("duty-without-deadline", "valfard-samordningsfunktion"),
        ("duty-without-deadline", "valfard-natverk-skapas"),
    ],
    "I08": [("cadence-unspecified", "orebra-verksamhetsplan")],
    "I09": [
        ("body-without-cadence", "styrgrupp-gvi"),
        ("body-without-cadence", "koordinatorsmoten-gvi"),
    ],
    "I10": [
        ("duty-without-owner", "kommunikation-plan"),
        ("duty-without-day", "kommunikation-plan"),
    ],
    "I11": [
        ("duty-without-day", "matning-arlig"),
        ("duty-without-recipient", "est-tertialanalys"),
        ("duty-without-recipient", "est-arsanalys"),
    ],
    "I12": [("duty-without-guarantee", "vbe-samordnarfunktion/pol")],
    "I13": [
        ("seat-without-guarantee", "styrgrupp-gvi/pol"),
        ("seat-without-guarantee", "styrgrupp-gvi/kom"),
    ],
    "I14": [
        ("form-without-guarantee", "nara"),
        ("form-without-follow-up", "nara"),
        ("duty-without-guarantee", "nara-strukturer/pol"),
        ("duty-without-guarantee", "nara-strukturer/kom"),
    ],
    "I15": [
        ("form-without-guarantee", "kompass"),
        ("duty-without-guarantee", "kompass-polisens-medverkan/pol"),
    ],
    "I16": [
        ("form-without-guarantee", "unga"),
        ("duty-without-guarantee", "unga-socialtjanst-polis/pol"),
        ("duty-without-guarantee", "unga-socialtjanst-polis/kom"),
        ("duty-without-guarantee", "unga-linjearbete/pol"),
        ("duty-without-guarantee", "unga-linjearbete/kom"),
    ],
    "I17": [("form-one-sided", "valfard/pol"), ("form-without-guarantee", "municipal")],
    "I18": [
        ("form-without-guarantee", "kommunikation"),
        ("duty-without-guarantee", "kommunikation-plan/pol"),
        ("duty-without-guarantee", "kommunikation-plan/kom"),
    ],
    "I19": [
        ("form-one-sided", "narkotika/pol"),
        ("duty-without-guarantee", "narkotika-insatser/pol"),
    ],
    "I20": [("form-one-sided", "partnerskap/pol")],
    "I21": [
        ("form-one-sided", "sspf/pol"),
        ("duty-without-guarantee", "sspf-samverkan-formas/pol"),
    ],
    "I22": [("sides-asymmetric", "oserios"), ("duty-without-guarantee", "oserios-tillsyn/kom")],
    "I23": [("role-not-guaranteed", "uppfoljning-slutlig/Brottsförebyggare")],
    "I24": [("function-without-form", "pol-omradespolis/omradespolis/omradespolis")],
    "I25": [
        ("function-without-form", "pol-kommunpoliser/kommunpolis/andts"),
        ("function-without-form", "kom-utpekade/tjanster/narkotika-doping"),
    ],
    "I26": [("function-without-form", "kom-utpekade/tjanster/overgripande")],
    "I27": [("function-without-form", "kom-falt/faltassistenter/faltassistenter")],
    "I28": [("function-without-form", "kom-ordningsvakt/samordnare/samordnare")],
    "I29": [("count-mismatch", "kom-plats/ansvariga/partnerskap")],
    "I31": [
        ("number-ambiguous", "pol-sig/samordnare"),
        ("number-ambiguous", "pol-gvi/samordnare"),
        ("number-ambiguous", "pol-oserios/samordnare"),
        ("number-ambiguous", "kom-ordningsvakt/samordnare"),
        ("number-ambiguous", "kom-gvi/samordnare"),
        ("number-ambiguous", "kom-avhopp/samordnare"),
    ],
    "I32": [("seats-exceed-guarantee", "styrgrupp-sspf/kom")],
    "I34": [("owner-ambiguous", "uppfoljning-slutlig/pol-kommunpoliser/kommunpolis")],
    "I36": [("term-varies", "def-oppen-narkotikahandel")],
    "I37": [("term-varies", "def-orebra")],
    "I39": [("duty-stated-twice", "unga-styrgrupp")],
    "I42": [("topics-differ", "pol-kommunpoliser/kommunpolis/andts")],
    "I43": [("firmness-conflict", "sspf-avsiktsforklaring/kom")],
    "I45": [("term-varies", "def-samordnare")],
    "I47": [
        ("goal-directions-differ", "partnerskap-inga-utsatta-omraden"),
        ("goal-without-baseline", "mal-utsatta-omraden"),
        ("goal-without-target", "partnerskap-inga-utsatta-omraden"),
    ],
    "I50": [
        ("actor-not-signing", "polisregion-bergslagen"),
        ("actor-not-signing", "orebro-universitet"),
    ],
    "I51": [
        ("actor-unnamed", "ovriga-myndigheter"),
        ("actor-unnamed", "ovriga-aktorer"),
        ("actor-unnamed", "lokalsamhallet"),
        ("actor-unnamed", "berorda-parter"),
    ],
    "I54": [("successor-unstated", "acc-pol"), ("successor-unstated", "acc-kom")],
    "I55": [
        ("form-without-follow-up", form)
        for form in (
            *("kommunikation", "kompass", "matning", "nara", "narkotika"),
            *("oserios", "partnerskap", "sspf", "unga", "valfard"),
        )
    ],
    "I56": [
        (rule, f"{form}-uppfoljning")
        for rule in ("follow-up-without-date", "follow-up-without-recipient")
        for form in ("orebra", "sig", "avhopp", "vbe")
    ],
    "I57": [
        ("nothing-measured", "orebro-2024-2026"),
        ("goal-without-indicator", "mal-brottslighet"),
    ],
    "I58": [
        ("follow-up-without-recipient", "uppfoljning-del"),
        ("follow-up-without-recipient", "uppfoljning-slutlig"),
    ],
    "I59": [("law-demand-unmet", "lag-kommuners-ansvar/5")],
    "I60": [("reference-outdated", "def-handbok")],
    "I61": [
        ("clause-absent", kind)
        for kind in (
            *("vacancy", "breach", "escalation", "termination"),
            *("precedence", "secrecy", "personal-data"),
        )
    ],
    "I62": [("law-demand-unmet", f"lag-kommuners-ansvar/{n}") for n in (5, 6, 12, 13)],
}

UNBACKED = {
    *("kommunikation-plan/pol", "kommunikation-plan/kom"),
    *("kompass-lagesbild/kom", "kompass-kartlaggning/kom", "kompass-modell/kom"),
    "kompass-polisens-medverkan/pol",
    *("nara-strukturer/pol", "nara-strukturer/kom"),
    *("narkotika-insatser/pol", "narkotika-insatser/kom"),
    *("orebra-beslutsmandat/pol", "orebra-beslutsmandat/kom"),
    "oserios-tillsyn/kom",
    "sspf-samverkan-formas/pol",
    *("unga-socialtjanst-polis/pol", "unga-socialtjanst-polis/kom"),
    *("unga-linjearbete/pol", "unga-linjearbete/kom"),
    *("unga-strukturer/pol", "unga-strukturer/kom"),
    *("vbe-langsiktigt-operativt/pol", "vbe-samordnarfunktion/pol", "vbe-kontaktytor/pol"),
}
"""The duties for which a party guarantees nothing of what they presuppose, each thought through."""

GENERAL = {
    *("kommunikation-fortlopande", "kompass-universitetet", "municipal-fortsatt"),
    *("narkotika-fokus", "vbe-motverka"),
}
"""The duties that say a direction, and presuppose no resource of their own."""

READ = {
    "I30": "utpekade-funktioner",
    "I33": "styrgrupper",
    "I35": "sig-funktion-eller-personer",
    "I38": "polisens-beteckningar",
    "I40": "brott-eller-vald",
    "I41": "vbe-omfattning",
    "I44": "avsiktsforklaring",
    "I46": "syften-kallade-mal",
    "I48": "ansvarets-rackvidd",
    "I49": "skrivfel",
    "I53": "mandat",
}
"""No rule can tell what the words mean: a reading says it, and waits to be decided."""

OUTSIDE = {
    "I52": "Who else takes part in GVI is known from other places, not from the agreement.",
    "I63": "How the signatory spells the name is known from the police's own site.",
    "I64": "Takes the agreement with the neighbouring municipality, which is not in the register.",
}
"""Nothing in the agreement shows it."""

BY_STATUTE = {"I05", "I59", "I62"}
"""Shown by the statute, not by the agreement; found all the same."""


@pytest.fixture(scope="module")
def shipped() -> Register:
    return read_at(ROOT / "agreement")


@pytest.fixture(scope="module")
def found(shipped: Register) -> set[tuple[str, str]]:
    case = Case(shipped.agreement, DAY, shipped.faults, shipped.unread)
    return {finding.fingerprint for rule in promised() for finding in rule.findings(case)}


def promised() -> list[Rule]:
    """Return every rule on the agreement itself, straight from its file."""
    names = sorted(path.stem for path in (ROOT / "samverkan_cli/rules/promised").glob("[a-z]*.py"))
    return [getattr(import_module(f"samverkan_cli.rules.promised.{name}"), name) for name in names]


def test_every_contradiction_is_found_read_or_explained() -> None:
    assert sorted([*FOUND, *READ, *OUTSIDE]) == [f"I{number:02}" for number in range(1, 65)]


def test_rules_find_all_contradictions_that_one_agreement_shows() -> None:
    assert len(FOUND.keys() - BY_STATUTE) == 47


@pytest.mark.parametrize("number", FOUND)
def test_rules_find_the_contradiction(number: str, found: set[tuple[str, str]]) -> None:
    assert set(FOUND[number]) <= found


@pytest.mark.parametrize("number", READ)
def test_a_reading_waits_for_the_contradiction(
    number: str, shipped: Register, found: set[tuple[str, str]]
) -> None:
    assert shipped.agreement
    assert READ[number] in {reading.id for reading in shipped.agreement.readings}
    assert ("reading-undecided", READ[number]) in found


def test_a_duty_is_unbacked_only_where_the_party_guarantees_nothing_for_it(
    found: set[tuple[str, str]],
) -> None:
    assert {subject for rule, subject in found if rule == "duty-without-guarantee"} == UNBACKED


def test_every_duty_says_what_it_presupposes_unless_it_says_a_direction(shipped: Register) -> None:
    assert shipped.agreement
    duties = [duty for _, duty in shipped.agreement.every_duty()]
    assert len(duties) == 55
    assert {duty.id for duty in duties if duty.needs is None} == GENERAL


def test_another_word_for_the_coordinator_is_the_one_that_the_text_has(shipped: Register) -> None:
    assert shipped.agreement
    words = {definition.id: definition.also for definition in shipped.agreement.definitions}
    assert words["def-samordnare"] == ("koordinatorsmöten",)


def test_every_place_says_where_the_document_names_it(shipped: Register) -> None:
    assert shipped.agreement
    assert len(shipped.agreement.areas) == 7
    assert all(
        area.source and (area.source.first_line, area.source.last_line) == (90, 90)
        for area in shipped.agreement.areas
    )


def test_no_two_findings_of_a_rule_have_one_subject(shipped: Register) -> None:
    case = Case(shipped.agreement, DAY, shipped.faults, shipped.unread)
    for rule in promised():
        subjects = [finding.hit.subject for finding in rule.findings(case)]
        assert len(subjects) == len(set(subjects)), rule.id
