"""Write what is written about the program: `python -m tools.generate`.

With `--check`, write nothing, and end with 1 where something is out of date.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from samverkan_cli.cli.help import help_text
from samverkan_cli.cli.run import build, modules_for
from samverkan_cli.flows.status import Choice, status
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.tongue import Tongue, tongue
from samverkan_cli.model.words import say
from samverkan_cli.render import text_status
from samverkan_cli.render.page import Page
from samverkan_cli.render.text_rules import GROUPS
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import read_at
from samverkan_cli.store.schema import load
from tools import catalogue

ROOT = catalogue.ROOT
DAY = "2025-03-01"
ANSWER_WIDTH = 100
KINDS = (
    "agreement",
    "guarantees",
    "form",
    "readings",
    "staffing",
    "records",
    "waivers",
    "config",
    "common",
)


def own(name: str, language: str) -> Path:
    """Return the path of a page in one language; English has the plain name."""
    return ROOT / "docs" / (f"{name}.md" if language == "en" else f"{name}.{language}.md")


def rules_page(spoken: Tongue) -> str:
    """Return the manuals of all rules as a page."""
    lines = [
        f"# {spoken(say('Rules'))}",
        "",
        spoken(say("Written by the program: python -m tools.generate.")),
        "",
    ]
    for group, words in GROUPS.items():
        lines += [f"## {spoken(words)}", ""]
        for rule in (rule for rule in RULES if rule.group == group):
            manual = rule.manual
            lines += [
                f"### {rule.id}",
                "",
                f"*{spoken(SEVERITIES[rule.severity])}* – {spoken.text(manual.title)}",
                "",
                f"**{spoken(say('Why it matters'))}.** {spoken.text(manual.why)}",
                "",
                f"**{spoken(say('How to mend it'))}.** {spoken.text(manual.mend)}",
                "",
                f"{spoken(say('Wrong'))}:",
                "",
                "```yaml",
                manual.wrong.rstrip("\n"),
                "```",
                "",
                f"{spoken(say('Right'))}:",
                "",
                "```yaml",
                manual.right.rstrip("\n"),
                "```",
                "",
            ]
    return "\n".join(lines)


def cli_page(spoken: Tongue) -> str:
    """Return the help of every command as a page."""
    import typer.main

    group: Any = typer.main.get_command(build(spoken, modules_for([])))
    root = group.make_context("samverkan", [], obj=spoken.code, resilient_parsing=True)
    lines = [
        f"# {spoken(say('Commands'))}",
        "",
        spoken(say("Written by the program: python -m tools.generate.")),
        "",
    ]
    lines += ["```text", help_text(group, root), "```", ""]
    for name, command in group.commands.items():
        context = command.make_context(name, [], parent=root, resilient_parsing=True)
        lines += [f"## samverkan {name}", "", "```text", help_text(command, context), "```", ""]
    return "\n".join(lines)


def prose(schema: dict[str, Any], language: str) -> tuple[str, str]:
    """Return title and description of a part of a schema."""
    part = schema if language == "sv" else schema.get("x-en", {})
    return part.get("title", ""), part.get("description", "")


def rows(schema: dict[str, Any], language: str, path: str = "") -> Iterator[str]:
    """Yield a table row for every field of a schema, and those inside it."""
    inner = schema.get("items", schema)
    required = inner.get("required", [])
    for name, part in inner.get("properties", {}).items():
        title, description = prose(part, language)
        mark = " *" if name in required else ""
        examples = part.get("examples", [])
        shown = [one for one in examples[:1] if not isinstance(one, dict | list)]
        example = f"`{json.dumps(shown[0], ensure_ascii=False).strip(chr(34))}`" if shown else ""
        cells = (f"`{path}{name}`{mark}", title, description, example)
        yield (
            "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
        )
        if "properties" in part.get("items", part):
            yield from rows(part, language, f"{path}{name}.")


def format_page(spoken: Tongue) -> str:
    """Return what can be written in each kind of file as a page."""
    heads = (say("Field"), say("Title"), say("Meaning"), say("Example"))
    lines = [
        f"# {spoken(say('What can be written'))}",
        "",
        spoken(say("Written by the program: python -m tools.generate.")),
        spoken(say("A star marks a field that must be there.")),
        "",
    ]
    for kind in KINDS:
        schema = load(kind)
        title, description = prose(schema, spoken.code)
        lines += [f"## {title} (`{kind}.schema.json`)", "", description, ""]
        lines += [
            "| " + " | ".join(spoken(head) for head in heads) + " |",
            "| --- | --- | --- | --- |",
        ]
        parts = schema if kind != "common" else {"properties": schema["$defs"]}
        lines += [*rows(parts, spoken.code), ""]
    return "\n".join(lines)


def answer(spoken: Tongue) -> str:
    """Return the picture of the answer that the README shows."""
    from datetime import date

    page = Page(spoken, ANSWER_WIDTH)
    given = status(read_at(ROOT / "agreement"), date.fromisoformat(DAY), Choice())
    text_status.full(page, given)
    return page.plain()


def readme(language: str) -> tuple[Path, str]:
    """Return the README of a language with its picture renewed."""
    path = ROOT / ("README.md" if language == "en" else f"README.{language}.md")
    before, _, rest = path.read_text("utf-8").partition("<!-- answer -->\n")
    _, _, after = rest.partition("<!-- /answer -->")
    command = f"$ samverkan status --on {DAY}\n"
    block = f"```text\n{command}{answer(tongue(language))}```\n"
    return path, f"{before}<!-- answer -->\n{block}<!-- /answer -->{after}"


PAGES: dict[str, Callable[[Tongue], str]] = {
    "rules": rules_page,
    "cli": cli_page,
    "format": format_page,
}


def pages() -> dict[Path, bytes]:
    """Return every generated file with what it should hold."""
    swedish = catalogue.catalogue()
    found = {
        catalogue.PO: catalogue.as_po(swedish).encode(),
        catalogue.MO: catalogue.as_mo(swedish),
    }
    for language in ("en", "sv"):
        for name, make in PAGES.items():
            found[own(name, language)] = (make(tongue(language)).rstrip("\n") + "\n").encode()
        path, text = readme(language)
        found[path] = text.encode()
    return found


def main(arguments: list[str]) -> int:
    """Write or check the generated files; return the exit code."""
    if "--check" not in arguments:
        # The pages speak through the catalogue, so that goes first.
        swedish = catalogue.catalogue()
        catalogue.PO.write_text(catalogue.as_po(swedish), "utf-8")
        catalogue.MO.write_bytes(catalogue.as_mo(swedish))
        tongue.cache_clear()
    code = 0
    for path, content in pages().items():
        current = path.read_bytes() if path.exists() else b""
        if current == content:
            continue
        if "--check" in arguments:
            print(f"out of date: {path.relative_to(ROOT)}; run python -m tools.generate")
            code = 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(f"written: {path.relative_to(ROOT)}")
    for fault in catalogue.faults(catalogue.catalogue()):
        print(fault)
        code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
