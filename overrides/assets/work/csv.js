/**
 * Tables as csv: written so that a Norwegian Excel opens them right, read from what Excel and others save.
 *
 * RFC 4180, with «;» and a byte order mark. A cell that a spreadsheet would take for a formula is written with an
 * apostrophe before it, and read without it.
 */
(function () {
  "use strict";

  var FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
  var MOST_ROWS = 2000;

  /** Tells whether a spreadsheet would take a text for a formula. @param {string} cell */
  function isFormula(cell) { return FORMULA.test(cell); }

  /** A text as a spreadsheet takes it for a text. @param {string} cell */
  function guarded(cell) { return isFormula(cell) ? "'" + cell : cell; }

  /** @param {string} cell */
  function escaped(cell) { return '"' + guarded(cell).replace(/"/g, '""') + '"'; }

  /** @param {string[][]} rows @returns {string} */
  function write(rows) {
    return "\ufeff" + rows.map(function (row) { return row.map(escaped).join(";") + "\r\n"; }).join("");
  }

  /** The separator that stands most often in the first line, outside quotes. @param {string} text */
  function separator(text) {
    var line = text.replace(/"[^"]*"/g, "").split(/\r?\n|\r/)[0];
    return [";", "\t", ","].reduce(function (best, each) {
      return line.split(each).length > line.split(best).length ? each : best;
    });
  }

  /** Reads rows of cells; an empty line is a row with one empty cell. Nothing is read after very many rows. @param {string} text @returns {string[][]} */
  function read(text) {
    var plain = text.replace(/^\ufeff/, ""), between = separator(plain);
    /** @type {string[][]} */
    var rows = [];
    /** @type {string[]} */
    var row = [];
    var cell = "", quoted = false;
    function endRow() {
      row.push(cell);
      rows.push(row.map(clean));
      row = [];
      cell = "";
    }
    for (var at = 0; at < plain.length && rows.length < MOST_ROWS; at += 1) {
      var letter = plain[at];
      if (quoted) {
        if (letter !== '"') cell += letter;
        else if (plain[at + 1] === '"') { cell += '"'; at += 1; }
        else quoted = false;
      } else if (letter === '"' && cell === "") quoted = true;
      else if (letter === between) { row.push(cell); cell = ""; }
      else if (letter === "\n" || letter === "\r") {
        if (letter === "\r" && plain[at + 1] === "\n") at += 1;
        endRow();
      } else cell += letter;
    }
    if (cell !== "" || row.length) endRow();
    return rows;
  }

  /** @param {string} cell */
  function clean(cell) {
    return cell[0] === "'" && FORMULA.test(cell) ? cell.slice(1) : cell;
  }

  /** The text of a file: UTF-8, or what older Excel saves. @param {ArrayBuffer} bytes */
  function decode(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (_) {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }

  window.tip = Object.assign(window.tip || {}, { csv: { write: write, read: read, decode: decode, isFormula: isFormula, guarded: guarded } });
})();
