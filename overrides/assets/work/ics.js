// uses: days
/**
 * A calendar file, RFC 5545: events that last all day, or from a time of day, with no alarm and no time zone.
 *
 * A time without a zone is the reader's own («floating»): nine o'clock is nine o'clock where the file is opened.
 */
(function () {
  "use strict";

  /** @typedef {{uid: string, day: string, from?: number, minutes?: number, title: string, text: string, changed: string}} Event `day` as åååå-mm-dd, `from` in minutes after midnight, `changed` a moment in UTC */

  /** @param {string} value */
  function escaped(value) {
    return value.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
  }

  /** Folds a line so that no part of it is longer than 75 bytes; a letter is never cut in two. @param {string} line */
  function folded(line) {
    var encoder = new TextEncoder(), made = "", room = 75;
    Array.from(line).forEach(function (letter) {
      var size = encoder.encode(letter).length;
      if (size > room) {
        made += "\r\n ";
        room = 74;
      }
      made += letter;
      room -= size;
    });
    return made;
  }

  /** @param {string} day @param {number} minutes after its midnight */
  function moment(day, minutes) {
    var on = window.tip.days.plus(day, Math.floor(minutes / 1440)).replace(/-/g, ""), of = minutes % 1440;
    return on + "T" + String(Math.floor(of / 60)).padStart(2, "0") + String(of % 60).padStart(2, "0") + "00";
  }

  /** When an event is, as two lines. @param {Event} event */
  function span(event) {
    if (event.from === undefined) {
      return ["DTSTART;VALUE=DATE:" + event.day.replace(/-/g, ""), "DTEND;VALUE=DATE:" + window.tip.days.plus(event.day, 1).replace(/-/g, "")];
    }
    return ["DTSTART:" + moment(event.day, event.from), "DTEND:" + moment(event.day, event.from + (event.minutes || 0))];
  }

  /** @param {Event} event */
  function lines(event) {
    return [
      "BEGIN:VEVENT",
      "UID:" + event.uid,
      "DTSTAMP:" + event.changed.replace(/\.\d+/, "").replace(/[-:]/g, ""),
      span(event)[0],
      span(event)[1],
      "SUMMARY:" + escaped(event.title),
      "DESCRIPTION:" + escaped(event.text),
      "TRANSP:" + (event.from === undefined ? "TRANSPARENT" : "OPAQUE"),
      "END:VEVENT",
    ];
  }

  /** @param {Event[]} events @returns {string} */
  function write(events) {
    var all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tillit i praksis//Tillit i praksis//NO", "CALSCALE:GREGORIAN"];
    events.forEach(function (event) { all = all.concat(lines(event)); });
    return all.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }

  window.tip.ics = { write: write };
})();
