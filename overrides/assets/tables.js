// A table that is wider than the screen scrolls inside its frame; the frame must then be reachable by keyboard.
(function () {
  "use strict";

  /** Name a frame after the heading above it. @param {Element} frame @returns {string} */
  function name(frame) {
    var above = frame.previousElementSibling;
    while (above && !/^H[1-6]$/.test(above.tagName)) above = above.previousElementSibling;
    return above ? "Tabell: " + above.textContent : "Tabell";
  }

  /** Make every frame that overflows a named stop, and no other. */
  function mark() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (frame) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.setAttribute("tabindex", "0");
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", name(frame));
      } else {
        frame.removeAttribute("tabindex");
        frame.removeAttribute("role");
        frame.removeAttribute("aria-label");
      }
    });
  }

  window.addEventListener("load", mark);
  window.addEventListener("resize", mark);
})();
