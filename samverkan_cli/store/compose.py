"""Events of the YAML parser to plain values, without recursion and with limits.

Anchors, aliases, tags, merge keys and further documents are refused (threats Y1-Y4, Y6, Y9).
"""

import re
from typing import Any

import yaml

from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.words import say
from samverkan_cli.store.document import Document, Level, Marks, marks_of
from samverkan_cli.store.profile import cut
from samverkan_cli.store.quick import DEPTH, NODES, is_name
from samverkan_cli.store.syntax import in_plain_words
from samverkan_cli.store.values import value_of

GLUED = {"|": re.compile(r"\|[-+0-9]*#"), ">": re.compile(r">[-+0-9]*#")}
WRITE_OUT = say("Write the text out where it is needed; every line then says what it means.")
SHORT_WORD = say("A field name is a short word in small letters.")


class Composer:
    """Builds one document from events."""

    def __init__(self, document: Document, text: str) -> None:
        """Start with nothing open."""
        self.document = document
        self.text = text
        self.levels: list[Level] = []
        self.nodes = 0
        self.documents = 0

    def take(self, event: Any) -> bool:
        """Take the next event; return False where reading must stop."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.take_scalar(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close(event)
            return True
        if kind is yaml.MappingStartEvent:
            return self.open({}, event)
        if kind is yaml.SequenceStartEvent:
            return self.open([], event)
        if kind is yaml.AliasEvent:
            return self.take_alias(event)
        return self.take_boundary(event)

    def take_scalar(self, event: Any) -> bool:
        """Take a scalar, as a key or as a value."""
        if event.anchor or event.tag:
            self.refuse_constructs(event)
        if event.style in GLUED:
            self.refuse_glued_comment(event)
        if self.wants_key():
            self.take_key(event)
        else:
            self.put(value_of(self.document, event), marks_of(event))
        return self.count(event)

    def take_boundary(self, event: Any) -> bool:
        """Take the beginning or end of a document."""
        if type(event) is yaml.DocumentStartEvent:
            return self.start(event)
        if type(event) is yaml.DocumentEndEvent and event.explicit:
            self.document.refuse(
                "yaml-construct",
                event.start_mark,
                say("A line of three dots ends the document here."),
                say("Take the line away; the file ends where its text ends."),
            )
        return True

    def refuse_constructs(self, event: Any) -> None:
        """Note anchors and tags."""
        if event.anchor:
            self.document.refuse(
                "yaml-construct",
                event.start_mark,
                say("The anchor “&{name}” is not allowed.", name=cut(event.anchor)),
                WRITE_OUT,
            )
        if event.tag:
            self.document.refuse(
                "yaml-construct",
                event.start_mark,
                say("The tag “{name}” is not allowed.", name=cut(event.tag)),
                say("Take the tag away, and put quotation marks around the value if it is a text."),
            )

    def refuse_glued_comment(self, event: Any) -> None:
        """Refuse `|#`, which libyaml alone reads as `|` with a comment."""
        start = event.start_mark
        if GLUED[event.style].match(self.text, start.index):
            message, hint = in_plain_words(None, "while scanning a block scalar")
            self.document.refuse("yaml-syntax", start, message, hint)

    def put(self, value: Any, marks: Marks) -> None:
        """Place a finished or opened value where it belongs."""
        if not self.levels:
            self.document.value, self.document.root = value, marks
            return
        level = self.levels[-1]
        if type(level.value) is list:
            level.marks[len(level.value)] = marks
            level.value.append(value)
            return
        key, level.key = level.key, None
        if key is not None and not level.skip:
            level.value[key] = value
            level.marks[key] = marks

    def wants_key(self) -> bool:
        """Tell whether the next value is a key."""
        if not self.levels:
            return False
        level = self.levels[-1]
        return level.key is None and type(level.value) is dict

    def take_key(self, event: Any) -> None:
        """Take a scalar as the key of the mapping that is open."""
        level, text = self.levels[-1], event.value
        level.key, level.skip = text, text in level.value
        first = level.key_marks.setdefault(text, marks_of(event))
        if text == "<<" and not event.style:
            self.document.refuse(
                "yaml-construct",
                event.start_mark,
                say("The merge key “<<” is not allowed."),
                WRITE_OUT,
            )
        elif not is_name(text, quoted=bool(event.style)):
            self.document.refuse(
                "key-not-text",
                event.start_mark,
                say("“{text}” is no field name.", text=cut(HIDDEN.sub(" ", text))),
                SHORT_WORD,
            )
        elif level.skip:
            self.document.fault(
                "key-duplicate",
                event.start_mark,
                say(
                    "The field “{name}” is already on line {line}.",
                    name=cut(text),
                    line=first[0].line + 1,
                ),
                say("Keep one of the two."),
            )

    def open(self, value: Any, event: Any) -> bool:
        """Open a list or mapping; return False where it is too deep to go on."""
        self.refuse_constructs(event)
        if self.wants_key():
            self.document.refuse(
                "key-not-text",
                event.start_mark,
                say("A list or a group of fields stands where a field name is wanted."),
                SHORT_WORD,
            )
            return False
        self.put(value, marks_of(event))
        level = Level(value, {}, {})
        self.document.marks[id(value)] = level.marks
        self.document.key_marks[id(value)] = level.key_marks
        self.levels.append(level)
        if len(self.levels) <= DEPTH:
            return self.count(event)
        self.document.refuse(
            "yaml-too-deep",
            event.start_mark,
            say("The text is nested more than {depth} levels deep.", depth=DEPTH),
            say("Look for brackets or indentation that should not be there."),
        )
        return False

    def close(self, event: Any) -> None:
        """Close the innermost list or mapping."""
        closed = self.levels.pop()
        if not self.levels:
            begin = self.document.root
            self.document.root = (begin[0] if begin else event.start_mark, event.end_mark)
            return
        around = self.levels[-1].marks
        last = next(reversed(around), None)
        if last is None:
            return
        begun, _ = around[last]
        first = next(iter(closed.marks.values()), (begun, begun))
        if event.end_mark.index > event.start_mark.index:
            # A list or group in brackets ends where its bracket does.
            around[last] = (begun, event.end_mark)
        elif first[1].line == begun.line:
            # One without brackets is shown by its first line.
            around[last] = (begun, first[1])

    def take_alias(self, event: Any) -> bool:
        """Refuse an alias, and read on as if nothing stood there."""
        self.document.refuse(
            "yaml-construct",
            event.start_mark,
            say("The alias “*{name}” is not allowed.", name=cut(event.anchor)),
            say(
                "Write out what it stands for; put a text that begins with “*” in quotation marks."
            ),
        )
        if self.wants_key():
            self.levels[-1].key, self.levels[-1].skip = "", True
        else:
            self.put(None, marks_of(event))
        return self.count(event)

    def start(self, event: Any) -> bool:
        """Start the document; a second one is refused."""
        self.documents += 1
        if self.documents == 1:
            return True
        self.document.refuse(
            "yaml-construct",
            event.start_mark,
            say("A second document begins here."),
            say("Take the line “---” away, or put the rest in a file of its own."),
        )
        return False

    def count(self, event: Any) -> bool:
        """Count the values; return False where there are too many."""
        self.nodes += 1
        if self.nodes <= NODES:
            return True
        self.document.refuse(
            "yaml-too-deep",
            event.start_mark,
            say("The file holds more than {n} values.", n=NODES),
            say("Split it: one file for each party, form or year."),
        )
        return False
