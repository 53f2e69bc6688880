(function () {
"use strict";
const KEY = "dialogue-register-draft:";

function draftOf(name) {
try {
return JSON.parse(localStorage.getItem(KEY + name));
} catch {
return null;
}
}

function onDraftElsewhere(then) {
addEventListener("storage", ({ key }) => { if (key?.startsWith(KEY)) then(key.slice(KEY.length)); });
}

function keepDraft(name, draft) {
try {
if (draft === null) localStorage.removeItem(KEY + name);
else localStorage.setItem(KEY + name, JSON.stringify(draft));
} catch {
}
}
class NotWritten extends Error {}

const canOpenFolders = () => "showDirectoryPicker" in globalThis;

async function openContentFolder() {
const picked = await globalThis.showDirectoryPicker({ id: "content", mode: "readwrite" });
const folder = (await has(picked, "register.yml")) ? picked : await picked.getDirectoryHandle("content").catch(() => picked);
if (!(await has(folder, "register.yml"))) throw new NotWritten("Thư mục này không phải thư mục content: không có tệp register.yml.");
const changes = [];

async function fileAt(path, create = false) {
const [name, ...above] = path.split("/").reverse();
let place = folder;
for (const part of above.reverse()) place = await place.getDirectoryHandle(part, { create });
return place.getFileHandle(name, { create });
}

async function read(path) {
try {
return await (await (await fileAt(path)).getFile()).text();
} catch (error) {
if (error.name === "NotFoundError") return null;
throw error;
}
}

return {
changes,
read,

async records() {
const found = [], dialogues = await folder.getDirectoryHandle("dialogues", { create: true });
for await (const year of dialogues.values()) {
if (year.kind !== "directory") continue;
for await (const file of year.values()) if (file.name.endsWith(".yml")) found.push(`${year.name}/${file.name.slice(0, -4)}`);
}
return found.sort();
},

async write(path, text, before) {
if ((await read(path)) !== before) throw new NotWritten(`Chưa ghi gì: ${path} vừa được người khác ghi. Hãy mở lại tệp rồi ghi lại việc này.`);
const stream = await (await fileAt(path, true)).createWritable();
await stream.write(text);
await stream.close();
const earlier = changes.find(change => change.path === path);
if (earlier) earlier.after = text;
else changes.push({ path, before, after: text });
},
};
}

const has = (folder, name) => folder.getFileHandle(name).then(() => true, () => false);
const composed = text => text.normalize("NFC").replace(/\r\n?/g, "\n").trim().split("\n").map(line => line.trimEnd()).join("\n");

const foldedText = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").split(/\s+/).filter(Boolean).join(" ");
const whole = (pattern, text) => new RegExp(`^(?:${pattern})$`).exec(text);
const two = number => String(Number(number)).padStart(2, "0");

function daySaid(typed, said) {
const text = foldedText(typed);
const first = whole(said.dayFirst, text);
if (first) return `${first[3]}-${two(first[2])}-${two(first[1])}`;
const year = whole(said.yearFirst, text);
return year ? `${year[1]}-${two(year[2])}-${two(year[3])}` : typed;
}

function hourSaid(typed, said) {
const found = whole(said.hours, foldedText(typed));
if (!found) return typed;
const isLater = found[3] && found[3] !== "sang" && found[3] !== "am" && Number(found[1]) < 12;
return `${two(Number(found[1]) + (isLater ? 12 : 0))}:${found[2] ?? "00"}`;
}

function periodSaid(typed, said, year) {
const day = daySaid(typed, said), text = foldedText(typed);
if (day !== typed) return day;
const behind = whole(said.yearBehind, text), before = whole(said.yearBefore, text);
const [rest, number] = behind ? [behind[1], behind[2]] : before ? [before[2], before[1]] : [text, year];
const part = (behind || before) && whole(said.monthNumber, rest) ? two(rest) : partOfYear(rest, said);
return number && part ? `${number}-${part}` : typed;
}

function partOfYear(text, said) {
const quarter = whole(said.quarter, text), month = whole(said.month, text);
if (quarter) return `Q${said.quarters[quarter[1] ?? quarter[2]] ?? quarter[1]}`;
if (month) return two(month[1]);
const part = whole(said.partOfMonth, text), half = whole(said.halfOfYear, text);
if (part && (part[1] !== "truoc" || Number(part[2]) > 1)) return `${two(part[2])}-${said.partsOfMonth[part[1]]}`;
return half ? `H${half[1] === "dau" ? 1 : 2}` : "";
}

const isWrittenDay = text => /^\d{4}-\d\d-\d\d$/.test(text);

const isDay = text => {
const [year, month, day] = text.split("-").map(Number);
const date = new Date(Date.UTC(year, month - 1, day));
return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const todayInVietnam = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());

function shapesOf(schema, made) {
const choices = made.anyOf ?? made.allOf ?? [made];
return choices.map(choice => (choice.$ref ? schema.definitions[choice.$ref.split("/").pop()] : choice));
}

function fieldAt(schema, path) {
return path.reduce((made, part) => {
if (!made) return undefined;
if (typeof part === "number") return made.items;
return shapesOf(schema, made).map(shape => shape.properties?.[part]).find(Boolean);
}, schema);
}

const orderAt = schema => path => Object.keys(shapesOf(schema, fieldAt(schema, path)).find(shape => shape.properties).properties);

const isOf = (type, shape) => shape.type === type || (Array.isArray(shape.type) && shape.type.includes(type));

function schemaProblems(schema, words, value, made = schema, path = []) {
const say = (message, at = path, found = "") => [{ path: at, ...(schema.told[message] ?? message), value: found }];
const shapes = shapesOf(schema, made), messages = made.messages ?? {};
if (typeof value === "string") {
const listed = shapes.flatMap(shape => shape.enum ?? []), ofText = shapes.find(shape => !shape.properties && !shape.items && !shape.enum && shape.type !== "boolean");
if (listed.length) return listed.includes(value) ? [] : say(messages.enum ?? messages.type ?? words.form, path, value);
if (!ofText) return say(messages.type ?? words.form, path, value);
return broken(value, { ...ofText, messages }, words).flatMap(message => say(message, path, value));
}
if (Array.isArray(value)) {
if (!isOf("array", made)) return say(messages.type ?? words.form);
if (made.minItems > value.length) return say(messages.minItems);
const entry = made.items, inherited = entry.messages || !shapesOf(schema, entry).some(shape => !shape.properties) ? entry : { ...entry, messages };
return value.flatMap((part, place) => schemaProblems(schema, words, part, inherited, [...path, place]));
}
const shape = shapes.find(one => one.properties);
if (!shape) return say(messages.type ?? messages.pattern ?? words.form);
const missing = shape.required.filter(name => !(name in value));
return [
...Object.entries(value).flatMap(([name, part]) => (name in shape.properties
? schemaProblems(schema, words, part, shape.properties[name], [...path, name])
: say(words.unknown, [...path, name]))),
...missing.flatMap(name => say(shape.properties[name].messages.required, [...path, name])),
];
}

function broken(value, made, words) {
const { messages } = made, number = isOf("integer", made) || isOf("number", made) ? Number(value) : null;
if (made.pattern && !new RegExp(made.pattern, "u").test(value)) return [messages.pattern ?? words.form];
if (made.format === "date" && !isDay(value)) return [words.noDay];
if (made.maxLength && Array.from(value).length > made.maxLength) return [messages.maxLength ?? words.form];
if (number !== null && made.minimum !== undefined && number < made.minimum) return [messages.minimum];
if (number !== null && made.maximum !== undefined && number > made.maximum) return [messages.maximum ?? words.form];
return [];
}

function textsIn(schema, value, made = schema, path = []) {
if (typeof value === "string") return [{ path, value, made }];
if (Array.isArray(value)) return value.flatMap((part, place) => textsIn(schema, part, typeof part === "string" ? made : made.items, [...path, place]));
return Object.entries(value).flatMap(([name, part]) => {
const inner = fieldAt(schema, [...path, name]);
return inner ? textsIn(schema, part, inner, [...path, name]) : [];
});
}

const writtenPath = path => path.reduce((text, part) => (typeof part === "number" ? `${text}[${part + 1}]` : text ? `${text}.${part}` : part), "");

const pathOf = written => Array.from(written.matchAll(/([a-z_]+)|\[(\d+)\]/g), ([, name, number]) => name ?? Number(number) - 1);

const short = text => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function changedLines(before, after) {
const old = before.split("\n"), made = after.split("\n");
let place = 0;
return made.map((line, number) => {
if (line === old[place]) {
place += 1;
return { line, isNew: false };
}
if (!made.includes(old[place], number)) place += 1;
return { line, isNew: true };
});
}

function showText(shownAt, before, after) {
shownAt.replaceChildren(...changedLines(before, after).flatMap(({ line, isNew }, number, every) => {
const end = number < every.length - 1 ? "\n" : "";
if (!isNew || line === "") return [line + end];
const mark = document.createElement("ins");
mark.textContent = line;
return [mark, end];
}));
}

function lineCounts(before, after) {
const [old, made] = [before, after].map(text => text.replace(/\n$/, "").split("\n"));
const kept = old.reduce((row, line) => {
const next = [0];
made.forEach((other, place) => next.push(line === other ? row[place] + 1 : Math.max(row[place + 1], next[place])));
return next;
}, new Array(made.length + 1).fill(0)).at(-1);
return { added: made.length - kept, removed: old.length - kept };
}

function showCounts(shownAt, before, after) {
const counts = lineCounts(before, after);
for (const place of shownAt) place.textContent = counts[place.dataset.count];
}

function showProblems(shownAt, problems, messages, none) {
const list = document.createElement("ul");
for (const { path, must, rule, asks, value, line } of problems) {
const point = document.createElement("li"), help = document.createElement("a"), field = writtenPath(path);
help.href = `${messages}#${rule}`;
help.textContent = `[${rule}]`;
point.append(`${asks ? "cần xem lại: " : ""}${line ? `dòng ${line}: ` : ""}${field ? `${field}: ` : ""}${must}${value ? `; đang ghi '${short(value)}'` : ""}  `, help);
list.append(point);
}
shownAt.replaceChildren(problems.length === 0 ? none : list);
}

function personalDataFrom(address, then) {
const unread = must => () => [{ rule: "text-holds-no-phone-or-identity-number", must, found: "" }];
const end = read => () => { rules = read(); then(); };
const script = document.createElement("script");
let rules = unread("đang tải quy tắc");
script.addEventListener("load", end(() => globalThis.personalData ?? unread("không tải được quy tắc; hãy tải lại trang")));
script.addEventListener("error", end(() => unread("không tải được quy tắc; hãy tải lại trang")));
script.src = address;
document.head.append(script);
return (text, isOffices) => rules(text, isOffices);
}

function folderControls({ part, say, opened, current, written, show }) {
const button = part("folder"), records = part("records"), save = part("save");
let folder = null;

const told = work => async () => {
try {
await work();
} catch (error) {
if (error.name !== "AbortError") say(error instanceof NotWritten ? error.message : `Không đọc hoặc ghi được: ${error.message}`);
}
};

async function take(place) {
const text = place && await folder.read(`dialogues/${place}.yml`);
if (text) opened(place, text);
}

function showChanges() {
part("changes").replaceChildren(...folder.changes.flatMap(({ path, before, after }) => {
const name = document.createElement("h3"), shown = document.createElement("pre");
name.textContent = `content/${path}`;
shown.tabIndex = 0;
showText(shown, before ?? "", after);
return [name, shown];
}));
part("changed").hidden = false;
}

button.hidden = !canOpenFolders();
button.addEventListener("click", told(async () => {
folder = await openContentFolder();
const places = records ? await folder.records() : [];
records?.replaceChildren(...["", ...places].map(place => Object.assign(document.createElement("option"), { value: place, textContent: place || "(chọn bản ghi)" })));
if (records) records.closest("p").hidden = false;
save.hidden = false;
say("Đã mở thư mục content.");
if (records) await take(current().place);
show();
}));
records?.addEventListener("change", told(() => take(records.value)));
save.addEventListener("click", told(async () => {
const { place, text, original } = current();
await folder.write(`dialogues/${place}.yml`, text, original);
written();
showChanges();
show();
say(`Đã ghi vào content/dialogues/${place}.yml.`);
}));
return { allow: isAllowed => { save.disabled = !isAllowed; } };
}
const ESCAPES = { n: "\n", t: "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", r: "\r", 0: "\0", e: "\x1b", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029", a: "\x07", b: "\b", v: "\v", f: "\f" };
const CODES = { x: 2, u: 4, U: 8 };
const LINE_ENDS = /(?:[ \t]*\r?\n)+[ \t]*/y;

function lineEndsAt(text, place) {
LINE_ENDS.lastIndex = place;
return LINE_ENDS.exec(text)?.[0] ?? null;
}

function foldedEnds(ends) {
const lines = ends.split("\n").length - 1;
return lines === 1 ? " " : "\n".repeat(lines - 1);
}

function readQuoted(text, start) {
const mark = text[start];
let value = "", kept = 0;
for (let at = start + 1; at < text.length; ) {
const letter = text[at], ends = lineEndsAt(text, at);
if (ends) {
value = value.slice(0, kept) + value.slice(kept).replace(/[ \t]+$/, "") + foldedEnds(ends);
at += ends.length;
} else if (letter === mark && mark === "'" && text[at + 1] === "'") {
value += "'";
at += 2;
} else if (letter === mark) {
return { value, end: at + 1, after: at + 1 };
} else if (letter === "\\" && mark === '"') {
const next = text[at + 1], code = text.slice(at + 2, at + 2 + CODES[next]), broken = lineEndsAt(text, at + 1);
if (next in ESCAPES) value += ESCAPES[next];
else if (next in CODES && code.length === CODES[next] && /^[0-9a-fA-F]+$/.test(code)) value += String.fromCodePoint(parseInt(code, 16));
else if (!broken) return null;
at += broken ? 1 + broken.length : 2 + (CODES[next] ?? 0);
kept = value.length;
} else {
value += letter;
at += 1;
}
}
return null;
}

function readBlock(text, start, indent) {
const head = /^([|>])([-+]?[1-9]?[-+]?)[ \t]*(?:(?<=[ \t])#[^\n]*)?\r?(?=\n|$)/.exec(text.slice(start));
if (!head) return null;
const [whole, style, signs] = head, lines = [];
let own = /\d/.test(signs) ? Math.max(indent, 0) + Number(/\d/.exec(signs)[0]) : 0;
let end = start + whole.trimEnd().length, place = start + whole.length + 1, after = Math.min(place, text.length);
while (place < text.length) {
const next = text.indexOf("\n", place) < 0 ? text.length : text.indexOf("\n", place);
const line = text.slice(place, next).replace(/\r$/, ""), spaces = /^ */.exec(line)[0].length;
if (spaces < line.length) {
own ||= spaces;
if (spaces < own || spaces <= indent) break;
end = place + line.trimEnd().length;
}
lines.push(line.slice(own || spaces));
place = next + 1;
after = Math.min(place, text.length);
}
return { value: (style === "|" ? lines.join("\n") : folded(lines)).replace(signs.includes("+") ? /$^/ : /\n*$/, ""), end, after };
}

function folded(lines) {
let value = "";
lines.forEach((line, number) => {
const above = lines[number - 1] ?? "", isTied = above !== "" && line !== "" && !/^[ \t]/.test(above) && !/^[ \t]/.test(line);
const afterBlanks = line !== "" && above === "" && number > 0 && !/^[ \t]/.test(line) && value.trim() !== "";
value += (number === 0 || afterBlanks ? "" : isTied ? " " : "\n") + line;
});
return value;
}

class NotRead extends Error {
constructor(text, place) {
super("không đọc được YAML");
this.line = text.slice(0, place).split("\n").length;
}
}

function readNodes(text) {
let at = 0;
const stop = (place = at) => { throw new NotRead(text, place); };
const lineStart = place => text.lastIndexOf("\n", place - 1) + 1;
const columnOf = place => place - lineStart(place);
const atLineEnd = () => at >= text.length || text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n");
const isSpace = place => place < 0 || place >= text.length || /[ \t\r\n]/.test(text[place]);
const isDash = () => text[at] === "-" && isSpace(at + 1);
const isQuote = () => text[at] === '"' || text[at] === "'";
const nodeOf = (kind, start, more) => ({ kind, start, column: columnOf(start), flow: false, ...more });

function skip(onLine = false) {
for (;;) {
while (text[at] === " " || text[at] === "\t") {
if (text[at] === "\t" && text.slice(lineStart(at), at).trim() === "") stop();
at += 1;
}
if (text[at] === "#" && isSpace(at - 1)) while (at < text.length && text[at] !== "\n") at += 1;
if (onLine || !atLineEnd() || at >= text.length) return;
at += text[at] === "\r" ? 2 : 1;
}
}

function plain(indent, inFlow) {
const start = at;
if (/[&*!|>@`%{}[\],'"]/.test(text[at]) || (/[?:-]/.test(text[at]) && isSpace(at + 1))) stop();
let value = "", end = at;
for (;;) {
const line = /^[^\r\n]*/.exec(text.slice(at))[0];
let length = 0;
while (length < line.length) {
const [letter, before, after] = [line[length], line[length - 1] ?? " ", line[length + 1] ?? " "];
if (letter === "#" && /[ \t]/.test(before)) break;
if (letter === ":" && (/[ \t\r\n]/.test(after) || (inFlow && /[,[\]{}]/.test(after)))) break;
if (inFlow && /[,[\]{}]/.test(letter)) break;
length += 1;
}
const piece = line.slice(0, length).trimEnd();
value += piece;
end = at + piece.length;
at += length;
const isWhole = length < line.length;
const ends = isWhole ? null : lineEndsAt(text, at), next = ends && at + ends.length;
if (!ends || next >= text.length || text[next] === "#" || columnOf(next) <= indent && !inFlow) break;
if (!inFlow && isField(next)) stop(next);
if (inFlow && /[,[\]{}:]/.test(text[next])) break;
value += foldedEnds(ends);
at = next;
}
at = end;
return nodeOf("text", start, { end, value, style: "" });
}

const isField = place => /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"'[\]{},#&*!|>@`%-][^\n:#]*|-[^\s:#][^\n:#]*)[ \t]*:(?:[ \t\r\n]|$)/.test(text.slice(place, place + 200));

const once = (entries, name) => (entries.some(entry => entry.name.value === name.value) ? stop(name.start) : name);

function flow() {
const start = at, isList = text[at] === "[", close = isList ? "]" : "}", entries = [];
for (at += 1; ; ) {
skip();
if (at >= text.length) stop(start);
if (text[at] === close) break;
const first = value(-1, true);
skip();
if (isList) entries.push(first);
else {
if (text[at] !== ":" || first.kind !== "text") stop();
at += 1;
skip();
entries.push({ name: once(entries, first), value: text[at] === "," || text[at] === close ? empty() : value(-1, true) });
skip();
}
if (text[at] === ",") at += 1;
else if (text[at] !== close) stop();
}
at += 1;
return nodeOf(isList ? "list" : "fields", start, { end: at, flow: true, entries });
}

function textNode(read) {
if (!read) stop();
const node = nodeOf("text", at, { end: read.end, value: read.value, style: text[at] });
at = read.after;
return node;
}

const empty = () => nodeOf("text", at, { end: at, value: "", style: "" });

function value(indent, inFlow) {
if (text[at] === "[" || text[at] === "{") return flow();
if (isQuote()) return textNode(readQuoted(text, at));
if (!inFlow && (text[at] === "|" || text[at] === ">")) return textNode(readBlock(text, at, indent));
return plain(indent, inFlow);
}

function nested(indent, ofField) {
const place = at;
skip(true);
if (!atLineEnd()) {
if (!ofField && (isDash() || isField(at))) return below(columnOf(at));
return value(indent, false);
}
const here = at;
skip();
const column = columnOf(at);
if (at < text.length && (column > indent || (ofField && column === indent && isDash()))) {
return isDash() || isField(at) ? below(column) : value(indent, false);
}
at = ofField ? place : here;
const none = empty();
at = here;
return none;
}

function below(column) {
const start = at, isList = isDash(), entries = [];
while (at < text.length && columnOf(at) === column && isDash() === isList) {
if (isList) {
at += 1;
entries.push(nested(column, false));
} else {
if (!isField(at)) stop();
const name = isQuote() ? textNode(readQuoted(text, at)) : plain(column, false);
skip(true);
at += 1;
entries.push({ name: once(entries, name), value: nested(column, true) });
}
skip();
if (at < text.length && text.slice(lineStart(at), at).trim() !== "") stop();
}
if (at < text.length && columnOf(at) > column) stop();
const last = entries[entries.length - 1];
return nodeOf(isList ? "list" : "fields", start, { end: (last.value?.kind ? last.value : last).end, entries });
}

skip();
if (at >= text.length) return null;
const root = text[at] === "{" || text[at] === "[" ? flow() : below(columnOf(at));
skip();
return at < text.length ? stop() : root;
}

const fieldOf = (node, name) => node.entries.find(entry => entry.name.value === name)?.value;

function nodeAt(root, path) {
return path.reduce((node, part) => node && (typeof part === "number" ? node.entries?.[part] : node.kind === "fields" ? fieldOf(node, part) : undefined), root);
}

function treeOf(node) {
if (node.kind === "text") return node.value.trim();
if (node.kind === "list") return node.entries.map(treeOf);
return Object.fromEntries(node.entries.map(({ name, value }) => [name.value, treeOf(value)]).filter(([, value]) => value !== ""));
}

const SAYS_SO_ALONE = ["held"];

function recordProblems(tree, { schema, words, personalData, root = null }) {
const ofFields = [...emptyGroups(schema, words, tree, root), ...schemaProblems(schema, words, tree)];
const ofTexts = textsIn(schema, tree).filter(({ made }) => made.text).flatMap(({ path, value, made }) => [
...(new RegExp(words.unseen.pattern, "u").test(value) ? [{ ...words.unseen, path, value: "" }] : []),
...personalData(value, made.text === "office" || isOfAnOffice(schema, tree, path)).map(({ found, ...told }) => ({ ...told, path, value: found })),
]);
const found = [...ofFields, ...ofTexts];
return found.every(({ asks }) => asks) ? [...found, ...betweenFields(words, tree)] : found;
}

function isOfAnOffice(schema, tree, path) {
if (path[0] !== "corrections" || path[2] !== "was") return false;
const field = tree.corrections[path[1]].field;
return Boolean(field) && fieldAt(schema, field.replace(/\[\d+\]/g, ".0").split(".").map(part => (part === "0" ? 0 : part)))?.text === "office";
}

function emptyGroups(schema, words, tree, root) {
const isEmpty = value => typeof value === "object" && Object.keys(value).length === 0;
const needsNothing = path => !(fieldAt(schema, path)?.anyOf ?? []).some(({ $ref }) => $ref && schema.definitions[$ref.split("/").pop()].required.length);
const groups = Object.entries(tree).filter(([, group]) => typeof group === "object" && !Array.isArray(group));
const found = groups.flatMap(([name, group]) => {
const inside = Object.entries(group).filter(([, value]) => isEmpty(value)).map(([part, value]) => [[name, part], value]);
return isEmpty(group) && !SAYS_SO_ALONE.includes(name) ? [[[name], group]] : inside;
}).filter(([path, value]) => Array.isArray(value) || needsNothing(path));
const held = root && fieldOf(root, "held");
return [
...(held?.kind === "text" && held.value.trim() === "" ? [{ ...words["held-is-not-left-empty"], path: ["held"], value: "" }] : []),
...found.map(([path]) => ({ ...words["group-is-not-left-empty"], path, value: "" })),
];
}

function betweenFields(words, { demand, registration, schedule = [], held, ...record }) {
const say = (path, rule) => [{ ...words[rule], path, value: "" }];
const counts = held?.opinions ?? {}, results = ["conclusion", "opinions", "commitments"].filter(name => record[name] && !held);
return [
...(demand || registration || schedule.length || held ? [] : say([], "record-says-something")),
...schedule.flatMap((entry, place) => (Boolean(entry.day) === Boolean(entry.state) ? say(["schedule", place], "announcement-is-a-time-or-a-state") : [])),
...schedule.flatMap((entry, place) => (!entry.reason && (place > 0 || entry.state) ? say(["schedule", place, "reason"], "change-has-a-reason") : [])),
...results.flatMap(name => say([name], "result-follows-a-meeting")),
...(counts.total_precision && !counts.total ? say(["held", "opinions", "total_precision"], "precision-is-of-a-number") : []),
];
}
const LONGEST = 7000;

async function copyText(text, shownAt) {
try {
await navigator.clipboard.writeText(text);
} catch {
getSelection().selectAllChildren(shownAt);
document.execCommand("copy");
}
}

function copyButton(button, current, shownAt) {
const words = button.textContent;
let copied = null;
button.addEventListener("click", async () => {
copied = current();
await copyText(copied, shownAt);
button.textContent = "Đã chép bản ghi";
});
return () => { if (current() !== copied) button.textContent = words; };
}

function download(name, text) {
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
link.download = name;
link.click();
URL.revokeObjectURL(link.href);
}

function hostPage(template, path, text) {
const filled = words => template.replace(/\{(path|text)\}/g, (gap, name, place) => {
if (name === "text") return encodeURIComponent(words);
return template.slice(0, place).includes("?") ? encodeURIComponent(path) : path.split("/").map(encodeURIComponent).join("/");
});
const whole = filled(text), isWhole = whole.length <= LONGEST && template.includes("{text}");
return { href: isWhole ? whole : filled(""), isWhole };
}

function leadTo(link, href) {
link.target = "_blank";
link.setAttribute("aria-disabled", String(!href));
if (href) link.href = href;
else link.removeAttribute("href");
}
const SPACES = "\0 \t\r\n\x85\u2028\u2029";
const isSeen = code => code === 0x0a || (code >= 0x20 && code <= 0x7e);
const isUnicode = code => code === 0x85 || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff) || (code >= 0x10000 && code < 0x10ffff);

function waysOf(text) {
const letters = Array.from(text), isSpaceAt = place => place >= letters.length || SPACES.includes(letters[place]);
let inFlow = !/^(---|\.\.\.)/.test(text), inBlock = inFlow, isSpecial = false;
letters.forEach((letter, place) => {
const code = letter.codePointAt(0), isLast = isSpaceAt(place + 1);
if (place === 0 ? "#,[]{}&*!|>'\"%@`".includes(letter) || (letter === "-" && isLast) : letter === "#" && isSpaceAt(place - 1)) inFlow = inBlock = false;
if (place === 0 ? "?:".includes(letter) : ",?[]{}:".includes(letter)) inFlow = false;
if ((letter === ":" || (letter === "?" && place === 0)) && isLast) inBlock = false;
if (!isSeen(code) && !isUnicode(code)) isSpecial = true;
});
const isBroken = /[\n\x85\u2028\u2029]/.test(text), breakSpace = /[\n\x85\u2028\u2029] /.test(text);
const isPlain = !/^[ \n\x85\u2028\u2029]|[ \n\x85\u2028\u2029]$/.test(text) && !isBroken;
const isOdd = isSpecial || / [\n\x85\u2028\u2029]/.test(text);
return { inFlow: isPlain && inFlow && !isOdd, inBlock: isPlain && inBlock && !isOdd, single: !breakSpace && !isOdd, literal: !text.endsWith(" ") && !isOdd };
}

const ESCAPED = { "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P" };

function escaped(letter) {
const code = letter.codePointAt(0), hex = code.toString(16).toUpperCase();
if (letter in ESCAPED) return `\\${ESCAPED[letter]}`;
if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)) return letter;
return code <= 0xff ? `\\x${hex.padStart(2, "0")}` : code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

const quoted = (text, single) => (single ? `'${text.replaceAll("'", "''")}'` : `"${Array.from(text, escaped).join("")}"`);

function textInBlock(text, indent) {
const ways = waysOf(text), isLong = text.includes("\n");
if (!isLong && ways.inBlock) return text;
if (isLong && ways.literal) return `|-\n${text.split("\n").map(line => line && " ".repeat(indent) + line).join("\n")}`;
return quoted(text, !isLong && ways.single);
}

const isEmpty = value => typeof value === "object" && Object.keys(value).length === 0;

function lines(value, indent) {
const pad = " ".repeat(indent);
if (Array.isArray(value)) {
return value.map(entry => {
if (typeof entry === "string") return `${pad}- ${textInBlock(entry, indent + 2)}\n`;
return isEmpty(entry) ? `${pad}- ${onOneLine(entry)}\n` : `${pad}- ${lines(entry, indent + 2).trimStart()}`;
}).join("");
}
return Object.entries(value).map(([name, part]) => {
if (typeof part === "string") return `${pad}${name}: ${textInBlock(part, indent + 2)}\n`;
return isEmpty(part) ? `${pad}${name}: ${onOneLine(part)}\n` : `${pad}${name}:\n${lines(part, indent + 2)}`;
}).join("");
}

const inLines = (value, indent) => lines(value, indent);

function onOneLine(value) {
return typeof value === "string" ? textInBlock(value, 2) : inFlow(value);
}

function inFlow(value) {
if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
if (typeof value === "object") return `{${Object.entries(value).map(([name, part]) => `${name}: ${inFlow(part)}`).join(", ")}}`;
const ways = waysOf(value), isLong = value.includes("\n");
return !isLong && ways.inFlow ? value : quoted(value, !isLong && ways.single);
}

const DRAFT = "lap-ban-ghi";

function startRecordForm(data) {
const form = document.querySelector("[data-record-form]"), part = name => document.querySelector(`[data-record-${name}]`);
const unitField = form.querySelector("#f-unit"), send = part("send"), slugs = JSON.parse(form.dataset.kindSlugs);
const personalData = personalDataFrom(form.dataset.personalData, () => show());
const order = orderAt(data.schema)([]);
let made = { place: null, name: "", text: "" }, folder = null;
const noteCopied = copyButton(part("copy"), () => made.text, part("text"));

const checked = element => Array.from(element.querySelectorAll("input:checked"), box => box.value);
const read = {
several: checked, day: ({ value }) => daySaid(composed(value), data.said), hour: ({ value }) => hourSaid(composed(value), data.said),
period: ({ value }) => periodSaid(composed(value), data.said, form.querySelector("#f-year").value),
lines: ({ value }) => value.split("\n").map(composed).filter(Boolean),
};
const valueOf = element => (read[element.dataset.kind] ?? (({ value }) => composed(value)))(element);
const isNumber = part => /^\d+$/.test(part);

function put(record, path, value) {
let place = record;
path.slice(0, -1).forEach((part, depth) => { place = place[part] ??= typeof path[depth + 1] === "number" ? [] : {}; });
place[path[path.length - 1]] = value;
}

function filledIn() {
const record = { unit: unitField.value, kind: form.querySelector("#f-kind").value, presided_by: checked(form.querySelector("#f-posts")) };
const elements = new Map([["unit", unitField]]), numbers = {};
if (!record.unit) delete record.unit;
if (form.querySelector("#f-held").checked) record.held = {};
for (const entry of form.querySelectorAll("[data-entry]")) {
const list = entry.dataset.entry;
const isFilled = Array.from(entry.querySelectorAll("[data-field]")).some(element => valueOf(element).length > 0);
entry.dataset.number = isFilled ? numbers[list] = (numbers[list] ?? -1) + 1 : "";
if (isFilled && list === "commitments") put(record, [list, numbers[list], "id"], String(numbers[list] + 1));
}
for (const element of form.querySelectorAll("[data-field]")) {
const value = valueOf(element), entry = element.closest("[data-entry]");
const path = element.dataset.field.split(".").map((part, depth) => (isNumber(part) ? Number(depth === 1 && entry ? entry.dataset.number : part) : part));
elements.set(path.join("."), element);
if (value.length > 0) put(record, path, value);
}
return { record: Object.fromEntries(order.filter(name => name in record).map(name => [name, record[name]])), elements };
}

function fileName({ unit, kind }) {
if (!unit) return "";
const used = unitField.selectedOptions[0].dataset.used?.split(" ")[Object.keys(slugs).indexOf(kind)];
return `${unit.replace("/", "-")}-${slugs[kind]}-${Number(used || 0) + 1}`;
}

function show() {
const { record, elements } = filledIn(), id = fileName(record);
const problems = recordProblems(record, { ...data, personalData }), isSound = problems.every(({ asks }) => asks);
made = { place: id && `${form.querySelector("#f-year").value}/${id}`, name: `${id}.yml`, text: `${form.dataset.modeline}\n${inLines(record, 0)}` };
noteCopied();
part("path").textContent = made.place && `content/dialogues/${made.place}.yml`;
part("text").textContent = made.text;
for (const element of elements.values()) element.removeAttribute("aria-invalid");
for (const { path, asks } of problems) {
const element = elements.get(path.join(".")) ?? elements.get(path.slice(0, -1).join("."));
if (element && !asks) element.setAttribute("aria-invalid", "true");
}
showProblems(part("problems"), problems, form.dataset.messages, "Không có lỗi ở từng trường.");
part("problems").querySelectorAll("li").forEach((point, at) => point.prepend(...nameOf(elements.get(problems[at].path.join(".")))));
for (const button of document.querySelectorAll("[data-record-copy], [data-record-save]")) button.disabled = !isSound;
folder?.allow(isSound);
if (send) offer(isSound);
}

function nameOf(element) {
if (!element?.labels?.length) return [];
const name = document.createElement("a");
name.href = `#${element.id}`;
name.textContent = element.labels[0].textContent.split(":")[0];
return [name, " – "];
}

function offer(isSound) {
const { href, isWhole } = hostPage(send.dataset.recordSend, `content/dialogues/${made.place}.yml`, made.text);
part("long").hidden = isWhole || !isSound;
leadTo(send, isSound && href);
}

function addEntry(list) {
const entries = form.querySelectorAll(`[data-entry="${list}"]`), last = entries[entries.length - 1], next = last.cloneNode(true);
const renamed = name => name.replace(/-\d+-/, `-${entries.length}-`);
for (const element of next.querySelectorAll("[id]")) element.id = renamed(element.id);
for (const label of next.querySelectorAll("label")) label.htmlFor = renamed(label.htmlFor);
for (const field of next.querySelectorAll("[data-field]")) field.value = "";
next.querySelector("legend").textContent = next.querySelector("legend").textContent.replace(/\d+$/, entries.length + 1);
last.after(next);
return next;
}

const inputs = () => Array.from(form.querySelectorAll("input[id], select[id], textarea[id]"));

function keep() {
const entries = Object.fromEntries(["opinions", "commitments"].map(list => [list, form.querySelectorAll(`[data-entry="${list}"]`).length]));
keepDraft(DRAFT, { entries, values: Object.fromEntries(inputs().map(field => [field.id, field.type === "checkbox" ? field.checked : field.value])) });
}

function restore() {
const draft = draftOf(DRAFT);
if (!draft) return;
for (const [list, number] of Object.entries(draft.entries)) {
while (form.querySelectorAll(`[data-entry="${list}"]`).length < number) addEntry(list);
}
for (const field of inputs().filter(({ id }) => id in draft.values)) field[field.type === "checkbox" ? "checked" : "value"] = draft.values[field.id];
part("said").textContent = "Đã mở lại bản nháp trên máy này.";
}

for (const button of form.querySelectorAll("[data-add]")) {
button.addEventListener("click", () => addEntry(button.dataset.add).querySelector("[data-field]").focus());
}
part("save").addEventListener("click", () => download(made.name, made.text));
send?.addEventListener("click", () => { if (!part("long").hidden) copyText(made.text, part("text")); });
part("discard").addEventListener("click", () => {
keepDraft(DRAFT, null);
form.reset();
part("said").textContent = "Đã xóa nháp.";
show();
});
folder = folderControls({
part: name => part(name === "save" ? "put" : name), say: text => { part("said").textContent = text; },
current: () => ({ ...made, original: null }), written: () => keepDraft(DRAFT, null), show,
});
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("input", () => {
keep();
show();
});
restore();
show();
}
startRecordForm({"schema":{"type":"object","required":["unit","kind","presided_by"],"properties":{"unit":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$","messages":{"required":0}},"kind":{"enum":["periodic","thematic","ad-hoc"],"messages":{"enum":1,"required":0}},"presided_by":{"type":"array","items":{"anyOf":[{"enum":["party","government"]},{"$ref":"#/definitions/Presider"}]},"minItems":1,"messages":{"type":2,"minItems":3,"required":0}},"co_organisers":{"type":["array"],"items":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300},"messages":{"type":2,"maxLength":4},"text":"office"},"topic":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"subjects":{"type":["array"],"items":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300},"messages":{"type":2,"maxLength":4},"text":"citizens"},"audiences":{"type":["array"],"items":{"type":["string","number","boolean"],"maxLength":80,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"messages":{"type":2,"maxLength":6}},"mode":{"enum":["in-person","online","mixed",null],"messages":{"enum":7}},"venue":{"anyOf":[{"$ref":"#/definitions/Venue"}],"messages":{"type":8}},"further_sites":{"type":["array"],"items":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300},"messages":{"type":2,"maxLength":4},"text":"office"},"serves":{"type":["array"],"items":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"},"messages":{"type":2}},"area":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"participation":{"anyOf":[{"$ref":"#/definitions/Participation"}],"messages":{"type":8}},"notified_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"observer":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"demand":{"anyOf":[{"$ref":"#/definitions/Demand"}],"messages":{"type":8}},"registration":{"anyOf":[{"$ref":"#/definitions/Registration"}],"messages":{"type":8}},"schedule":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Announcement"}]},"messages":{"type":10}},"held":{"anyOf":[{"$ref":"#/definitions/Held"}],"messages":{"type":8}},"conclusion":{"anyOf":[{"$ref":"#/definitions/Conclusion"}],"messages":{"type":8}},"opinions":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Opinion"}]},"messages":{"type":11}},"commitments":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Commitment"}]},"messages":{"type":12}},"legal_basis":{"type":["array"],"items":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300},"messages":{"type":2,"maxLength":4},"text":"office"},"sources":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Source"}]},"messages":{"type":13}},"note":{"type":["string","number","boolean"],"maxLength":20000,"messages":{"maxLength":14},"text":"citizens"},"corrections":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Correction"}]},"messages":{"type":15}},"redactions":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Redaction"}]},"messages":{"type":16}}},"definitions":{"Announcement":{"type":"object","required":["announced_on"],"properties":{"announced_on":{"type":"string","pattern":"^(\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])|unknown)$","messages":{"pattern":9,"required":0},"said":"day"},"day":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"start":{"type":["string"],"pattern":"^([01]\\d|2[0-3]):[0-5]\\d$","messages":{"pattern":17},"said":"hour"},"end":{"type":["string"],"pattern":"^([01]\\d|2[0-3]):[0-5]\\d$","messages":{"pattern":17},"said":"hour"},"part_of_day":{"enum":["morning","afternoon","evening",null],"messages":{"enum":18}},"state":{"enum":["postponed","cancelled",null],"messages":{"enum":19}},"venue":{"anyOf":[{"$ref":"#/definitions/Venue"}],"messages":{"type":8}},"notice":{"anyOf":[{"$ref":"#/definitions/Notice"}],"messages":{"type":8}},"reason":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"}}},"Answer":{"type":"object","required":["text"],"properties":{"answered_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"by":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"text":{"type":["string","number","boolean"],"maxLength":20000,"messages":{"maxLength":14,"required":0},"text":"citizens"},"document_number":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"}}},"Attendance":{"type":"object","required":["count"],"properties":{"count":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":1000000,"minimum":0,"messages":{"pattern":20,"minimum":21,"maximum":22,"required":0}},"of":{"default":"people","enum":["people","households","delegates",null],"messages":{"enum":23}},"precision":{"default":"exact","enum":["exact","about","almost","more-than","less-than",null],"messages":{"enum":24}},"note":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"}}},"Commitment":{"type":"object","required":["id","text","agency"],"properties":{"id":{"type":["string","number","boolean"],"maxLength":80,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","messages":{"pattern":25,"maxLength":6,"required":0}},"text":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"agency":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"due":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"updates":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/CommitmentUpdate"}]},"messages":{"type":26}},"taken_over_by":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/TakeOver"}]},"messages":{"type":27}}}},"CommitmentUpdate":{"type":"object","required":["updated_on","outcome","text"],"properties":{"updated_on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9,"required":0},"said":"day"},"outcome":{"enum":["in-progress","kept","not-kept","passed-up"],"messages":{"enum":28,"required":0}},"text":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"evidence":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Evidence"}]},"messages":{"type":13}}}},"Conclusion":{"type":"object","required":[],"properties":{"number":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"issued_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"sent_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"published_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"text":{"type":["string","number","boolean"],"maxLength":20000,"messages":{"maxLength":14},"text":"citizens"},"document":{"anyOf":[{"$ref":"#/definitions/Document"}],"messages":{"type":8}}}},"Contact":{"type":"object","required":["office"],"properties":{"office":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"office"},"phone":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"email":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"page":{"type":["string"],"format":"uri","messages":{"type":29},"text":"office"}}},"Correction":{"type":"object","required":["corrected_on","text"],"properties":{"corrected_on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9,"required":0},"said":"day"},"field":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"was":{"type":["string","number","boolean"],"maxLength":20000,"messages":{"maxLength":14},"text":"citizens"},"text":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"}}},"Demand":{"type":"object","required":["asked_by","asked_on"],"properties":{"asked_by":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"asked_on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9,"required":0},"said":"day"},"voters":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":1,"messages":{"pattern":20,"minimum":30}},"answer_by":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"answered_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"answer":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"}}},"Document":{"type":"object","required":["file","title"],"properties":{"file":{"type":"string","maxLength":100,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*\\.(pdf|doc|docx|xls|xlsx|jpg|png)$","messages":{"pattern":31,"maxLength":32,"required":0}},"title":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"office"}}},"Evidence":{"type":"object","required":["title"],"properties":{"title":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"url":{"type":["string"],"format":"uri","messages":{"type":29},"text":"office"},"file":{"type":["string"],"maxLength":100,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*\\.(pdf|doc|docx|xls|xlsx|jpg|png)$","messages":{"pattern":31,"maxLength":32}}}},"Held":{"type":"object","required":[],"properties":{"day":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"reported_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"start":{"type":["string"],"pattern":"^([01]\\d|2[0-3]):[0-5]\\d$","messages":{"pattern":17},"said":"hour"},"end":{"type":["string"],"pattern":"^([01]\\d|2[0-3]):[0-5]\\d$","messages":{"pattern":17},"said":"hour"},"part_of_day":{"enum":["morning","afternoon","evening",null],"messages":{"enum":18}},"day_note":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"presided_by":{"type":["array"],"items":{"anyOf":[{"enum":["party","government"]},{"$ref":"#/definitions/Presider"}]},"messages":{"type":33}},"attended":{"type":["array"],"items":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300},"messages":{"type":2,"maxLength":4},"text":"citizens"},"venue":{"anyOf":[{"$ref":"#/definitions/Venue"}],"messages":{"type":8}},"attendance":{"type":["array"],"items":{"allOf":[{"$ref":"#/definitions/Attendance"}]},"messages":{"type":34}},"speakers":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"opinions":{"anyOf":[{"$ref":"#/definitions/OpinionCount"}],"messages":{"type":8}},"summary":{"type":["string","number","boolean"],"maxLength":20000,"messages":{"maxLength":14},"text":"citizens"}}},"Notice":{"type":"object","required":["number"],"properties":{"number":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"office"},"issued_on":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"}}},"Opinion":{"type":"object","required":["summary"],"properties":{"summary":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"field":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"area":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"handling":{"enum":["at-meeting","later","passed-up",null],"messages":{"enum":35}},"answer":{"anyOf":[{"$ref":"#/definitions/Answer"}],"messages":{"type":8}}}},"OpinionCount":{"type":"object","required":[],"properties":{"total":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"total_precision":{"default":"exact","enum":["exact","about","almost","more-than","less-than",null],"messages":{"enum":24}},"before":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"at_meeting":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"answered_at_meeting":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"answered_later":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}},"passed_up":{"type":["integer","string"],"pattern":"^-?\\d{1,9}$","maximum":999999999,"minimum":0,"messages":{"pattern":20,"minimum":21}}}},"Participation":{"type":"object","required":[],"properties":{"who":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"},"opinions_from":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"opinions_until":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"opinions_to":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"attend_until":{"type":["string"],"pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9},"said":"day"},"attend_to":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"contact":{"anyOf":[{"$ref":"#/definitions/Contact"}],"messages":{"type":8}}}},"Presider":{"type":"object","required":["post"],"properties":{"post":{"enum":["party","government"],"messages":{"enum":36,"required":0}},"deputy":{"default":false,"anyOf":[{"type":["boolean"]},{"enum":["true","false","yes","no","on","off"]}],"messages":{"type":37}},"title":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"}}},"Redaction":{"type":"object","required":["redacted_on","field","reason"],"properties":{"redacted_on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9,"required":0},"said":"day"},"field":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"},"reason":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"citizens"}}},"Registration":{"type":"object","required":["registered_on","period"],"properties":{"registered_on":{"type":"string","pattern":"^(\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])|unknown)$","messages":{"pattern":9,"required":0},"said":"day"},"period":{"type":"string","pattern":"^\\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-\\d{2}|-early|-late)?|-(0[2-9]|1[0-2])-before)$","messages":{"pattern":38,"required":0},"said":"period"}}},"Source":{"type":"object","required":["title","url"],"properties":{"title":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"office"},"url":{"type":"string","format":"uri","messages":{"type":29,"required":0},"text":"office"}}},"TakeOver":{"type":"object","required":["unit","taken_over_on"],"properties":{"unit":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$","messages":{"required":0}},"taken_over_on":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$","format":"date","messages":{"pattern":9,"required":0},"said":"day"},"reason":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"citizens"}}},"Venue":{"type":"object","required":["name"],"properties":{"name":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4,"required":0},"text":"office"},"address":{"type":["string","number","boolean"],"pattern":"^\\s*[^\\n]*\\s*$","maxLength":300,"messages":{"pattern":5,"maxLength":4},"text":"office"},"latitude":{"type":["number","string"],"pattern":"^-?\\d+(\\.\\d+)?$","minimum":-90,"maximum":90,"messages":{"pattern":39,"minimum":40,"maximum":41}},"longitude":{"type":["number","string"],"pattern":"^-?\\d+(\\.\\d+)?$","minimum":-180,"maximum":180,"messages":{"pattern":39,"minimum":42,"maximum":43}},"online_url":{"type":["string"],"format":"uri","messages":{"type":29},"text":"office"}}}},"told":[{"rule":"field-is-there","must":"phải có trường này"},{"rule":"value-is-listed","must":"phải là một trong: periodic (định kỳ), thematic (theo chuyên đề), ad-hoc (đột xuất)"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục một dòng bắt đầu bằng '- '"},{"rule":"value-is-not-empty","must":"không được để trống"},{"rule":"text-is-not-too-long","must":"phải dài không quá 300 ký tự"},{"rule":"value-has-its-form","must":"phải viết trên một dòng"},{"rule":"text-is-not-too-long","must":"phải dài không quá 80 ký tự"},{"rule":"value-is-listed","must":"phải là một trong: in-person (trực tiếp), online (trực tuyến), mixed (kết hợp)"},{"rule":"value-is-fields","must":"phải là một nhóm trường, mỗi trường một dòng 'tên: giá trị'"},{"rule":"day-has-its-form","must":"phải là một ngày, trong tệp viết theo thứ tự năm-tháng-ngày (ngày 15/8/2023 là 2023-08-15)"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- announced_on: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- summary: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- id: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- title: …'"},{"rule":"text-is-not-too-long","must":"phải dài không quá 20000 ký tự"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- corrected_on: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- redacted_on: …'"},{"rule":"hour-has-its-form","must":"phải là giờ viết bằng bốn chữ số, từ 00:00 đến 23:59"},{"rule":"value-is-listed","must":"phải là một trong: morning (sáng), afternoon (chiều), evening (tối)"},{"rule":"value-is-listed","must":"phải là một trong: postponed (tạm hoãn), cancelled (hủy)"},{"rule":"value-is-a-number","must":"phải là số nguyên, chỉ gồm chữ số (1200, không phải 1.200); trên, dưới, khoảng… thì ghi riêng con số là gì (precision)"},{"rule":"number-is-in-range","must":"phải từ 0 trở lên"},{"rule":"number-is-in-range","must":"phải từ 1000000 trở xuống"},{"rule":"value-is-listed","must":"phải là một trong: people (người), households (hộ), delegates (đại biểu)"},{"rule":"value-is-listed","must":"phải là một trong: exact (đúng), about (khoảng), almost (gần), more-than (trên), less-than (dưới)"},{"rule":"value-has-its-form","must":"chỉ gồm chữ thường không dấu, số và dấu gạch nối"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- updated_on: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- unit: …'"},{"rule":"value-is-listed","must":"phải là một trong: in-progress (đang giải quyết), kept (đã giải quyết), not-kept (không thực hiện được), passed-up (chuyển cấp trên)"},{"rule":"link-is-whole","must":"phải là một địa chỉ trang web đầy đủ, bắt đầu bằng https:// hay http://"},{"rule":"number-is-in-range","must":"phải từ 1 trở lên"},{"rule":"value-has-its-form","must":"phải là tên tệp bằng chữ thường không dấu, số và dấu gạch nối, đuôi pdf, doc, docx, xls, xlsx, jpg, png"},{"rule":"text-is-not-too-long","must":"phải dài không quá 100 ký tự"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- post: …'"},{"rule":"value-is-a-list","must":"phải là một danh sách, mỗi mục ở các dòng dưới, bắt đầu bằng '- count: …'"},{"rule":"value-is-listed","must":"phải là một trong: at-meeting (trả lời tại hội nghị), later (giải quyết sau), passed-up (chuyển cấp trên)"},{"rule":"value-is-listed","must":"phải là một trong: party (Bí thư), government (Chủ tịch UBND)"},{"rule":"value-is-true-or-false","must":"phải là true (có) hoặc false (không)"},{"rule":"period-has-its-form","must":"phải là một ngày, tháng, quý, nửa năm, đầu hoặc cuối một tháng, hoặc thời gian trước một tháng"},{"rule":"value-is-a-number","must":"phải là một số, phần lẻ sau dấu chấm"},{"rule":"number-is-in-range","must":"phải từ -90 trở lên"},{"rule":"number-is-in-range","must":"phải từ 90 trở xuống; vĩ độ (latitude) và kinh độ (longitude) có bị ghi đổi chỗ không?"},{"rule":"number-is-in-range","must":"phải từ -180 trở lên"},{"rule":"number-is-in-range","must":"phải từ 180 trở xuống"}]},"verbs":[{"name":"announce","asks":[{"name":"announced_on","into":"schedule.+.announced_on","default":"today"},{"name":"day","into":"schedule.+.day","required":true},{"name":"start","into":"schedule.+.start"},{"name":"end","into":"schedule.+.end"},{"name":"part_of_day","into":"schedule.+.part_of_day"},{"name":"venue","into":"schedule.+.venue.name"},{"name":"notice_number","into":"schedule.+.notice.number"},{"name":"notice_issued_on","into":"schedule.+.notice.issued_on","goes_with":"notice_number"},{"name":"reason","into":"schedule.+.reason"},{"name":"further_site","into":"further_sites"},{"name":"co_organiser","into":"co_organisers"},{"name":"notified_on","into":"notified_on"}]},{"name":"postpone","asks":[{"name":"announced_on","into":"schedule.+.announced_on","default":"today"},{"name":"state","into":"schedule.+.state","always":"postponed"},{"name":"notice_number","into":"schedule.+.notice.number"},{"name":"notice_issued_on","into":"schedule.+.notice.issued_on","goes_with":"notice_number"},{"name":"reason","into":"schedule.+.reason","required":true}]},{"name":"cancel","asks":[{"name":"announced_on","into":"schedule.+.announced_on","default":"today"},{"name":"state","into":"schedule.+.state","always":"cancelled"},{"name":"notice_number","into":"schedule.+.notice.number"},{"name":"notice_issued_on","into":"schedule.+.notice.issued_on","goes_with":"notice_number"},{"name":"reason","into":"schedule.+.reason","required":true}]},{"name":"hold","asks":[{"name":"day","into":"held.day"},{"name":"start","into":"held.start"},{"name":"end","into":"held.end"},{"name":"part_of_day","into":"held.part_of_day"},{"name":"attended","into":"held.attended"},{"name":"attendance","into":"held.attendance.+.count"},{"name":"of","into":"held.attendance.+.of","goes_with":"attendance"},{"name":"precision","into":"held.attendance.+.precision","goes_with":"attendance"},{"name":"speakers","into":"held.speakers"},{"name":"opinions","into":"held.opinions.total"},{"name":"opinions_precision","into":"held.opinions.total_precision","goes_with":"opinions"},{"name":"before","into":"held.opinions.before"},{"name":"at_meeting","into":"held.opinions.at_meeting"},{"name":"answered_at_meeting","into":"held.opinions.answered_at_meeting"},{"name":"answered_later","into":"held.opinions.answered_later"},{"name":"passed_up","into":"held.opinions.passed_up"},{"name":"summary","into":"held.summary"},{"name":"reported_on","into":"held.reported_on","default":"today-if-late"}],"group":"held"},{"name":"conclude","asks":[{"name":"number","into":"conclusion.number"},{"name":"issued_on","into":"conclusion.issued_on"},{"name":"sent_on","into":"conclusion.sent_on"},{"name":"published_on","into":"conclusion.published_on"},{"name":"text","into":"conclusion.text"}]},{"name":"commit","asks":[{"name":"commitment","into":"commitments.+.id","default":"next-number"},{"name":"text","into":"commitments.+.text","required":true},{"name":"agency","into":"commitments.+.agency","required":true},{"name":"due","into":"commitments.+.due"}]},{"name":"update","asks":[{"name":"commitment","required":true},{"name":"updated_on","into":"updates.+.updated_on","default":"today"},{"name":"outcome","into":"updates.+.outcome","required":true},{"name":"text","into":"updates.+.text","required":true},{"name":"evidence_title","into":"updates.+.evidence.+.title","goes_with":"evidence_url"},{"name":"evidence_url","into":"updates.+.evidence.+.url","goes_with":"evidence_title"}],"within":"commitments"},{"name":"take-over","asks":[{"name":"commitment","required":true},{"name":"unit","into":"taken_over_by.+.unit","required":true},{"name":"on","into":"taken_over_by.+.taken_over_on","default":"today"},{"name":"reason","into":"taken_over_by.+.reason"}],"within":"commitments"},{"name":"correct","asks":[{"name":"corrected_on","into":"corrections.+.corrected_on","default":"today"},{"name":"field","into":"corrections.+.field","required":true},{"name":"was","into":"corrections.+.was"},{"name":"text","into":"corrections.+.text","required":true},{"name":"now"}]}],"refusals":{"missing":"Còn ô bắt buộc chưa điền.","alone":"Có ô chỉ điền được khi điền cả ô đi cùng nó: ngày văn bản cần số văn bản; đếm gì và con số cần số người, số ý kiến; tài liệu cần cả tên và địa chỉ.","held":"Bản ghi đã ghi là đã tổ chức nên không thêm thông báo lịch. Ghi sai ngày thì chọn việc “Đính chính”; một cuộc khác thì lập bản ghi mới.","same-state":"Bản ghi đã ghi việc này rồi; ghi sai lý do thì chọn việc “Đính chính”.","day-before-announced":"Ngày đối thoại trước ngày thông báo. Gõ nhầm thì sửa; đã thông báo từ trước thì điền ngày thông báo; đã tổ chức rồi thì chọn việc “Đã tổ chức”.","same-schedule":"Bản ghi đã có đúng lịch này rồi.","nothing-more":"Bản ghi đã ghi là đã tổ chức; muốn ghi thêm thì điền số liệu.","other-day":"Bản ghi đã ghi là tổ chức vào ngày khác. Ghi sai thì chọn việc “Đính chính”, trường held.day.","counted-already":"Bản ghi đã ghi số người dự. Ghi sai thì chọn việc “Đính chính”, trường held.attendance[1].count.","before-its-day":"Lịch đã thông báo chưa đến ngày; nếu đã tổ chức vào ngày khác thì điền ngày ấy.","nothing-told":"Hãy điền ít nhất một ô.","now-or-was":"Chỉ điền một trong hai: giá trị đúng (trang này sửa trường), hoặc giá trị cũ (trường đã được sửa trong tệp).","list":"Trường này là một danh sách: sửa trong tệp, rồi chỉ điền giá trị cũ.","nothing-new":"Giá trị đúng giống giá trị đang ghi, nên không có gì để đính chính.","already-written":"Trường này đã có giá trị: {field}. Nếu ghi sai thì chọn việc “Đính chính”.","wrong":"Ô vừa điền còn lỗi, nêu ở phần 3; hãy sửa ô ấy rồi thêm.","not-read":"Không đọc được bản ghi, ở dòng {line}. Hãy sửa dòng ấy trong tệp rồi mở lại."},"words":{"record-says-something":{"rule":"record-says-something","must":"phải có demand, registration, schedule hoặc held"},"announcement-is-a-time-or-a-state":{"rule":"announcement-is-a-time-or-a-state","must":"mỗi thông báo phải có day (ngày) hoặc state (postponed, cancelled), không cả hai"},"change-has-a-reason":{"rule":"change-has-a-reason","must":"phải có lý do của thay đổi"},"result-follows-a-meeting":{"rule":"result-follows-a-meeting","must":"chỉ ghi khi đã tổ chức; hãy ghi held trước"},"precision-is-of-a-number":{"rule":"precision-is-of-a-number","must":"chỉ ghi khi có total"},"held-is-not-left-empty":{"rule":"held-is-not-left-empty","must":"để trống thì không tính là đã tổ chức; đã tổ chức mà chưa có số liệu thì ghi {}, chưa tổ chức thì xóa dòng này"},"group-is-not-left-empty":{"rule":"group-is-not-left-empty","must":"để trống thì không ghi; hãy xóa trường này hoặc điền vào"},"noDay":{"rule":"day-exists","must":"phải là một ngày có trong lịch, tháng 2/2023 chỉ có 28 ngày"},"form":{"rule":"value-has-its-form","must":"không đúng dạng của trường này"},"unknown":{"rule":"field-is-known","must":"không có trường này"},"unseen":{"rule":"text-has-no-unseen-character","must":"không được có ký tự điều khiển","pattern":"[\u0000-\b\u000b-\u001f-  ￾￿]"}},"said":{"dayFirst":"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[, ]+)?(?:ngay )?(\\d{1,2}) ?(?:[/.‐‑–−-]|thang) ?(\\d{1,2}) ?(?:[/.‐‑–−-]|,? ?nam) ?(\\d{4})","yearFirst":"(\\d{4}) ?[/.‐‑–−-] ?(\\d{1,2}) ?[/.‐‑–−-] ?(\\d{1,2})","hours":"(\\d{1,2}) ?(?:gio|h|g|:|\\.(?=\\d)) ?(\\d{2})?(?: ?(?:phut|ph|p))?(?: ?(sang|am|trua|chieu|toi|pm))?","yearBehind":"(?!.*\\d{5})(.*?)[ ,]*(?:[/.-]|nam )? ?(\\d{4})","yearBefore":"(?!\\d{5})(\\d{4})[ ,/.-]*(.*)","monthNumber":"(1[0-2]|0?[1-9])","month":"(?:thang|t) ?(1[0-2]|0?[1-9])","quarter":"(?:quy|q\\.?) ?(iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)|(iv|i{1,3})","partOfMonth":"(?:thoi gian )?(dau|cuoi|truoc) (?:thang|t) ?(1[0-2]|0?[1-9])","halfOfYear":"(?:(?:6|sau) thang|nua) (dau|cuoi)(?: nam)?","quarters":{"i":1,"ii":2,"iii":3,"iv":4,"mot":1,"hai":2,"ba":3,"bon":4,"tu":4},"partsOfMonth":{"dau":"early","cuoi":"late","truoc":"before"}}});
})();
