/** Query: what each word asked for can match, and how well. */

// How much a match is worth beside the very form that was asked for.
var WORTH = {
  form: 0.95, fold: 0.8, root: 0.75, last: 0.8, first: 0.75, start: 0.7,
  synonym: 0.55, split: 0.5, near: 0.65, far: 0.48, joined: 1, mended: 0.9,
};
// A text pasted into the box must not stop the page.
var MOST_ASKED = 16;

/**
 * @typedef {Map<number, number>} Matches what each word of the index is worth
 * @typedef {{ words: string[], worth: number }} Together words that must all be there
 * @typedef {{ asked: string, word: string, matches: Matches, together: Together[], shown: Set<number> }} Clause `shown`: words found together with others
 * @typedef {{ index: Index, forms: Forms, synonyms: Synonyms }} Search
 */

/** Returns what a reader asks for, one clause a word. @param {Search} search @param {string} text @returns {Clause[]} */
function clausesOf(search, text) {
  var every = wholeWords(text).map(joined);
  var said = every.filter(function (word) { return !search.forms.isStop(word); });
  var asked = Array.from(new Set(said.length ? said : every)).slice(0, MOST_ASKED);
  var open = /[\p{L}\p{N}]$/u.test(text);
  var clauses = asked.map(function (word, at) {
    return clauseOf(search, word, open && at === asked.length - 1);
  });
  addJoined(search, clauses);
  addPhrases(search, clauses);
  return clauses;
}

/** Returns what one word asked for can match. @param {Search} search @param {string} asked @param {boolean} open still being written @returns {Clause} */
function clauseOf(search, asked, open) {
  asked = spelled(search, asked);
  var word = search.forms.wordOf(asked);
  var clause = { asked: asked, word: word, matches: new Map(), together: [], shown: new Set() };
  var direct = addForms(search, clause.matches, asked, 1);
  addStart(search, clause.matches, asked, open);
  addSynonyms(search, clause, word, 1);
  addSplit(search, clause, word, direct);
  if (!direct) addNear(search, clause);
  return clause;
}

/** Returns a word as it is spelled here: «okonomi» and «oekonomi» are økonomi. @param {Search} search @param {string} asked @returns {string} */
function spelled(search, asked) {
  if (search.index.byWord.has(search.forms.wordOf(asked))) return asked;
  var found = search.index.byFold.get(folded(asked));
  return found ? search.index.words[found[0]] : asked;
}

/** Keeps the best worth of a match. @param {Matches} matches @param {number[] | undefined} ids @param {number} worth @returns {boolean} whether there was any */
function keep(matches, ids, worth) {
  (ids || []).forEach(function (id) {
    if (worth > (matches.get(id) || 0)) matches.set(id, worth);
  });
  return !!ids;
}

/** Adds the forms of a word, its relatives and the compounds it is part of. @param {Search} search @param {Matches} matches @param {string} asked @param {number} worth @returns {boolean} whether the word is known here */
function addForms(search, matches, asked, worth) {
  var word = search.forms.wordOf(asked);
  var found = addOwnForms(search, matches, asked, worth);
  var related = word.length > 2 && keep(matches, search.index.byRoot.get(rootOf(word)), worth * WORTH.root);
  return found || related;
}

/** Adds the forms of a word, however they are spelled, and the compounds it is part of. @param {Search} search @param {Matches} matches @param {string} asked @param {number} worth @returns {boolean} whether there were any */
function addOwnForms(search, matches, asked, worth) {
  var index = search.index;
  var word = search.forms.wordOf(asked);
  var id = index.ids.get(asked);
  var found = [
    id !== undefined && keep(matches, [id], worth),
    keep(matches, index.byWord.get(word), worth * WORTH.form),
    keep(matches, index.byLast.get(word), worth * WORTH.last),
    keep(matches, index.byFirst.get(word), worth * WORTH.first),
  ].some(Boolean);
  return keep(matches, index.byFold.get(folded(word)), worth * WORTH.fold * (found ? 0.5 : 1)) || found;
}

/** Adds words that begin with what is written. @param {Search} search @param {Matches} matches @param {string} asked @param {boolean} open @returns {void} */
function addStart(search, matches, asked, open) {
  if (asked.length < (open ? 2 : 5)) return;
  beginningWith(search.index, asked, open ? 200 : 60).forEach(function (id) {
    var share = 0.4 + 0.6 * asked.length / search.index.words[id].length;
    keep(matches, [id], (open ? WORTH.start : WORTH.start * 0.8) * share);
  });
}

/** Adds other words for the same. @param {Search} search @param {Clause} clause @param {string} word @param {number} worth @returns {void} */
function addSynonyms(search, clause, word, worth) {
  search.synonyms.of(word).forEach(function (other) {
    if (other.length === 1) addOwnForms(search, clause.matches, other[0], worth * WORTH.synonym);
    else clause.together.push({ words: other, worth: worth * WORTH.synonym });
  });
}

/** Adds the parts of a compound: together nearly as good as the whole, alone less. @param {Search} search @param {Clause} clause @param {string} word @param {boolean} direct whether the whole is known @returns {void} */
function addSplit(search, clause, word, direct) {
  var parts = search.forms.partsOf(word);
  if (!parts.length) return;
  clause.together.push({ words: parts, worth: direct ? 0.5 : 0.95 });
  parts.forEach(function (part, at) {
    var worth = WORTH.split * (direct ? 0.45 : 1) * (at === parts.length - 1 ? 1 : 0.85);
    addForms(search, clause.matches, part, worth);
    if (!direct) addSynonyms(search, clause, part, worth * 0.7);
  });
}

/** Adds what the word may be a misspelling of. @param {Search} search @param {Clause} clause @returns {void} */
function addNear(search, clause) {
  var plain = folded(clause.asked);
  nearestSpellings(search.index.spellings, plain).forEach(function (near) {
    var worth = near.steps < 1 ? WORTH.near * 1.15 : near.steps < 1.5 ? WORTH.near : WORTH.far;
    var meant = search.index.words[near.id];
    addForms(search, clause.matches, meant, worth);
    addSynonyms(search, clause, search.forms.wordOf(meant), worth);
  });
}

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
