// uses: csv days
/**
 * Ideas from the rows of a csv: which column is which, and every fault with its line.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */
  /** @typedef {{key: string, line: number, value: string}} Fault */
  /** @typedef {{fields: Map<string, string>, choices: Map<string, string>}} Names what columns and statuses are called, in small letters, and what each is */

  var SHOWN = 60;

  /** @param {string} text */
  function key(text) { return text.trim().toLowerCase(); }

  /** @param {string} field @param {string} text @param {Names} names @returns {string | null} null when it cannot be read */
  function value(field, text, names) {
    if (field === "received" || field === "answered") return text.trim() === "" ? "" : window.tip.days.read(text);
    if (field === "status") return text.trim() === "" ? "received" : names.choices.get(key(text)) || null;
    return text;
  }

  /** @param {string} field @param {string} text */
  function faultOf(field, text) {
    if (field === "status") return "status";
    if (field === "idea" && text.trim() === "") return "idea";
    return field === "received" || field === "answered" ? "day" : "long";
  }

  /**
   * Reads ideas, with the fields the file has columns for; either all of them or what is wrong with each line.
   * @param {string[][]} rows @param {Names} names @returns {{ideas: Entry[], faults: Fault[]}}
   */
  function read(rows, names) {
    var columns = (rows[0] || []).map(function (name) { return names.fields.get(key(name)) || ""; });
    /** @type {Entry[]} */
    var ideas = [];
    /** @type {Fault[]} */
    var faults = [];
    if (!columns.includes("idea")) return { ideas: ideas, faults: [{ key: "none", line: 1, value: "" }] };
    var holds = window.tip.shapes.COLLECTIONS.ideas;
    rows.slice(1).forEach(function (row, number) {
      if (row.every(function (cell) { return cell.trim() === ""; })) return;
      /** @type {Entry} */
      var idea = {};
      columns.forEach(function (field, at) {
        if (!field) return;
        var text = row[at] || "", read = value(field, text, names);
        if (read === null || !holds[field](read) || (field === "idea" && read.trim() === "")) faults.push({ key: faultOf(field, text), line: number + 2, value: text.slice(0, SHOWN) });
        else idea[field] = read;
      });
      ideas.push(idea);
    });
    return { ideas: ideas, faults: faults };
  }

  window.tip.ideaSheet = { read: read };
})();
