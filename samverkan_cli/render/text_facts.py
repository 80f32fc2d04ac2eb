"""What is written about one thing, for people."""

from samverkan_cli.flows.show import Shown
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page
from samverkan_cli.render.show_facts import facts, spoken
from samverkan_cli.render.text_parts import section


def fact_lines(page: Page, answer: Shown) -> None:
    """Write what is written about the thing."""
    those = facts(answer)
    if not those:
        return
    section(page, say("Facts"))
    for fact in those:
        label = f"  {page.tongue(fact.label)}:"
        values = [spoken(one, answer, page.tongue) for one in fact.values]
        if len(values) == 1:
            page.flow(f"{label} {values[0]}", hang=6)
        else:
            page.add(label)
            for text in values:
                page.flow(f"    · {text}", hang=6)
