// The fold that holds the menu on small screens: Esc and a click outside close it, and focus goes back to its button.
(function () {
  "use strict";

  /** @type {HTMLDetailsElement | null} */
  var menu = document.querySelector("[data-tip-menu]");
  if (!menu) return;
  var fold = menu;

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    var button = fold.querySelector("summary");
    if (button) button.focus();
  });

  document.addEventListener("click", function (event) {
    if (event.target instanceof Node && !fold.contains(event.target)) fold.open = false;
  });
})();
