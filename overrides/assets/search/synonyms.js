/** Synonyms: other words for the same, from the editors' list and the glossary. */

/** @typedef {{ words: string[], others: string[][] }} Saying the words to look for, and the sayings that mean the same */
/** @typedef {{ of: (word: string) => string[][], phrases: Saying[] }} Synonyms */

/**
 * Returns the synonyms of lines such as «a, b» and «a > b»; each is kept as the dictionary words it is made of.
 * @param {string[]} lines @param {Forms} forms @returns {Synonyms}
 */
function createSynonyms(lines, forms) {
  /** @type {Map<string, Saying>} */
  var sayings = new Map();
  lines.forEach(function (line) {
    var sides = line.split(">").map(function (side) {
      return side.split(",").map(function (saying) { return dictionaryWords(saying, forms); });
    });
    sides[0].forEach(function (words) {
      addSaying(sayings, words, sides[0].concat(sides[1] || []));
    });
  });
  return {
    of: function (word) {
      var found = sayings.get(word);
      return found ? found.others : [];
    },
    phrases: Array.from(sayings.values()).filter(function (saying) { return saying.words.length > 1; }),
  };
}

/** Adds what a saying can be exchanged for. @param {Map<string, Saying>} sayings @param {string[]} words @param {string[][]} others @returns {void} */
function addSaying(sayings, words, others) {
  var key = words.join(" ");
  if (!key) return;
  var saying = remembered(sayings, key, function () { return { words: words, others: [] }; });
  others.forEach(function (other) {
    var text = other.join(" ");
    var had = saying.others.some(function (each) { return each.join(" ") === text; });
    if (text && text !== key && !had) saying.others.push(other);
  });
}

/** Returns the words of a text that say something, in dictionary form. @param {string} text @param {Forms} forms @returns {string[]} */
function dictionaryWords(text, forms) {
  return wholeWords(text).map(joined).filter(function (word) {
    return !forms.isStop(word);
  }).map(forms.wordOf);
}
