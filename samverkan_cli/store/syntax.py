"""What libyaml says of broken text, in words that a person who has never seen YAML can use."""

from samverkan_cli.model.words import Words, say

QUOTE = say("Put quotation marks around the text.")
SINGLE = say("Use single quotation marks around a text with backslashes.")

SAYINGS: tuple[tuple[str, Words, Words], ...] = (
    (
        "mapping values are not allowed",
        say("A colon stands where the line cannot have one."),
        say("Put quotation marks around a text that holds “: ”, and look at the indentation."),
    ),
    (
        "did not find expected key",
        say("The indentation does not agree with the lines above."),
        say(
            "Fields of one group begin in the same column; "
            "quotation marks and brackets come in pairs."
        ),
    ),
    (
        "did not find expected '-' indicator",
        say("The indentation does not agree with the list above."),
        say("Every “-” of a list begins in the same column, and so do the fields of an entry."),
    ),
    (
        "could not find expected ':'",
        say("A field name has no colon after it."),
        say("Write “name: value”, with a space after the colon."),
    ),
    (
        "did not find expected ',' or ']'",
        say("A list in square brackets is not closed, or lacks a comma."),
        say("Write [one, two, three]."),
    ),
    (
        "did not find expected ',' or '}'",
        say("A group in braces is not closed, or lacks a comma."),
        say("Write {{name: value, other: value}}, and quotation marks around texts with commas."),
    ),
    (
        "found unexpected end of stream",
        say("A quotation mark is opened here and never closed."),
        say("Write the closing quotation mark."),
    ),
    (
        "block sequence entries are not allowed",
        say("A list begins where the line cannot have one."),
        say("Begin the list on the next line, indented by two spaces."),
    ),
    (
        "found unknown escape character",
        say("A backslash stands before a character that it has no meaning for."),
        SINGLE,
    ),
    (
        "found character that cannot start any token",
        say("A text cannot begin with this sign unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "did not find expected node content",
        say("A value is missing here."),
        say("Look for a comma or bracket too many or too few."),
    ),
    (
        "did not find expected <document start>",
        say("The text goes on where the document has ended."),
        say("Look at the indentation of this line and the one above."),
    ),
    (
        "while scanning an anchor",
        say("A text cannot begin with “&” unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "while scanning an alias",
        say("A text cannot begin with “*” unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "while scanning a tag",
        say("A text cannot begin with “!” unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "while parsing a tag",
        say("A text cannot begin with “!” unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "found undefined tag handle",
        say("A text cannot begin with “!” unless it is in quotation marks."),
        QUOTE,
    ),
    (
        "while scanning a block scalar",
        say("Something that cannot be there follows the sign “|” or “>”."),
        say("Write the text on the next line, indented by two spaces."),
    ),
    (
        "did not find expected hexdecimal number",
        say("A backslash stands before a character that it has no meaning for."),
        SINGLE,
    ),
    (
        "found invalid Unicode character escape code",
        say("The number after the backslash is no character."),
        SINGLE,
    ),
    (
        "mapping keys are not allowed",
        say("A question mark begins a text where the line cannot have one."),
        QUOTE,
    ),
    (
        "found unexpected document indicator",
        say("The text in quotation marks runs over a line of three dashes or dots."),
        say("Write the closing quotation mark, or take the line away."),
    ),
    (
        "found unexpected ':'",
        say("A colon stands where the list or group cannot have one."),
        say("Write a space after the colon, or put quotation marks around the text."),
    ),
)


def in_plain_words(problem: str | None, context: str | None) -> tuple[Words, Words]:
    """Return a sentence and a cure for what the parser says."""
    said = f"{problem} {context}"
    for phrase, message, hint in SAYINGS:
        if phrase in said:
            return message, hint
    return (
        say("The text cannot be read as YAML from here on."),
        say("Compare with the lines above: indentation, colons, quotation marks, brackets."),
    )
