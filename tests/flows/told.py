"""A history that is told in a test, without git."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from samverkan_cli.model.revision import Changed, Revision, Step

START = date(2024, 1, 1)


class Tale:
    """Revisions of the files of a folder, a day each; counts how often a blob is fetched."""

    def __init__(self, *versions: Mapping[str, str]) -> None:
        """Take what the files held in every revision, the oldest first."""
        self.versions = [dict(one) for one in versions]
        self.blobs: dict[str, bytes] = {}
        self.fetched: Counter[str] = Counter()
        self.told = 0

    def blob(self, text: str) -> str:
        """Keep a text; return its id."""
        found = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        self.blobs[found] = text.encode()
        return found

    def step(self, number: int) -> Step:
        """Return what a revision changed against the one before."""
        new = self.versions[number]
        old = self.versions[number - 1] if number else {}
        changes = tuple(
            Changed(
                path=path.encode(),
                old_mode=0o100644 if path in old else 0,
                mode=0o100644 if path in new else 0,
                old_id=self.blob(old[path]) if path in old else "",
                id=self.blob(new[path]) if path in new else "",
            )
            for path in sorted({*old, *new})
            if old.get(path) != new.get(path)
        )
        return Step(f"{number:040x}", changes)

    def steps(self) -> Iterator[Step]:
        """Yield what the revisions changed, the newest first."""
        for number in reversed(range(len(self.versions))):
            self.told += 1
            yield self.step(number)

    def revision(self, id_: str) -> Revision:
        """Return a revision's own words."""
        number = int(id_, 16)
        return Revision(
            id=id_, committed=START + timedelta(days=number), message=f"Revision {number}\n"
        )

    def files(self) -> Mapping[str, str]:
        """Return the files of the newest revision."""
        return {path: self.blob(text) for path, text in self.versions[-1].items()}

    def content(self, blob: str) -> bytes | None:
        """Return a blob's bytes."""
        self.fetched[blob] += 1
        return self.blobs[blob]
