import pytest

from policylint.model.sentence import sentence
from policylint.policy import messages
from policylint.policy.messages import in_words
from policylint.rules.absent import absent
from policylint.rules.listing import joined

FRENCH = {
    "{clauses} and {last}": "{clauses} et {last}",
    "'{field}' is absent": "« {field} » manque",
    "the site tells nobody": "le site n'informe personne",
}


def test_clauses_are_one_sentence_in_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "message_texts", {"fr": FRENCH}.__getitem__)
    facts = [absent("vendor"), sentence("the site tells nobody"), absent("legal_basis")]

    assert joined(facts) == (
        "'vendor' is absent and the site tells nobody and 'legal_basis' is absent"
    )
    assert in_words(joined(facts), "fr") == (
        "« vendor » manque et le site n'informe personne et « legal_basis » manque",
        "fr",
    )
    assert joined(facts[:1]) == facts[0]
