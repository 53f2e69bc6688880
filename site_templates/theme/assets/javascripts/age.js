/*
 * What a page no longer says once its day is past, where nobody has built the site again; days and hours in Việt Nam.
 *
 *   <time data-as-of>                    the day that the page was built for; ="fixed": the site does not age
 *   <span data-undated>                  takes it where no later day changes the page: the open data tell the site's
 *   <time data-upcoming="16:30:00">      of a dialogue to come: its end, where that is known
 *   <table data-to-come>                 its past rows are set apart, below a heading of their own
 *   <… data-next>, <… data-today>        words before and after such a time, true for a while
 *   <… data-past="WORDS">                what WORDS take the place of when the page's dialogue is past
 *   <… data-coming>                      what is of no use then
 *   <… data-due="2023-10-05">            the state of what is due then, with the days left
 *   <… data-then="WORDS">                what WORDS take its place when that day is past
 *   <… data-dated>                       words that are true of the page's day: said so from the next day on
 *   <… data-aged="WORDS">                what WORDS take the place of where the page is too old to blame anybody
 *
 * What another script brings into the page later says "added" of itself, and is held to the day as well.
 */
(function outliveFrom(asOf) {
  "use strict";

  const TOLD_AFTER = 2; // days: a host may miss a night
  const PAST = "Đã qua ngày ghi trong lịch";
  const OVER = "Đã qua giờ ghi trong lịch";
  const BEGUN = "Đã đến giờ ghi trong lịch";

  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const [undated] = all("[data-undated]");
  if (!asOf && undated && all("[data-due], [data-dated]").length > 0)
    fetch(new URL("../../api/v1/index.json", document.currentScript.src), {cache: "no-cache"})
      .then(answer => answer.json())
      .then(site => {
        const day = element("time", shortDay(site.as_of));
        day.dateTime = site.as_of;
        undated.append("Tính đến ngày ", day, ".");
        outliveFrom(day);
      })
      .catch(() => undefined); // a copy that no host serves: the page has the day of its figures only
  if (!asOf || asOf.dataset.asOf === "fixed") return;

  const article = document.querySelector("article");
  const now = Date.now();
  const today = new Date(now + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const daysTo = day => Math.round((Date.parse(day) - Date.parse(today)) / (24 * 60 * 60 * 1000));
  const age = -daysTo(asOf.dateTime);
  const written = asOf.textContent;

  function element(name, text, className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  }

  function shortDay(iso) {
    const [year, month, day] = iso.split("-");
    return [day, month < "03" ? month : Number(month), year].join("/");
  }

  // ---- Dialogues: past when their end is, or their day where no end is known --------------------------------------

  function outlive(time) {
    const day = time.dateTime.slice(0, 10);
    const isOver = now >= Date.parse(`${day}T${time.dataset.upcoming || "24:00:00"}+07:00`);
    const isBegun = time.dateTime.includes("T") && now >= Date.parse(time.dateTime);
    if (day === today && age > 0) time.after(" (hôm nay)");
    if (!isOver && !isBegun) return null;
    const words = day < today ? PAST : isOver ? OVER : BEGUN;
    const row = time.closest("li, tr, .card");
    for (const word of all("[data-next]", row || article)) word.textContent = `${words}:`;
    const tag = (row || article).querySelector(".status");
    if (tag) tag.replaceWith(element("span", words, "status"));
    else if (row) time.after(document.createElement("br"), element("span", words, "status"));
    if (!isOver) return null;
    for (const word of row ? [] : all("[data-past]")) word.textContent = word.dataset.past;
    for (const action of row ? [] : all("[data-coming]")) action.remove();
    const isBelowItsDay = age === 0 && time.closest("section")?.querySelector("[data-today]");
    return row?.closest("table[data-to-come]") && !isBelowItsDay ? row : null;
  }

  function setApart(rows) {
    const tables = new Set(rows.map(row => row.closest("table")));
    const section = element("section", "");
    section.dataset.group = "";
    section.append(element("h2", "Đã qua ngày, giờ ghi trong lịch"));
    let last = null;
    for (const table of tables) {
      const past = table.cloneNode(true);
      delete past.dataset.toCome;
      past.caption.textContent = PAST;
      past.caption.className = "visually-hidden";
      past.tBodies[0].replaceChildren(...rows.filter(row => table.contains(row)));
      section.append(past);
      last = table;
      while (last.parentElement !== article) last = last.parentElement;
    }
    while (last.nextElementSibling && !last.nextElementSibling.matches("h2") && !last.nextElementSibling.querySelector("h2"))
      last = last.nextElementSibling;
    last.after(section);
    for (const table of tables) {
      if (table.tBodies[0].rows.length > 0) continue;
      const group = table.closest("section") || table;
      delete table.dataset.toCome;
      if (group === table || !document.querySelector("table[data-to-come]"))
        group.before(element("p", "Không còn cuộc nào chưa qua ngày."));
      group.remove();
    }
  }

  // ---- Everything else that another day makes untrue ---------------------------------------------------------------

  function outliveDue(clock) {
    const tag = clock.querySelector(".status");
    const left = daysTo(clock.dataset.due);
    const wasLate = clock.dataset.due < asOf.dateTime;
    if (left < 0 && !wasLate) {
      clock.replaceChildren(tag ? element("span", `Đã qua ngày ${shortDay(clock.dataset.due)}`, "status") : clock.dataset.then || "Đã qua");
      return;
    }
    const days = clock.lastChild;
    if (days.nodeType !== Node.TEXT_NODE) return;
    if (wasLate) days.data = `${days.data} (tính đến ngày ${written})`.replace(") (", "; ");
    else days.data = days.data.replace(/(c)òn \d+ ngày/i, (_, c) =>
      left > 0 ? `${c}òn ${left} ngày` : `${c === "c" ? "h" : "H"}ôm nay là ngày cuối`);
  }

  function outliveAll(part) {
    const past = all("time[data-upcoming]", part).map(outlive).filter(Boolean);
    if (past.length > 0) setApart(past);
    if (age <= 0) return;
    for (const word of all("[data-today]", part)) word.remove();
    for (const words of age > TOLD_AFTER ? all("[data-aged]", part) : []) {
      words.textContent = words.dataset.aged;
      if (words.matches(".status")) words.className = "status";
    }
    for (const clock of all("[data-due]", part)) outliveDue(clock);
    for (const words of all("[data-dated]:not([data-aged])", part)) {
      const first = words.firstChild;
      first.data = first.data.trimStart();
      first.data = `Tính đến ngày ${written}: ${first.data.charAt(0).toLowerCase()}${first.data.slice(1)}`;
    }
  }
  outliveAll(document);
  document.addEventListener("added", event => outliveAll(event.target));
  if (age > 1) asOf.after(` (${age} ngày trước)`);
  if (age > TOLD_AFTER) {
    const isPoster = document.querySelector(".poster"); // a sheet of its own
    article.prepend(element(
      "p", `Trang chưa được cập nhật từ ngày ${written}; lịch có thể đã thay đổi.`,
      `notice notice-stop aged${isPoster ? " screen-only" : ""}`,
    ));
  }
})(document.querySelector("time[data-as-of]"));
