// A table that is wider than the screen scrolls inside its frame; the frame must then be reachable by keyboard.
(function () {
  "use strict";

  /** The heading above a frame. @param {Element} frame @returns {string} */
  function heading(frame) {
    var above = frame.previousElementSibling;
    while (above && !/^H[1-6]$/.test(above.tagName)) above = above.previousElementSibling;
    return above ? above.textContent : "";
  }

  /**
   * Name every frame after the heading above it, with a number where several share one: two regions of one name
   * cannot be told apart in a list of landmarks.
   * @param {Element[]} frames
   * @returns {string[]}
   */
  function names(frames) {
    var headings = frames.map(heading);
    return headings.map(function (text, place) {
      var sharing = headings.filter(function (other) { return other === text; }).length;
      var number = headings.slice(0, place + 1).filter(function (other) { return other === text; }).length;
      return "Tabell" + (sharing > 1 ? " " + number : "") + (text ? ": " + text : "");
    });
  }

  /** Make every frame that overflows a named stop, and no other. */
  function mark() {
    var frames = Array.from(document.querySelectorAll(".md-typeset__scrollwrap"));
    var named = names(frames);
    frames.forEach(function (frame, place) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.setAttribute("tabindex", "0");
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", named[place]);
      } else {
        frame.removeAttribute("tabindex");
        frame.removeAttribute("role");
        frame.removeAttribute("aria-label");
      }
    });
  }

  /** Give a table a frame to scroll in, as the theme's styles expect. @param {Element} table */
  function frame(table) {
    var frame = document.createElement("div"), inner = document.createElement("div");
    frame.className = "md-typeset__scrollwrap";
    inner.className = "md-typeset__table";
    table.replaceWith(frame);
    inner.appendChild(table);
    frame.appendChild(inner);
  }

  document.querySelectorAll("article table:not([class])").forEach(frame);
  window.addEventListener("load", mark);
  window.addEventListener("resize", mark);
})();
