/*
 * What the pages gain where scripts run; without any of it they are complete.
 *
 *   <button data-copy="TEXT">                   copies TEXT, without one the <code> beside it
 *   <button data-print>                         prints the page
 *   <form data-finder="PLACE"> input, li, [data-found]   shows the list's lines that match what is typed
 *   <select data-filter="NAME">                 hides the rows whose data-NAME lacks the value chosen
 *   <time data-upcoming datetime="…">           its dialogue is no longer called upcoming once its day is past
 *   <… data-next>, <… data-today>               words that go with it and are true for a while
 */
(function () {
  "use strict";

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // Lower case without accents; "đ" is a letter of its own, so that normalising leaves it.
  function bare(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").trim();
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

  for (const button of all("button[data-copy]")) {
    const text = button.dataset.copy || button.parentElement.querySelector("code").textContent;
    let status = null; // said where the button stands; made for the button that is used, since a page may hold hundreds
    button.addEventListener("click", async () => {
      if (!status) {
        status = document.createElement("span");
        status.setAttribute("role", "status");
        button.after(status);
      }
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        copyByHand(text);
        button.focus();
      }
      status.textContent = " Đã sao chép";
      setTimeout(() => { status.textContent = ""; }, 4000);
    });
  }

  // ---- Print --------------------------------------------------------------------------------------------------

  for (const button of all("button[data-print]")) button.addEventListener("click", () => window.print());

  // ---- Finder -------------------------------------------------------------------------------------------------

  // How offices shorten what a unit is on signs and in letters, but for the word that is still being typed.
  const SHORT = { p: "phuong", x: "xa", tt: "thi tran", q: "quan", h: "huyen", tp: "thanh pho", ubnd: "", hdnd: "" };
  const TYPE = /^(phuong|xa|thi tran|quan|huyen|thi xa|thanh pho|dac khu) (?=.)/;

  // The words typed, without the name of the city at their end, which no line holds.
  function wordsTyped(text, place) {
    const words = (bare(text).match(/[a-z0-9]+/g) || [])
      .map((word, at, every) => (at < every.length - 1 && Object.hasOwn(SHORT, word) ? SHORT[word] : word)).filter(Boolean).join(" ");
    return words.endsWith(" " + bare(place)) ? words.slice(0, -bare(place).length - 1) : words;
  }

  // Each word's letters with its tone last, since "thuỷ" and "thủy" are one word.
  function toned(text) {
    return text.toLowerCase().normalize("NFD").split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(word => word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "") + word.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, ""));
  }

  for (const finder of all("form[data-finder]")) {
    const input = finder.querySelector("input");
    const found = finder.querySelector("[data-found]");
    const list = finder.querySelector("ul");
    const lines = all("li", list).map((line, place) => {
      const [name] = line.textContent.split(",");
      const own = bare(name).replace(/\s+/g, " ");
      return { line, place, own, core: own.replace(TYPE, ""), tones: toned(name), text: ` ${bare(line.textContent).replace(/[^a-z0-9]+/g, " ")}` };
    });

    // Its own name before what it only begins with, that before a word in it, and that before its district's name;
    // then the accents that were typed.
    const rank = ({ own, core, tones }, typed, accented) => {
      const wanted = typed.replace(TYPE, "");
      const near = core === wanted || own === typed ? 0 : core.startsWith(wanted) || own.startsWith(typed) ? 1
        : wanted.split(" ").every(word => ` ${own}`.includes(" " + word)) ? 2 : 3;
      return near + accented.filter(word => !tones.includes(word)).length / 100 + (own.startsWith(typed) ? 0 : 0.001);
    };
    let shown = [];
    const find = () => {
      const typed = wordsTyped(input.value, finder.dataset.finder);
      const accented = toned(input.value).filter(word => /[^a-z0-9]/.test(word));
      shown = typed === "" ? [] : lines.filter(({ text }) => typed.split(" ").every(word => text.includes(" " + word)))
        .map(line => ({ ...line, rank: rank(line, typed, accented) })).sort((one, other) => one.rank - other.rank || one.place - other.place);
      for (const { line } of lines) line.hidden = true;
      for (const { line } of shown) {
        line.hidden = false;
        list.append(line);
      }
      list.hidden = shown.length === 0;
      if (typed === "") found.textContent = "";
      else if (shown.length === 0) found.textContent = "Không tìm thấy xã, phường hay quận, huyện nào có tên như vậy. Bấm phím tìm để tìm trong cả sổ.";
      else found.textContent = `Tìm thấy ${shown.length}.`;
    };
    input.addEventListener("input", find);
    finder.addEventListener("submit", event => { // to the one that is meant; else to the search page
      if (shown.length !== 1 && !(shown.length > 1 && shown[0].rank < 1 && shown[1].rank >= 1)) return;
      event.preventDefault();
      shown[0].line.querySelector("a").click();
    });
    find();
    finder.classList.add("ready");
  }

  // ---- Filters: the choice stays in the address, so that it can be sent to somebody ---------------------------

  const filters = all("select[data-filter]");
  if (filters.length > 0) {
    const rows = all(filters.map(filter => `[data-${filter.dataset.filter}]`).join(","));
    const groups = all("[data-group]");
    const shown = document.querySelector("[data-shown]");
    const apply = () => {
      let count = 0;
      for (const row of rows) {
        row.hidden = !filters.every(filter =>
          filter.value === "" || (row.dataset[filter.dataset.filter] || "").split(" ").includes(filter.value));
        count += !row.hidden;
      }
      for (const group of groups) group.hidden = rows.every(row => row.hidden || !group.contains(row));
      if (shown) shown.textContent = count === 0 ? "Không có cuộc đối thoại nào như vậy." : `Đang hiện ${count} cuộc.`;
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

  // ---- A page that has not been built again: what is past is no longer "upcoming", and what is today is marked ----

  const asOf = document.querySelector("time[data-as-of]");
  if (asOf && asOf.dataset.asOf !== "fixed") {
    const day = 24 * 60 * 60 * 1000;
    const today = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10); // in Việt Nam, at +07:00
    const age = Math.round((Date.parse(today) - Date.parse(asOf.dateTime)) / day);
    if (age > 0) for (const word of all("[data-today]")) word.remove();
    if (age > 1) asOf.after(` (${age} ngày trước)`);
    for (const time of all("time[data-upcoming]")) {
      const held = time.dateTime.slice(0, 10);
      if (held === today && age > 0) time.after(" (hôm nay)");
      if (held >= today) continue;
      const row = time.closest("li, tr, .card") || document.querySelector("article");
      for (const word of all("[data-next]", row)) word.textContent = "Đã qua ngày, chưa có báo cáo:";
      for (const tag of all(".status-scheduled, .status-rescheduled", row)) {
        tag.textContent = "Đã qua ngày, chưa có báo cáo";
        tag.className = "status status-awaiting";
      }
      if (!row.matches("li, tr")) continue;
      row.classList.add("past");
      row.parentElement.append(row);
    }
  }
})();
