// uses: days
/**
 * Days as a calendar file, RFC 5545: one event a day, all day long, with no alarm and no time zone.
 */
(function () {
  "use strict";

  /** @typedef {{uid: string, day: string, title: string, text: string, changed: string}} Event `day` as åååå-mm-dd, `changed` a moment in UTC */

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

  /** @param {Event} event */
  function lines(event) {
    return [
      "BEGIN:VEVENT",
      "UID:" + event.uid,
      "DTSTAMP:" + event.changed.replace(/\.\d+/, "").replace(/[-:]/g, ""),
      "DTSTART;VALUE=DATE:" + event.day.replace(/-/g, ""),
      "DTEND;VALUE=DATE:" + window.tip.days.plus(event.day, 1).replace(/-/g, ""),
      "SUMMARY:" + escaped(event.title),
      "DESCRIPTION:" + escaped(event.text),
      "TRANSP:TRANSPARENT",
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
