/*
 * The search, on its page and in the box at the head of every page, which loads it when it is first used: finds the words typed in
 * the index that generator/publications/search_index.py writes, and asks only for the files of it that these words need.
 * Nothing found becomes markup: all of it is added as text.
 */
(function () {
  "use strict";

  const { accents, distance, fromTelex, plain, read } = unitNames;
  const { ASKED, unitsIn, without } = questions;
  const SHOWN = 10;
  const OFFERED = 6; // below the box at the head of a page
  const MOST_WORDS = 8;
  const MOST_ALIKE = 40; // units, more of which are left as they are
  const LOOKED_AT = SHOWN + 6; // for the accents that were typed, which the index does not know
  const SNIPPET = 200; // characters
  // What a page gains from a word, and from two words that stand side by side; a title weighs more than a text.
  const WORD = [0, 1];
  const PAIR = [3, 5];
  const BEGUN_WORD = 0.5;
  const BEGUN_PAIR = 4;
  const PHRASE = 100; // the words side by side, as they were typed
  const ENOUGH = [0.6, 0.4]; // of the words, where no page has them all; then a word counts the more, the fewer pages have it
  const RARE = 2000;
  const LEAST_LEFT = 1 / 3; // of the words, that another answer may be for them
  const NOTHING = { units: [], words: [] };

  const { idle, called, everyday } = SEARCH_WORDS;

  const ROOT = new URL("../../", document.currentScript.src);
  const INDEX = new URL("tim-kiem/", ROOT);
  const files = new Map();

  // ---- The index ------------------------------------------------------------------------------------------------

  function json(name) { // files of two builds must not be mixed: the host is asked whether one kept is still good
    if (!files.has(name)) {
      files.set(name, fetch(new URL(name, INDEX), { cache: "no-cache" }).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      }).catch(error => {
        files.delete(name);
        throw error;
      }));
    }
    return files.get(name);
  }

  async function postings(term, points) {
    const { shards } = await json("chi-muc.json");
    let name = term;
    while (!shards.includes(name)) name = name.slice(0, -1);
    const shard = await json(`tu-${name.replaceAll(" ", "-")}.json`);
    const found = new Map();
    let posting = 0;
    for (const step of Object.hasOwn(shard, term) ? shard[term] : []) {
      posting += step;
      found.set(posting >> 1, points[posting & 1]);
    }
    return found;
  }

  async function withBegun(term, points, begun) {
    const [whole, beginning] = await Promise.all([postings(term, points), postings(`${term}_`, [begun, begun])]);
    return new Map([...beginning, ...whole]);
  }

  // The numbers of the pages that are in at least so many of the lists.
  function candidates(found, least) {
    if (least === found.length) {
      const rarest = found.reduce((one, other) => (other.size < one.size ? other : one));
      return [...rarest.keys()].filter(number => found.every(pages => pages.has(number)));
    }
    const times = new Map();
    for (const pages of found) for (const number of pages.keys()) times.set(number, (times.get(number) || 0) + 1);
    return [...times.keys()].filter(number => times.get(number) >= least);
  }

  // Numbers of the pages that hold every word, or the least number of them, the best first, and how many of them hold the
  // words side by side. Where some words may be missing, the rarer ones weigh more.
  async function find(words, least = words.length) {
    const last = words.length - 1;
    const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
    const [{ first }, found, neighbours] = await Promise.all([
      json("chi-muc.json"),
      Promise.all(words.map((word, place) =>
        place === last ? withBegun(word, WORD, BEGUN_WORD) : postings(word, WORD))),
      Promise.all(pairs.map((pair, place) =>
        place === last - 1 ? withBegun(pair, PAIR, BEGUN_PAIR) : postings(pair, PAIR))),
    ]);
    const points = new Map();
    let phrases = 0;
    for (const number of candidates(found, least)) {
      const isPhrase = neighbours.every(pages => pages.has(number));
      phrases += isPhrase;
      points.set(number, [...found, ...neighbours].reduce(
        (sum, pages) => sum + (pages.get(number) || 0) + (least < words.length && pages.has(number) ? Math.log2(1 + RARE / pages.size) : 0),
        (isPhrase ? PHRASE : 0) + (number < first ? 0.25 : 0)));
    }
    const numbers = [...points.keys()].sort((one, other) => points.get(other) - points.get(one) || other - one);
    const alike = numbers.filter(number => number < first && points.get(number) === points.get(numbers[0])).length;
    return { words, numbers, phrases, alike };
  }

  // A day in words, or with "ngày" before it, as the numbers that stand side by side in 15/9/2023.
  const daysAsNumbers = words => words
    .replace(/\b(?:(?:ngay|mung|mong) )*(\d{1,2}) (?:thang )?(\d{1,2})\b(?: nam(?= \d{4}\b))?/g, "$1 $2")
    .replace(/\b(thang \d{1,2}) nam (\d{4})\b/g, "$1 $2");

  const cut = reading => reading.split(" ").slice(0, MOST_WORDS);

  // As it was typed; or as the name of a unit, where a unit has it and no page has the words as they were typed.
  async function findReadings(typed) {
    const { whole, without: shorter, own } = read(daysAsNumbers(plain(typed)), PLACE);
    let answer = null;
    for (const reading of new Set([whole, shorter, own])) {
      const next = await find(cut(reading));
      if (answer === null || answer.numbers.length === 0 || next.alike > 0) answer = { ...next, isName: reading !== whole };
      if (answer.phrases > 0) break;
    }
    return answer;
  }

  // The units whose very name it is.
  async function named(answer, typed) {
    const places = await Promise.all(answer.numbers.slice(0, Math.min(answer.alike, MOST_ALIKE)).map(async number => {
      const [, place] = await entry(number);
      return { number, far: distance(place, typed, answer.words.join(" ")) % 4 };
    }));
    return places.filter(({ far }) => far === 0).map(({ number }) => number);
  }

  // The units that a question names beside whom and what it asks for, the nearest of them; where it names none, the calendar,
  // which stands before the units. What a page of the register is called leads to the unit's page, unless the best that was
  // found is such a page: only units at the top have their own.
  async function unitsAsked(typed, { numbers, phrases }) {
    const { first, units } = await json("chi-muc.json");
    const calendar = first - units.length - 1;
    const isPage = numbers[0] <= calendar;
    const all = [...ASKED, ...idle, ...called, PLACE];
    const found = unitsIn(typed, units, [PLACE]);
    if (found.length === 0) found.push(...unitsIn(typed, units, [...called, PLACE]).filter(({ number }) => !isPage || units[number].includes(","))
      .map(one => ({ ...one, isCalled: true })));
    if (found.length > 0 && found[0].isCalled && !units[found[0].number].includes(",")) {
      const page = numbers.find(number => number <= calendar); // of this unit: a name of its own may hold such a word
      if (page !== undefined) return { units: [page], words: [] };
    }
    if (found.length > 0) return nearestOf(found, units, first);
    const isQuestion = (!isPage || phrases === 0) && without(typed, idle) !== "" && without(typed, all) === "";
    if (!isQuestion) return NOTHING;
    const pages = await pagesCalled(typed);
    return { units: pages.length > 0 ? pages : [calendar], words: [] };
  }

  function nearestOf(found, units, first) {
    const nearest = found.filter(({ far }) => far === found[0].far).map(({ number }) => number);
    const words = nearest.map(number => plain(units[number].split(",")[0])).join(" ").split(" ");
    return { units: nearest.map(number => first - 1 - number), words };
  }

  // The units whose whole names stand in what was typed, whatever else does.
  async function unitsWithin(typed) {
    const { first, units } = await json("chi-muc.json");
    const found = unitsIn(typed, units, [], true);
    return found.length > 0 ? nearestOf(found, units, first) : NOTHING;
  }

  // What an office writes for what was typed: pages with those words side by side.
  async function inOfficeWords(typed) {
    const numbers = [];
    for (const [said, written] of Object.entries(everyday)) {
      const rest = without(typed, [said]);
      if (rest.length === typed.length || plain(rest) === plain(typed)) continue;
      const others = plain(without(rest, [...ASKED, ...idle]));
      const answer = await find(cut(`${plain(written)} ${others}`.trim()));
      numbers.push(...answer.numbers.slice(0, others ? undefined : answer.phrases));
    }
    return numbers;
  }

  // The pages that people call so, where nothing but whom and what a question asks for stands beside.
  async function pagesCalled(typed) {
    const { first, units } = await json("chi-muc.json");
    const names = called.filter(name => without(typed, [name]) !== without(typed, [])).sort((one, other) => other.length - one.length);
    for (const name of names.filter(one => without(without(typed, [one]), [...ASKED, ...idle, PLACE]) === "")) {
      const { numbers, phrases } = await find(cut(plain(name)));
      const pages = numbers.slice(0, phrases).filter(number => number < first - units.length);
      if (pages.length > 0) return pages.slice(0, 1);
    }
    return [];
  }

  // Without the words that say little, or also without those of a question, where only then a page has it as a phrase; null
  // where no page has what is left.
  async function inFewerWords(typed) {
    let answer = null;
    for (const fewer of new Set([without(typed, idle), without(typed, [...ASKED, ...idle])])) {
      if (plain(fewer) === "" || plain(fewer) === plain(typed)) continue;
      if (plain(fewer).split(" ").length < LEAST_LEFT * plain(typed).split(" ").length) break;
      const next = await findReadings(fewer);
      if (next.numbers.length > 0) answer = next;
      if (next.phrases > 0) break;
    }
    return answer;
  }

  // Where no page has all that was typed: with most of the words.
  async function nearest(typed) {
    const some = cut(daysAsNumbers(plain(without(typed, [...ASKED, ...idle])) || plain(typed)));
    const answer = await find(some);
    if (answer.numbers.length > 0) return { ...answer, isName: false };
    let most = answer;
    for (const share of ENOUGH) {
      if (most.numbers.length === 0) most = await find(some, Math.max(1, Math.ceil(share * some.length)));
    }
    return { ...most, isPartial: true, isName: false };
  }

  async function findTyped(typed) {
    let answer = await findReadings(typed);
    const isUnit = answer.alike > 0 && (await named(answer, typed)).length > 0;
    // Words that stand apart on a page stand there by chance.
    if (answer.phrases === 0 && !isUnit) answer = await inFewerWords(typed) ?? answer;
    let [asked, office] = await Promise.all([isUnit ? NOTHING : unitsAsked(typed, answer), inOfficeWords(typed)]);
    if (answer.numbers.length === 0 && asked.units.length + office.length === 0) {
      [answer, asked] = await Promise.all([nearest(typed), unitsWithin(typed)]);
    }
    // A whole name among words that stand apart on every page: its unit is no further than the second.
    const within = answer.phrases === 0 && !isUnit && asked.units.length + office.length === 0 ? await unitsWithin(typed) : NOTHING;
    return { ...answer, asked, office, within: within.units };
  }

  async function entry(number) {
    const { inAFile } = await json("chi-muc.json");
    return (await json(`${Math.floor(number / inAFile)}.json`))[number % inAFile];
  }

  // The numbers with the units that the words fit alike ordered by their names, which the index does not tell apart.
  async function byName({ words, numbers, alike }, typed) {
    if (alike < 2 || alike > MOST_ALIKE) return numbers;
    const units = await Promise.all(numbers.slice(0, alike).map(async number => {
      const [, place] = await entry(number);
      return { number, distance: distance(place, typed, words.join(" ")) };
    }));
    units.sort((one, other) => one.distance - other.distance);
    return [...units.map(({ number }) => number), ...numbers.slice(alike)];
  }

  // The units that were asked for, then the first of the numbers that show the words with the accents that were typed, what
  // an office writes for them, and all others; last the first of the numbers that show other accents.
  async function inOrder(numbers, { words, phrases, asked, office, within }, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    const isAccented = !isSoWritten(""); // some were typed
    const looked = isAccented ? numbers.slice(0, LOOKED_AT) : [];
    const isSoBegun = accents(typed, words.join(" "), (one, word) => one.startsWith(word)); // the word may still be being typed
    const fit = new Map(await Promise.all(looked.map(async number => {
      const [, title, below, texts, called = []] = await entry(number);
      const text = [title, below, ...texts, ...called].join("\n");
      return [number, isSoWritten(text) ? 2 : isSoBegun(text) ? 1 : 0];
    })));
    const [others, begun, first] = [0, 1, 2].map(much => looked.filter(number => fit.get(number) === much));
    const after = isAccented ? numbers.slice(LOOKED_AT) : numbers;
    const isSaid = isAccented || phrases === 0; // nobody writes it as it was typed
    const all = [...new Set([...asked.units, ...first, ...(isSaid ? office : []), ...begun, ...after, ...office, ...others])];
    return [...new Set([...all.slice(0, 1), ...within.slice(0, 1), ...all])];
  }

  // What was found for what was typed, in the order in which it is shown.
  async function answerTo(typed) {
    let answer = await findTyped(typed);
    const meant = fromTelex(typed);
    if (meant !== plain(typed) && (answer.isPartial || answer.numbers.length === 0) && answer.asked.units.length === 0) {
      const other = await findTyped(meant);
      if (!other.isPartial || answer.numbers.length === 0) [answer, typed] = [other, meant];
    }
    return { ...answer, numbers: await inOrder(await byName(answer, typed), answer, typed) };
  }

  // ---- What is shown ----------------------------------------------------------------------------------------------

  // The places of the words found in a text, and how many follow one another without another word between.
  function hits(text, isFound) {
    let run = 0;
    let best = { run: 0, at: 0 };
    const places = [];
    for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const folded = plain(written);
      run = isFound(folded) ? run + 1 : 0;
      if (run === 0) continue;
      places.push({ index, end: index + written.length, folded });
      if (run > best.run) best = { run, at: places.at(-run).index };
    }
    return { places, best, score: 10 * new Set(places.map(place => place.folded)).size + best.run };
  }

  function marked(text, isFound) {
    const shown = document.createDocumentFragment();
    let end = 0;
    for (const place of hits(text, isFound).places) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place.index, place.end);
      shown.append(text.slice(end, place.index), mark);
      end = place.end;
    }
    shown.append(text.slice(end));
    return shown;
  }

  function snippet(texts, isFound, isSoWritten) {
    if (texts.length === 0) return "";
    const scored = texts.map(text => ({ text, ...hits(text, isFound) }));
    for (const one of scored) if (isSoWritten(one.text)) one.score += 5; // less than another word found
    const { text, best } = scored.reduce((one, other) => (other.score > one.score ? other : one));
    const start = best.at < SNIPPET / 2 ? 0 : text.indexOf(" ", best.at - SNIPPET / 3) + 1;
    const end = text.length < start + SNIPPET ? text.length : text.lastIndexOf(" ", start + SNIPPET);
    return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function line([address, title, below, texts], words, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    const isWord = folded => words.includes(folded);
    const isBegun = folded => isWord(folded) || folded.startsWith(words.at(-1));
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = `../${address}`;
    link.append(marked(title, isBegun));
    entry.append(link);
    for (const text of [below, snippet(texts, isWord, isSoWritten)]) {
      if (text === "" || text === title) continue;
      const paragraph = document.createElement("p");
      paragraph.append(marked(text, isWord));
      entry.append(paragraph);
    }
    return entry;
  }

  function count(typed, { numbers, phrases, isName, isPartial, asked, office }) {
    const all = numbers.length;
    if (isPartial && all > 0) return `Không trang nào có đủ các từ “${typed}”. Dưới đây là trang có nhiều từ nhất.`;
    if (asked.units.length + office.length > 0) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;
    if (all === 0) return `Không tìm thấy trang nào có đủ các từ “${typed}”. Hãy bớt từ hoặc gõ lại từng chữ.`;
    if (phrases === 0 || phrases === all) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;
    const others = (all - phrases).toLocaleString("vi");
    return isName ? `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng tên này và ${others} trang khác có đủ các từ của tên.`
      : `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng cụm từ này và ${others} trang khác có đủ các từ.`;
  }

  // ---- The search page --------------------------------------------------------------------------------------------

  function onItsPage(form) {
    const input = form.elements.q;
    const status = document.querySelector("[data-search-status]");
    const list = document.querySelector("[data-search-results]");
    const more = document.querySelector("[data-search-more]");
    let current = "";

    async function show(numbers, words, isCurrent) {
      const lines = await Promise.all(numbers.slice(0, SHOWN).map(async number => line(await entry(number), words, current)));
      if (!isCurrent()) return;
      const rest = numbers.slice(SHOWN);
      list.append(...lines);
      more.hidden = rest.length === 0;
      more.firstElementChild.onclick = async () => {
        await show(rest, words, isCurrent);
        lines.at(-1).nextElementSibling.querySelector("a").focus();
      };
    }

    async function search() {
      const typed = input.value.trim();
      if (typed === current) return;
      current = typed;
      const isCurrent = () => typed === current;
      history.replaceState(null, "", typed ? `?q=${encodeURIComponent(typed)}` : location.pathname);
      try {
        const answer = plain(typed) === "" ? null : await answerTo(typed);
        if (!isCurrent()) return;
        list.replaceChildren();
        more.hidden = true;
        status.textContent = answer ? count(typed, answer) : "";
        if (answer) await show(answer.numbers, [...new Set([...answer.words, ...answer.asked.words])], isCurrent);
      } catch {
        if (!isCurrent()) return;
        current = "";
        status.textContent = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi bấm Tìm lần nữa.";
      }
    }

    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
    input.value = new URLSearchParams(location.search).get("q") || "";
    if (input.value === "") input.focus();
    else search();
  }

  // ---- The box at the head of every page: a combobox with a list (WAI-ARIA 1.2), and a plain form for whoever presses Enter -

  function inTheHeader(form) {
    const input = form.elements.q;
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let current = "";
    let chosen = -1;

    list.id = "tim-nhanh-thay";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Kết quả tìm nhanh");
    list.hidden = true;
    status.setAttribute("role", "status");
    status.className = "visually-hidden";
    form.append(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
      input.setAttribute(name, value);
    }

    function choose(place) {
      chosen = place;
      for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === place));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[place].id);
    }

    function open(isOpen) {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      choose(-1);
    }

    function option([address, title, below], place, words) {
      const made = document.createElement("li");
      made.id = `${list.id}-${place}`;
      made.dataset.address = new URL(address, ROOT);
      made.setAttribute("role", "option");
      made.append(marked(title, folded => words.includes(folded) || folded.startsWith(words.at(-1))));
      if (below !== "" && below !== title) {
        const small = document.createElement("small");
        small.textContent = below;
        made.append(small);
      }
      return made;
    }

    async function search() {
      const typed = input.value.trim();
      if (typed === current) return open(list.children.length > 0);
      current = typed;
      try {
        const answer = plain(typed) === "" ? { numbers: [] } : await answerTo(typed);
        const entries = await Promise.all(answer.numbers.slice(0, OFFERED).map(entry));
        if (typed !== current) return;
        const words = answer.words ? [...new Set([...answer.words, ...answer.asked.words])] : [];
        list.replaceChildren(...entries.map((one, place) => option(one, place, words)));
        open(entries.length > 0);
        status.textContent = answer.words ? count(typed, answer) : "";
      } catch {
        if (typed !== current) return;
        current = "";
        open(false);
        status.textContent = "Không tải được dữ liệu tìm kiếm. Bấm Tìm kiếm để sang trang tìm.";
      }
    }

    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    input.addEventListener("keydown", event => {
      const last = list.children.length - 1;
      if (event.key === "Escape" && !list.hidden) open(false);
      else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
      else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
        if (list.hidden) open(true);
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(chosen + step > last ? -1 : chosen + step < -1 ? last : chosen + step);
      } else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.address);
    });
    input.addEventListener("blur", () => open(false));
    if (input.value !== "" && document.activeElement === input) search();
  }

  const page = document.querySelector("[data-search]");
  if (page) onItsPage(page);
  else inTheHeader(document.querySelector(".site-search")); // which has asked for this script
})();
