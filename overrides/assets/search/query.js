/** Query: what each word asked for can match, and how well. */

// How much a match is worth beside the very form that was asked for.
var WORTH = {
  form: 0.8, fold: 0.8, root: 0.75, last: 0.8, first: 0.75, start: 0.85,
  synonym: 0.55, relative: 0.28, split: 0.35, near: 1, far: 0.67, joined: 1, mended: 0.9,
};
// A word that no more pages than this have is looked for in its parts too.
var SELDOM = 2;
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
  addSplit(search, clause, word, direct ? Math.min(1, spread(search.index, word) / SELDOM) : 0);
  if (!direct) addNear(search, clause, Infinity);
  else if (!search.index.ids.has(asked)) addNear(search, clause, HALF);
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
    if (other.length > 1) clause.together.push({ words: other, worth: worth * WORTH.synonym });
    else addSynonym(search, clause.matches, other[0], worth);
  });
}

/** Adds one other word for the same, and less surely its relatives. @param {Search} search @param {Matches} matches @param {string} other @param {number} worth @returns {void} */
function addSynonym(search, matches, other, worth) {
  addOwnForms(search, matches, other, worth * WORTH.synonym);
  if (other.length > 2) keep(matches, search.index.byRoot.get(rootOf(other)), worth * WORTH.relative);
}

/** Returns how many pages have a word. @param {Index} index @param {string} word @returns {number} */
function spread(index, word) {
  var pages = new Set();
  (index.byWord.get(word) || []).forEach(function (id) {
    index.postings[id].forEach(function (posting) { pages.add(index.pages[posting.entry]); });
  });
  return pages.size;
}

/** Adds the parts of a compound: together nearly as good as the whole, alone less. @param {Search} search @param {Clause} clause @param {string} word @param {number} known how well the whole is known, from 0 to 1 @returns {void} */
function addSplit(search, clause, word, known) {
  var parts = search.forms.partsOf(word);
  if (!parts.length) return;
  clause.together.push({ words: parts, worth: 0.95 - 0.45 * known });
  parts.forEach(function (part, at) {
    var worth = WORTH.split * (1 - 0.55 * known) * (at === parts.length - 1 ? 1 : 0.85);
    addForms(search, clause.matches, part, worth);
    if (known < 1) addSynonyms(search, clause, part, worth * 0.7);
  });
}

/** Adds what the word may be a misspelling of. @param {Search} search @param {Clause} clause @param {number} most how many steps away @returns {void} */
function addNear(search, clause, most) {
  var found = Array.from(new Set([bare(clause.asked), folded(clause.asked)])).map(function (spelling) {
    return nearestSpellings(search.index.spellings, spelling);
  });
  found[0].concat(found[1] || []).forEach(function (near) {
    if (near.steps > most) return;
    var worth = near.steps < 1 ? WORTH.near * 1.05 : near.steps < 1 + FIRST ? WORTH.near : WORTH.far;
    var meant = search.index.words[near.id];
    addForms(search, clause.matches, meant, worth);
    addSynonyms(search, clause, search.forms.wordOf(meant), worth);
  });
}
