/*
 * What the register's own shell gains where scripts run: the choice of light or dark, and the way back to the top.
 *
 *   <button class="md-scheme">   changes between the two; what is chosen is kept on the visitor's machine
 *   <button class="md-top">      shows while somebody goes up again who has come far down
 *   <input id="__drawer">        the menu is closed by what it leads to on the same page
 *   <table>                      without a class, of a page written by hand: one that is too wide scrolls, by keyboard too
 */
(function () {
  "use strict";

  const root = document.documentElement;
  const scheme = document.querySelector(".md-scheme");
  const isDark = () => root.dataset.mdColorScheme === "slate";

  scheme.setAttribute("aria-pressed", isDark());
  scheme.addEventListener("click", () => {
    root.dataset.mdColorScheme = isDark() ? "default" : "slate";
    scheme.setAttribute("aria-pressed", isDark());
    try {
      localStorage.setItem("dialogues.scheme", root.dataset.mdColorScheme);
    } catch { /* a browser that keeps nothing: the choice is for this page */ }
  });

  const top = document.querySelector(".md-top");
  let last = 0;
  addEventListener("scroll", () => {
    const now = window.scrollY;
    if (now !== last) top.hidden = now > last || now < 2 * innerHeight;
    last = now;
  }, { passive: true });
  top.addEventListener("click", () => {
    window.scrollTo({ top: 0 });
    document.querySelector("#noi-dung").focus({ preventScroll: true });
  });

  for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
    const box = document.createElement("div");
    box.className = "scrolled";
    table.replaceWith(box);
    box.append(table);
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }

  const drawer = document.querySelector("#__drawer");
  for (const link of document.querySelectorAll(".md-nav--contents a"))
    link.addEventListener("click", () => { drawer.checked = false; });
})();
