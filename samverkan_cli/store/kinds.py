"""Which files an agreement's folder can hold, and of what kind each is, by its path."""

import re
from enum import StrEnum
from functools import lru_cache

from samverkan_cli.store.file_faults import FILES


class Kind(StrEnum):
    """What a file of the folder holds; each kind has a schema of this name."""

    AGREEMENT = "agreement"
    GUARANTEES = "guarantees"
    FORM = "form"
    READINGS = "readings"
    STAFFING = "staffing"
    RECORDS = "records"
    WAIVERS = "waivers"
    CONFIG = "config"


NAME = r"[a-z0-9åäö]+(?:-[a-z0-9åäö]+)*"
PATHS = (
    (re.compile(r"terms/agreement\.yaml"), Kind.AGREEMENT),
    (re.compile(rf"terms/guarantees/{NAME}\.yaml"), Kind.GUARANTEES),
    (re.compile(rf"terms/forms/{NAME}\.yaml"), Kind.FORM),
    (re.compile(r"terms/readings\.yaml"), Kind.READINGS),
    (re.compile(rf"staffing/{NAME}\.yaml"), Kind.STAFFING),
    (re.compile(rf"records/{NAME}\.yaml"), Kind.RECORDS),
    (re.compile(r"waivers\.yaml"), Kind.WAIVERS),
    (re.compile(r"config\.yaml"), Kind.CONFIG),
)
AGREEMENT_FILE = "terms/agreement.yaml"
DATA = ("terms/", "staffing/", "records/")


@lru_cache(FILES)
def kind_of(path: str) -> Kind | None:
    """Return what the file at `path` (inside the folder, with `/`) holds, or None."""
    return next((kind for pattern, kind in PATHS if pattern.fullmatch(path)), None)
