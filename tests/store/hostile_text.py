"""Hostile text: constructs, characters, encodings, scalars and keys (threats Y1-Y12)."""

from tests.store.hostile import FULL, KIB, TITLE, entitled, filled, text

SYNTAX, CONSTRUCT, CHARACTER = "yaml-syntax", "yaml-construct", "character-forbidden"
DEEP, KEY, AMBIGUOUS = "yaml-too-deep", "key-not-text", "scalar-ambiguous"


def bomb(levels: int, item: str) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        parts = ", ".join([item.format(level - 1)] * 9)
        lines.append(f"a{level}: &a{level} [{parts}]")
    return "\n".join(lines) + "\n"


def merge_bomb() -> str:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, 27)]
    return "\n".join(lines) + "\n"


text("y01-alias-bomb", lambda: bomb(10, "*a{}"), CONSTRUCT, (1, 5))
text("y01-alias-bomb-30-levels", lambda: bomb(30, "*a{}"), CONSTRUCT, (1, 5))
text("y01-one-anchor", entitled("&t Post"), CONSTRUCT, TITLE)
text("y01-undefined-alias", entitled("*t"), CONSTRUCT, TITLE)
text("y01-alias-as-key", "*a : b\n", CONSTRUCT, (1, 1))
text("y01-anchor-on-key", "&a party: kom\nposts: []\n", CONSTRUCT, (1, 1))
text("y01-anchor-on-list", "party: kom\nposts: &p []\n", CONSTRUCT, (2, 8))
text("y01-anchor-without-value", "party: &a\n", CONSTRUCT)
text("y01-anchor-of-250-kib", lambda: "a: &" + "b" * FULL + " c\n", CONSTRUCT, (1, 4))
text("y01-anchor-twice", "a: &x 1\nb: &x 2\nc: *x\n", CONSTRUCT, (1, 4))
text("y02-merge-bomb", merge_bomb, CONSTRUCT, (1, 5))
text("y02-merge-key", "<<: {party: kom}\nposts: []\n", CONSTRUCT, (1, 1))
text("y02-merge-key-in-list", "party: kom\nposts:\n  - <<: {id: a}\n", CONSTRUCT, (3, 5))
text("y02-merge-key-quoted", '"<<": {party: kom}\nposts: []\n', "field-unknown", (1, 1))
text("y03-self-reference-list", "&x [*x]\n", CONSTRUCT, (1, 1))
text("y03-self-reference-map", "&x {a: *x}\n", CONSTRUCT, (1, 1))
text("y03-self-reference-key", "&x\n? *x\n: a\n", CONSTRUCT)

text("y04-brackets", lambda: "[" * 100_000, DEEP, (1, 21))
text("y04-brackets-closed", lambda: "[" * 100_000 + "]" * 100_000, DEEP, (1, 21))
text("y04-braces", lambda: "{a: " * 60_000, DEEP, (1, 81))
text("y04-braces-and-brackets", lambda: "[{a: " * 50_000, DEEP, (1, 51))
text("y04-dashes", lambda: "- " * 100_000, DEEP, (1, 41))
text("y04-questions", lambda: "? " * 100_000, KEY, (1, 3))
text("y04-questions-and-dashes", lambda: "? - " * 50_000, KEY)
text("y04-maps", lambda: "".join(f"{'  ' * n}a:\n" for n in range(400)), DEEP, (21, 41))
text("y04-lists-in-maps", lambda: "".join(f"{'    ' * n}- a:\n" for n in range(200)), DEEP)
text("y04-21-levels", lambda: "[" * 21 + "]" * 21, DEEP, (1, 21))
text("y04-20-levels", lambda: "[" * 20 + "]" * 20, "value-type", (1, 1))

text("y05-scalar-17-kib", lambda: entitled("x" * 17 * KIB), "text-too-long", TITLE)
text("y05-scalar-250-kib", lambda: entitled("x" * FULL), "text-too-long", TITLE)
text("y05-scalar-250-kib-quoted", lambda: entitled('"' + "x" * FULL + '"'), "text-too-long", TITLE)
text("y05-scalar-of-newlines", lambda: entitled('"' + "\n\n" * 120_000 + '"'), "text-too-long")
text("y05-block-scalar", lambda: entitled("|\n" + "      x\n" * 30_000), "text-too-long", TITLE)
text("y05-folded-scalar", lambda: entitled(">\n" + "      x\n" * 30_000), "text-too-long", TITLE)
text("y05-plain-lines", lambda: entitled("x\n" + "      x\n" * 30_000), "text-too-long", TITLE)
text("y05-escapes", lambda: entitled('"' + "\\U0001F600" * 20_000 + '"'), "text-too-long", TITLE)
text("y05-key-of-250-kib", lambda: "x" * FULL + ": 1\n", SYNTAX)
text("y05-key-of-1000", lambda: "x" * 1000 + ": 1\n", KEY, (1, 1))
text("y05-key-of-250-kib-asked", lambda: "? " + "x" * FULL + "\n: 1\n", KEY, (1, 3))
text("y05-file-257-kib", lambda: "#" * 257 * KIB, "file-too-large", (1, 1))
text("y05-file-20-mib", lambda: "#" * 20 * KIB * KIB, "file-too-large")
text("y05-many-keys", lambda: "".join(f"k{n}: {n}\n" for n in range(9_900)), "field-unknown")
text("y05-too-many-keys", lambda: "".join(f"k{n}: 1\n" for n in range(20_000)), DEEP)
text("y05-many-keys-flow", lambda: "{" + ", ".join(f"k{n}: " for n in range(19_000)) + "}", DEEP)
text("y05-many-entries", filled("- x\n"), DEEP, (20_000, 3))
text("y05-many-empty-entries", filled("-\n"), DEEP)
text("y05-many-empty-flow", lambda: "[" + "[]," * 80_000 + "]", DEEP)
text(
    "y05-colliding-keys",
    lambda: "".join(f"a{'a' * (n % 190)}{n}: 1\n" for n in range(2_000)),
    "field-unknown",
)

text("y06-duplicate-plain", "party: kom\nparty: pol\nposts: []\n", "key-duplicate", (2, 1))
text("y06-duplicate-quoted", "party: kom\n'party': pol\n", "key-duplicate", (2, 1))
text("y06-duplicate-escaped", 'party: kom\n"p\\x61rty": pol\n', "key-duplicate", (2, 1))
text("y06-duplicate-flow", "{party: kom, party: pol}\n", "key-duplicate", (1, 14))
text("y06-duplicate-with-lists", "posts: [a]\nposts: [b]\nparty: kom\n", "key-duplicate", (2, 1))
text("y06-one-and-true", "1: a\ntrue: b\n", KEY, (1, 1))
text("y06-one-and-quoted-one", "1: a\n'1': b\n", KEY, (1, 1))
text("y06-10-000-duplicates", filled("a: 1\n"), "key-duplicate")
text("y06-nfc-and-nfd", "p\u00e5: 1\npa\u030a: 2\n", "text-not-composed", (2, 2))
text("y06-angstrom-sign", entitled("\u212bngstr\u00f6m"), "text-not-composed", TITLE)

for number, (char, name) in enumerate((
    ("\t", "tab"), ("\x00", "nul"), ("\x07", "bell"), ("\x1b", "escape"), ("\x7f", "del"),
    ("\x85", "next-line"), ("\x9b", "csi"), ("\u00ad", "soft-hyphen"), ("\u200b", "zero-width"),
    ("\u200d", "joiner"), ("\u200e", "left-to-right"), ("\u2028", "line-separator"),
    ("\u2029", "paragraph-separator"), ("\u202e", "override"), ("\u2066", "isolate"),
    ("\u2060", "word-joiner"), ("\ufeff", "bom-within"), ("\ufffe", "noncharacter"),
    ("\ufff9", "annotation"), ("\U000e0041", "tag"), ("\u061c", "arabic-mark"),
    ("\u3164", "hangul-filler"), ("\u034f", "grapheme-joiner"), ("\r", "lone-return"),
)):  # fmt: skip
    text(f"y07-{number:02}-{name}", entitled(f"Po{char}st"), CHARACTER, (4, 14))
text("y07-tab-after-colon", "party:\tkom\nposts: []\n", CHARACTER, (1, 7))
text("y07-tab-indents", "party: kom\nposts:\n\t- a\n", CHARACTER, (3, 1))
text("y07-tab-in-comment", "# a\tb\nparty: kom\n", CHARACTER, (1, 4))
text("y07-tab-in-quotes", entitled('"a\tb"'), CHARACTER, (4, 14))
text("y07-tab-at-end", "party: kom\t\nposts: []\n", CHARACTER, (1, 11))
text("y07-only-tabs", filled("\t"), CHARACTER, (1, 1))
text("y07-bom-first", "\ufeffparty: kom\nposts:\n  - {id: a, title: b}\n", CHARACTER, (1, 1))
text("y07-bom-twice", "\ufeff\ufeffparty: kom\n", CHARACTER, (1, 1))
text("y07-old-mac", "party: kom\rposts: []\r", CHARACTER, (1, 11))
text("y07-only-returns", filled("\r"), CHARACTER, (1, 1))
text("y07-bidi-in-comment", "# \u202e kom\nparty: kom\n", CHARACTER, (1, 3))
text("y07-250-kib-zero-width", filled("\u200b"), CHARACTER, (1, 1))
text("y07-piled-marks", filled("\u0301\u0316", "# a"), CHARACTER, (1, 34))
text("y07-piled-marks-as-value", lambda: entitled("a" + "\u0301\u0316" * 4000), CHARACTER, (4, 43))
text("y07-utf-16", b"\xff\xfe" + "party: kom\n".encode("utf-16-le"), "file-encoding", (1, 1))
text("y07-utf-16-be", b"\xfe\xff" + "party: kom\n".encode("utf-16-be"), "file-encoding", (1, 1))
text("y07-utf-16-without-mark", "party: kom\n".encode("utf-16-le"), CHARACTER, (1, 2))
text("y07-utf-32", "party: kom\n".encode("utf-32"), "file-encoding", (1, 1))
text("y07-latin-1", entitled("Närpolis").encode("latin-1"), "file-encoding", (4, 13))
text("y07-cesu-surrogate", b"party: \xed\xa0\x80\n", "file-encoding", (1, 8))
text("y07-overlong", b"party: \xc0\xaf\n", "file-encoding", (1, 8))
text("y07-cut-off-character", b"party: kom\n# \xc3", "file-encoding", (2, 3))
text("y07-random-bytes", bytes(range(256)) * 1000, "file-encoding")
text("y07-zeros", bytes(FULL), CHARACTER, (1, 1))

for escape, code in (
    ("e", "escape"), ("0", "nul"), ("a", "bell"), ("t", "tab"), ("r", "return"), ("N", "next-line"),
    ("L", "line-separator"), ("P", "paragraph-separator"), ("x9b", "csi"), ("x7f", "del"),
    ("u200b", "zero-width"), ("u202e", "override"), ("ufeff", "bom"), ("U000E0041", "tag"),
):  # fmt: skip
    text(f"y08-escaped-{code}", entitled(f'"a\\{escape}b"'), CHARACTER, TITLE)
text("y08-surrogate", entitled('"\\ud800"'), SYNTAX)
text("y08-beyond-unicode", entitled('"\\U00110000"'), SYNTAX)
text("y08-unknown-escape", entitled('"\\q"'), SYNTAX)
text("y08-half-escape", entitled('"\\x4"'), SYNTAX)
text("y08-escape-in-key", '"par\\u200bty": kom\n', KEY, (1, 1))
text("y08-many-escapes", filled('- "\\e"\n'), CHARACTER, (1, 3))

for number, tag in enumerate((
    "!!python/object/apply:os.system [id]", "!!python/name:os.system", "!!omap [a: 1]",
    "!!int abc", "!!bool maybe", "!!binary aGVq", "!!set {a, b}", "!!float .inf", "!!null x",
    "!!timestamp x", "!local x", "! x", "!<tag:yaml.org,2002:str> x", "!!str 1", "!!map {}",
    "!!seq []", "!!pairs []", "!!merge x", "!!value x",
)):  # fmt: skip
    text(f"y09-tag-{number:02}-{tag.split()[0].strip('!<>').split(':')[0].replace('/', '-')}",
         entitled(tag), CONSTRUCT, TITLE)  # fmt: skip
text("y09-tag-on-root", "!!map\nparty: kom\nposts: []\n", CONSTRUCT, (1, 1))
text("y09-tag-on-key", "!!str party: kom\n", CONSTRUCT, (1, 1))
text("y09-undefined-handle", entitled("!x!y z"), SYNTAX)
text("y09-many-tags", filled("- !!int\n"), CONSTRUCT, (1, 3))

text("y10-yaml-1.1", "%YAML 1.1\n---\nparty: kom\n", CONSTRUCT, (1, 1))
text("y10-yaml-9.9", "%YAML 9.9\n---\nparty: kom\n", CONSTRUCT, (1, 1))
text("y10-tag-directive", "%TAG ! tag:evil,2000:\n---\n!x {}\n", CONSTRUCT, (1, 1))
text("y10-reserved-directive", "# a\n%FOO bar\n---\nparty: kom\n", CONSTRUCT, (2, 1))
text("y10-only-directives", filled("%\n"), CONSTRUCT, (1, 1))
text("y10-second-document", "party: kom\n---\nparty: pol\n", CONSTRUCT, (2, 1))
text("y10-end-and-more", "party: kom\n...\nparty: pol\n", CONSTRUCT, (2, 1))
text("y10-end-mark", "party: kom\nposts: []\n...\n", CONSTRUCT, (3, 1))
text("y10-many-documents", filled("---\n"), CONSTRUCT, (2, 1))
text("y10-many-ends", filled("...\n"), SYNTAX)

for number, value in enumerate((
    "no", "Yes", "on", "OFF", "y", "N", "~", "NULL", "True", "010", "0o17", "0x1f", "0b11",
    "1:30", "12:30:45", "1_000", "+1", "1.5", ".5", "5.", "1e3", "1e400", "-1e400", ".nan", ".inf",
    "-.INF", "=", "0640823323", "1" * 5000, "-_1", "._1", "<<",
)):  # fmt: skip
    text(f"y11-{number:02}-{value[:12]}", entitled(value), AMBIGUOUS, TITLE)
text("y11-integer", entitled("17"), "value-type", TITLE)
text("y11-18-digits", entitled("9" * 18), "value-type", TITLE)
text("y11-true", entitled("true"), "value-type", TITLE)
text("y11-null", entitled("null"), "value-type", TITLE)
text("y11-nothing", entitled(""), "value-type")
text("y11-quoted-no", entitled("'no'"), "")
text("y11-date-as-text", entitled("2024-01-01"), "")
text("y11-many-ambiguous", filled("- 010\n"), AMBIGUOUS, (1, 3))

text("y12-comment-glued-to-bar", entitled("|# x\n      a"), SYNTAX, TITLE)
text("y12-colon-in-flow", "{party: kom, posts: [{id: a, title: :b}]}\n", SYNTAX)
text("y12-key-asked-list", "? [a, b]\n: c\n", KEY, (1, 3))
text("y12-key-asked-map", "? {a: b}\n: c\n", KEY, (1, 3))
text("y12-key-flow-list", "[a, b]: c\n", KEY, (1, 1))
text("y12-key-empty", ": kom\n", SYNTAX, (1, 1))
text("y12-key-null", "~: kom\n", KEY, (1, 1))
text("y12-key-number", "1: kom\n", KEY, (1, 1))
text("y12-key-True", "True: kom\n", KEY, (1, 1))
text("y12-key-multiline", '"a\n b": kom\n', SYNTAX)
text("y12-empty-file", "", "value-type", (1, 1))
text("y12-only-comments", filled("# x\n"), "value-type", (1, 1))
text("y12-only-spaces", filled(" "), "value-type", (1, 1))
text("y12-only-newlines", filled("\n"), "value-type", (1, 1))
text("y12-long-comment", filled("x", "# "), "value-type", (1, 1))
text("y12-open-quote", entitled('"Post'), SYNTAX, TITLE)
text("y12-open-apostrophe", entitled("'Post"), SYNTAX, TITLE)
text("y12-long-open-quote", filled("x\n", 'a: "'), SYNTAX, (1, 4))
for number, piece in enumerate((
    ":", ": ", "a: ", "&a", "&a ", "*a", "*a ", "!a", "!a ", '"', "'", "|", "|\n", ">", ">\n",
    "{", "{a", "{a: ", "[", "[a,", "- ", "-\n", "? ", "?\n", "? a\n", "#", "\\", "@", "`", "%", ",",
    "]", "}", "a b\n", "a\n", "é", "[]", "{}", "{}: ", "- *a\n", "- &a\n", "[*a,", "a:\n", "- ?\n",
    '"a" ', '"a":', "''", "- |\n  x\n", " \n", "\r\n", "[? ", "{? ", "- - - ", "a: b: ", "😀",
    "|2\n", "- a: 1\n  b: [", "-a\n", "\\\n", '"\\\n',
)):  # fmt: skip
    shown = piece.encode("unicode_escape").decode().replace("/", "slash")
    silent = piece in {" \n", "\r\n", "#"}
    text(f"y13-{number:02}-only {shown}", filled(piece), "value-type" if silent else "any")
