/** Sayings: words side by side that are one, or that together mean something else. */

/** Reads two words side by side as one, also where a letter was lost between them. @param {Search} search @param {Clause[]} clauses @returns {void} */
function addJoined(search, clauses) {
  for (var at = 0; at + 1 < clauses.length; at++) {
    var pair = [clauses[at], clauses[at + 1]];
    LINKS.forEach(function (link) {
      var ids = search.index.byWord.get(search.forms.wordOf(pair[0].asked + link + pair[1].asked));
      pair.forEach(function (clause) { keep(clause.matches, ids, WORTH.joined); });
    });
    var known = pair.every(function (clause) { return search.index.byWord.has(clause.word); });
    if (!known) addMended(search, pair);
  }
}

/** Reads two halves as a word that has lost a letter. @param {Search} search @param {Clause[]} pair @returns {void} */
function addMended(search, pair) {
  var whole = folded(pair[0].asked + pair[1].asked);
  if (whole.length < 5) return;
  nearestSpellings(search.index.spellings, whole).forEach(function (near) {
    if (near.steps > 1) return;
    var ids = search.index.byWord.get(search.forms.wordOf(search.index.words[near.id]));
    pair.forEach(function (clause) { keep(clause.matches, ids, WORTH.mended); });
  });
}

/** Lets a saying of several words be exchanged for what means the same. @param {Search} search @param {Clause[]} clauses @returns {void} */
function addPhrases(search, clauses) {
  var words = clauses.map(function (clause) { return clause.word; });
  search.synonyms.phrases.forEach(function (saying) {
    for (var at = 0; at + saying.words.length <= words.length; at++) {
      var said = saying.words.every(function (word, next) { return words[at + next] === word; });
      if (said) exchange(search, clauses.slice(at, at + saying.words.length), saying.others);
    }
  });
}

/** Lets each of some clauses match what the saying they make up means. @param {Search} search @param {Clause[]} clauses @param {string[][]} others @returns {void} */
function exchange(search, clauses, others) {
  clauses.forEach(function (clause) {
    others.forEach(function (other) {
      if (other.length === 1) addForms(search, clause.matches, other[0], WORTH.mended);
      else clause.together.push({ words: other, worth: WORTH.mended });
    });
  });
}
