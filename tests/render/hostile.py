"""What a hostile writer would put into a field, and what may never come out of it."""

import re

from hypothesis import strategies as st

FRAGMENTS = (
    "::error::x",
    "::add-mask::",
    "::",
    " ::",
    "##[error]",
    "##",
    "#[",
    "##[",
    "[x](https://y.se)",
    "![x](y)",
    "[x\\](y)",
    "](",
    "<script>",
    "<!--",
    "&lt;",
    "`",
    "``",
    "|",
    "**x**",
    "__",
    "~~",
    "# x",
    "1. ",
    "- ",
    "---",
    "===",
    "=1+1",
    "@polisen",
    "#12",
    "www.x.se",
    "%0A::",
    "%",
    ",",
    ":",
    "\\",
    "\r\n",
    "\n\n",
    "\n::error::",
    "    ",
    "]]>",
    "\ufffe",
    "█[",
)
SIGNS = "\x1b\x00\x07\x08\r\n\t\x7f\x85\x9b\u00ad\u061c\u200b\u200d\u200f\u2028"
OTHERS = "\u202a\u202e\u2066\u2069\ufeff\U000e0041\ud800[]{}%:\\/<>&\"'`|=+-@"
NASTY = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS),
        st.sampled_from(SIGNS),
        st.sampled_from(OTHERS),
        st.characters(),
    ),
    max_size=20,
).map("".join)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def assert_shown_safely(text: str) -> None:
    """Hold that a text steers no terminal and deceives no reader."""
    assert FORBIDDEN.search(text) is None, repr(FORBIDDEN.search(text))
    text.encode("utf-8")


def assert_safe(text: str) -> None:
    """Hold that a text can be shown, and that no line of it is a command to a pipeline."""
    assert_shown_safely(text)
    assert "##[" not in text
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]
