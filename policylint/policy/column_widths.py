"""How the columns of a table share its width where a format wants to be told."""

from policylint.policy.blocks import Table
from policylint.policy.plain import plain_spans

_LEAST, _MOST = 8, 28
_AROUND = 3
"""What stands left and right of the words, counted in letters."""


def column_weights(table: Table) -> list[int]:
    """Weigh each column by its longest word, and by half of what its texts have beyond that."""
    weights = []
    for index, header in enumerate(table.headers):
        texts = [header, *(plain_spans(row[index]) for row in table.rows)]
        longest_word = max(len(word) for text in texts for word in (text.split() or [""]))
        least = min(max(longest_word, _LEAST), _MOST)
        average = min(sum(map(len, texts)) // len(texts), _MOST)
        weights.append(least + max(average - least, 0) // 2 + _AROUND)
    return weights
