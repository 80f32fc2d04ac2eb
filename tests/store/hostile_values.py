"""Hostile values: what the schemas must hold against, and ids (threats S3-S8, F4-F6)."""

from tests.store.hostile import ID, KIB, TITLE, entitled, filled, identified, text

AGREEMENT, RECORDS, WAIVERS = "terms/agreement.yaml", "records/2024.yaml", "waivers.yaml"
FORM, READINGS, GUARANTEES = "terms/forms/x.yaml", "terms/readings.yaml", "terms/guarantees/x.yaml"
TYPE, FORM_RULE, UNKNOWN, RANGE = "value-type", "value-form", "field-unknown", "value-range"

for path in (AGREEMENT, RECORDS, WAIVERS, FORM, READINGS, GUARANTEES, "staffing/x.yaml"):
    kind = path.split("/")[-2] if path.endswith("x.yaml") else path.split("/")[-1].split(".")[0]
    text(f"s01-list-as-{kind}", "- a\n- b\n", TYPE, (1, 1), path)
    text(f"s01-text-as-{kind}", "hej\n", TYPE, (1, 1), path)
    text(f"s01-number-as-{kind}", "1\n", TYPE, (1, 1), path)
    text(f"s01-empty-map-as-{kind}", "{}\n", "field-missing", (1, 1), path)
    text(f"s01-nothing-as-{kind}", "", TYPE, (1, 1), path)
    text(f"s01-unknown-fields-{kind}", "zzz: 1\nyyy: [1]\n", UNKNOWN, (1, 1), path)

text("s02-posts-map", "party: kom\nposts: {id: a}\n", TYPE, (2, 8))
text("s02-posts-text", "party: kom\nposts: a\n", TYPE, (2, 8))
text("s02-post-text", "party: kom\nposts: [a]\n", TYPE, (2, 9))
text("s02-post-list", "party: kom\nposts: [[a]]\n", TYPE, (2, 9))
text("s02-party-list", "party: [kom]\nposts: []\n", TYPE, (1, 8))
text("s02-party-map", "party: {id: kom}\nposts: []\n", TYPE, (1, 8))
text("s02-id-list", identified("[a]"), TYPE, ID)
text("s02-title-map", entitled("{a: b}"), TYPE, TITLE)
text("s02-deep-in-title", entitled("[[[[[[[[a]]]]]]]]"), TYPE, TITLE)
text("s02-empty-title", entitled("''"), RANGE, TITLE)
text("s02-title-201", entitled("x" * 201), RANGE, TITLE)
text("s02-title-200", entitled("x" * 200), "")
text("s02-title-16-kib", lambda: entitled("x" * 16 * KIB), RANGE, TITLE)
text("s02-misspelt-field", "party: kom\npost: []\n", UNKNOWN, (2, 1))
text("s02-field-in-capitals", "Party: kom\nposts: []\n", UNKNOWN, (1, 1))
text("s02-flag-false", "party: kom\nillustrative: false\nposts: []\n", "value-unknown", (2, 15))
text(
    "s02-cadence-number",
    "id: x\ntitle: X\nlead: [kom]\nduties:\n  - {cadence: 3}\n",
    TYPE,
    (5, 15),
    FORM,
)
text(
    "s02-cadence-word",
    "id: x\ntitle: X\nduties:\n  - {cadence: dayly}\n",
    "value-unknown",
    (4, 15),
    FORM,
)
text(
    "s02-who-of-everything",
    "id: x\nduties:\n  - {who: {all: [a], any: [b], of: 1}}\n",
    "any",
    None,
    FORM,
)
text("s02-who-deep", "id: x\nduties:\n  - who: [[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]\n", TYPE, None, FORM)
text("s02-10-000-wrong-entries", filled("  - 1\n", "party: kom\nposts:\n", 60_000), TYPE, (3, 5))
text("s02-10-000-unknown-fields", lambda: "".join(f"part{n}: 1\n" for n in range(9_900)), UNKNOWN)
text(
    "s02-3-000-wrong-posts", filled("  - {id: A, title: '', x: 1}\n", "party: kom\nposts:\n"), "any"
)
text(
    "s02-2-000-wrong-whos",
    filled("  - {who: {all: 1, x: 2}}\n", "id: x\nduties:\n"),
    "any",
    None,
    FORM,
)
text(
    "s02-2-000-wrong-cadences",
    filled("  - {cadence: {times: a}}\n", "id: x\nduties:\n"),
    "any",
    None,
    FORM,
)
text(
    "s02-14-000-equal-posts",
    filled("  - {id: a}\n", "party: kom\nposts:\n", 60_000),
    "field-missing",
)
text("s02-4-000-sound-posts", lambda: "party: kom\nposts:\n" + "".join(
    f"  - {{id: post-{n}, title: Post {n}}}\n" for n in range(3_900)), "")  # fmt: skip

for number, value in enumerate((
    "../../x", "/etc/passwd", ".git/hooks/pre-commit", "'a:b'", "-rf", '"a\\nb"', "a b", "A",
    "\u0430bc", "\u212a", "\u0661\u0662", "\uff11", "a_b", "a--b", "a-", "'-'", "''", "x" * 300,
    "kom/sam", "a.b", "'[red]'", "'::error::x'", "'=1+1'", '"a$(id)"', "'`id`'", "é", "ß", "ı",
)):  # fmt: skip
    rule = RANGE if value == "x" * 300 else FORM_RULE
    text(f"f04-id-{number:02}-{value[:14]!a}", identified(value), rule, ID)
text("f04-id-newline-at-end", identified("|\n      abc"), FORM_RULE, ID)
text("f04-id-newlines-at-end", identified("|+\n      abc\n\n"), FORM_RULE, ID)
text("f04-id-folded", identified(">-\n      abc"), "")
text("f04-id-decomposed", identified("a\u030a"), "text-not-composed", (3, 9))

for number, value in enumerate((
    "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "9999-12-31",
    "2024-1-1", "20240101", "2024-W01-1", "2024-01-01T00:00:00Z", "'2024-01-01 '", "2024/01/01",
    "|\n      2024-01-01", "\u0662\u0660\u0662\u0664-01-01", "1 januari 2024", "24-01-01",
)):  # fmt: skip
    rule = "date-impossible" if number < 4 else TYPE if value == "20240101" else FORM_RULE
    written = f"party: kom\nposts: []\nassignments:\n  - from: {value}\n"
    text(f"s07-day-{number:02}", written, rule, (4, 11))
text("s07-day-number", "party: kom\nabsences:\n  - from: 2024\n", TYPE, (3, 11))
RECORD = "records:\n  - duty: grannar-analys\n    on: 2024-12-10\n    "
for value in ("0000", "2024-W99", "2024-99", "9999-H2", "2024#0", "0000-W01", "'2024-Q5'", "99999"):
    rule = "any" if value in {"0000", "2024#0", "'2024-Q5'", "99999"} else ""
    text(f"s07-period-{value}", f"{RECORD}period: {value}\n", rule, None, RECORDS)
for value in ("..", "2024..2023", "2024..9999", "W01..W02", "2024-W01..2024-W53", "a..b"):
    rule = "any" if value in {"..", "a..b"} else ""
    text(f"s07-periods-{value}", f"{RECORD}periods: {value}\n", rule, None, RECORDS)
text(
    "s07-month-of-year-0",
    "id: x\ntitle: X\nfollow-up: {month: 0000-11}\n",
    FORM_RULE,
    (3, 20),
    FORM,
)
text("s08-value-of-16-kib", lambda: identified('"' + "A" * 16 * KIB + '"'), RANGE, ID)
text("s08-field-name-of-190", lambda: "a" * 190 + ": 1\n", UNKNOWN, (1, 1))
text("b06-identity-number", entitled("Post 850709-9805"), "personal-data", (4, 17))
text("b06-identity-number-in-comment", "# 19850709-9805\nparty: kom\n", "personal-data", (1, 3))
text("b06-identity-number-as-field", "850709-9805: x\n", "personal-data", (1, 1))
text("b06-identity-number-as-value", identified("850709+9805"), "personal-data", ID)
text(
    "b06-full-width",
    entitled("\uff18\uff15\uff10\uff17\uff10\uff19-\uff19\uff18\uff10\uff15"),
    "personal-data",
    TITLE,
)
text("b06-many-numbers", filled("# 850709-9805\n"), "personal-data", (1, 3))
text("b06-many-mails", filled("# a@b.se\n"), "personal-data", (1, 3))
text("b06-long-mail", filled("a.", "# ", 200_000), TYPE)
text("b06-at-signs", filled("a@", "# "), TYPE)
