// uses: csv
/**
 * Copies a table so that it pastes as a table into Word, Outlook and Teams, and as lines with tabs elsewhere.
 */
(function () {
  "use strict";

  // What a spreadsheet reads stands in a style no browser knows, and a strict host lets no script write a style on an
  // element: the cell is marked, and the mark is changed in the text that is copied.
  var TEXT = "data-tip-as-text", AS_TEXT = "style=\"mso-number-format:'\\@'\"";

  /**
   * A copy without the looks of the page: only the table, with lines a document shows.
   * @param {HTMLTableElement} table @param {string} language
   */
  function bare(table, language) {
    var made = /** @type {HTMLTableElement} */ (table.cloneNode(true));
    [made].concat(Array.from(made.querySelectorAll("*"))).forEach(function (element) {
      Array.from(element.attributes).forEach(function (attribute) {
        if (attribute.name !== "scope") element.removeAttribute(attribute.name);
      });
    });
    Array.from(made.querySelectorAll("td")).forEach(function (cell) {
      // A spreadsheet is told that this is a text, and no formula.
      if (window.tip.csv.isFormula(cell.textContent || "")) cell.setAttribute(TEXT, "");
    });
    made.lang = language;
    made.setAttribute("border", "1");
    made.style.borderCollapse = "collapse";
    return made;
  }

  /** @param {HTMLTableElement} table */
  function plain(table) {
    return Array.from(table.rows).map(function (row) {
      return Array.from(row.cells).map(function (cell) { return window.tip.csv.guarded((cell.textContent || "").replace(/\s+/g, " ").trim()); }).join("\t");
    }).join("\r\n");
  }

  /** @param {HTMLTableElement} table @param {string} language @returns {boolean} whether it was copied */
  function copy(table, language) {
    var done = false;
    /** @param {ClipboardEvent} event */
    function fill(event) {
      if (!event.clipboardData) return;
      event.clipboardData.setData("text/html", bare(table, language).outerHTML.replaceAll(TEXT + "=\"\"", AS_TEXT));
      event.clipboardData.setData("text/plain", plain(table));
      event.preventDefault();
      done = true;
    }
    var chosen = document.getSelection(), before = chosen && chosen.rangeCount ? chosen.getRangeAt(0) : null;
    // Some browsers copy only when something is chosen on the page.
    if (chosen) chosen.selectAllChildren(table);
    document.addEventListener("copy", fill, true);
    // The newer interface is closed on pages from disk; this one is open, and only when the reader asks.
    document.execCommand("copy");
    document.removeEventListener("copy", fill, true);
    if (chosen) chosen.removeAllRanges();
    if (chosen && before) chosen.addRange(before);
    return done;
  }

  window.tip = Object.assign(window.tip || {}, { clip: { copy: copy } });
})();
