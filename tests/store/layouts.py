"""Files of staffing, records and waivers, laid out in every way that is accepted."""

import random
import re
from datetime import date, timedelta
from typing import Any

from samverkan_cli.store.scalars import AmbiguousScalarError, resolve
from tests.strategies import block

Value = dict[str, Any]
PLAIN = re.compile(r"[A-Za-zåäöÅÄÖ0-9/](?:[A-Za-zåäöÅÄÖ0-9./%()#-]|:(?=\w)| (?=[\w%/(]))*")
TITLES = (
    "Samordnare", "Fältassistent", "Utredare, trygghet", "Chef (ung)", "a: b # c", "it's",
    'say "x"',
    "1", "true", "null", "no", "-", "- a", "#1", "2024-01-01", "😀 stöd", "[x]", "{y}", "a #b",
    "1:30", "\\ och", "50 %", "x" * 130, "*", "&a", "!b", "? c", "@d", "%e", "~", "=", "ja: ",
)  # fmt: skip
REMARKS = (
    "# GVI", "#", "# - {post: kom-1, slot: g/s}", "# it's \"so\"", "#åäö 😀", "# a: [b, {c",
    "# posts:", "#    ", "# }]",
)  # fmt: skip
IDS = ("kom-1", "kom-2", "pol-1", "fält-3")
SLOTS = ("g/s", "g/övrig", "kom-gvi/samordnare")
TERMS = {
    "terms/agreement.yaml": b"# yaml-language-server: $schema=../../s/agreement.schema.json\n"
    + block(
        id="made-up",
        title="Made up",
        language="sv",
        period={"from": "2024-01-01", "until": "2026-12-31"},
        parties=[{"id": one, "title": one, "kind": "municipality"} for one in ("kom", "pol")],
    )
}


class Writer:
    """Writes one file; what it draws once for the whole file is its manner."""

    def __init__(self, source: random.Random) -> None:
        self.source = source
        self.offset = source.choice((2, 2, 2, 0, 4))
        self.gap = " " * source.choice((1, 1, 1, 3))
        self.marked = source.randrange(8) == 0
        self.margin = "  " if source.randrange(12) == 0 and not self.marked else ""
        self.busy = source.choice((0, 0, 2, 4))
        self.spaced = source.randrange(3)
        self.usual = source.choice(("line", "line", "block", "spread", "any"))

    def chance(self, of: int) -> bool:
        return self.source.randrange(of) == 0

    def remark(self) -> str:
        """Return a comment for the end of a line, or spaces, or mostly nothing."""
        if not self.busy or not self.chance(9 - self.busy):
            return ""
        return self.source.choice(("  ", "", " ")) + " " + self.source.choice(REMARKS)

    def between(self, indent: str) -> list[str]:
        """Return lines that say nothing: comments, further in or out, and empty ones."""
        if not self.busy or not self.chance(9 - self.busy):
            return []
        source = self.source
        one = source.choice((indent, indent, f"{indent}  ", "")) + source.choice(REMARKS)
        return source.choice(([one], ["", one], [one, ""], [""], ["  "], [one, one]))

    def scalar(self, value: Any, *, flow: bool, indent: str = "") -> str:
        """Write a scalar in one of the ways in which it is read as what it is."""
        if not isinstance(value, str):
            return str(value).lower()
        way = self.source.choice(("plain", "plain", "plain", "single", "double", "block"))
        if way == "block" and not flow and value[0] not in " -?:":
            sign = self.source.choice(("|", ">")) + self.source.choice(("-", "-", "-2"))
            return f"{sign}\n{indent}  {value}"
        if way in {"plain", "block"} and PLAIN.fullmatch(value) and not is_special(value):
            return value
        if way == "single":
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def inline(self, value: Any) -> str:
        """Write a value in one line."""
        comma = self.source.choice((", ", ", ", ",  ", " , "))
        if isinstance(value, dict):
            space, last = self.source.choice((("", ""), ("", ""), (" ", ""), ("", ",")))
            inner = comma.join(f"{key}: {self.inline(part)}" for key, part in value.items())
            return f"{{{space}{inner}{last}{space}}}"
        if isinstance(value, list):
            return "[" + comma.join(map(self.inline, value)) + "]"
        return self.scalar(value, flow=True)

    def spread(self, value: Value, indent: str) -> str:
        """Write a group in braces over several lines."""
        text = "{" + self.source.choice(("", f"\n{indent}  "))
        for number, (key, part) in enumerate(value.items()):
            last = number == len(value) - 1
            text += f"{key}: {self.inline(part)}" + ("" if last else "," + self.remark())
            text += "" if last else self.source.choice((" ", f"\n{indent}  "))
            if not last and "#" in text.rpartition("\n")[2]:
                text = text.rstrip(" ") + f"\n{indent}  "
        return text + self.source.choice(("}", f"\n{indent}}}", f"  # end\n{indent} }}"))

    def fields(self, value: Value, indent: str) -> list[str]:
        """Write a group as lines, the first without its indentation."""
        found: list[str] = []
        for key, part in value.items():
            if isinstance(part, list):
                text = self.inline(part) + self.remark()
            else:
                text = self.scalar(part, flow=False, indent=indent)
                text += "" if "\n" in text else self.remark()
            lead = "" if not found else indent
            # Below a text in a block, a comment further in would be part of it.
            quiet = not found or "\n" in found[-1]
            found += [*(() if quiet else self.between(indent)), f"{lead}{key}: {text}"]
        return found

    def item(self, value: Value, indent: str) -> list[str]:
        """Write an item of a list as lines."""
        way = self.source.choice(("line", "block", "spread")) if self.usual == "any" else self.usual
        dash = f"{indent}-{self.gap}"
        inner = " " * len(dash)
        if way == "block":
            return [dash + (lines := self.fields(value, inner))[0], *lines[1:]]
        text = self.spread(value, inner) if way == "spread" else self.inline(value)
        return [dash + text + self.remark()]

    def items(self, name: str, values: list[Value]) -> list[str]:
        """Write a list under a name."""
        if not values:
            empty = self.source.choice(("[]", "[]", "[ ]", "[\n  ]", "[ # none\n  ]"))
            return [f"{name}: {empty}{self.remark()}"]
        way = self.source.randrange(10)
        if way == 0:
            return [f"{name}: [" + ", ".join(map(self.inline, values)) + "]" + self.remark()]
        if way == 1:
            lines = [f"{name}: [{self.remark()}"]
            for number, value in enumerate(values):
                last = number == len(values) - 1
                comma = self.source.choice(("", ",")) if last else ","
                lines.append(f"  {self.inline(value)}{comma}{self.remark()}")
            return [*lines, self.source.choice(("]", "  ]", "# end\n]"))]
        indent = " " * self.offset
        lines = [f"{name}:{self.remark()}"]
        for number, value in enumerate(values):
            if number and self.spaced == 0:
                lines.append("")
            lines += [*self.between(indent), *self.item(value, indent)]
        return lines

    def file(self, value: Value) -> str:
        """Write a file."""
        if self.chance(25):
            return self.inline(value) + self.source.choice(("\n", ""))
        lines = ["# yaml-language-server: $schema=x.json"] if self.chance(2) else []
        lines += ["---" + self.remark()] if self.marked else []
        for name, part in value.items():
            lines += [""] if self.spaced < 2 and isinstance(part, list) else []
            lines += self.between("")
            lines += (
                self.items(name, part)
                if isinstance(part, list)
                else [f"{name}: {self.scalar(part, flow=True)}{self.remark()}"]
            )
        lines += self.between("")
        text = self.margin + "\n".join(lines).replace("\n", f"\n{self.margin}")
        text += self.source.choice(("\n", "\n", "\n", "", "\n\n", "\n# end", "\n  "))
        return text.replace("\n", "\r\n") if self.chance(6) else text


def is_special(text: str) -> bool:
    try:
        return not isinstance(resolve(text), str)
    except AmbiguousScalarError:
        return True


def day(source: random.Random) -> str:
    return (date(2024, 1, 1) + timedelta(source.randrange(900))).isoformat()


def some(source: random.Random, **maybe: Any) -> Value:
    """Return some of the fields, those without a default in the order given."""
    return {key: part for key, part in maybe.items() if source.randrange(3) == 0}


def staffing(source: random.Random, party: str) -> Value:
    """Draw what a file of staffing says."""
    posts = [
        {"id": f"{one}-{number}", "title": source.choice(TITLES)}
        | some(source, **{"unit": "enhet", "from": day(source), "until": day(source)})
        | some(source, share=source.choice(("100 %", "37,5 %", "0.5 %")))
        for number, one in enumerate(source.sample(IDS, source.randrange(3)))
    ]
    assignments = [
        {"post": source.choice(IDS), "slot": source.choice(SLOTS)}
        | some(source, functions=source.sample(("a", "b", "1"), source.randrange(1, 3)))
        | {"from": day(source)}
        | some(source, until=day(source), share=source.choice(("50 %", "12,5 %")))
        | some(source, deputy=True, note=source.choice(TITLES))
        for _ in range(source.randrange(4))
    ]
    absences = [
        {"post": source.choice(IDS), "from": day(source)}
        | some(source, until=day(source))
        | {"reason": source.choice(("vacant", "on-leave", "other"))}
        for _ in range(source.randrange(3))
    ]
    lists = {"posts": posts, "assignments": assignments, "absences": absences}
    shown = {name: part for name, part in lists.items() if part or source.randrange(3)}
    return {"party": party} | some(source, illustrative=True) | shown


def records(source: random.Random) -> Value:
    """Draw what a file of records says."""
    entries = [
        {source.choice(("duty", "follow-up")): source.choice(IDS)}
        | source.choice(({}, {"period": 2024}, {"period": "2024-W01"}, {"periods": "#1..#12"}))
        | some(source, party="kom")
        | {"on": day(source)}
        | some(source, reference=source.choice(("KS 2024/1", "x: y")), note=source.choice(TITLES))
        for _ in range(source.randrange(4))
    ]
    return {"records": entries}


def waivers(source: random.Random) -> Value:
    """Draw what the file of waivers says."""
    entries = [
        {"rule": "slot-short", "subject": source.choice(SLOTS), "reason": source.choice(TITLES)}
        | {"owner": source.choice(TITLES), "until": day(source)}
        for _ in range(source.randrange(3))
    ]
    return {"waivers": entries}


def files(source: random.Random) -> dict[str, bytes]:
    """Draw the files of an agreement; its terms are short and always the same."""
    drawn = {
        "staffing/kom.yaml": staffing(source, "kom"),
        "staffing/pol.yaml": staffing(source, "pol"),
        "records/2024.yaml": records(source),
        "waivers.yaml": waivers(source),
    }
    chosen = {path: value for path, value in drawn.items() if source.randrange(2)}
    return TERMS | {path: Writer(source).file(value).encode() for path, value in chosen.items()}
