"""The kind of a party is told from its name."""

import pytest

from samverkan_cli.evaluate.parties import PARTY_KINDS, SIGNS, likely_kind
from samverkan_cli.language import terms
from samverkan_cli.store.schema import load

NAMES = {
    "Exempel kommun": "municipality",
    "Exempelköpings kommuns": "municipality",
    "Exempel stad": "municipality",
    "City of Example": "municipality",
    "Lokalpolisområde Exempelköping": "police-area",
    "Example local police area": "police-area",
    "Polisregion Exempel": "police-region",
    "Polisen": "police-authority",
    "Polismyndigheten": "police-authority",
    "Region Exempel": "region",
    "Exempelregionen": "region",
    "Exempelbygdens kommunalförbund": "joint-federation",
    "Exempelbostäder AB": "company",
    "Exempelbolaget": "company",
    "Grannföreningen": "association",
    "Exempel universitet": "university",
    "Högskolan i Exempel": "university",
    "Länsstyrelsen i Exempels län": "authority",
    "Exempelverket": "authority",
    "Gatans vänner": "other",
    "Kommunistiska läsecirkeln": "other",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_tells_the_kind(name: str) -> None:
    assert likely_kind(name) == NAMES[name]


def test_the_kinds_are_those_of_the_schema_and_each_has_words() -> None:
    assert (*terms.PARTY_KINDS,) == PARTY_KINDS
    assert set(PARTY_KINDS) == {*load("common")["$defs"]["party-kind"]["enum"]}
    assert {kind for kind, _ in SIGNS} < set(PARTY_KINDS)
