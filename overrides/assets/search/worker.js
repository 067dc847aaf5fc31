/** Worker: answers the theme's search box in its own messages. */

// What the theme's script calls SearchMessageType.
var MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

/** @typedef {{ text: string, pages?: number, nynorsk?: boolean }} Question `pages`: how many at most; `nynorsk`: which of two twins comes first */

// A text pasted into the box, or put in an address, must not stop the page.
var MOST_LETTERS = 300;

/** @type {Search | undefined} */
var search;
var suggest = false;

/** Makes the site searchable. @param {{ config: { norwegian: Language }, docs: Entry[], options?: { suggest?: boolean } }} data @returns {void} */
function setUp(data) {
  var language = data.config.norwegian;
  var forms = createForms(language);
  suggest = !!(data.options && data.options.suggest);
  search = {
    index: createIndex(data.docs, language, forms),
    forms: forms,
    synonyms: createSynonyms(language.synonyms, forms),
  };
}

/**
 * Returns the pages that answer; where there are none, words that look like what was asked for.
 * @param {string | Question} question the theme's box asks with a text alone @returns {{ items: Item[][], suggest?: string[], near?: string[] }}
 */
function answer(question) {
  var asked = Object.assign({}, typeof question === "string" ? { text: question } : question);
  asked.text = asked.text.slice(0, MOST_LETTERS);
  if (!search || !/[\p{L}\p{N}]/u.test(asked.text)) return { items: [] };
  var index = search.index;
  var clauses = clausesOf(search, asked.text);
  var pages = rank(search, clauses, asked.nynorsk).slice(0, asked.pages || MOST.pages);
  var words = wordsFound(index, clauses);
  var items = pages.map(function (page) { return itemsOf(index, page, clauses, words); });
  if (!items.length) return { items: items, near: wordsLike(index, asked.text) };
  return suggest ? { items: items, suggest: suggestion(index, asked.text) } : { items: items };
}

self.addEventListener("message", function (event) {
  var message = event.data || {};
  if (message.type === MESSAGE.setup) {
    setUp(message.data);
    self.postMessage({ type: MESSAGE.ready });
  } else if (message.type === MESSAGE.query) {
    self.postMessage({ type: MESSAGE.result, data: answer(message.data) });
  }
});
