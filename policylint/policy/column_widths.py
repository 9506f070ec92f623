"""How the columns of a table share its width where a format wants to be told."""

from policylint.policy.blocks import Table
from policylint.policy.plain import plain_spans

_LEAST, _MOST = 8, 28
_AROUND = 3
"""What stands left and right of the words, counted in letters."""


def column_weights(table: Table) -> list[int]:
    """Weigh each column by what it holds: by its longest word, and by how much text it has."""
    weights = []
    for index, header in enumerate(table.headers):
        texts = [header, *(plain_spans(row[index]) for row in table.rows)]
        longest_word = max(len(word) for text in texts for word in (text.split() or [""]))
        average = sum(map(len, texts)) // len(texts)
        weights.append(min(max(longest_word, average, _LEAST), _MOST) + _AROUND)
    return weights
