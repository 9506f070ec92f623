"""What a section of the report is written with: the subject, and the words of one language."""

from policylint.model.inventory import Inventory
from policylint.review.phrases import ReportPhrases
from policylint.review.subject import Subject


class SubjectWriter(ReportPhrases):
    """Writes on an inventory under review, even one that could not be read."""

    def __init__(self, subject: Subject, language: str) -> None:
        super().__init__(subject.packs, language)
        self.subject = subject


class ReviewWriter(SubjectWriter):
    """Writes on an inventory that could be read."""

    def __init__(self, subject: Subject, inventory: Inventory, language: str) -> None:
        super().__init__(subject, language)
        self.inventory = inventory
