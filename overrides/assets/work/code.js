/**
 * The answers of one person as a short code: what survey and edition, which party, the answers, and a check letter.
 *
 * The letters of the alphabet are as many as a prime number, and each place in a code has a weight of its own, so the
 * check catches every single wrong letter and every two neighbours that have changed places.
 */
(function () {
  "use strict";

  var LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXY", BASE = 31, STEPS = 6, MARK = 3, HEAD = 4 + MARK;
  var ALIKE = /** @type {Record<string, string>} */ ({ O: "0", I: "1", L: "1", Z: "2", U: "V" });

  /** @typedef {{letters: string, version: number, items: number, parties: number}} Survey how many items and parties it has */
  /** @typedef {{answers: number[], party: number, mark: string}} Answer 0 is «vet ikke», 1–5 the steps; party 0 is none; the mark tells two alike apart */

  /** How many letters so many answers take. @param {number} items */
  function width(items) { return Math.ceil(items * Math.log(STEPS) / Math.log(BASE)); }

  /** @param {number[]} digits @param {number} from @param {number} to @param {number} length @returns {number[]} the same number in another base */
  function convert(digits, from, to, length) {
    var made = new Array(length).fill(0);
    digits.forEach(function (digit) {
      var carry = digit;
      for (var at = length - 1; at >= 0; at -= 1) {
        carry += made[at] * from;
        made[at] = carry % to;
        carry = Math.floor(carry / to);
      }
    });
    return made;
  }

  /** The sum that is nothing in a sound code. @param {number[]} values */
  function sum(values) {
    return values.reduce(function (total, value, at) { return (total + (at + 1) * value) % BASE; }, 0);
  }

  /** The value that makes the sum nothing when it stands last. @param {number[]} values */
  function check(values) {
    for (var value = 0; value < BASE; value += 1) if (sum(values.concat(value)) === 0) return value;
    return 0;
  }

  /** @param {string} text @returns {number[]} */
  function valuesOf(text) { return Array.from(text).map(function (letter) { return LETTERS.indexOf(letter); }); }

  /** @param {string} plain */
  function grouped(plain) { return (plain.match(/.{1,4}/g) || []).join("-"); }

  /** @param {Survey} survey @param {Answer} answer @returns {string} */
  function write(survey, answer) {
    var head = valuesOf(survey.letters).concat(survey.version, answer.party, valuesOf(answer.mark));
    var values = head.concat(convert(answer.answers, STEPS, BASE, width(survey.items)));
    return grouped(values.concat(check(values)).map(function (value) { return LETTERS[value]; }).join(""));
  }

  /** A code as it is compared: large letters, none that look alike, nothing between. @param {string} text */
  function plain(text) {
    return text.toUpperCase().replace(/[\s-]/g, "").replace(/[OILZU]/g, function (letter) { return ALIKE[letter]; });
  }

  /**
   * Reads a code. Problems are «mistyped», «other-survey» and «other-version».
   * @param {Survey} survey @param {string} text @returns {Answer | {problem: string}}
   */
  function read(survey, text) {
    var code = plain(text), values = valuesOf(code);
    if (values.length <= HEAD || values.length >= BASE || values.includes(-1) || sum(values) !== 0) return { problem: "mistyped" };
    if (code.slice(0, 2) !== survey.letters) return { problem: "other-survey" };
    if (values[2] !== survey.version) return { problem: "other-version" };
    if (values.length !== HEAD + width(survey.items) + 1 || !isParty(survey, values[3])) return { problem: "mistyped" };
    var held = values.slice(HEAD, -1), answers = convert(held, BASE, STEPS, survey.items);
    // A number that the answers cannot make is no code of ours.
    if (convert(answers, STEPS, BASE, held.length).join() !== held.join()) return { problem: "mistyped" };
    return { answers: answers, party: values[3], mark: code.slice(4, HEAD) };
  }

  /** @param {Survey} survey @param {number} party */
  function isParty(survey, party) { return survey.parties ? party >= 1 && party <= survey.parties : party === 0; }

  /** What looks like codes in a text, such as a whole thread of messages. @param {Survey} survey @param {string} text @returns {string[]} */
  function find(survey, text) {
    var length = HEAD + width(survey.items) + 1;
    var found = text.split(/[^0-9A-Za-z-]+/).filter(function (each) { return /^([0-9A-Z]{4}(-[0-9A-Z]{1,4}){2,6}|[0-9A-Z]{8,20})$/i.test(each); });
    return found.filter(function (each) {
      if (each.includes("-")) return each.replace(/-/g, "").length > HEAD + 2 && /[A-Z]/i.test(each) && (/\d/.test(each) || each === each.toUpperCase());
      return each.length === length && each.slice(0, 2).toUpperCase() === survey.letters && /\d/.test(each);
    });
  }

  /** @param {() => number} random from 0 to under 1 */
  function mark(random) {
    return Array.from({ length: MARK }, function () { return LETTERS[Math.floor(random() * BASE)]; }).join("");
  }

  window.tip = Object.assign(window.tip || {}, { code: { write: write, read: read, find: find, plain: plain, mark: mark } });
})();
