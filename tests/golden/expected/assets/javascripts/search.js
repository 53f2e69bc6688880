const LETTERS = {"readAs":{"Ð":"Đ","ð":"đ","Ɖ":"Đ","ɖ":"đ"},"bare":{"đ":"d"}};const unitNames = (function () {"use strict";
const withLetters = (text, letters) => text.replace(/[^\0-\x7f]/g, letter => letters[letter] ?? letter);
const SHORT = { p: "phường", x: "xã", tt: "thị trấn", tx: "thị xã", q: "quận", h: "huyện", tp: "thành phố" };const TYPES = ["phường", "xã", "thị trấn", "quận", "huyện đảo", "huyện", "thị xã", "thành phố", "đặc khu"];const OFFICE = "ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan";const TYPE = TYPES.map(plain).join("|");const OFFICES_FIRST = new RegExp(`^(?:(?:${OFFICE}) ?)+(?=.)`);const TYPE_FIRST = new RegExp(`^(?:${TYPE}) (?=.)`);const NOT_OWN = new RegExp(` (?:${TYPE}|${OFFICE})(?= )`, "g");const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
function fold(text) {const bare = withLetters(text, LETTERS.readAs).normalize("NFKD").replace(/\p{M}/gu, "");return withLetters(bare.toLowerCase(), LETTERS.bare);}

function plain(text) {return (fold(text).match(/[a-z0-9]+/g) || []).map(word => word.replace(/^0+(?=\d+$)/, "")).join(" ");}

function toned(text) {return (withLetters(text, LETTERS.readAs).normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
.map(word => (word.match(TONE) || []).join("") + word.replace(TONE, ""));}

function read(text, city) {const whole = plain(text).replace(OFFICES_FIRST, "").split(" ")
.map((word, at, every) => (at < every.length - 1 && Object.hasOwn(SHORT, word) ? plain(SHORT[word]) : word)).join(" ");const without = whole.replace(new RegExp(`^(?:thanh pho )?${plain(city)} (?=.)|(?: thanh pho)? ${plain(city)}$`, "g"), "");const own = ` ${without} `.replace(NOT_OWN, "").trim();const isCity = whole === plain(city) || whole === `thanh pho ${plain(city)}`;return own === "" ? { whole, without: whole, own: whole, isCity } : { whole, without, own, isCity };}

function accents(typed, words, isSame = (one, word) => one === word) {const accented = toned(typed).filter(word => /[^a-z0-9]/.test(word) && ` ${words} `.includes(` ${plain(word)} `));return text => {const written = toned(text);return accented.every(word => written.some(one => isSame(one, word)));};}

function distance(place, typed, words) {const [name] = place.split(",");const own = plain(name);const names = [own, own.replace(TYPE_FIRST, "")];const isOwn = words.split(" ").every(word => ` ${own}`.includes(` ${word}`));const isIt = one => `${words} `.startsWith(`${one} `) || ` ${words}`.endsWith(` ${one}`);const near = names.some(isIt) ? 0 : names.some(one => one.startsWith(words)) ? 1 : isOwn ? 2 : 3;const isSoWritten = accents(typed, words, (one, word) => one.startsWith(word));return isSoWritten(isOwn ? name : place) ? near : isSoWritten(place) ? 3 : near + 4;}

return { fold, plain, toned, read, accents, distance, SHORT, TYPES };})();const SEARCH_WORDS = {"posts":["bí thư","phó bí thư","bí thư thường trực","chủ tịch","phó chủ tịch","người đứng đầu","lãnh đạo","cán bộ","đồng chí","đ/c","ông","bà","bt","ct","pct","đảng ủy","quận ủy","huyện ủy","thị ủy","thành ủy","cấp ủy","ban thường vụ","ubnd","hđnd","ủy ban","ủy ban nhân dân","hội đồng nhân dân","chính quyền","văn phòng"],"asking":["đối thoại","đối thoại trực tiếp","đối thoại với dân","đối thoại với nhân dân","đối thoại định kỳ","lịch","lịch đối thoại","lịch tiếp dân","lịch gặp dân","tiếp dân","tiếp công dân","tiếp xúc","gặp dân","gặp mặt","gặp gỡ","gặp","nghe dân","họp dân","họp","tổ chức","diễn ra","tham dự","tham gia","dự","khi nào","bao giờ","lúc nào","hôm nào","ngày nào","ngày mấy","tháng nào","tháng mấy","mấy giờ","giờ nào","ở đâu","tại đâu","chỗ nào","nơi nào","thế nào","như thế nào","làm sao","làm thế nào","làm cách nào","bằng cách nào","ra sao","sắp tới","tới đây","tiếp theo","gần nhất","lần trước","kỳ trước","vừa rồi","năm nay","hôm nay","ngày mai","tháng này","quý này","quý 1","quý 2","quý 3","quý 4","quý i","quý ii","quý iii","quý iv","quý tới","đầu tháng","cuối tháng","cuối tuần","cuối năm","sáng mai","chiều nay","tối nay","tuần này","tuần sau","tuần tới","tháng sau","tháng tới","có đối thoại không","số điện thoại","điện thoại","sđt","số đt","đt","liên hệ","liên lạc","gọi ai","gọi","địa chỉ","email","thư điện tử","zalo","hotline","trụ sở","cho hỏi","xin hỏi","hỏi","muốn","tìm","xem","biết"],"idle":["bị","các","những","thì","là","mà","của","cho","với","và","ở","tại","trên","trong","về","có","không","chưa","đã","đang","sẽ","được","nào","gì","ai","sao","như","thế","này","kia","ấy","đó","một","cuộc","buổi","vụ","việc","tôi","mình","em","chúng tôi","nhà tôi","nhà em","dân","nhân dân","người dân","bà con","quá","rất","lắm","hay","còn","lại","rồi","vẫn","nhiều","địa phương","khu vực","giúp","ạ","xong","gần đây","hiện nay","để","khi","mới","phải","bao nhiêu","mấy","nay","qua","trước","sau","từ","đảo","lần","đơn vị","gần","quanh","cạnh"],"toned":["hoãn","hủy"]};const PLACE = "Hải Phòng";const questions = (function () {"use strict";
const { plain, toned, distance, SHORT, TYPES } = unitNames;const TYPE_WRITTEN = new RegExp(`^(?:${TYPES.join("|")}) (?=.)`, "iu");const ASKED = [...SEARCH_WORDS.posts, ...SEARCH_WORDS.asking];
const isAccented = text => /[^\0-\x7f]/.test(text);
const wordsOf = text => text.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
function without(typed, phrases) {const written = isAccented(typed) ? text => toned(text).join(" ") : plain;const found = [...phrases].sort((one, other) => plain(other).length - plain(one).length);const words = wordsOf(typed);for (const one of found) {const length = plain(one).split(" ").length;const key = length > 1 ? plain : written;const phrase = key(one);let at = 0;while (at + length <= words.length) {if (key(words.slice(at, at + length).join(" ")) === phrase) words.splice(at, length);else at += 1;}
}
return words.join(" ");}

const holds = (typed, phrase) => without(typed, [phrase]) !== without(typed, []);
const spelt = text => plain(text).replace(/\b([bcdghklmnprstvx]+)y\b/g, "$1i").split(" ");
function placeIn(words, name) {return words.findIndex((_, at) => name.every((word, next) =>
words[at + next] === word || (at + next === words.length - 1 && next === name.length - 1 && word.startsWith(words[at + next]))));}

function withoutName(words, name) {const own = spelt(name.replace(TYPE_WRITTEN, ""));const at = placeIn(words.map(word => spelt(word)[0]), own);if (at < 0) return null;const before = words.slice(0, at);const type = spelt(name).slice(0, -own.length);const isBefore = type.length > 0 && type.join(" ") === spelt(before.join(" ")).slice(-type.length).join(" ");const rest = [...before.slice(0, before.length - (isBefore ? type.length : 0)), ...words.slice(at + own.length)];const written = words.slice(at, at + own.length).join(" ");return { rest, own, written, isTyped: isBefore || ` ${plain(rest.join(" "))} `.includes(` ${type.join(" ")} `) };}

function inFull(typed) {const like = isAccented(typed) ? text => text : plain;return wordsOf(typed).flatMap(word => (Object.hasOwn(SHORT, plain(word)) ? like(SHORT[plain(word)]).split(" ") : word));}

function unitsIn(typed, places, others, mayHoldMore = false) {const phrases = [...ASKED, ...SEARCH_WORDS.idle, ...others];const words = inFull(typed);const found = [];for (const [number, place] of places.entries()) {const [name, ...above] = place.split(", ");const named = withoutName(words, name);if (!named) continue;const rest = above.reduce((left, one) => withoutName(left, one)?.rest ?? left, named.rest).join(" ");const far = distance(place, named.written, named.own.join(" ")) < 4 ? 0 : 4;const isName = named.isTyped || (named.own.length > 1 && far === 0);if (without(rest, [...phrases, ...TYPES]) !== "" && !(mayHoldMore && isName)) continue;const isMistaken = without(rest, phrases) !== "";found.push({ number, far: far + (named.isTyped ? 0 : isMistaken ? 2 : 1), length: -rest.split(" ").length });}
return found.sort((one, other) => one.far - other.far || other.length - one.length).map(({ number, far }) => ({ number, far }));}

function asked(typed, places, others) {const found = unitsIn(typed, places, others);return found.length > 0 ? found : unitsIn(typed, places, others, true).map(({ number, far }) => ({ number, far: far + 2 }));}

function severalIn(typed, places) {const found = unitsIn(typed, places, [], true).filter(({ far }) => far < 4);const names = found.map(({ number }) => places[number].split(", ")[0].replace(TYPE_WRITTEN, ""));const isAll = without(inFull(typed).join(" "), [...names, ...ASKED, ...SEARCH_WORDS.idle, ...TYPES]) === "";return isAll ? found.map(({ number }) => ({ number, far: 0 })) : [];}

const isPlaceless = (typed, others) => without(typed, [...SEARCH_WORDS.idle, ...TYPES]) !== ""
&& without(inFull(typed).join(" "), [...ASKED, ...SEARCH_WORDS.idle, ...TYPES, ...others]) === "";
return { ASKED, asked, holds, isPlaceless, severalIn, without, unitsIn };})();const searchIndex = (function () {"use strict";
const MOST_WORDS = 8;const WORD = [0, 1];const PAIR = [3, 5];const BEGUN_WORD = 0.5;const BEGUN_PAIR = 4;const PHRASE = 100;const RARE = 2000;
const ROOT = new URL("../../", document.currentScript.src);const INDEX = new URL("tim-kiem/", ROOT);const files = new Map();
function json(name) {if (!files.has(name)) {files.set(name, fetch(new URL(name, INDEX), { cache: "no-cache" }).then(answer => {if (!answer.ok) throw new Error(`${name}: ${answer.status}`);return answer.json();}).catch(error => {files.delete(name);throw error;}));}
return files.get(name);}

async function postings(term, points) {const { shards } = await about();let name = term;while (!shards.includes(name)) name = name.slice(0, -1);const shard = await json(`tu-${name.replaceAll(" ", "-")}.json`);const found = new Map();let posting = 0;for (const step of Object.hasOwn(shard, term) ? shard[term] : []) {posting += step;found.set(posting >> 1, points[posting & 1]);}
return found;}

async function withBegun(term, points, begun) {const [whole, beginning] = await Promise.all([postings(term, points), postings(`${term}_`, [begun, begun])]);return new Map([...beginning, ...whole]);}

const about = () => json("chi-muc.json");
async function entry(number) {const { inAFile } = await about();return (await json(`${Math.floor(number / inAFile)}.json`))[number % inAFile];}

function candidates(found, least) {if (least === found.length) {const rarest = found.reduce((one, other) => (other.size < one.size ? other : one));return [...rarest.keys()].filter(number => found.every(pages => pages.has(number)));}
const times = new Map();for (const pages of found) for (const number of pages.keys()) times.set(number, (times.get(number) || 0) + 1);return [...times.keys()].filter(number => times.get(number) >= least);}

async function find(words, least = words.length) {const last = words.length - 1;const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);const [{ first }, found, neighbours] = await Promise.all([
about(),Promise.all(words.map((word, place) =>
place === last ? withBegun(word, WORD, BEGUN_WORD) : postings(word, WORD))),Promise.all(pairs.map((pair, place) =>
place === last - 1 ? withBegun(pair, PAIR, BEGUN_PAIR) : postings(pair, PAIR))),]);const points = new Map();let phrases = 0;for (const number of candidates(found, least)) {const isPhrase = neighbours.every(pages => pages.has(number));phrases += isPhrase;points.set(number, [...found, ...neighbours].reduce((sum, pages) => sum + (pages.get(number) || 0) + (least < words.length && pages.has(number) ? Math.log2(1 + RARE / pages.size) : 0),(isPhrase ? PHRASE : 0) + (number < first ? 0.25 : 0)));}
const numbers = [...points.keys()].sort((one, other) => points.get(other) - points.get(one) || other - one);const alike = numbers.filter(number => number < first && points.get(number) === points.get(numbers[0])).length;return { words, numbers, phrases, alike };}

const isKnown = async word => (await withBegun(word, WORD, BEGUN_WORD)).size > 0;
const cut = (reading, most = MOST_WORDS) => reading.split(" ").slice(0, most);
return { ROOT, about, entry, find, isKnown, cut };})();const searchPlaces = (function () {"use strict";
const { distance, plain, TYPES } = unitNames;const { ASKED, holds, isPlaceless, severalIn, unitsIn, without } = questions;const { about, cut, entry, find } = searchIndex;const { idle } = SEARCH_WORDS;const YEAR = /(?<![\p{L}\p{N}])(?:n[aă]m )?20\d\d(?!\p{N})/giu;const MOST_ALIKE = 40;const NOTHING = { units: [], places: [], words: [], isSure: false };
async function named(answer, typed) {const places = await Promise.all(answer.numbers.slice(0, Math.min(answer.alike, MOST_ALIKE)).map(async number => {const [, place] = await entry(number);return { number, far: distance(place, typed, answer.words.join(" ")) % 4 };}));return places.filter(({ far }) => far === 0).map(({ number }) => number);}

async function unitsAsked(typed, { numbers, phrases }) {const { first, units, called } = await about();const calendar = first - units.length - 1;const [, month] = plain(without(typed, [...ASKED, ...idle])).match(/^t([2-7])$/) || [];if (month) {const { numbers: pages } = await find(["thang", month]);return { ...NOTHING, units: pages.filter(number => number <= calendar).slice(0, 1) };}
const isSo = async number => number <= calendar && isTitled(await entry(number), typed);const isPage = phrases > 0 && await isSo(numbers[0]) && !await isSo(numbers[1]);const isOfSmallWords = namesIn(typed, called).some(name => without(name, idle) === "");const found = isOfSmallWords ? [] : unitsIn(typed, units, [PLACE]);if (found.length === 0) found.push(...unitsIn(typed, units, [...called, PLACE]).map(one => ({ ...one, isCalled: true })));if (found.length > 0 && found[0].isCalled && !units[found[0].number].includes(",")) {const pages = numbers.filter(number => number <= calendar);const entries = await Promise.all(pages.map(entry));const isCalled = name => ([, , , , names = []]) => names.some(line => line.split(", ").includes(name));const most = namesIn(typed, called).find(name => entries.some(isCalled(name)));const page = pages[Math.max(0, entries.findIndex(isCalled(most)))];if (page !== undefined) return { ...NOTHING, units: [page] };}
if (found.length === 0) found.push(...severalIn(typed, units));if (found.length > 0) return nearestOf(found, units, first);if (isPage || !isPlaceless(typed.replace(YEAR, ""), [...called, PLACE])) return NOTHING;const pages = await pagesCalled(typed);return { ...NOTHING, units: pages.length > 0 ? pages : [calendar] };}

const isClerks = ([address]) => /^(so-tay|lap-ban-ghi)\//.test(address);
function isForClerks([address, title, , , called = []], typed) {const isBegun = `${plain(title)} `.startsWith(`${plain(typed)} `) && 2 * plain(typed).length >= plain(title).length;return isClerks([address]) && !isBegun && namesIn(typed, called.flatMap(line => line.split(", "))).length === 0;}

const isTitled = ([address, title], typed) => !isClerks([address]) && ` ${plain(title)} `.includes(` ${plain(typed)} `);
function nearestOf(found, units, first) {const nearest = found.filter(({ far }) => far === found[0].far).map(({ number }) => number);const places = nearest.map(number => units[number]);const words = places.map(place => plain(place.split(",")[0])).join(" ").split(" ");return { units: nearest.map(number => first - 1 - number), places, words, isSure: found[0].far === 0 };}

async function unitsWithin(typed) {const { first, units } = await about();const found = unitsIn(typed, units, [], true);return found.length > 0 ? nearestOf(found, units, first) : NOTHING;}

const isOf = ([, title, line], places) => places.some(place => ` ${plain(`${title} ${line}`)} `.includes(` ${plain(place)} `));
const namesIn = (typed, called) => called.filter(name => holds(typed, name))
.sort((one, other) => other.length - one.length);
async function pagesCalled(typed, place = "") {const { first, units, called } = await about();const names = namesIn(typed, called);const alone = names.filter(name => without(without(typed.replace(YEAR, ""), [name]), [...ASKED, ...idle, ...TYPES, PLACE]) === "");for (const name of new Set([...alone, ...names])) {const { numbers, phrases } = await find(cut(plain(`${name} ${place}`)));const pages = numbers.slice(0, place ? undefined : phrases).filter(number => number < first - units.length);if (pages.length > 0) return pages.slice(0, 1);}
return [];}

async function isAbout([, title, line, texts], typed) {const { called } = await about();const topic = plain(without(typed.replace(YEAR, ""), [...called, ...ASKED, ...idle])).split(" ");const text = ` ${plain([title, line, ...texts].join(" "))} `;const pairs = topic.length > 1 ? topic.slice(1).map((word, at) => `${topic[at]} ${word}`) : topic;return pairs.some(pair => text.includes(` ${pair} `));}

async function byName({ words, numbers, alike }, typed) {if (alike < 2 || alike > MOST_ALIKE) return numbers;const units = await Promise.all(numbers.slice(0, alike).map(async number => {const [, place] = await entry(number);return { number, distance: distance(place, typed, words.join(" ")) };}));units.sort((one, other) => one.distance - other.distance);return [...units.map(({ number }) => number), ...numbers.slice(alike)];}

return { NOTHING, byName, isAbout, isForClerks, isOf, named, pagesCalled, unitsAsked, unitsWithin };})();const answerTo = (function () {"use strict";
const { accents, plain, read, toned: withMarks } = unitNames;const { ASKED, holds, without } = questions;const { about, cut, entry, find } = searchIndex;const { NOTHING, byName, isAbout, isForClerks, isOf, named, pagesCalled, unitsAsked, unitsWithin } = searchPlaces;const { idle, toned } = SEARCH_WORDS;const LOOKED_AT = 16;const OFFICE_WORDS = 12;const ENOUGH = [0.6, 0.4];const LEAST_LEFT = 1 / 3;
const daysAsNumbers = (words, mayBeMonth) => words
.replace(/\b(thu |t0?)(\d\d?)\b/g, (all, sign, number) => {const day = "hai ba tu nam sau bay".split(" ")[number - 2];return sign !== "thu " && (!day || mayBeMonth || sign > "t") ? `thang ${number}` : day ? `thu ${day}` : all;})
.replace(/\b(?:(?:ngay|mung|mong) )*(\d\d?) (?:thang )?(\d\d?)\b/g, "$1 $2")
.replace(/\b((?:thang|\d\d?) \d\d?) nam (?=\d{4})/g, "$1 ")
.replace(/(\d \d\d?) (?=\d\d$)/, "$1 20");
async function findReadings(typed, mayBeMonth = false) {const { whole, without: shorter, own } = read(daysAsNumbers(plain(typed), mayBeMonth), PLACE);let answer = null;for (const reading of new Set([whole, shorter, own])) {const next = await find(cut(reading));if (answer === null || answer.numbers.length === 0 || next.alike > 0) answer = { ...next, isName: reading !== whole };if (answer.phrases > 0) break;}
return answer;}

async function inOfficeWords(typed) {const office = { pages: [], words: [] };const { everyday } = await about();const at = said => plain(typed).indexOf(plain(said));const held = heldBy(typed, everyday).sort((one, other) => at(one) - at(other));for (const said of [...(held.length > 1 ? [held] : []), ...held.map(one => [one])]) {const written = [...new Set(said.map(one => everyday[one]))].join(" ");const others = plain(telling(without(typed, said)));const answer = await find(cut(`${plain(written)} ${others}`.trim(), OFFICE_WORDS));const pages = answer.numbers.slice(0, others || said.length > 1 ? undefined : answer.phrases);office.pages.push(...pages);if (pages.length > 0) office.words.push(...written.split(" "));}
return office;}

const telling = typed => without(typed, [...ASKED, ...idle]);const heldBy = (typed, everyday) => Object.keys(everyday).filter(said => holds(typed, said));
async function inFewerWords(typed) {const { everyday } = await about();let answer = null;for (const fewer of new Set([without(typed, idle), telling(typed)])) {if (plain(fewer) === "" || plain(fewer) === plain(typed)) continue;if (heldBy(typed, everyday).some(said => !holds(fewer, said))) break;if (plain(fewer).split(" ").length < LEAST_LEFT * plain(typed).split(" ").length) break;const next = await findReadings(fewer);if (next.numbers.length > 0) answer = next;if (next.phrases > 0) break;}
return answer;}

async function nearest(typed) {const { everyday } = await about();const inOffice = heldBy(typed, everyday).reduce((left, said) => `${without(left, [said])} ${everyday[said]}`, typed);const some = cut(daysAsNumbers(plain(telling(inOffice)) || plain(typed)), OFFICE_WORDS);const answer = await find(some);if (answer.numbers.length > 0) return { ...answer, isPartial: answer.phrases === 0, isName: false };let most = answer;for (const share of ENOUGH) {if (most.numbers.length === 0) most = await find(some, Math.max(1, Math.ceil(share * some.length)));}
return { ...most, isPartial: true, isName: false };}

async function findNumber(typed) {const [number] = typed.match(/\d+(?: ?[-/] ?[\p{L}&]+)+/u) || [];const answer = number && number !== typed && await find(cut(plain(number)));return answer?.phrases > 0 ? answer : null;}

async function findTyped(typed) {let answer = await findNumber(typed) ?? await findReadings(typed);const own = answer.alike > 0 ? await named(answer, typed) : [];const isUnit = own.length > 0;if (answer.phrases === 0 && !isUnit) answer = await inFewerWords(typed) ?? answer;const ofMonth = await findReadings(typed, true);if (answer.phrases === 0 && (answer.numbers.length === 0 || ofMonth.phrases > 0)) answer = ofMonth;let [asked, office] = await Promise.all([isUnit ? NOTHING : unitsAsked(typed, answer), inOfficeWords(typed)]);if (answer.numbers.length === 0 && asked.units.length + office.pages.length === 0) {const [most, place] = await Promise.all([nearest(typed), unitsWithin(typed)]);[answer, asked] = [most, place.isSure ? place : NOTHING];}
const isApart = answer.phrases === 0 && !isUnit && asked.units.length === 0;const within = isApart ? await unitsWithin(typed) : NOTHING;const called = isApart && office.pages.length === 0 ? await pagesCalled(typed, within.places[0]) : [];return { ...answer, own, asked, office, within, called };}

async function inOrder(numbers, { words, phrases, own, asked, office, within, called }, typed) {const isSoWritten = accents(typed, words.join(" "));const isAccented = !isSoWritten("");const looked = isAccented ? numbers.slice(0, LOOKED_AT) : [];const phrase = ` ${withMarks(typed).join(" ")} `;const isSideBySide = text => ` ${withMarks(text).join(" ")} `.includes(phrase);const isSoBegun = accents(typed, words.join(" "), (one, word) => one.startsWith(word));const fit = new Map(await Promise.all(looked.map(async number => {const [, title, below, texts, called = []] = await entry(number);const text = [title, below, ...texts, ...called].join("\n");return [number, isSideBySide(text) ? 3 : isSoWritten(text) ? 2 : isSoBegun(text) ? 1 : 0];})));const [others, begun] = [0, 1].map(much => looked.filter(number => fit.get(number) === much));const first = looked.filter(number => fit.get(number) > 1);const after = isAccented ? numbers.slice(LOOKED_AT) : numbers;const isSaid = isAccented || phrases === 0;const said = isSaid ? office.pages : [];const isSlip = isAccented && ![...fit.values()].includes(3);const meant = isSlip ? own.filter(number => numbers.indexOf(number) < phrases) : [];const best = [...asked.units, ...meant, ...(isSlip ? [...said.filter(number => first.includes(number)), ...said] : []), ...first];return withPlace([...new Set([...best, ...said, ...begun, ...after, ...office.pages, ...others])], within, called, typed);}

async function withPlace(numbers, { units, places, isSure }, called, typed) {const looked = units.length > 0 ? numbers.slice(0, LOOKED_AT) : [];const theirs = await Promise.all(looked.map(async number => isOf(await entry(number), places)));const onIt = looked.filter((_, at) => theirs[at]);const first = isSure || onIt.length > 0 ? onIt.slice(0, 1) : numbers.slice(0, 1);const isChance = called.length > 0 && first.length > 0 && !await isAbout(await entry(first[0]), typed);return [...new Set([...(isChance ? called : first), ...first, ...called, ...units.slice(0, 1), ...onIt, ...numbers])];}

async function clerksLater(numbers, typed) {const { first, units } = await about();const looked = numbers.filter(number => number < first - units.length).slice(0, LOOKED_AT);const isLater = await Promise.all(looked.map(async number => isForClerks(await entry(number), typed)));const later = looked.filter((_, at) => isLater[at]);const others = numbers.filter(number => !later.includes(number));return [...others.slice(0, LOOKED_AT), ...later, ...others.slice(LOOKED_AT)];}

async function withTones(typed) {if (typed !== plain(typed)) return typed;const { everyday } = await about();const isAll = said => holds(typed, said) && telling(without(typed, [said])) === "";return [...toned, ...Object.keys(everyday)].find(isAll) ?? typed;}

const mended = (typed, way) => import("./slips.js").then(slips => slips.default[way](typed), () => plain(typed));
async function answerTo(typed) {typed = await withTones(typed);let answer = await findTyped(typed);for (const way of [0, 1]) {if (!(answer.isPartial || answer.numbers.length === 0) || answer.asked.units.length > 0) break;const meant = await mended(typed, way);if (meant === plain(typed)) continue;const other = await findTyped(meant);if (!other.isPartial || (answer.numbers.length === 0 && other.numbers.length > 0)) {[answer, typed] = [{ ...other, meant: way > 0 && meant }, meant];}
}
return { ...answer, numbers: await clerksLater(await inOrder(await byName(answer, typed), answer, typed), typed) };}

return answerTo;})();const searchResults = (function () {"use strict";
const { accents, plain } = unitNames;const SNIPPET = 200;
function hits(text, isFound) {let run = 0;let best = { run: 0, at: 0 };const places = [];for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {const folded = plain(written);run = isFound(folded, written) ? run + 1 : 0;if (run === 0) continue;places.push({ index, end: index + written.length, folded });if (run > best.run) best = { run, at: places.at(-run).index };}
return { places, best, score: 10 * new Set(places.map(place => place.folded)).size + best.run };}

function marked(text, isFound) {const shown = document.createDocumentFragment();let end = 0;for (const place of hits(text, isFound).places) {const mark = document.createElement("mark");mark.textContent = text.slice(place.index, place.end);shown.append(text.slice(end, place.index), mark);end = place.end;}
shown.append(text.slice(end));return shown;}

function snippet(texts, isFound, isSoWritten) {if (texts.length === 0) return "";const scored = texts.map(text => ({ text, ...hits(text, isFound) }));for (const one of scored) if (isSoWritten(one.text)) one.score += 5;const { text, best } = scored.reduce((one, other) => (other.score > one.score ? other : one));const start = best.at < SNIPPET / 2 ? 0 : text.indexOf(" ", best.at - SNIPPET / 3) + 1;const end = text.length < start + SNIPPET ? text.length : text.lastIndexOf(" ", start + SNIPPET);return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");}

function line([address, title, below, texts], words, typed) {const isSoWritten = accents(typed, words.join(" "));const text = [title, below, ...texts].join("\n");const isWord = (folded, written) => words.includes(folded) && (!accents(typed, folded)(text) || accents(typed, folded)(written));const last = words.at(-1);const isOver = ` ${plain(text)} `.includes(` ${last} `);const isSoBegun = accents(typed, last, (one, word) => one.startsWith(word));const isBegun = (folded, written) => isWord(folded, written) || (!isOver && folded.startsWith(last) && isSoBegun(written));const entry = document.createElement("li");const link = document.createElement("a");link.href = `../${address}`;link.append(marked(title, isBegun));entry.append(link);for (const text of [below, snippet(texts, isWord, isSoWritten)]) {if (text === "" || text === title) continue;const paragraph = document.createElement("p");paragraph.append(marked(text, isWord));entry.append(paragraph);}
return entry;}

function count(typed, { numbers, phrases, isName, isPartial, asked, office, meant }) {const all = numbers.length;if (meant) return `Không trang nào có “${typed}”. Dưới đây là kết quả cho “${meant}”.`;if (isPartial && all > 0) return `Không trang nào có đủ các từ “${typed}”. Dưới đây là trang có nhiều từ nhất.`;if (asked.units.length + office.pages.length > 0) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;if (all === 0) return `Không tìm thấy trang nào có đủ các từ “${typed}”. Hãy bớt từ hoặc gõ lại từng chữ.`;if (phrases === 0 || phrases === all) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;const others = (all - phrases).toLocaleString("vi");return isName ? `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng tên này và ${others} trang khác có đủ các từ của tên.`
: `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng cụm từ này và ${others} trang khác có đủ các từ.`;}

const wordsOf = ({ words, asked, office }) => [...new Set([...office.words.map(plain), ...words, ...asked.words])];
const saidBy = (typed, { office }) => [typed, ...office.words].join(" ");
return { count, line, marked, saidBy, wordsOf };})();const searchPage = (function () {"use strict";
const { entry } = searchIndex;const { count, line, saidBy, wordsOf } = searchResults;const SHOWN = 10;
return function onItsPage(form) {const input = form.elements.q;const status = document.querySelector("[data-search-status]");const list = document.querySelector("[data-search-results]");const more = document.querySelector("[data-search-more]");let current = "";
async function show(numbers, words, said, isCurrent) {const lines = await Promise.all(numbers.slice(0, SHOWN).map(async number => line(await entry(number), words, said)));if (!isCurrent()) return;const rest = numbers.slice(SHOWN);list.append(...lines);more.hidden = rest.length === 0;more.firstElementChild.onclick = async () => {await show(rest, words, said, isCurrent);lines.at(-1).nextElementSibling.querySelector("a").focus();};}

async function search() {const typed = input.value.trim();if (typed === current) return;current = typed;const isCurrent = () => typed === current;history.replaceState(null, "", typed ? `?${new URLSearchParams({ q: typed })}` : location.pathname);try {const answer = unitNames.plain(typed) === "" ? null : await answerTo(typed);if (!isCurrent()) return;list.replaceChildren();more.hidden = true;status.textContent = answer ? count(typed, answer) : typed && "Hãy gõ bằng chữ hoặc số.";if (answer) await show(answer.numbers, wordsOf(answer), saidBy(current, answer), isCurrent);} catch {if (!isCurrent()) return;current = "";status.textContent = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi bấm Tìm lần nữa.";}
}

let timer;input.addEventListener("input", () => {clearTimeout(timer);timer = setTimeout(search, 250);});form.addEventListener("submit", event => {event.preventDefault();clearTimeout(timer);search();});input.value = (new URLSearchParams(location.search).get("q") || "").slice(0, input.maxLength);if (input.value === "") input.focus();else search();};})();const searchBox = (function () {"use strict";
const { ROOT, entry } = searchIndex;const { count, marked, wordsOf } = searchResults;const OFFERED = 6;
return function inTheHeader(form) {const input = form.elements.q;const list = document.createElement("ul");const status = document.createElement("span");let current = "";let chosen = -1;let timer;
list.id = "tim-nhanh-thay";list.setAttribute("role", "listbox");list.setAttribute("aria-label", "Kết quả tìm nhanh");list.hidden = true;status.setAttribute("role", "status");status.className = "visually-hidden";form.append(list, status);for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {input.setAttribute(name, value);}

function choose(place) {chosen = place;for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === place));if (place < 0) input.removeAttribute("aria-activedescendant");else input.setAttribute("aria-activedescendant", list.children[place].id);}

function open(isOpen) {list.hidden = !isOpen;input.setAttribute("aria-expanded", String(isOpen));choose(-1);}

/* Also what is still being looked for opens nothing any more. */
function close() {clearTimeout(timer);current = "";open(false);}

function option([address, title, below], place, words) {const made = document.createElement("li");made.id = `${list.id}-${place}`;made.dataset.address = new URL(address, ROOT);made.setAttribute("role", "option");made.append(marked(title, folded => words.includes(folded) || folded.startsWith(words.at(-1))));if (below !== "" && below !== title) {const small = document.createElement("small");small.textContent = below;made.append(small);}
return made;}

async function search() {const typed = input.value.trim();if (typed === current) return open(list.children.length > 0);current = typed;try {const answer = unitNames.plain(typed) === "" ? { numbers: [] } : await answerTo(typed);const entries = await Promise.all(answer.numbers.slice(0, OFFERED).map(entry));if (typed !== current) return;const words = answer.words ? wordsOf(answer) : [];list.replaceChildren(...entries.map((one, place) => option(one, place, words)));open(entries.length > 0);status.textContent = answer.words ? count(typed, answer) : "";} catch {if (typed !== current) return;current = "";open(false);status.textContent = "Không tải được dữ liệu tìm kiếm. Bấm Tìm kiếm để sang trang tìm.";}
}

input.addEventListener("input", () => {clearTimeout(timer);timer = setTimeout(search, 250);});input.addEventListener("keydown", event => {const last = list.children.length - 1;if (event.key === "Escape" && !list.hidden) close();else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {if (list.hidden) open(true);const step = event.key === "ArrowDown" ? 1 : -1;choose(chosen + step > last ? -1 : chosen + step < -1 ? last : chosen + step);} else return;event.preventDefault();});list.addEventListener("mousedown", event => event.preventDefault());list.addEventListener("click", event => {const option = event.target.closest("[role=option]");if (option) location.assign(option.dataset.address);});input.addEventListener("blur", close);if (input.value !== "" && document.activeElement === input) search();};})();(function () {"use strict";
const page = document.querySelector("[data-search]");if (page) searchPage(page);else searchBox(document.querySelector(".site-search"));})();