"""What a scan says that it could not see, and the same sentences again where a file holds them."""

import re

from policylint.model.sentence import Sentence, sentence

NOT_STORED = sentence("the browser does not store cookies of third parties")
NOT_TRIED = sentence("the browser could not be tried for cookies of third parties")
INTERRUPTED = sentence("the scan was interrupted")
_FIXED = {str(one): one for one in (NOT_STORED, NOT_TRIED, INTERRUPTED)}


def ended_after(seconds: str) -> Sentence:
    """Say that the time for a scan was up."""
    return sentence("the scan ended after {seconds} s, before it was through", seconds=seconds)


def too_many(count: str) -> Sentence:
    """Say that more happened than a scan keeps."""
    return sentence("{count} events were left out: there were too many", count=count)


def recognised(text: str) -> str:
    """Give a limit that a file tells as the sentence that it was; any other as it stands."""
    if text in _FIXED:
        return _FIXED[text]
    number = re.search("[0-9][0-9,]{0,15}", text)
    ours = (ended_after(number[0]), too_many(number[0])) if number else ()
    return next((one for one in ours if one == text), text)
