// uses: timer words
/**
 * Keeps the time while a gathering runs: which block it is, what is left of it, and how far behind the plan it is.
 */
(function () {
  "use strict";

  var timer = window.tip.timer, put = window.tip.words.put, TICK = 1000, TOLD = [5, 1, 0];

  /**
   * @typedef {object} Sheet what is run
   * @property {HTMLElement[]} blocks all of them, those that are left out as well
   * @property {() => HTMLElement[]} held the blocks that are held, in order
   * @property {(block: HTMLElement) => number} minutes
   * @property {(block: HTMLElement) => string} title
   * @property {() => void} changed called when the state to remember is another
   */

  /** @param {HTMLElement} root @param {Sheet} sheet */
  function of(root, sheet) {
    var say = window.tip.words.of(root), blocks = sheet.blocks;
    /** @type {any} */
    var run = null;
    var told = "";

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || root).querySelector("[data-part=" + name + "]"); }

    /** @param {string} name @returns {any} */
    function control(name) { return root.querySelector("[data-do=" + name + "]"); }

    /** Where the block that runs stands among those held; the next one, when it has been left out. */
    function place() {
      var at = sheet.held().findIndex(function (block) { return blocks.indexOf(block) >= run.at; });
      return at < 0 ? sheet.held().length - 1 : at;
    }

    /** @param {number} milliseconds */
    function inWords(milliseconds) {
      var said = timer.inWords(milliseconds);
      return say(said.key, { minutes: said.minutes });
    }

    function tick() {
      if (!run) return;
      var all = sheet.held(), minutes = all.map(sheet.minutes);
      var at = place(), block = all[at];
      var standing = timer.standing(Object.assign({}, run, { at: at }), minutes, Date.now());
      put(part("now"), sheet.title(block));
      put(part("next"), standing.last ? say("timer.last") : say("timer.next", { name: sheet.title(all[at + 1]) }));
      put(part("left"), inWords(standing.left));
      var behind = Math.round(standing.behind / timer.MINUTE);
      put(part("pace"), behind > 0 ? say("timer.behind", { minutes: behind }) : behind < 0 ? say("timer.ahead", { minutes: -behind }) : say("timer.on-time"));
      if (part("words").dataset.of !== block.dataset.block) {
        part("words").dataset.of = block.dataset.block;
        part("words").replaceChildren.apply(part("words"), Array.from(part("say", block).cloneNode(true).childNodes));
      }
      announce(run.at, standing.left);
      control("next").disabled = standing.last;
      control("back").disabled = at === 0;
    }

    /** Says aloud that a block begins, and when five minutes, one minute and nothing is left. @param {number} at @param {number} left */
    function announce(at, left) {
      var whole = Math.ceil(left / timer.MINUTE), step = TOLD.filter(function (each) { return whole <= each; }).pop();
      var key = at + ":" + (step === undefined ? "" : step);
      if (key === told) return;
      told = key;
      put(part("said"), part("now").textContent + ". " + part("left").textContent);
    }

    /** @param {any} running */
    function resume(running) {
      run = running;
      told = "";
      part("timer").hidden = false;
      tick();
      sheet.changed();
    }

    function stop() {
      run = null;
      part("timer").hidden = true;
      sheet.changed();
      control("run").focus();
    }

    /** @param {number} at among the blocks that are held */
    function go(at) { resume(timer.go(run || timer.start(Date.now()), blocks.indexOf(sheet.held()[at]), Date.now())); }

    setInterval(tick, TICK);

    return {
      resume: resume,
      /** What is to be remembered of a gathering that runs, or «». */
      state: function () { return run ? timer.write(run) : ""; },
      /** What the buttons do, by name. @type {Record<string, () => void>} */
      actions: {
        next: function () { go(place() + 1); if (control("next").disabled) control("back").focus(); },
        back: function () { go(place() - 1); if (control("back").disabled) control("next").focus(); },
        more: function () { resume(timer.add(run, 1)); put(part("said"), say("timer.added") + " " + part("left").textContent); },
        stop: stop,
      },
      begin: function () {
        run = null;
        go(0);
        part("timer").focus();
      },
    };
  }

  window.tip.running = { of: of };
})();
