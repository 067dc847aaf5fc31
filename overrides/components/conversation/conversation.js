// uses: deck timer words
/**
 * One card at a time, over the whole screen: draw, pass, take back, and keep the time of a round.
 */
(function () {
  "use strict";

  var deckOf = window.tip.deck, timer = window.tip.timer, put = window.tip.words.put, TICK = 500;

  /** @param {HTMLElement} root */
  function start(root) {
    var say = window.tip.words.of(root);
    var stage = /** @type {HTMLDialogElement} */ (root.querySelector("[data-part=stage]"));
    var cards = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-card]")));
    var ids = cards.map(function (card) { return /** @type {string} */ (card.dataset.card); });
    var deck = deckOf.shuffled(ids, Math.random);
    /** @type {Array<{name: string, until: number}>} */
    var phases = [];
    var told = "";

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || stage).querySelector("[data-part=" + name + "]"); }

    /** @param {string} name @returns {any} */
    function control(name) { return root.querySelector("[data-do=" + name + "]"); }

    function show() {
      var card = /** @type {HTMLElement} */ (cards[ids.indexOf(deckOf.card(deck))]), follow = part("follow-ups", card);
      put(part("topic"), part("topic", card).textContent);
      put(part("count"), deck.pile.length ? say("talk.left", { count: deck.pile.length }) : say("talk.last"));
      part("question").replaceChildren.apply(part("question"), Array.from(part("question", card).cloneNode(true).childNodes));
      part("follow-ups").replaceChildren.apply(part("follow-ups"), follow ? Array.from(follow.cloneNode(true).children) : []);
      control("pass").disabled = !deck.pile.length;
      control("back").disabled = deck.drawn.length < 2;
      stopRound();
      part("question").focus();
    }

    /** @param {any} next */
    function turn(next) {
      deck = next;
      show();
    }

    function draw() {
      if (deck.pile.length) return turn(deckOf.draw(deck));
      turn(deckOf.draw(deckOf.shuffled(ids, Math.random)));
      put(part("said"), say("talk.again"));
    }

    function startRound() {
      var until = Date.now();
      phases = ["think", "pair", "share"].filter(function (name) { return Number(stage.dataset[name]); }).map(function (name) {
        until += Number(stage.dataset[name]) * timer.MINUTE;
        return { name: name, until: until };
      });
      told = "";
      put(control("round"), say("talk.stop"));
      tick();
    }

    function stopRound() {
      phases = [];
      put(part("time"), "");
      put(control("round"), say("talk.start"));
    }

    /** @param {number} left milliseconds */
    function inWords(left) {
      var said = timer.inWords(left);
      return say(said.key, { minutes: said.minutes });
    }

    function tick() {
      if (!phases.length) return;
      var now = Date.now(), phase = phases.find(function (each) { return each.until > now; });
      if (!phase) {
        stopRound();
        put(part("time"), say("talk.done"));
        put(part("said"), say("talk.done"));
        return;
      }
      put(part("time"), say("talk." + phase.name) + " " + inWords(phase.until - now));
      if (told !== phase.name) put(part("said"), part("time").textContent);
      told = phase.name;
    }

    /** @type {Record<string, () => void>} */
    var ACTIONS = {
      open: function () {
        stage.showModal();
        if (deckOf.card(deck)) show();
        else draw();
      },
      draw: draw,
      pass: function () { turn(deckOf.pass(deck)); },
      back: function () { turn(deckOf.back(deck)); },
      round: function () { if (phases.length) stopRound(); else startRound(); },
      close: function () { stage.close(); },
      print: function () { window.tip.words.print(root, "cards"); },
    };

    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
      if (button) ACTIONS[/** @type {string} */ (button.getAttribute("data-do"))]();
    });
    stage.addEventListener("close", function () {
      stopRound();
      control("open").focus();
    });
    part("tools", root).hidden = false;
    setInterval(tick, TICK);
  }

  document.querySelectorAll("[data-component=conversation]").forEach(function (root) { start(/** @type {HTMLElement} */ (root)); });
})();
