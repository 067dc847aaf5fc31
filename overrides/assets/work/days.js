// uses: shapes
/**
 * Days without a time of day, as åååå-mm-dd: today's, the distance between two, and how they are written in Norwegian.
 */
(function () {
  "use strict";

  var LENGTH = 86400000;

  /** @param {string} day */
  function at(day) {
    return Date.parse(day + "T00:00:00Z");
  }

  /** Today where the reader is. */
  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** The number of days from one day to another. @param {string} from @param {string} to */
  function between(from, to) {
    return Math.round((at(to) - at(from)) / LENGTH);
  }

  /** @param {string} day @param {number} count */
  function plus(day, count) {
    return new Date(at(day) + count * LENGTH).toISOString().slice(0, 10);
  }

  /** A day as it is written in a table: 25.11.2026. @param {string} day or «» */
  function written(day) {
    return day.split("-").reverse().join(".");
  }

  /** Reads a day written as 2026-11-25 or 25.11.2026; null when it is neither. @param {string} text */
  function read(text) {
    var norwegian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim());
    var day = norwegian ? norwegian[3] + "-" + norwegian[2].padStart(2, "0") + "-" + norwegian[1].padStart(2, "0") : text.trim();
    return window.tip.shapes.isDay(day) ? day : null;
  }

  /** The second Tuesday of a month: in Norway it is never a public holiday. @param {number} year @param {number} month from 1 */
  function secondTuesday(year, month) {
    var first = new Date(Date.UTC(year, month - 1, 1));
    return new Date(Date.UTC(year, month - 1, 8 + (9 - first.getUTCDay()) % 7)).toISOString().slice(0, 10);
  }

  window.tip = Object.assign(window.tip || {}, {
    days: { today: today, between: between, plus: plus, written: written, read: read, secondTuesday: secondTuesday },
  });
})();
