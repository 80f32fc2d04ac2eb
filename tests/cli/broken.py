"""Agreements that differ from the sound one, in the way of tests/examples.py."""

DAY = "2025-03-01"

NO_AGREEMENT = "# missing: terms/agreement.yaml\n"
BROKEN_AGREEMENT = "# terms/agreement.yaml\nid: exempel\ntitle: [\n"
BROKEN_STAFFING = "# staffing/kom.yaml\nparty: kom\nposts: [\n"
WRONG_FIELD = "# staffing/kom.yaml\nparty: kom\npost: []\n"
NO_STAFFING = "# missing: staffing/kom.yaml\n"
GAP = """\
# staffing/kom.yaml
party: kom
posts:
  - {id: kom-1, title: Samordnare}
"""
ONLY_A_NOTE = """\
# terms/forms/grannar.yaml
id: grannar
title: Grannsamverkan
lead: [kom, pol]
duties:
  - id: grannar-analys
    title: Årsanalys
    who: {all: [kom, pol]}
    cadence: yearly
    month: 12
    firmness: shall
    to: [Trygghetsrådet]
follow-up: {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole}
"""
SEVERAL_ERRORS = """\
# staffing/kom.yaml
party: kom
post: []
# records/2024.yaml
records:
  - {duty: grannar-analis, period: 2024, on: 2024-12-10, reference: KS 2024/1}
# waivers.yaml
waivers: [
"""
