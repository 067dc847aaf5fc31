/** Words: how a text is cut into them, in the same way here as in `macros/search/words.py`. */

var WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
var LETTERS = { "æ": "a", "ø": "o", "œ": "o", "ð": "d", "ß": "ss" };

// In HTML, words stand between tags and entities.
var PIECE = /<[^>]*>|&[a-z#0-9]+;|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** Returns the words of a text in small letters, hyphens and all. @param {string} text @returns {string[]} */
function wholeWords(text) {
  return text.toLowerCase().normalize("NFC").match(WORD) || [];
}

/** Returns the words under which a word is indexed: itself, joined, and the parts between hyphens. @param {string} word @returns {string[]} */
function withParts(word) {
  return word.indexOf("-") < 0 ? [word] : [joined(word)].concat(word.split("-"));
}

/** Returns a word without its hyphens. @param {string} word @returns {string} */
function joined(word) {
  return word.replace(/-/g, "");
}

/** Returns a word without its accents, and with a and o for æ, ø and å. @param {string} word @returns {string} */
function bare(word) {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[æøœðß]/g, function (letter) {
      return LETTERS[letter];
    });
}

/** Returns a word spelled without æ, ø, å and accents, however they were written. @param {string} word @returns {string} */
function folded(word) {
  // «oppgåer» is not «oppgær»: only the letters a and e side by side stand for æ.
  return bare(word.normalize("NFC").replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a"));
}
