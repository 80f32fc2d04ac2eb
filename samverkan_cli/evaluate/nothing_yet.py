"""What is said where a verb has nothing to work on: none is written yet, and how that is begun."""

from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.items import slots
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.words import say

NO_ROLE = Refusal(
    say("No role is promised yet."),
    say(
        "Write what each party promises in {folder}, and commit it with “samverkan revise”.",
        folder="terms/guarantees/",
    ),
)
NO_DUTY = Refusal(
    say("There is no duty or follow-up yet."),
    say(
        "Write duties in {folder} or follow-ups in {file}, and commit them with “samverkan "
        "revise”.",
        folder="terms/forms/",
        file="terms/agreement.yaml",
    ),
)
NO_POST = Refusal(
    say("There is no post yet."),
    say("“samverkan assign” makes the first one, with the role that it bears."),
)


def no_role(agreement: Agreement) -> Refusal | None:
    """Return what is said where no role is promised."""
    return None if slots(agreement) else NO_ROLE


def no_duty(agreement: Agreement) -> Refusal | None:
    """Return what is said where there is no duty to do and no follow-up to hold."""
    return None if any(tasks(agreement)) else NO_DUTY


def no_post(agreement: Agreement) -> Refusal | None:
    """Return what is said where there is no post; one is made with the role that it bears."""
    if agreement.posts:
        return None
    return NO_POST if slots(agreement) else Refusal(NO_POST.message, NO_ROLE.hint)
