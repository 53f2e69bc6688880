const LETTERS = {"readAs":{"Ð":"Đ","ð":"đ","Ɖ":"Đ","ɖ":"đ"},"bare":{"đ":"d"}};
const unitNames = (function () {
  "use strict";

  const SHORT = { p: "phuong", x: "xa", tt: "thi tran", tx: "thi xa", q: "quan", h: "huyen", tp: "thanh pho" };
  const TYPE = "phuong|xa|thi tran|quan|huyen dao|huyen|thi xa|thanh pho|dac khu";
  const OFFICE = "ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan";
  const OFFICES_FIRST = new RegExp(`^(?:(?:${OFFICE}) ?)+(?=.)`); // "ubndp" is "ubnd p"
  const TYPE_FIRST = new RegExp(`^(?:${TYPE}) (?=.)`);
  const NOT_OWN = new RegExp(` (?:${TYPE}|${OFFICE})(?= )`, "g");
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

  const withLetters = (text, letters) => text.replace(/[^\0-\x7f]/g, letter => letters[letter] ?? letter);

  function fold(text) {
    const bare = withLetters(text, LETTERS.readAs).normalize("NFKD").replace(/\p{M}/gu, "");
    return withLetters(bare.toLowerCase(), LETTERS.bare);
  }

  function plain(text) {
    return (fold(text).match(/[a-z0-9]+/g) || []).map(word => word.replace(/^0+(?=\d+$)/, "")).join(" ");
  }

  function toned(text) {
    return (withLetters(text, LETTERS.readAs).normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
      .map(word => (word.match(TONE) || []).join("") + word.replace(TONE, ""));
  }

  function read(text, city) {
    const whole = plain(text).replace(OFFICES_FIRST, "").split(" ") // the last word may still be being typed
      .map((word, at, every) => (at < every.length - 1 && Object.hasOwn(SHORT, word) ? SHORT[word] : word)).join(" ");
    const without = whole.replace(new RegExp(`^(?:thanh pho )?${plain(city)} (?=.)|(?: thanh pho)? ${plain(city)}$`, "g"), "");
    const own = ` ${without} `.replace(NOT_OWN, "").trim();
    const isCity = whole === plain(city) || whole === `thanh pho ${plain(city)}`;
    return own === "" ? { whole, without: whole, own: whole, isCity } : { whole, without, own, isCity };
  }

  function accents(typed, words, isSame = (one, word) => one === word) {
    const accented = toned(typed).filter(word => /[^a-z0-9]/.test(word) && ` ${words} `.includes(` ${plain(word)} `));
    return text => {
      const written = toned(text);
      return accented.every(word => written.some(one => isSame(one, word)));
    };
  }

  function distance(place, typed, words) {
    const [name] = place.split(",");
    const own = plain(name);
    const names = [own, own.replace(TYPE_FIRST, "")];
    const isOwn = words.split(" ").every(word => ` ${own}`.includes(` ${word}`));
    const isIt = one => `${words} `.startsWith(`${one} `) || ` ${words}`.endsWith(` ${one}`); // some write the district first
    const near = names.some(isIt) ? 0 : names.some(one => one.startsWith(words)) ? 1 : isOwn ? 2 : 3;
    const isSoWritten = accents(typed, words, (one, word) => one.startsWith(word));
    return isSoWritten(isOwn ? name : place) ? near : isSoWritten(place) ? 3 : near + 4;
  }

  return { fold, plain, read, accents, distance };
})();
(function () {
  "use strict";

  const { accents, distance, plain, read } = unitNames;
  const SHOWN = 10;
  const MOST_WORDS = 8;
  const MOST_ALIKE = 40; // units, more of which are left as they are
  const LOOKED_AT = SHOWN + 6; // for the accents that were typed, which the index does not know
  const SNIPPET = 200; // characters
  const WORD = [0, 1];
  const PAIR = [3, 5];
  const BEGUN_WORD = 0.5;
  const BEGUN_PAIR = 4;
  const PHRASE = 100; // the words side by side, as they were typed

  const form = document.querySelector("[data-search]");
  const input = form.elements.q;
  const status = document.querySelector("[data-search-status]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const files = new Map();


  function json(name) { // files of two builds must not be mixed: the host is asked whether one kept is still good
    if (!files.has(name)) {
      files.set(name, fetch(name, { cache: "no-cache" }).then(answer => {
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

  async function find(words) {
    const last = words.length - 1;
    const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
    const [{ first }, found, neighbours] = await Promise.all([
      json("chi-muc.json"),
      Promise.all(words.map((word, place) =>
        place === last ? withBegun(word, WORD, BEGUN_WORD) : postings(word, WORD))),
      Promise.all(pairs.map((pair, place) =>
        place === last - 1 ? withBegun(pair, PAIR, BEGUN_PAIR) : postings(pair, PAIR))),
    ]);
    const rarest = found.reduce((one, other) => (other.size < one.size ? other : one));
    const points = new Map();
    let phrases = 0;
    for (const number of rarest.keys()) {
      if (!found.every(pages => pages.has(number))) continue;
      const isPhrase = neighbours.every(pages => pages.has(number));
      phrases += isPhrase;
      points.set(number, [...found, ...neighbours].reduce(
        (sum, pages) => sum + (pages.get(number) || 0), (isPhrase ? PHRASE : 0) + (number < first ? 0.25 : 0)));
    }
    const numbers = [...points.keys()].sort((one, other) => points.get(other) - points.get(one) || other - one);
    const alike = numbers.filter(number => number < first && points.get(number) === points.get(numbers[0])).length;
    return { words, numbers, phrases, alike };
  }

  const daysAsNumbers = words => words
    .replace(/\b(?:(?:ngay|mung|mong) )*(\d{1,2}) (?:thang )?(\d{1,2})\b(?: nam(?= \d{4}\b))?/g, "$1 $2")
    .replace(/\b(thang \d{1,2}) nam (\d{4})\b/g, "$1 $2");

  async function findTyped(typed) {
    const { whole, without, own } = read(daysAsNumbers(plain(typed)), form.dataset.search);
    let answer = null;
    for (const reading of new Set([whole, without, own])) {
      const next = await find(reading.split(" ").slice(0, MOST_WORDS));
      if (answer === null || answer.numbers.length === 0 || next.alike > 0) answer = { ...next, isName: reading !== whole };
      if (answer.phrases > 0) break;
    }
    return answer;
  }

  async function entry(number) {
    const { inAFile } = await json("chi-muc.json");
    return (await json(`${Math.floor(number / inAFile)}.json`))[number % inAFile];
  }

  async function byName({ words, numbers, alike }, typed) {
    if (alike < 2 || alike > MOST_ALIKE) return numbers;
    const units = await Promise.all(numbers.slice(0, alike).map(async number => {
      const [, place] = await entry(number);
      return { number, distance: distance(place, typed, words.join(" ")) };
    }));
    units.sort((one, other) => one.distance - other.distance);
    return [...units.map(({ number }) => number), ...numbers.slice(alike)];
  }

  async function byAccents(numbers, { words }, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    if (isSoWritten("")) return numbers; // no accents were typed
    const first = await Promise.all(numbers.slice(0, LOOKED_AT).map(async number => {
      const [, title, below, texts] = await entry(number);
      return { number, isBefore: isSoWritten([title, below, ...texts].join("\n")) };
    }));
    first.sort((one, other) => other.isBefore - one.isBefore);
    return [...first.map(({ number }) => number), ...numbers.slice(LOOKED_AT)];
  }


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

  function line([address, title, below, texts], words) {
    const isSoWritten = accents(current, words.join(" "));
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

  let current = "";

  async function show(numbers, words, isCurrent) {
    const lines = await Promise.all(numbers.slice(0, SHOWN).map(async number => line(await entry(number), words)));
    if (!isCurrent()) return;
    const rest = numbers.slice(SHOWN);
    list.append(...lines);
    more.hidden = rest.length === 0;
    more.firstElementChild.onclick = async () => {
      await show(rest, words, isCurrent);
      lines.at(-1).nextElementSibling.querySelector("a").focus();
    };
  }

  function count(typed, { numbers, phrases, isName }) {
    const all = numbers.length;
    if (all === 0) return `Không tìm thấy trang nào có đủ các từ “${typed}”. Hãy bớt từ hoặc gõ lại từng chữ.`;
    if (phrases === 0 || phrases === all) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;
    const others = (all - phrases).toLocaleString("vi");
    return isName ? `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng tên này và ${others} trang khác có đủ các từ của tên.`
      : `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng cụm từ này và ${others} trang khác có đủ các từ.`;
  }

  async function search() {
    const typed = input.value.trim();
    if (typed === current) return;
    current = typed;
    const isCurrent = () => typed === current;
    history.replaceState(null, "", typed ? `?q=${encodeURIComponent(typed)}` : location.pathname);
    try {
      const answer = plain(typed) === "" ? null : await findTyped(typed);
      const numbers = answer ? await byAccents(await byName(answer, typed), answer, typed) : [];
      if (!isCurrent()) return;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = answer ? count(typed, answer) : "";
      if (answer) await show(numbers, answer.words, isCurrent);
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
})();
