/**
 * Answers counted: by party and item, with nothing shown of fewer than a smallest group, and nothing that gives it away.
 *
 * Parties that are too small are counted together; if they are too small together as well, their answers are left out
 * of everything, the sum included, so that nobody can find them by taking one figure from another.
 */
(function () {
  "use strict";

  var STEPS = 6, SMALLEST = 5;

  /** @typedef {number[][]} Counts by item: «vet ikke» first, then the five steps */
  /** @typedef {{n: number, steps: number[], unsure: number}} Group n is how many chose a step */
  /** @typedef {{item: number, all: Group | null, groups: Array<{party: string} & Group>, spread: number, gap: number}} Result */

  /** @param {number} items @returns {Counts} */
  function empty(items) {
    return Array.from({ length: items }, function () { return new Array(STEPS).fill(0); });
  }

  /** @param {Counts} one @param {Counts} other @returns {Counts} */
  function plus(one, other) {
    return one.map(function (row, item) { return row.map(function (count, step) { return count + other[item][step]; }); });
  }

  /** @param {Counts} counts @param {number[]} answers @returns {Counts} */
  function add(counts, answers) {
    return counts.map(function (row, item) {
      return row.map(function (count, step) { return count + (answers[item] === step ? 1 : 0); });
    });
  }

  /** How many people at most have answered. @param {Counts} counts */
  function people(counts) {
    return Math.max.apply(null, counts.map(function (row) { return row.reduce(function (sum, count) { return sum + count; }, 0); }));
  }

  /**
   * The groups that may be shown: parties that are large enough, and the rest together when they are.
   * @param {Record<string, Counts>} byParty @returns {{groups: Record<string, Counts>, left: number}} `left` is how many are left out
   */
  function shown(byParty) {
    /** @type {Record<string, Counts>} */
    var groups = {};
    /** @type {Counts | null} */
    var rest = null;
    Object.keys(byParty).forEach(function (party) {
      if (people(byParty[party]) >= SMALLEST) groups[party] = byParty[party];
      else if (people(byParty[party]) > 0) rest = rest ? plus(rest, byParty[party]) : byParty[party];
    });
    if (!rest) return { groups: groups, left: 0 };
    if (people(rest) < SMALLEST) return { groups: groups, left: people(rest) };
    groups.rest = rest;
    return { groups: groups, left: 0 };
  }

  /** @param {number[]} row @returns {Group} */
  function groupOf(row) {
    var steps = row.slice(1);
    return { n: steps.reduce(function (sum, count) { return sum + count; }, 0), steps: steps, unsure: row[0] };
  }

  /** @param {Group} group */
  function mean(group) {
    return group.steps.reduce(function (sum, count, step) { return sum + count * (step + 1); }, 0) / group.n;
  }

  /** How far apart the answers are, as a standard deviation in steps. @param {Group} group */
  function spread(group) {
    var middle = mean(group);
    var squares = group.steps.reduce(function (sum, count, step) { return sum + count * Math.pow(step + 1 - middle, 2); }, 0);
    return Math.sqrt(squares / group.n);
  }

  /** @param {Group} a @param {Group} b @returns {Group} */
  function sumOf(a, b) {
    return { n: a.n + b.n, steps: a.steps.map(function (count, step) { return count + b.steps[step]; }), unsure: a.unsure + b.unsure };
  }

  /**
   * The results of every item, the biggest disagreement first. An item that too few in a group chose a step on is not
   * shown for that group, and is not in the sum either.
   * @param {Record<string, Counts>} groups that may be shown @param {number} items @returns {Result[]}
   */
  function results(groups, items) {
    var made = Array.from({ length: items }, function (_, item) {
      var each = Object.keys(groups).map(function (party) { return Object.assign({ party: party }, groupOf(groups[party][item])); });
      var kept = each.filter(function (group) { return group.n >= SMALLEST; });
      var all = kept.length ? kept.slice(1).reduce(sumOf, groupOnly(kept[0])) : null, means = kept.map(mean);
      return {
        item: item, groups: kept, all: all, spread: all ? spread(all) : -1,
        gap: means.length > 1 ? Math.max.apply(null, means) - Math.min.apply(null, means) : 0,
      };
    });
    return made.sort(function (a, b) { return b.spread - a.spread || a.item - b.item; });
  }

  /** @param {Group} group @returns {Group} */
  function groupOnly(group) { return { n: group.n, steps: group.steps, unsure: group.unsure }; }

  /**
   * What an item calls for: «weak» when a third or more are at the end that is a warning, «split» when a quarter or more
   * are at each end, or «».
   * @param {Group} all @param {boolean} positive whether five is good
   */
  function calls(all, positive) {
    var low = (all.steps[0] + all.steps[1]) / all.n, high = (all.steps[3] + all.steps[4]) / all.n;
    if ((positive ? low : high) >= 1 / 3) return "weak";
    return low >= 1 / 4 && high >= 1 / 4 ? "split" : "";
  }

  window.tip = Object.assign(window.tip || {}, {
    tally: { SMALLEST: SMALLEST, empty: empty, plus: plus, add: add, people: people, shown: shown, results: results, calls: calls },
  });
})();
