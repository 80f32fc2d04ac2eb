"""A change that is not made, with a sentence that says why and one that says what to do."""

from samverkan_cli.model.words import Words, say
from samverkan_cli.store.document import Document

BY_HAND = say("Change the file by hand; “samverkan check” then tells whether it is right.")


class EditError(ValueError):
    """A change that cannot be written safely; nothing has been written.

    `file` is empty and `line` is 0 where no text is to blame but what was asked for.
    """

    def __init__(self, message: Words, hint: Words, line: int = 0, file: str = "") -> None:
        """Take what is said of it, and where it stands."""
        super().__init__(message.template)
        self.message = message
        self.hint = hint
        self.line = line
        self.file = file


def unsafe(text: str, index: int) -> EditError:
    """Return the refusal to change a text at `index`."""
    line = text.count("\n", 0, index) + 1
    message = say("What stands on line {line} is laid out so that no change is safe.", line=line)
    return EditError(message, BY_HAND, line)


def hold(document: Document) -> None:
    """Refuse to change a file that has mistakes already.

    Raises:
        EditError: it has.
    """
    for fault in document.faults[:1]:
        line = document.span_of(fault).line
        raise EditError(
            say("The file has a mistake on line {line}, so nothing is changed in it.", line=line),
            say("Mend it first; “samverkan check” tells what is wrong."),
            line,
        )
