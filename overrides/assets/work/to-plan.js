// uses: workspace entries words
/**
 * Puts advice of the handbook in the plan: once each, with a way back, and with a link to where it came from.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var store = window.tip.store, entries = window.tip.entries, panel = window.tip.panel;

  /** Where the rows of the plan come from. @returns {Set<string>} */
  function sources() {
    return new Set(entries.all("plan").map(function (pair) { return pair[1].source; }));
  }

  /** Adds the rows that are not in the plan already, and says what was done. @param {Element} root with the texts @param {Entry[]} rows */
  function add(root, rows) {
    var say = window.tip.words.of(root), there = sources();
    var fresh = rows.filter(function (row) { return !there.has(row.source); });
    if (!fresh.length) return panel.say(say("to-plan.none-new"));
    var ids = entries.addAll("plan", fresh);
    if (!ids.length) return panel.warn(say("to-plan.full"));
    panel.say(say(store.isRemembered() ? "to-plan.added" : "to-plan.added-here", { count: ids.length }), function () {
      ids.forEach(function (id) { entries.remove("plan", id); });
      panel.say(say("to-plan.removed"));
    });
  }

  window.tip.toPlan = { add: add, sources: sources };
})();
