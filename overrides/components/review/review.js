// uses: days
/**
 * Tells the reader when the day for checking a page again has passed.
 *
 * The day is compared with the reader's own, and not with that of the build, so that an old copy on disk tells its age.
 */
(function () {
  "use strict";

  /** @param {HTMLElement} review */
  function start(review) {
    var due = review.getAttribute("data-due") || "";
    if (window.tip.days.today() <= due) return;
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
