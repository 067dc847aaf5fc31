/** Suggest: how a word may go on while it is written, and words to try when nothing is found. */

// How many words are offered, and how many of the first letters they share with what was written.
var OFFER = { words: 6, letters: 4 };

/** Returns the words of a query with the last one written out, if a word begins with it. @param {Index} index @param {string} text @returns {string[]} */
function suggestion(index, text) {
  var words = wholeWords(text);
  var last = words[words.length - 1] || "";
  if (last.length < 2 || !text.endsWith(text.trim())) return [];
  var best = { id: -1, count: 0 };
  beginningWith(index, last, 60).forEach(function (id) {
    var count = index.postings[id].reduce(function (sum, posting) { return sum + (posting.name ? 4 : 1); }, 0);
    if (index.words[id] !== last && count > best.count) best = { id: id, count: count };
  });
  return best.id < 0 ? [] : words.slice(0, -1).concat(index.words[best.id]);
}

/** Returns words of the site that look like some that are not found, most used first. @param {Index} index @param {string} text @returns {string[]} */
function wordsLike(index, text) {
  var like = new Set();
  wholeWords(text).map(joined).forEach(function (word) {
    beginningWith(index, word.slice(0, OFFER.letters), 60).forEach(like.add, like);
    closest(index, bare(word)).forEach(like.add, like);
  });
  return Array.from(like).filter(function (id) { return index.postings[id].length; }).sort(function (a, b) {
    return index.postings[b].length - index.postings[a].length;
  }).slice(0, OFFER.words).map(function (id) { return index.words[id]; });
}

/** Returns the words that differ least from one, a third of its letters at most. @param {Index} index @param {string} word @returns {number[]} */
function closest(index, word) {
  var most = Math.floor(word.length / 3);
  var best = { steps: most + 1, ids: /** @type {number[]} */ ([]) };
  index.spellings.spellings.forEach(function (spelling, id) {
    if (Math.abs(spelling.length - word.length) > best.steps) return;
    var steps = distance(word, spelling, best.steps);
    if (steps > best.steps || steps > most) return;
    best = steps < best.steps ? { steps: steps, ids: [id] } : { steps: steps, ids: best.ids.concat(id) };
  });
  return best.ids;
}
