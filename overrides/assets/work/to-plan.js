// uses: workspace entries words
/**
 * Puts advice of the handbook in the plan: once each, with a way back, and with a link to where it came from.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var store = window.tip.store, entries = window.tip.entries, panel = window.tip.panel;

  /** Tells whether two rows are of the same advice. @param {Entry} row @param {Entry} other */
  function ofSameSource(row, other) { return row.source === other.source; }

  /** Tells whether a row like this is in the plan. @param {Entry} row @param {(row: Entry, other: Entry) => boolean} [same] */
  function has(row, same) {
    return entries.all("plan").some(function (pair) { return (same || ofSameSource)(row, pair[1]); });
  }

  /**
   * Adds the rows that are not in the plan already, and says what was done.
   * @param {Element} root with the texts @param {Entry[]} rows @param {(row: Entry, other: Entry) => boolean} [same]
   */
  function add(root, rows, same) {
    var say = window.tip.words.of(root);
    var fresh = rows.filter(function (row) { return !has(row, same); });
    if (!fresh.length) return panel.say(say("to-plan.none-new"));
    var ids = entries.addAll("plan", fresh);
    if (!ids.length) return panel.warn(say("to-plan.full"));
    // From disk some browsers keep a memory for each page by itself, so the plan page may not know of this row.
    var kept = store.isRemembered() && location.protocol !== "file:";
    panel.say(say(kept ? "to-plan.added" : "to-plan.added-here", { count: ids.length }), function () {
      ids.forEach(function (id) { entries.remove("plan", id); });
      panel.say(say("to-plan.removed"));
    });
  }

  window.tip.toPlan = { add: add, has: has };
})();
