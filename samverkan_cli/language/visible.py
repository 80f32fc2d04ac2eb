"""Text that may be shown: what could steer a terminal or deceive a reader is spelled out.

What nobody sees is written as a backslash, u and its number (threats O1, O8); so is the second sign
of `##[`, by which pipelines take commands from anywhere in a line (threat O3).
"""

import re

from samverkan_cli.model.signs import STEERING

HIDDEN = re.compile(rf"{STEERING.pattern}|(?<=#)#(?=\[)")


def visible(text: str) -> str:
    """Return `text` with everything that cannot be seen spelled out."""
    return HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
