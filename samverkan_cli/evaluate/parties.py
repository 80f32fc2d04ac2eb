"""What kind of party somebody is, as far as the name tells."""

import re

PARTY_KINDS = (
    "municipality",
    "police-area",
    "police-region",
    "police-authority",
    "region",
    "joint-federation",
    "company",
    "association",
    "university",
    "authority",
    "civil-society",
    "unit",
    "other",
)
OTHER = "other"
SIGNS = (
    ("police-area", r"polisområde|police area|police district"),
    ("police-region", r"polisregion|police region"),
    ("police-authority", r"\bpolis(en|myndighet)|\bpolice\b"),
    ("joint-federation", r"kommunalförbund|\bfederation\b"),
    ("municipality", r"kommun(en|s)?\b|\bstad\b|\bmunicipality\b|\bcity of\b"),
    ("university", r"universitet|högskola|\buniversity\b|\bcollege\b"),
    ("region", r"\bregion\b|regionen\b"),
    ("company", r"\bab\b|bolag(et)?\b|\bltd\b|\bcompany\b"),
    ("association", r"förening(en)?\b|\bassociation\b"),
    ("authority", r"myndighet(en)?\b|länsstyrelse|verket\b|\bauthority\b|\bagency\b"),
)
"""What a name says of its kind, in Swedish and English; the first that it says counts."""


def likely_kind(title: str) -> str:
    """Return the kind of party that a name tells of; `other` where it tells of none."""
    name = title.casefold()
    return next((kind for kind, sign in SIGNS if re.search(sign, name)), OTHER)
