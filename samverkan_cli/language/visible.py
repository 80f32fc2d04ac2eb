"""Text that may be shown: what could steer a terminal or deceive a reader is spelled out.

Control characters, bidirectional marks, zero-width characters, surrogates and tag characters
are written as a backslash, u and their number (threats O1, O8); so is the second sign of `##[`,
by which pipelines take commands from anywhere in a line (threat O3).
"""

import re

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    r"|(?<=#)#(?=\[)"
)


def visible(text: str) -> str:
    """Return `text` with everything that cannot be seen spelled out."""
    return HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
