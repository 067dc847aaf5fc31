/**
 * A deck of cards: drawn without repeats, passed on to the bottom, and taken back.
 */
(function () {
  "use strict";

  /** @typedef {{pile: string[], drawn: string[]}} Deck the next card is first in the pile, the one on the table last among the drawn */

  /** @param {string[]} ids @param {() => number} random from 0 to under 1 @returns {Deck} */
  function shuffled(ids, random) {
    var pile = ids.slice();
    for (var at = pile.length - 1; at > 0; at -= 1) {
      var to = Math.floor(random() * (at + 1)), held = pile[at];
      pile[at] = pile[to];
      pile[to] = held;
    }
    return { pile: pile, drawn: [] };
  }

  /** The card on the table, or «». @param {Deck} deck */
  function card(deck) { return deck.drawn[deck.drawn.length - 1] || ""; }

  /** Draws the next card; an empty pile is left as it is. @param {Deck} deck @returns {Deck} */
  function draw(deck) {
    return deck.pile.length ? { pile: deck.pile.slice(1), drawn: deck.drawn.concat(deck.pile[0]) } : deck;
  }

  /** Puts the card on the table at the bottom, and draws another; the last card cannot be passed. @param {Deck} deck @returns {Deck} */
  function pass(deck) {
    if (!deck.pile.length || !deck.drawn.length) return deck;
    return draw({ pile: deck.pile.concat(card(deck)), drawn: deck.drawn.slice(0, -1) });
  }

  /** Puts the card on the table back on top. @param {Deck} deck @returns {Deck} */
  function back(deck) {
    return deck.drawn.length < 2 ? deck : { pile: [card(deck)].concat(deck.pile), drawn: deck.drawn.slice(0, -1) };
  }

  window.tip = Object.assign(window.tip || {}, { deck: { shuffled: shuffled, card: card, draw: draw, pass: pass, back: back } });
})();
