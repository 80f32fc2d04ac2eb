"""Text that may stand in Markdown: shown as it is, and never taken for markup (threat O7)."""

import re

MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~&@^$]|^[-+=]|-(?=-)|(?<=-)-|:(?=\S)"
    r"|(?<=www)\.|(?<=gh)-",
    re.IGNORECASE,
)
"""What Markdown, or a site that shows it, could take for more than text."""

NUMBERED = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    flat = " ".join(text.split())
    return NUMBERED.sub(r"\1\\\2", MARKUP.sub(lambda match: f"\\{match.group()}", flat))
