"""Objects read ahead, some at a time, in the order in which they will be asked for."""

from collections.abc import Iterable

from samverkan_cli.history.objects import AT_ONCE, LARGEST_COMMIT, Object, Objects
from samverkan_cli.history.problems import GitError


class Ahead:
    """Reads what is asked for together with what comes after it."""

    def __init__(self, objects: Objects, largest: int = LARGEST_COMMIT) -> None:
        """Expect nothing yet."""
        self.objects = objects
        self.largest = largest
        self.coming: list[str] = []
        self.held: dict[str, Object] = {}

    def expect(self, ids: Iterable[str]) -> None:
        """Note what is likely to be asked for now, and in what order."""
        self.coming = [*dict.fromkeys(ids)]

    def get(self, id_: str) -> Object:
        """Return an object.

        Raises:
            GitError: it is missing or damaged.
        """
        if id_ not in self.held:
            self.read(id_)
        return self.held.pop(id_)

    def read(self, id_: str) -> None:
        """Read an object, and in place of what is held those that are expected after it.

        Raises:
            GitError: it is missing or damaged.
        """
        if id_ not in self.coming:
            self.held[id_] = self.objects.one(id_, self.largest)
            return
        at = self.coming.index(id_)
        wanted, self.coming = self.coming[at : at + AT_ONCE], self.coming[at + AT_ONCE :]
        try:
            found = self.objects.many(wanted, self.largest)
        except GitError:
            # What is not asked for yet may be missing, and nobody may ask for it.
            self.objects.__exit__()
            found = [self.objects.one(id_, self.largest)]
        self.held = {one.id: one for one in found}
