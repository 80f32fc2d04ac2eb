"""The characters that nobody sees, or that change how others are seen: one list for all.

Control characters, bidirectional marks, zero-width and other default-ignorable characters, fillers
that show nothing, surrogates, noncharacters and tags.
"""

import re

UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What shows nothing, as the inside of a regular expression's brackets."""

HIDDEN = re.compile(rf"[{UNSEEN}\t\r]")
"""What no text of a register may hold; lines end in LF alone."""

STEERING = re.compile(rf"[{UNSEEN}\t\r\n]")
"""What no line may hold that is shown."""
