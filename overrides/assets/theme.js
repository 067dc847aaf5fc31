// The theme's own script, which only the search needs: it and the list it searches are fetched when the search is opened.
(function () {
  "use strict";

  var asleep = document.querySelector("template[data-tip-theme]");
  var field = document.querySelector("[data-md-component=search-query]");
  var toggle = document.getElementById("__search");

  // Without this the class that stood there before the first paint is taken back: see partials/early.html.
  document.documentElement.dataset.began = "";

  /** Let the theme hear what was written while it was on its way. */
  function greet() {
    if (field) field.dispatchEvent(new KeyboardEvent("keyup"));
  }

  /** Start the theme's scripts, once. What it would do to the text of the page is done already. */
  function wake() {
    if (!(asleep instanceof HTMLTemplateElement)) return;
    document.querySelectorAll("[data-md-component=content]").forEach(function (content) {
      content.removeAttribute("data-md-component");
    });
    asleep.content.querySelectorAll("script[src]").forEach(function (found) {
      var script = document.createElement("script");
      script.src = /** @type {string} */ (found.getAttribute("src"));
      script.async = false;
      script.addEventListener("load", greet);
      document.body.appendChild(script);
    });
    asleep = null;
  }

  if (field) field.addEventListener("focus", wake);
  if (toggle) toggle.addEventListener("change", wake);
})();
