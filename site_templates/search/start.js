/*
 * On its own page the search fills it; on any other the box at its head has asked for this script, when it was first used.
 */
(function () {
  "use strict";

  const page = document.querySelector("[data-search]");
  if (page) searchPage(page);
  else searchBox(document.querySelector(".site-search"));
})();
