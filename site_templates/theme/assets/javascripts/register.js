/*
 * What the pages gain where scripts run; without any of it they are complete.
 *
 *   <button data-copy="TEXT">                   copies TEXT, without one the <code> beside it
 *   <a class="button" href="webcal:…">          is the first of its buttons on Apple's devices, which follow a calendar by it at once
 *   <button data-share="#ID">                   hands the page's address (with #ID) to the device's own sheet, else copies it
 *   <button data-print>                         prints the page
 *   <select data-filter="NAME">                 hides the rows whose data-NAME lacks the value chosen; with
 *                                               data-within="SELECTOR" those that have no such part, in themselves or in
 *                                               their group, of the words chosen, and offers the words that there are
 *   <div data-follow>                           offers the feed (data-feed, data-title) of the value chosen
 *   <form class="site-search">                  answers while one types; what it needs for that comes when it is first used
 *   <input id="__drawer">                       the menu that it opens is gone into and left by keyboard
 *   <table class="register-table">              keeps what it means while it is shown as cards
 *   <details class="fold">                      is open when an address leads to it or into it
 */
(function () {
  "use strict";

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // ---- Calendars on Apple's devices -------------------------------------------------------------------------------

  if (/iPhone|iPad|Macintosh/.test(navigator.userAgent)) {
    for (const link of all(".buttons a[href^='webcal:']")) {
      const buttons = link.closest(".buttons");
      for (const other of all(".button-primary", buttons)) other.classList.remove("button-primary");
      link.classList.add("button-primary");
      buttons.prepend(link.closest("li"));
    }
  }

  // ---- Copy -------------------------------------------------------------------------------------------------

  function copyByHand(text) { // browsers offer navigator.clipboard on https only
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyByHand(text);
      button.focus();
    }
  }

  function say(words, button) { // where the button stands; made for the button that is used, since a page may hold hundreds
    let status = button.nextElementSibling;
    if (!status?.matches("[role=status]")) {
      status = document.createElement("span");
      status.setAttribute("role", "status");
      button.after(status);
    }
    status.textContent = words;
    setTimeout(() => { status.textContent = ""; }, 4000);
  }

  for (const button of all("button[data-copy]")) {
    if (!button.dataset.copy) button.setAttribute("aria-label", `${button.textContent}: ${button.parentElement.firstChild.textContent}`);
    button.addEventListener("click", async () => {
      await copy(button.dataset.copy || button.parentElement.querySelector("code").textContent, button);
      say(" Đã sao chép", button);
    });
  }

  // ---- Share: the address that stays, wherever the page was opened ----------------------------------------------

  for (const button of all("button[data-share]")) {
    const url = document.querySelector("link[rel=canonical]").href + button.dataset.share;
    button.addEventListener("click", async () => {
      try {
        if (navigator.share) return await navigator.share({ title: document.title, url });
      } catch (error) {
        if (error.name === "AbortError") return; // the sheet was closed, which is an answer
      }
      await copy(url, button);
      say(" Đã chép địa chỉ", button);
    });
  }

  // ---- Print --------------------------------------------------------------------------------------------------

  for (const button of all("button[data-print]")) button.addEventListener("click", () => window.print());

  // ---- Search in the header ---------------------------------------------------------------------------------------

  const quick = document.querySelector(".site-search");
  if (quick && !document.querySelector("[data-search]")) {
    quick.elements.q.addEventListener("focus", () => {
      const script = document.createElement("script");
      script.src = new URL("../assets/javascripts/search.js", quick.action);
      document.head.append(script);
    }, { once: true });
  }

  // ---- Menu: on narrow screens a drawer that a checkbox opens, and that the keyboard goes into and leaves -------

  const drawer = document.querySelector("#__drawer");
  const firstEntry = document.querySelector(".md-sidebar--primary .md-nav__link");
  if (drawer && firstEntry) {
    drawer.addEventListener("change", () => { if (drawer.checked) firstEntry.focus(); });
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      drawer.focus();
    });
  }

  // ---- Tables: on narrow screens the style sheet shows rows as cards, and display takes away what a table means ----

  const meanings = {
    "": "table", "thead, tbody, tfoot": "rowgroup", "tr": "row", "td": "cell",
    "th[scope=col]": "columnheader", "th[scope=row]": "rowheader",
  };
  const areStacked = matchMedia("screen and (max-width: 59.984375em)"); // as in tables.css
  function keepMeanings() {
    for (const [parts, role] of Object.entries(meanings)) {
      for (const part of all(parts ? `.register-table :is(${parts})` : ".register-table")) {
        if (areStacked.matches) part.setAttribute("role", role);
        else part.removeAttribute("role"); // a table says itself what it is, and more would be an error
      }
    }
  }
  areStacked.addEventListener("change", keepMeanings);
  if (areStacked.matches) keepMeanings();

  // ---- Folds: what an address leads to is not left folded away ---------------------------------------------------

  function named(hash) {
    try { return decodeURIComponent(hash); } catch { return hash; } // half a letter, as a shortened address has it
  }

  function unfold() {
    const target = document.getElementById(named(location.hash.slice(1)));
    let fold = target && target.closest("details.fold");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details.fold")) fold.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  // ---- Feeds: what is followed is the nearest calendar that holds all that is chosen ------------------------------

  function follow(part, { feed, title }, isWider) {
    const [name, ...copies] = all("strong, .visually-hidden", part);
    name.textContent = title;
    for (const copy of copies) copy.textContent = `: ${title}`;
    part.querySelector("code").textContent = feed;
    part.querySelector("[data-copy]").dataset.copy = feed;
    for (const link of all("a", part)) {
      const address = new URL(link.href);
      if (address.protocol === "webcal:") link.href = feed.replace(/^https?/, "webcal");
      if (!address.searchParams.has("url")) continue;
      link.href = `${address.origin}${address.pathname}?url=${encodeURIComponent(feed)}&name=${encodeURIComponent(title)}`;
    }
    part.querySelector("[data-follow-note]").textContent =
      isWider ? "Chưa có lịch riêng cho mọi điều kiện đang lọc; lịch này có cả những cuộc khác." : "";
  }

  // ---- Filters: the choice stays in the address, so that it can be sent to somebody ---------------------------

  const filters = all("select[data-filter]");
  if (filters.length > 0) {
    const groups = all("[data-group]");
    const rows = groups.flatMap(group => all("tbody tr", group));
    const wordsOf = (row, selector) => [row, row.closest("[data-group]")]
      .map(part => all(selector, part).map(({ textContent }) => textContent)).find(words => words.length > 0) || [];
    const said = new Map(filters.filter(filter => filter.dataset.within).map(
      filter => [filter, new Map(rows.map(row => [row, wordsOf(row, filter.dataset.within)]))]));
    for (const [filter, words] of said) filter.append(...Array.from(new Set([...words.values()].flat()), word => new Option(word, word)));
    const holds = (row, filter) => said.has(filter)
      ? said.get(filter).get(row).includes(filter.value)
      : (row.dataset[filter.dataset.filter] || "").split(" ").includes(filter.value);
    const shown = document.querySelector("[data-shown]");
    const followed = document.querySelector("[data-follow]");
    const feedOf = ({ dataset, selectedOptions: [option] }) => dataset.feed // one address for all its options
      ? { feed: dataset.feed.replace("*", option.value), title: dataset.title.replace("*", option.text.charAt(0).toLowerCase() + option.text.slice(1)) }
      : option.dataset;
    const whole = followed && { feed: followed.querySelector("code").textContent, title: followed.querySelector("strong").textContent };
    const apply = () => {
      let count = 0;
      for (const row of rows) {
        row.hidden = !filters.every(filter => filter.value === "" || holds(row, filter));
        count += !row.hidden;
      }
      const isNarrowed = filters.some(filter => filter.value !== "");
      for (const group of groups) {
        group.hidden = rows.every(row => row.hidden || !group.contains(row));
        const fold = group.matches("details") ? group : group.querySelector("details");
        if (fold && isNarrowed) fold.open = true;
      }
      if (followed) {
        const set = filters.filter(filter => filter.value !== "");
        const own = set.map(feedOf).find(({ feed }) => feed);
        follow(followed, own || whole, set.length > (own ? 1 : 0));
      }
      const noun = shown.dataset.shown;
      shown.textContent = count === 0 ? `Không có ${noun} nào như vậy.` : `Đang hiện ${count} ${noun}.`;
    };
    const chosen = new URLSearchParams(location.search);
    for (const filter of filters) {
      const value = chosen.get(filter.dataset.filter);
      if (Array.from(filter.options).some(option => option.value === value)) filter.value = value;
      filter.addEventListener("change", () => {
        const query = new URLSearchParams();
        for (const { dataset, value } of filters) if (value !== "") query.set(dataset.filter, value);
        history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
        apply();
      });
    }
    apply();
  }
})();
