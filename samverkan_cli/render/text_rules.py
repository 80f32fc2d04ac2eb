"""Manuals of rules for people."""

from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.rules.rule import Rule

GROUPS: dict[str, Words] = {
    "read": say("Wrong in the file"),
    "written": say("Written wrong"),
    "kept": say("Not kept"),
    "promised": say("Promised badly"),
    "changed": say("Changed wrong"),
}


def explain(page: Page, rule: Rule) -> None:
    """Write a rule's manual."""
    tongue, manual = page.tongue, rule.manual
    severity = tongue(SEVERITIES[rule.severity])
    page.flow(Piece(rule.id, Style.STRONG), f" ({tongue(GROUPS[rule.group])}, {severity})")
    page.prose(tongue.text(manual.title))
    for words, text in (
        (say("Why it matters"), manual.why),
        (say("How to mend it"), manual.mend),
    ):
        page.gap()
        page.add(Piece(tongue(words), Style.STRONG))
        page.prose(tongue.text(text))
    for words, block in ((say("Wrong"), manual.wrong), (say("Right"), manual.right)):
        page.gap()
        page.add(Piece(tongue(words), Style.STRONG))
        for line in block.splitlines():
            page.add("    ", line)


def rules(page: Page, all_rules: tuple[Rule, ...]) -> None:
    """Write every rule on a line, by group."""
    tongue = page.tongue
    for group, words in GROUPS.items():
        own = [rule for rule in all_rules if rule.group == group]
        if not own:
            continue
        page.add(Piece(tongue(words), Style.STRONG), f"  {len(own)}")
        for rule in own:
            severity = tongue(SEVERITIES[rule.severity])
            page.flow("  ", Piece(f"{rule.id:30}", Style.STRONG), f" {severity}", hang=6)
            page.prose(tongue.text(rule.manual.title), indent=6)
        page.gap()
    page.prose(tongue(say("The manual of a rule: samverkan explain RULE")))
