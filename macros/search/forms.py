"""Forms: which word each form in the text belongs to, and what the reader's own forms need to be told."""

from collections.abc import Collection, Container
from dataclasses import dataclass, field

from macros.search.compounds import Split, Splitter
from macros.search.lexicon import Lexicon, ending_of
from macros.search.nynorsk import bokmal

# Tried in this order; `overrides/assets/search/forms.js` does the same.
WRITTEN = "enes anes arane erne ene ane ens ets ers ars ere are ne en et es er ar te de s a e t n r"
ENDINGS = WRITTEN.split()


def undone(form: str, known: Container[str]) -> str | None:
    """Return the known word that a form is, by undoing a regular ending."""
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            base = form[: len(form) - len(ending)]
            for word in (base, f"{base}e", f"{base}er"):
                if word != form and word in known:
                    return word
    return None


@dataclass
class Forms:
    """Words and compounds of one text."""

    lexicon: Lexicon
    splitter: Splitter
    found: dict[str, str] = field(default_factory=dict)

    def word_of(self, form: str) -> str:
        """Return the dictionary word of a form, in bokmål."""
        if form not in self.found:
            self.found[form] = self._word_of(bokmal(form))
        return self.found[form]

    def _word_of(self, form: str) -> str:
        known = self.lexicon.lemma(form)
        if known:
            return known
        parts = self.splitter.split(form)
        if parts:
            return "".join(parts[:-1]) + (self.lexicon.noun(parts[-1]) or self.lexicon.lemma(parts[-1]) or parts[-1])
        return undone(form, self.lexicon.classes) or form

    def parts_of(self, word: str) -> Split:
        """Return the parts of a word that is a compound."""
        parts = self.splitter.split(word)
        return (*parts[:-1], self.word_of(parts[-1])) if parts else ()


def endings_to_know(forms: Collection[str], table: Forms) -> dict[str, list[str]]:
    """Return words by ending: the forms in the text, and those a reader may write, that no rule leads back."""
    words = {form: table.word_of(form) for form in forms}
    known = set(words.values())
    for word in sorted(known):
        for form in forms_of(word, table.lexicon):
            words.setdefault(form, word)
    told: dict[str, list[str]] = {}
    for form, word in sorted(words.items()):
        plain = bokmal(form)
        if plain != word and (undone(plain, known) != word or plain in known):
            told.setdefault(ending_of(word, plain), []).append(word)
    return {ending: sorted(set(words)) for ending, words in sorted(told.items())}


def forms_of(word: str, lexicon: Lexicon) -> list[str]:
    """Return the forms of a word in the lexicon that are forms of no better word."""
    return [form for form in lexicon.of(word) if lexicon.lemma(form) == word]
