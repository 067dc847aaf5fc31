// uses: days
/**
 * The reader's rows as a table to read, print and take along. Without rows it stands as it was, to be filled in by hand.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */
  /** @typedef {{id: string, entry: Entry}} Row */

  /** @param {HTMLTableElement} table @param {(entry: Entry, number: number) => Record<string, string>} cells by column */
  function of(table, cells) {
    var body = table.tBodies[0], head = /** @type {HTMLTableSectionElement} */ (table.tHead);
    var blank = Array.from(body.rows), columns = Array.from(head.rows[0].cells);
    /** @type {Map<string, {key: string, row: HTMLTableRowElement}>} */
    var made = new Map();

    /** What stands in each column. @param {Entry} entry @param {number} number @returns {string[]} */
    function texts(entry, number) {
      var found = cells(entry, number);
      return columns.map(function (column) { return found[column.dataset.column || ""] || ""; });
    }

    /** @param {string[]} line @returns {HTMLTableRowElement} */
    function rowOf(line) {
      var row = document.createElement("tr");
      line.forEach(function (text) {
        var cell = document.createElement("td");
        text.split("\n").forEach(function (part, at) {
          if (at) cell.append(document.createElement("br"));
          cell.append(part);
        });
        row.append(cell);
      });
      return row;
    }

    /** The row of an entry, made anew only when it says something else. @param {Row} row @param {number} number */
    function lineOf(row, number) {
      var key = JSON.stringify([row.entry, number, window.tip.days.today()]), found = made.get(row.id);
      if (found && found.key === key) return found.row;
      var line = rowOf(texts(row.entry, number));
      made.set(row.id, { key: key, row: line });
      return line;
    }

    /** Puts rows in the table. It is laid out anew for each that moves, so those that stand right are left. @param {HTMLTableRowElement[]} rows */
    function put(rows) {
      var kept = new Set(rows);
      Array.from(body.rows).forEach(function (row) { if (!kept.has(row)) row.remove(); });
      rows.forEach(function (row, at) { if (body.rows[at] !== row) body.insertBefore(row, body.rows[at] || null); });
    }

    return {
      /** @param {Row[]} rows */
      show: function (rows) {
        var wanted = new Set(rows.map(function (row) { return row.id; }));
        Array.from(made.keys()).forEach(function (id) { if (!wanted.has(id)) made.delete(id); });
        put(rows.length ? rows.map(function (row, at) { return lineOf(row, at + 1); }) : blank);
      },
      /** The table as text, with its widths in hundredths. @param {Row[]} rows @returns {{head: string[], rows: string[][], widths: number[]}} */
      grid: function (rows) {
        return {
          head: columns.map(function (cell) { return cell.textContent || ""; }),
          rows: rows.map(function (row, at) { return texts(row.entry, at + 1); }),
          widths: columns.map(function (column) { return Number(column.dataset.width); }),
        };
      },
    };
  }

  window.tip.lines = { of: of };
})();
