// uses: model
/**
 * The memory of the device: one entry, written whole, read with care.
 *
 * A memory that cannot be reached or read is told of and left as it is.
 */
(function () {
  "use strict";

  /** @typedef {{work: any, current: string, expires: string, stamp: string, savedToFile: string}} Kept */

  var KEY = "tip.arbeid";
  var MONTHS = 12;
  var model = window.tip.model;

  /** Reads the memory; null when it is empty. Problems are «blocked» and «memory-damaged». @returns {Kept | {problem: string} | null} */
  function read() {
    var text;
    try {
      text = window.localStorage.getItem(KEY);
    } catch (_) {
      return { problem: "blocked" };
    }
    if (text === null) return null;
    try {
      var kept = JSON.parse(text);
      var reading = model.read(JSON.stringify(kept.file));
      if ("problem" in reading) return { problem: "memory-damaged" };
      return {
        work: reading.work,
        current: String(kept.current),
        expires: String(kept.expires),
        stamp: String(kept.stamp || ""),
        savedToFile: String(kept.savedToFile || ""),
      };
    } catch (_) {
      return { problem: "memory-damaged" };
    }
  }

  function expiry() {
    var day = new Date();
    day.setUTCMonth(day.getUTCMonth() + MONTHS);
    return day.toISOString();
  }

  /** Writes the memory. @param {Omit<Kept, "expires">} kept @param {string} now @returns {string} a problem, or «» */
  function write(kept, now) {
    var work = model.kept(kept.work);
    if (!model.fits(work, now)) return "full";
    var file = JSON.parse(model.write(work, now));
    try {
      window.localStorage.setItem(KEY, JSON.stringify({
        file: file, current: kept.current, expires: expiry(), stamp: kept.stamp, savedToFile: kept.savedToFile,
      }));
    } catch (_) {
      return "full";
    }
    return "";
  }

  function forget() {
    try {
      window.localStorage.removeItem(KEY);
    } catch (_) {
      // What cannot be reached holds nothing of ours.
    }
  }

  window.tip.memory = { KEY: KEY, read: read, write: write, forget: forget };
})();
