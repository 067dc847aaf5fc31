// uses: days
/**
 * What to look at again in a row of the plan: a date that is missing, or an order that makes involvement too late.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var BOUND = ["drøfting", "forhandling"];

  /** @type {Array<[string, (row: Entry, today: string) => boolean]>} */
  var RULES = [
    ["no-due", function (row) { return row.due === ""; }],
    ["no-who", function (row) { return row.who.trim() === ""; }],
    ["no-forum", function (row) { return BOUND.includes(row.level) && (row.forum.trim() === "" || row.discussed === ""); }],
    ["too-early", function (row) { return BOUND.includes(row.level) && row.due !== "" && row.discussed !== "" && row.due < row.discussed; }],
    ["done-too-early", function (row, today) { return BOUND.includes(row.level) && row.status === "done" && (row.discussed === "" || row.discussed > today); }],
    ["overdue", function (row, today) { return row.due !== "" && row.due < today && row.status !== "done"; }],
    ["review-too-early", function (row) { return row.review !== "" && row.due !== "" && row.review < row.due; }],
  ];

  /**
   * Returns what to look at in a row, as keys; nothing in one that is dropped.
   * @param {Entry} row @param {string} today @returns {string[]}
   */
  function of(row, today) {
    if (row.status === "dropped") return [];
    return RULES.filter(function (rule) { return rule[1](row, today); }).map(function (rule) { return rule[0]; });
  }

  window.tip.warnings = { of: of };
})();
