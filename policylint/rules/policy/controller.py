from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_13_1_A
from policylint.model.sentence import sentence
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule


@rule(
    "POL001",
    citations=[GDPR_13_1_A],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def controller_contact_missing(context: Context) -> Iterator[Yield]:
    """The controller can be reached neither by letter nor by e-mail.

    ## Why it matters
    The identity and the contact details of the controller come first in what visitors must be
    told; somebody must be answerable.

    ## How to fix it
    Declare `address` or `email` of the controller.
    """
    controller = context.inventory.controller
    if controller.address is None and controller.email is None:
        yield Problem(
            at=("controller",),
            message=sentence(
                "'{controller}' gives neither an address nor an e-mail address",
                controller=controller.name,
            ),
            on_key=True,
        )
