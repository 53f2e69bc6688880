/*
 * What both pages show of a record: its text with what is new in it, and what is wrong with it.
 */
import { writtenPath } from "./record_schema.js";

export const short = text => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

// The lines of a text, each with whether it is new or changed, of a text that is mostly added to.
export function changedLines(before, after) {
  const old = before.split("\n"), made = after.split("\n");
  let place = 0;
  return made.map((line, number) => {
    if (line === old[place]) {
      place += 1;
      return { line, isNew: false };
    }
    if (!made.includes(old[place], number)) place += 1; // written anew, not added before it
    return { line, isNew: true };
  });
}

export function showText(shownAt, before, after) {
  shownAt.replaceChildren(...changedLines(before, after).flatMap(({ line, isNew }, number, every) => {
    const end = number < every.length - 1 ? "\n" : "";
    if (!isNew || line === "") return [line + end];
    const mark = document.createElement("ins");
    mark.textContent = line;
    return [mark, end];
  }));
}

// How many lines a host says were added and taken away: all but the longest sequence that both texts have.
export function lineCounts(before, after) {
  const [old, made] = [before, after].map(text => text.replace(/\n$/, "").split("\n"));
  const kept = old.reduce((row, line) => {
    const next = [0];
    made.forEach((other, place) => next.push(line === other ? row[place] + 1 : Math.max(row[place + 1], next[place])));
    return next;
  }, new Array(made.length + 1).fill(0)).at(-1);
  return { added: made.length - kept, removed: old.length - kept };
}

export function showCounts(shownAt, before, after) {
  const counts = lineCounts(before, after);
  for (const place of shownAt) place.textContent = counts[place.dataset.count];
}

// `problems` as record_rules.js finds them; `messages` is the address of the page that explains each rule.
export function showProblems(shownAt, problems, messages, none) {
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

// What tells who a citizen is: loaded at once, since the network may be gone when there is text to look at, which is not sound
// before; `then` is called after.
export function personalDataFrom(address, then) {
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
