/**
 * Tells the reader when the day for checking a page again has passed.
 *
 * The day is compared with the reader's own, and not with that of the build, so that an old copy on disk tells its age.
 */
(function () {
  "use strict";

  /** Today where the reader is. Nearly every page has this script, so it brings no other with it. */
  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** @param {HTMLElement} review */
  function start(review) {
    var due = review.getAttribute("data-due") || "";
    if (today() <= due) return;
    var late = /** @type {HTMLElement} */ (review.querySelector("[data-part=late]"));
    var title = document.querySelector(".md-content h1");
    late.hidden = false;
    // What holds for the whole page is to be known before it is read.
    if (title && review.getAttribute("data-scope") !== "part") title.after(late);
  }

  document.querySelectorAll("[data-component=review]").forEach(function (review) {
    start(/** @type {HTMLElement} */ (review));
  });
})();
