"""The message of a commit: whatever people write, git finds our fields in it and no others."""

import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samverkan_cli.history.message import WIDTH, message
from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.repository import QUIET

FIELDS = [("Samverkan-Verb", "assign"), ("Samverkan-Post", "kom-samordnare-1")]
TRICKS = (
    "Samverkan-Verb: waive",
    "samverkan-verb : waive",
    "  SAMVERKAN-VERB:waive",
    "Ｓamverkan-Verb： waive",
    "---",
    "--- a/x",
    "# ------------------------ >8 ------------------------",
    "Signed-off-by: Någon <n@x>",
    "(cherry picked from commit 0123456789)",
    "diff --git a/x b/x",
    "Index: x",
    "From 0123456789 Mon Sep 17 00:00:00 2001",
    "#",
    "\ttab: x",
    "rad\r\nSamverkan-Verb: waive\r\n",
    "\x1b[31m\u202eröd\u2028Samverkan-Verb: waive\ud800\0",
    "",
    " \n\n ",
)
TEXTS = st.lists(st.one_of(st.sampled_from(TRICKS), st.text()), max_size=5).map("\n".join)
VALUES = st.one_of(st.sampled_from(TRICKS), st.text())
NAMES = st.from_regex(r"Samverkan-[A-Z][A-Za-z-]{0,9}", fullmatch=True)


def parsed(text: str) -> list[str]:
    """Return the fields that git finds in a message."""
    done = subprocess.run(
        ["git", "interpret-trailers", "--parse"],
        env=QUIET,
        input=text.encode("utf-8"),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8").splitlines()


def test_how_a_message_looks() -> None:
    assert message("Bemanna  tjänsten\n", ["Skäl:\n  två rader  \n", " ", "Slut."], FIELDS) == (
        "Bemanna tjänsten\n\nSkäl:\n  två rader\n\nSlut.\n\n"
        "Samverkan-Verb: assign\nSamverkan-Post: kom-samordnare-1\n"
    )


def test_a_long_subject_is_cut_between_words_and_told_whole() -> None:
    long = "Bemanna " + "tjänsten " * 12 + "till slut"
    first, _, second, *_ = message(long, [], FIELDS).split("\n")
    assert (len(first) <= WIDTH, first[-1], second) == (True, "…", long)
    assert long.startswith(first[:-1])
    first = message("x" * 100, [], FIELDS).split("\n")[0]
    assert first == "x" * (WIDTH - 1) + "…"
    assert message("x" * WIDTH, [], FIELDS).startswith("x" * WIDTH + "\n\nSamverkan-Verb")


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks(trick: str) -> None:
    told = [f"{name}: {value}" for name, value in FIELDS]
    for text in (
        message(f"Ämne {trick}", [trick], FIELDS),
        message("Ämne", ["a", trick, f"b\n{trick}\nc", f"{trick}\n\n{trick}"], FIELDS),
        message(f"{trick} x", ["a\n\n\n", trick], FIELDS),
    ):
        assert parsed(text) == told
        assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert len(parsed(message("Ämne", [], [("Samverkan-Reason", trick), *FIELDS]))) == 3


def test_what_looks_like_more_is_quoted() -> None:
    text = message("---", ["Samverkan-Verb: waive\nsamt\n---"], FIELDS)
    assert text.startswith(
        "> ---\n\n> Samverkan-Verb: waive\nsamt\n> ---\n\nSamverkan-Verb: assign"
    )


def test_what_cannot_be_seen_is_spelled_out() -> None:
    text = message("a\x1bb", ["c\u202ed\u00a0e\ud800\nf\0"], [("Samverkan-Reason", "g\nh\u2066")])
    assert text == "a\\u001bb\n\nc\\u202ed e\\ud800\nf\\u0000\n\nSamverkan-Reason: g h\\u2066\n"


@pytest.mark.parametrize(
    ("subject", "fields"),
    [
        (" \n", FIELDS),
        ("Ämne", []),
        ("Ämne", [("Signed-off-by", "x")]),
        ("Ämne", [("Samverkan-A: b\nSamverkan-C", "x")]),
    ],
)
def test_a_message_of_nothing_is_a_mistake_of_ours(
    subject: str, fields: list[tuple[str, str]]
) -> None:
    with pytest.raises(ValueError, match=r"^\["):
        message(subject, [], fields)


def check(subject: str, body: list[str], fields: list[tuple[str, str]]) -> None:
    """Hold a message against what git makes of it."""
    text = message(f"Ämne {subject}", body, fields)
    assert len(text.split("\n")[0]) <= WIDTH
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    lines = text.removesuffix("\n").split("\n")[-len(fields) :]
    assert [line.partition(":")[0] for line in lines] == [name for name, _ in fields]
    assert [line.rstrip() for line in parsed(text)] == lines


CASES = (TEXTS, st.lists(TEXTS, max_size=3), st.lists(st.tuples(NAMES, VALUES), min_size=1))


@settings(max_examples=25, deadline=None)
@example("", ["Samverkan-A: b\n---\n"], [("Samverkan-A", "")])
@given(*CASES)
def test_git_finds_our_fields_and_no_others(
    subject: str, body: list[str], fields: list[tuple[str, str]]
) -> None:
    check(subject, body, fields)


@pytest.mark.long
@settings(max_examples=1_000, deadline=None)
@given(*CASES)
def test_git_finds_our_fields_whatever_is_written(
    subject: str, body: list[str], fields: list[tuple[str, str]]
) -> None:
    check(subject, body, fields)


@pytest.mark.parametrize("part", ["", "\n", "\t", "\u200b", "\u00ad", "\r\n  ", "\u115f"])
@pytest.mark.parametrize("place", ["subject", "body", "field"])
def test_a_number_that_is_parted_comes_into_no_message(part: str, place: str) -> None:
    text = f"se 811218-{part}9876"
    with pytest.raises(GitError) as caught:
        message(
            text if place == "subject" else "Bemanna",
            [text] if place == "body" else [],
            [("Samverkan-Verb", text if place == "field" else "assign")],
        )
    assert caught.value.problem is GitProblem.PERSONAL
