/** Worker: answers the theme's search box in its own messages. */

// What the theme's script calls SearchMessageType.
var MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };

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

/** Returns the pages that answer. @param {string} text @returns {{ items: Item[][], suggest?: string[] }} */
function answer(text) {
  if (!search || !/[\p{L}\p{N}]/u.test(text)) return { items: [] };
  var index = search.index;
  var clauses = clausesOf(search, text);
  var pages = rank(search, clauses).slice(0, MOST.pages);
  var words = wordsFound(index, clauses);
  var items = pages.map(function (page) { return itemsOf(index, page, clauses, words); });
  return suggest ? { items: items, suggest: suggestion(index, text) } : { items: items };
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
