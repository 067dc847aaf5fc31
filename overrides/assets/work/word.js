/**
 * A table as a document for Word: a heading, a line about it, and a real table with a header row and a language.
 *
 * The library that writes the file is large, so it is fetched from this site the first time someone asks for a document.
 */
(function () {
  "use strict";

  /** @typedef {{title: string, about: string, language: string, head: string[], rows: string[][], widths: number[]}} Sheet widths in hundredths of the page */

  var LIBRARY = new URL("../vendor/docx/docx.js", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  var WIDTH = 14570;
  /** @type {Promise<any> | null} */
  var loading = null;

  /** @returns {Promise<any>} the library */
  function library() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = function () { resolve(window.docx); };
      script.onerror = function () {
        loading = null;
        reject(new Error(LIBRARY));
      };
      document.head.append(script);
    });
    return loading;
  }

  /** @param {any} docx @param {string} text @param {boolean} bold */
  function paragraphs(docx, text, bold) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "").split("\n").map(function (line) {
      return new docx.Paragraph({ children: [new docx.TextRun({ text: line, bold: bold })] });
    });
  }

  /** @param {any} docx @param {string[]} cells @param {number[]} widths @param {boolean} head */
  function row(docx, cells, widths, head) {
    return new docx.TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(function (cell, number) {
        return new docx.TableCell({
          width: { size: widths[number], type: docx.WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          shading: head ? { fill: "E8EEF2" } : undefined,
          children: paragraphs(docx, cell, head),
        });
      }),
    });
  }

  /** @param {Sheet} sheet @returns {Promise<Blob>} */
  async function write(sheet) {
    var docx = await library();
    var widths = sheet.widths.map(function (part) { return Math.round(WIDTH * part / 100); });
    var table = new docx.Table({
      columnWidths: widths,
      width: { size: WIDTH, type: docx.WidthType.DXA },
      rows: [row(docx, sheet.head, widths, true)].concat(sheet.rows.map(function (cells) { return row(docx, cells, widths, false); })),
    });
    var document = new docx.Document({
      title: sheet.title,
      creator: "Tillit i praksis",
      lastModifiedBy: "Tillit i praksis",
      styles: { default: { document: { run: { font: "Calibri", size: 20, language: { value: sheet.language } } } } },
      sections: [{
        properties: { page: { size: { orientation: docx.PageOrientation.LANDSCAPE, width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } } },
        children: [
          new docx.Paragraph({ text: sheet.title, heading: docx.HeadingLevel.HEADING_1 }),
          new docx.Paragraph({ text: sheet.about, spacing: { after: 200 } }),
          table,
        ],
      }],
    });
    return docx.Packer.toBlob(document);
  }

  window.tip = Object.assign(window.tip || {}, { word: { write: write } });
})();
