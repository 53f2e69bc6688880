const LETTERS = {"readAs":{"Ð":"Đ","ð":"đ","Ɖ":"Đ","ɖ":"đ"},"bare":{"đ":"d"}};const unitNames = (function () {"use strict";
const withLetters = (text, letters) => text.replace(/[^\0-\x7f]/g, letter => letters[letter] ?? letter);
const SHORT = { p: "phường", x: "xã", tt: "thị trấn", tx: "thị xã", q: "quận", h: "huyện", tp: "thành phố" };const TYPES = ["phường", "xã", "thị trấn", "quận", "huyện đảo", "huyện", "thị xã", "thành phố", "đặc khu"];const OFFICE = "ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan";const TYPE = TYPES.map(plain).join("|");const OFFICES_FIRST = new RegExp(`^(?:(?:${OFFICE}) ?)+(?=.)`);const TYPE_FIRST = new RegExp(`^(?:${TYPE}) (?=.)`);const NOT_OWN = new RegExp(` (?:${TYPE}|${OFFICE})(?= )`, "g");const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
function fold(text) {const bare = withLetters(text, LETTERS.readAs).normalize("NFKD").replace(/\p{M}/gu, "");return withLetters(bare.toLowerCase(), LETTERS.bare);}

function plain(text) {return (fold(text).match(/[a-z0-9]+/g) || []).map(word => word.replace(/^0+(?=\d+$)/, "")).join(" ");}

function fromTelex(text) {return plain(text).split(" ").map(word => word.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
.replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");}

function toned(text) {return (withLetters(text, LETTERS.readAs).normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
.map(word => (word.match(TONE) || []).join("") + word.replace(TONE, ""));}

function read(text, city) {const whole = plain(text).replace(OFFICES_FIRST, "").split(" ")
.map((word, at, every) => (at < every.length - 1 && Object.hasOwn(SHORT, word) ? plain(SHORT[word]) : word)).join(" ");const without = whole.replace(new RegExp(`^(?:thanh pho )?${plain(city)} (?=.)|(?: thanh pho)? ${plain(city)}$`, "g"), "");const own = ` ${without} `.replace(NOT_OWN, "").trim();const isCity = whole === plain(city) || whole === `thanh pho ${plain(city)}`;return own === "" ? { whole, without: whole, own: whole, isCity } : { whole, without, own, isCity };}

function accents(typed, words, isSame = (one, word) => one === word) {const accented = toned(typed).filter(word => /[^a-z0-9]/.test(word) && ` ${words} `.includes(` ${plain(word)} `));return text => {const written = toned(text);return accented.every(word => written.some(one => isSame(one, word)));};}

function distance(place, typed, words) {const [name] = place.split(",");const own = plain(name);const names = [own, own.replace(TYPE_FIRST, "")];const isOwn = words.split(" ").every(word => ` ${own}`.includes(` ${word}`));const isIt = one => `${words} `.startsWith(`${one} `) || ` ${words}`.endsWith(` ${one}`);const near = names.some(isIt) ? 0 : names.some(one => one.startsWith(words)) ? 1 : isOwn ? 2 : 3;const isSoWritten = accents(typed, words, (one, word) => one.startsWith(word));return isSoWritten(isOwn ? name : place) ? near : isSoWritten(place) ? 3 : near + 4;}

return { fold, plain, toned, fromTelex, read, accents, distance, SHORT, TYPES };})();(function () {"use strict";
const finder = document.querySelector("[data-finder]");const input = finder.querySelector("input");const found = finder.querySelector("[data-found]");const list = finder.querySelector("ul");for (const link of document.querySelectorAll("[data-finder-lines] a")) {const line = document.createElement("li");line.append(link.cloneNode(true), link.nextSibling.data.trimEnd());list.append(line);}
const lines = Array.from(list.children, line => ({ line, place: line.querySelector("a").textContent, words: ` ${unitNames.plain(line.textContent)} ` }));
const holding = typed => lines.filter(({ words }) => typed.split(" ").every((word, at, every) =>
words.includes(at < every.length - 1 && /^(phuong|xa|quan|huyen)$/.test(word) ? ` ${word} ` : ` ${word}`)));
const places = lines.map(({ place }) => place);const asked = typed => (typeof questions === "undefined" ? [] : questions.asked(typed, places, [finder.dataset.finder]));
const askedOf = typed => [typed, unitNames.fromTelex(typed)].map(asked).find(found => found.length > 0) ?? [];
let shown = [];const find = () => {const meant = [input.value, unitNames.fromTelex(input.value)].find(one => holding(unitNames.read(one, finder.dataset.finder).own).length > 0);const { without, own, isCity } = unitNames.read(meant ?? input.value, finder.dataset.finder);const typed = holding(without).length > 0 ? without : own;shown = typed === "" ? [] : holding(typed)
.map(({ line, place }) => ({ line, distance: unitNames.distance(place, meant ?? input.value, typed) }))
.filter(({ distance }) => distance === 0 || !isCity)
.sort((one, other) => one.distance - other.distance);if (shown.length === 0 && !isCity) shown = askedOf(input.value).map(({ number, far }) => ({ line: lines[number].line, distance: far }));for (const { line } of lines) line.hidden = true;for (const { line } of shown) {line.hidden = false;list.append(line);}
list.hidden = shown.length === 0;if (typed === "") found.textContent = "";else if (shown.length === 0) found.textContent = `Không tìm thấy tên đơn vị nào. Hãy gõ tên một ${finder.dataset.kinds} của ${finder.dataset.finder}. Bấm phím tìm (Enter) để tìm trong cả sổ.`;else found.textContent = `Tìm thấy ${shown.length}.`;};const own = document.currentScript.src;input.addEventListener("focus", () => {const script = document.createElement("script");script.src = new URL("questions.js", own);script.addEventListener("load", () => { if (shown.length === 0) find(); });document.head.append(script);}, { once: true });input.addEventListener("input", find);finder.addEventListener("submit", event => {const [nearest, next] = shown;const isMeant = nearest && (next ? nearest.distance === 0 && next.distance > 0 : nearest.distance <= 1);if (!isMeant) return;event.preventDefault();nearest.line.querySelector("a").click();});find();finder.classList.add("ready");})();(function () {"use strict";
const finder = document.querySelector("[data-finder][data-remembers]");if (!finder) return;const KEY = `${location.pathname}noi-toi-o`;const storage = work => { try { return work(localStorage); } catch { return null; } };
finder.querySelector("ul").addEventListener("click", event => {const link = event.target.closest("a");if (link) storage(kept => kept.setItem(KEY, link.getAttribute("href")));});
const chosen = storage(kept => kept.getItem(KEY));const link = Array.from(finder.querySelectorAll("ul a")).find(one => one.getAttribute("href") === chosen);if (!link) return;
function element(name, text, attributes = {}) {const made = document.createElement(name);made.textContent = text;for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);return made;}

const question = finder.querySelector("h1");const place = element("section", "", { class: "my-place", "aria-labelledby": "noi-toi-o" });const more = element("p", "");const forget = element("button", "Quên nơi này", { type: "button", class: "button" });more.append(element("a", "Mọi điều về nơi này", { href: link.href }));place.append(element("h2", link.textContent, { id: "noi-toi-o" }), more, forget,element("p", "Trang nhớ nơi bạn chọn, chỉ trên máy này.", { class: "as-of" }));finder.before(question, place);forget.addEventListener("click", () => {storage(kept => kept.removeItem(KEY));finder.prepend(question);place.remove();finder.querySelector("input").focus();});
async function tell() {const answer = await fetch(link.href);if (!answer.ok) return;const page = new DOMParser().parseFromString(await answer.text(), "text/html");for (const part of page.querySelectorAll("[data-mine]")) {for (const inner of part.querySelectorAll("a[href]")) inner.href = new URL(inner.getAttribute("href"), link.href).href;if (part.dataset.mine) more.before(element("h3", part.dataset.mine));more.before(part);}
place.dispatchEvent(new Event("added", { bubbles: true }));}
tell().catch(() => {});})();