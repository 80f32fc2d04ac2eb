"""Rule function-without-form."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("function-without-form", Severity.NOTE)
def function_without_form(case: Case) -> Iterator[Hit]:
    """A guaranteed function serves no form of working together.

    ## Why it matters

    The resource is promised, but nothing says what it is for.

    ## How to mend it

    Say which forms it serves, or add the form that it was meant for.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}}
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
    ```
    """
    for cell in case.agreement.cells():
        function = cell.function
        if case.agreement.forms and not function.forms and not function.body:
            yield Hit(
                function.place,
                cell.id,
                say(
                    "“{title}” serves no form of working together.",
                    title=cell_title(cell),
                ),
                hint=say("Say which forms it serves."),
            )
