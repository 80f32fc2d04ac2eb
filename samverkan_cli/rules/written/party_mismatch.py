"""Rule party-mismatch."""

from collections.abc import Iterator

from samverkan_cli.evaluate.dangling import parties_by_file, stem
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.nearest import LISTED, likes
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Words, few, say
from samverkan_cli.rules.rule import Case, rule


@rule("party-mismatch", Severity.ERROR)
def party_mismatch(case: Case) -> Iterator[Hit]:
    """A file says that it belongs to another party or form than its name does.

    ## Why it matters

    Who may change a file is decided by its name; what it says would count for somebody else.

    ## How to mend it

    Let the file's name and what it says agree, and use a party that the agreement has.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: pol
    posts:
      - {id: kom-1, title: Samordnare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    known = tuple(party.id for party in case.agreement.parties)
    those = parties_by_file(case.agreement)
    strange = sorted({*those.values()} - {*known})
    guessed = dict(zip(strange, likes((one, known) for one in strange), strict=True))
    for file, party in those.items():
        place = Place(file, ("party",))
        if party != stem(place):
            message = say("The file “{file}” says that it belongs to “{id}”.", file=file, id=party)
            yield Hit(place, file, message, hint=say("Let the file's name and its party agree."))
        elif party in guessed:
            message = say("The agreement has no party “{id}”.", id=party)
            yield Hit(place, file, message, hint=meant(guessed[party], known))
    for form in case.agreement.forms:
        if form.id != stem(form.place):
            file = form.place.file
            message = say("The file “{file}” holds the form “{id}”.", file=file, id=form.id)
            hint = say("Let the file's name and its id agree.")
            yield Hit(form.place / "id", file, message, hint=hint)


def meant(like: str, known: tuple[str, ...]) -> Words:
    """Return which party was perhaps meant."""
    if like:
        return say("Did you mean “{like}”?", like=like)
    return say("The parties are: {names}.", names=few(known, LISTED))
