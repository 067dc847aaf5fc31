// uses: shapes tally days
/**
 * The result of a survey as a file: only what may be shown, so that an earlier round can be laid beside a new one.
 */
(function () {
  "use strict";

  /** @typedef {{survey: string, edition: number, day: string, name: string, items: Record<string, Record<string, {n: number, steps: number[], unsure: number}>>}} Round `items` by item and group */

  var FORMAT = "tillit-i-praksis-resultat", VERSION = 1, MOST = 500000, ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  /** @param {Round} round @returns {string} */
  function write(round) {
    return JSON.stringify(Object.assign({ format: FORMAT, version: VERSION }, round), null, 1) + "\n";
  }

  /** @param {any} value */
  function groupOf(value) {
    var shapes = window.tip.shapes;
    /** @param {any} count */
    function isCount(count) { return Number.isInteger(count) && count >= 0 && count <= 100000; }
    shapes.demand(shapes.isObject(value) && Array.isArray(value.steps) && value.steps.length === 5 && value.steps.every(isCount) && isCount(value.unsure));
    var n = value.steps.reduce(function (/** @type {number} */ sum, /** @type {number} */ count) { return sum + count; }, 0);
    shapes.demand(n === value.n && n >= window.tip.tally.SMALLEST);
    return { n: n, steps: value.steps.slice(), unsure: value.unsure };
  }

  /**
   * Reads what `write` wrote. Problems are «large», «not-json», «not-ours», «newer», «other-survey», «other-version»,
   * «same-day» and «damaged». Two results of one day may differ by a single answer, so they are not laid side by side.
   * @param {string} text @param {string} survey @param {number} edition @returns {Round | {problem: string}}
   */
  function read(text, survey, edition) {
    var shapes = window.tip.shapes, data;
    if (text.length > MOST) return { problem: "large" };
    try {
      data = JSON.parse(text);
    } catch (_) {
      return { problem: "not-json" };
    }
    if (!shapes.isObject(data) || data.format !== FORMAT || !Number.isInteger(data.version)) return { problem: "not-ours" };
    if (data.version > VERSION) return { problem: "newer" };
    if (data.survey !== survey) return { problem: "other-survey" };
    if (data.edition !== edition) return { problem: "other-version" };
    if (data.day === window.tip.days.today()) return { problem: "same-day" };
    try {
      shapes.demand(data.day !== "" && shapes.isDay(data.day) && typeof data.name === "string" && data.name.length <= shapes.LIMITS.name && shapes.isObject(data.items));
      var items = shapes.map();
      Object.keys(data.items).slice(0, 50).forEach(function (item) {
        shapes.demand(ID.test(item) && shapes.isObject(data.items[item]));
        items[item] = shapes.map();
        Object.keys(data.items[item]).slice(0, 10).forEach(function (group) {
          shapes.demand(ID.test(group));
          items[item][group] = groupOf(data.items[item][group]);
        });
      });
      return { survey: survey, edition: edition, day: data.day, name: data.name, items: items };
    } catch (error) {
      if (error instanceof shapes.Damaged || error instanceof TypeError) return { problem: "damaged" };
      throw error;
    }
  }

  window.tip.round = { write: write, read: read };
})();
