/** Rank: which entries answer best, gathered by page. */

var RANK = { growth: 0.6, length: 0.15, others: 0.27, coverage: 1.5, opening: 1.3, page: 0.27, apart: 0.5, close: 1.5, floor: 0.04, least: 0.45 };
// The same text in the other written standard stands after the one in the reader's.
var TWIN = 0.7;

/**
 * @typedef {{ entry: number, score: number, asked: string[] }} Hit
 * @typedef {{ score: Float64Array, worth: Float64Array }} Found by entry, for one clause
 * @typedef {{ page: number, score: number, hits: Hit[] }} PageHits
 */

/** Returns the pages that answer, best first. @param {Search} search @param {Clause[]} clauses @param {boolean} [nynorsk] the reader's own page is in nynorsk @returns {PageHits[]} */
function rank(search, clauses, nynorsk) {
  var hits = combine(search.index, clauses, clauses.map(function (clause) { return entriesOf(search, clause); }));
  var pages = byPage(search.index, hits);
  secondTwins(search, clauses, pages, nynorsk);
  pages.sort(function (a, b) { return b.score - a.score || a.page - b.page; });
  return pages.filter(function (page, at) { return at < 3 || page.score >= pages[0].score * RANK.floor; });
}

/** Returns what a word is worth where it stands. @param {Index} index @param {Posting} posting @returns {number} */
function strength(index, posting) {
  if (!posting.times) return posting.name;
  var length = 1 - RANK.length + RANK.length * index.texts[posting.entry].ids.length / index.average;
  return posting.times * (RANK.growth + 1) / (posting.times + RANK.growth * length) + posting.name;
}

/** Returns how well each entry answers a clause: by its best word, and a little by the others. @param {Search} search @param {Clause} clause @returns {Found} */
function entriesOf(search, clause) {
  var count = search.index.entries.length;
  var found = { score: new Float64Array(count), worth: new Float64Array(count) };
  var rest = new Float64Array(count);
  clause.matches.forEach(function (worth, id) {
    search.index.postings[id].forEach(function (posting) {
      var at = posting.entry;
      var score = worth * posting.strength;
      rest[at] += Math.min(found.score[at], score) * RANK.others;
      found.score[at] = Math.max(found.score[at], score);
      found.worth[at] = Math.max(found.worth[at], worth);
    });
  });
  for (var at = 0; at < count; at++) found.score[at] += Math.min(rest[at], found.score[at] / 2);
  clause.together.forEach(function (together) { addTogether(search, clause, together, found); });
  return found;
}

/** Returns how much a clause tells: the fewer entries it is found in, the more. @param {Found} found @returns {number} */
function rarity(found) {
  var good = 0;
  for (var at = 0; at < found.worth.length; at++) if (found.worth[at] >= 0.5) good++;
  good = Math.max(1, good);
  return Math.max(0.2, Math.log(1 + (found.worth.length - good + 0.5) / (good + 0.5)));
}

/** Returns every hit, scored by all clauses and by how many of them it answers. @param {Index} index @param {Clause[]} clauses @param {Found[]} found @returns {Hit[]} */
function combine(index, clauses, found) {
  var telling = found.map(rarity);
  var total = sum(telling);
  /** @type {Hit[]} */
  var hits = [];
  index.entries.forEach(function (_, at) {
    if (!found.some(function (each) { return each.score[at]; })) return;
    var hit = { entry: at, score: 0, asked: [] };
    var covered = 0;
    found.forEach(function (each, clause) {
      if (!each.score[at]) return;
      hit.score += telling[clause] * each.score[at];
      covered += telling[clause] * Math.min(1, 0.4 + 0.6 * each.worth[at]);
      hit.asked.push(clauses[clause].asked);
    });
    var opening = index.pages[at] === at ? RANK.opening : 1;
    if (hit.asked.length > 1 && sideBySide(index, at, clauses)) opening *= RANK.close;
    hit.score *= Math.pow(covered / total, RANK.coverage) * opening * index.weights[at];
    hits.push(hit);
  });
  return hits;
}

/** Tells whether the title holds two things asked for next to each other. @param {Index} index @param {number} entry @param {Clause[]} clauses @returns {boolean} */
function sideBySide(index, entry, clauses) {
  var ids = index.titles[entry].ids;
  return clauses.length > 1 && ids.some(function (id, at) {
    return clauses.some(function (clause, next) {
      var other = clauses[next + 1];
      return other && (clause.matches.get(id) || 0) >= 0.5 && (other.matches.get(ids[at + 1]) || 0) >= 0.5;
    });
  });
}

/** Returns a sum. @param {number[]} numbers @returns {number} */
function sum(numbers) {
  return numbers.reduce(function (total, each) { return total + each; }, 0);
}

/** Returns the hits of each page, best first, and a little more for a page with many. @param {Index} index @param {Hit[]} hits @returns {PageHits[]} */
function byPage(index, hits) {
  var pages = new Map();
  hits.sort(function (a, b) { return b.score - a.score || a.entry - b.entry; });
  hits.forEach(function (hit) {
    var page = index.pages[hit.entry];
    remembered(pages, page, function () { return { page: page, score: 0, hits: [] }; }).hits.push(hit);
  });
  pages.forEach(function (page) {
    var best = page.hits[0].score;
    var rest = sum(page.hits.map(function (hit) { return hit.score; })) - best;
    page.score = best + RANK.page * Math.min(rest, 1.5 * best);
  });
  return Array.from(pages.values());
}

/** Lets the twin of a page that stands in the other written standard come after it. @param {Search} search @param {Clause[]} clauses @param {PageHits[]} pages @param {boolean} [wanted] nynorsk, whatever is asked @returns {void} */
function secondTwins(search, clauses, pages, wanted) {
  var nynorsk = wanted || clauses.some(function (clause) {
    return clause.asked === "nynorsk" || search.forms.bokmal(clause.asked) !== clause.asked;
  });
  var byAddress = new Map(pages.map(function (page) { return [search.index.addresses.get(page.page) || "", page]; }));
  byAddress.forEach(function (page, address) {
    var original = address.startsWith("nn/") && byAddress.get(address.slice(3));
    if (original) (nynorsk ? original : page).score *= TWIN;
  });
}
