/**
 * Where a gathering is in its schedule: time left of a block, and how far ahead or behind the whole is.
 *
 * Moments are milliseconds since 1970. Nothing here has a clock of its own: the caller says what time it is.
 */
(function () {
  "use strict";

  var MINUTE = 60000;

  /** @typedef {{started: number, at: number, began: number, extra: number}} Run when the whole and the block began, which block, and minutes added to it */
  /** @typedef {{left: number, behind: number, last: boolean}} Standing left and behind in milliseconds; below zero is over, or ahead */

  /** @param {number} now @returns {Run} */
  function start(now) { return { started: now, at: 0, began: now, extra: 0 }; }

  /** @param {Run} run @param {number} to @param {number} now @returns {Run} */
  function go(run, to, now) { return { started: run.started, at: to, began: now, extra: 0 }; }

  /** @param {Run} run @param {number} minutes @returns {Run} */
  function add(run, minutes) { return Object.assign({}, run, { extra: run.extra + minutes }); }

  /** @param {Run} run @param {number[]} minutes of each block @param {number} now @returns {Standing} */
  function standing(run, minutes, now) {
    var left = run.began + (minutes[run.at] + run.extra) * MINUTE - now;
    var planned = minutes.slice(0, run.at + 1).reduce(function (total, each) { return total + each; }, 0);
    return { left: left, behind: now + Math.max(left, 0) - (run.started + planned * MINUTE), last: run.at === minutes.length - 1 };
  }

  /** What is left of a time, or how far over it is: the key of what to say, and whole minutes. @param {number} left milliseconds @returns {{key: string, minutes: number}} */
  function inWords(left) {
    var over = left <= 0, size = Math.abs(left), key = over ? "timer.over" : "timer.left";
    if (size < MINUTE) return { key: key + ".less", minutes: 0 };
    var minutes = over ? Math.floor(size / MINUTE) : Math.round(size / MINUTE);
    return { key: minutes === 1 ? key + ".one" : key, minutes: minutes };
  }

  /** Writes a run as part of an address. @param {Run} run */
  function write(run) { return [run.started, run.at, run.began, run.extra].map(function (part) { return part.toString(36); }).join("-"); }

  /** Reads what `write` wrote; null when it is not that, or is of another day. @param {string} text @param {number} blocks how many there are @param {number} now @returns {Run | null} */
  function read(text, blocks, now) {
    if (!/^[0-9a-z]{1,9}(-[0-9a-z]{1,9}){3}$/.test(text)) return null;
    var parts = text.split("-").map(function (part) { return parseInt(part, 36); });
    var run = { started: parts[0], at: parts[1], began: parts[2], extra: parts[3] };
    var sound = run.at < blocks && run.extra <= 600 && run.started <= run.began && run.began <= now && now - run.started < 24 * 60 * MINUTE;
    return sound ? run : null;
  }

  window.tip = Object.assign(window.tip || {}, {
    timer: { MINUTE: MINUTE, start: start, go: go, add: add, standing: standing, inWords: inWords, write: write, read: read },
  });
})();
