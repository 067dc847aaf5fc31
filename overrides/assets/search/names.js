/** Names: what a page is called besides its title, in its address and by those who ask for it, and what its kind weighs. */

// A heading over links or a form says little of what the page is about.
var ASIDE = 0.35;

/** Returns the address of a page as it is published, also in the copy that is read from disk, where pages are files. @param {string} location @returns {string} */
function addressOf(location) {
  return location.split("#")[0].replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
}

/** Adds the words of the addresses, spelled as the texts spell them; what stands under nn/ is in nynorsk. @param {Index} index @returns {void} */
function addAddresses(index) {
  var spelled = new Map();
  index.words.forEach(function (word, id) {
    if (!spelled.has(folded(word))) spelled.set(folded(word), id);
  });
  index.addresses.forEach(function (address, at) {
    wholeWords(address.replace(/^nn\//, "nynorsk/").replace(/-/g, " ")).forEach(function (word) {
      var id = spelled.get(folded(word));
      if (id === undefined) return;
      addName(index, id, at, FIELD.address);
    });
  });
}

/** Lets a word be a name of an entry, also when the texts are read; the postings of a word stay in the order of the entries. @param {Index} index @param {number} id @param {number} at @param {number} weight @returns {void} */
function addName(index, id, at, weight) {
  var own = index.postings[id];
  var low = 0;
  var high = own.length;
  while (low < high) {
    var middle = (low + high) >> 1;
    if (own[middle].entry < at) low = middle + 1;
    else high = middle;
  }
  if (own[low] && own[low].entry === at) own[low].name = Math.max(own[low].name, weight);
  else own.splice(low, 0, { entry: at, times: 0, name: weight, strength: 0 });
}

/** Adds what is asked of each page; a page in nynorsk is asked the same as its twin. @param {Index} index @returns {void} */
function addAllAsked(index) {
  var pages = new Map();
  index.addresses.forEach(function (address, at) { pages.set(address, at); });
  pages.forEach(function (at, address) {
    var twin = pages.get(address.replace(/^nn\//, ""));
    var asked = index.entries[at].asked || (twin !== undefined && index.entries[twin].asked) || [];
    asked.forEach(function (question) { addAsked(index, at, question); });
  });
}

/** Adds the words of something asked of a page; a single word says more of the page than one in a long question. @param {Index} index @param {number} at @param {string} question @returns {void} */
function addAsked(index, at, question) {
  var words = wholeWords(question);
  words.forEach(function (whole) {
    withParts(whole).forEach(function (word) {
      addName(index, idOf(index, word), at, FIELD.asked / Math.sqrt(words.length));
    });
  });
}

/**
 * Returns what an entry is worth beside others that match as well: less for a list of everything, and for a section that only leads on.
 * @param {Entry} entry @param {Entry} opening of the page it stands on @param {Language} language @returns {number}
 */
function weightOf(entry, opening, language) {
  var address = addressOf(entry.location).replace(/^nn\//, "");
  var aside = entry !== opening && language.asides.some(function (title) { return entry.title.startsWith(title); });
  return Object.keys(language.pages).reduce(function (weight, start) {
    return address.startsWith(start) ? weight * language.pages[start] : weight;
  }, (entry.boost || 1) * (aside ? ASIDE : 1) * (language.kinds[opening.kind || ""] || 1));
}
