"""What the catalogue takes a cookie for, in a word that stands in a sentence."""

from collections.abc import Mapping

from policylint.catalog.known import KnownCategory
from policylint.model.sentence import Sentence, sentence

CATEGORY_WORDS: Mapping[KnownCategory, Sentence] = {
    "necessary": sentence("necessary"),
    "functional": sentence("functional"),
    "analytics": sentence("analytics"),
    "marketing": sentence("marketing"),
}
