/** Together: entries that hold all of some words, and hold them close to each other. */

/** Adds the entries that hold all of some words. @param {Search} search @param {Clause} clause @param {Together} together @param {Found} found @returns {void} */
function addTogether(search, clause, together, found) {
  var each = together.words.map(function (word) { return bestOf(search, clause, word); });
  var masks = masksOf(search.index, each);
  each[0].forEach(function (_, entry) {
    var best = each.map(function (one) { return one.get(entry); });
    if (!best.every(Boolean)) return;
    var near = [search.index.titles[entry], search.index.texts[entry]].some(function (places) { return closeBy(places, masks, each.length); });
    var joint = together.worth * (near ? 1 : RANK.apart);
    var score = sum(best.map(function (one) { return one.score; }));
    var worth = Math.min.apply(null, best.map(function (one) { return one.worth; }));
    found.score[entry] = Math.max(found.score[entry], joint * score / Math.sqrt(best.length));
    found.worth[entry] = Math.max(found.worth[entry], joint * worth);
  });
}

/** Returns, by the number of a word, which of some words it matches, as bits. @param {Index} index @param {{ ids: Set<number> }[]} words @returns {Uint32Array} */
function masksOf(index, words) {
  var masks = new Uint32Array(index.words.length);
  words.forEach(function (word, which) {
    word.ids.forEach(function (id) { masks[id] |= 1 << which; });
  });
  return masks;
}

/** Tells whether words stand close to each other somewhere. @param {Places} places @param {Uint32Array} masks @param {number} count of words @returns {boolean} */
function closeBy(places, masks, count) {
  var last = new Array(count).fill(-Infinity);
  for (var at = 0; at < places.ids.length; at++) {
    var mask = masks[places.ids[at]];
    if (!mask) continue;
    // A word that matches two of them is the one that was seen longest ago.
    var which = -1;
    for (var word = 0; word < count; word++) if (mask & 1 << word && (which < 0 || last[word] < last[which])) which = word;
    last[which] = at;
    if (at - Math.min.apply(null, last) <= count + 1) return true;
  }
  return false;
}

/** Returns the best match of a word in each entry, and which words match. @param {Search} search @param {Clause} clause @param {string} word @returns {Map<number, { score: number, worth: number }> & { ids: Set<number> }} */
function bestOf(search, clause, word) {
  var matches = new Map();
  var best = Object.assign(new Map(), { ids: new Set() });
  addForms(search, matches, word, 1);
  matches.forEach(function (worth, id) {
    if (worth < RANK.least) return;
    clause.shown.add(id);
    best.ids.add(id);
    search.index.postings[id].forEach(function (posting) {
      var score = worth * (Math.min(1.5, posting.times) + posting.name);
      var had = best.get(posting.entry);
      if (!had || score > had.score) best.set(posting.entry, { score: score, worth: worth });
    });
  });
  return best;
}
