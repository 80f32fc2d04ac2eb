"""`trace`: a document against the items that cite it."""

from hashlib import sha256

from samverkan_cli.evaluate.trace import Match, Trace, trace
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.store.register import Register


class Traced(Frozen):
    """The answer of `trace`. `same` tells whether the document is the signed one, to the byte."""

    agreement: Agreement
    document: str
    same: bool | None
    unread: tuple[str, ...]
    passages: tuple[Trace, ...]

    def those(self, match: Match) -> tuple[Trace, ...]:
        """Return the passages that stand so."""
        return tuple(passage for passage in self.passages if passage.match is match)


def trace_document(register: Register, name: str, content: bytes) -> Traced:
    """Hold a document's text against the agreement.

    Raises:
        LookupError: the agreement cannot be read.
        UnicodeDecodeError: the document is not UTF-8 text.
    """
    if register.agreement is None:
        raise LookupError
    text = content.decode("utf-8").replace("\r\n", "\n")
    wanted = register.agreement.document_digest
    return Traced(
        agreement=register.agreement,
        document=name,
        same=file_digest(content) == wanted if wanted else None,
        unread=register.unread,
        passages=trace(register.agreement, text),
    )


def file_digest(content: bytes) -> str:
    """Return the digest of a file's bytes."""
    return "sha256:" + sha256(content).hexdigest()
