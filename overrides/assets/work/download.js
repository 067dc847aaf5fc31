// uses: days
/**
 * Puts what the reader has made into a file on the device.
 */
(function () {
  "use strict";

  /** Saves a file named by what it is and the day. @param {string} name @param {string} ending @param {Blob} content */
  function save(name, ending, content) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name + "-" + window.tip.days.today() + "." + ending;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  window.tip = Object.assign(window.tip || {}, { download: { save: save } });
})();
