/** Typos: which known spellings are closest to one that is not known. */

// What is told apart: a letter too few or too many of two equal ones is half a step; the first letter is seldom wrong.
var HALF = 0.5;
var FIRST = 0.4;

/** @typedef {{ spellings: string[], byLength: number[][], masks: Int32Array }} Spellings */

/** Returns spellings laid out for quick comparison. @param {string[]} spellings @returns {Spellings} */
function createSpellings(spellings) {
  /** @type {number[][]} */
  var byLength = [];
  spellings.forEach(function (spelling, id) {
    (byLength[spelling.length] = byLength[spelling.length] || []).push(id);
  });
  return { spellings: spellings, byLength: byLength, masks: Int32Array.from(spellings, maskOf) };
}

/**
 * Returns the spellings closest to a word, with how far each is: one step is a letter lost, added, changed or swapped with the next.
 * @param {Spellings} all @param {string} word @returns {{ id: number, steps: number }[]}
 */
function nearestSpellings(all, word) {
  var most = word.length >= 6 ? 2 : word.length >= 4 ? 1 : 0;
  var mask = maskOf(word);
  /** @type {{ id: number, steps: number }[]} */
  var near = [];
  for (var length = Math.max(3, word.length - most); most && length <= word.length + most; length++) {
    (all.byLength[length] || []).forEach(function (id) {
      if (bits(mask ^ all.masks[id]) > 2 * most) return;
      var steps = distance(word, all.spellings[id], most);
      if (steps === 1 && single(word) === single(all.spellings[id])) steps = HALF;
      if (steps <= most) near.push({ id: id, steps: steps + (word[0] === all.spellings[id][0] ? 0 : FIRST) });
    });
  }
  var best = near.reduce(function (least, each) { return Math.min(least, each.steps); }, Infinity);
  return near.filter(function (each) { return each.steps <= best + FIRST; });
}

/** Returns a word with one of each two equal letters. @param {string} word @returns {string} */
function single(word) {
  return word.replace(/(.)\1/g, "$1");
}

/** Returns which letters a word has, as bits. @param {string} word @returns {number} */
function maskOf(word) {
  var mask = 0;
  for (var at = 0; at < word.length; at++) mask |= 1 << word.charCodeAt(at) % 31;
  return mask;
}

/** Returns how many bits are set. @param {number} mask @returns {number} */
function bits(mask) {
  for (var count = 0; mask; count++) mask &= mask - 1;
  return count;
}

/** Returns how many steps there are between two words, or more than `most`. @param {string} a @param {string} b @param {number} most @returns {number} */
function distance(a, b, most) {
  var two = [];
  var above = Array.from({ length: b.length + 1 }, function (_, at) { return at; });
  for (var i = 1; i <= a.length; i++) {
    var row = [i];
    for (var j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
    }
    if (Math.min.apply(null, row) > most) return most + 1;
    two = above;
    above = row;
  }
  return above[b.length];
}
