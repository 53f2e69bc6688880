/*
 * Reads YAML as records are written – fields, lists and text, each value left text – with the place of each in the text.
 * What no record should hold (anchors, tags, several documents) and what is no YAML is refused with the number of its line.
 * Nodes: { kind: "fields" | "list" | "text", start, end, column, flow, entries | value, style }; `end` is just after the last
 * letter; an entry of fields is { name, value }, a name's node being one of text.
 */
import { foldedEnds, lineEndsAt, readBlock, readQuoted } from "./yaml_texts.js";

export class NotRead extends Error {
  constructor(text, place) {
    super("không đọc được YAML");
    this.line = text.slice(0, place).split("\n").length;
  }
}

export function readNodes(text) {
  let at = 0;
  const stop = (place = at) => { throw new NotRead(text, place); };
  const lineStart = place => text.lastIndexOf("\n", place - 1) + 1;
  const columnOf = place => place - lineStart(place);
  const atLineEnd = () => at >= text.length || text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n");
  const isSpace = place => place < 0 || place >= text.length || /[ \t\r\n]/.test(text[place]);
  const isDash = () => text[at] === "-" && isSpace(at + 1);
  const isQuote = () => text[at] === '"' || text[at] === "'";
  const nodeOf = (kind, start, more) => ({ kind, start, column: columnOf(start), flow: false, ...more });

  // Over spaces, comments and, unless it is to stay on the line, line ends.
  function skip(onLine = false) {
    for (;;) {
      while (text[at] === " " || text[at] === "\t") {
        if (text[at] === "\t" && text.slice(lineStart(at), at).trim() === "") stop(); // indents are spaces
        at += 1;
      }
      if (text[at] === "#" && isSpace(at - 1)) while (at < text.length && text[at] !== "\n") at += 1;
      if (onLine || !atLineEnd() || at >= text.length) return;
      at += text[at] === "\r" ? 2 : 1;
    }
  }

  // A text without quotes; goes on over lines that are indented further than `indent`.
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
      const isWhole = length < line.length; // what follows on the line is no part of it
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

  // The name of a field that is not among those before it.
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

  // A text that was read from here; the next letter to read stands at its `after`.
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

  // What stands after a field's name or a dash, on its line or below it.
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

  // The fields or the list whose entries all begin at `column`.
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

export const fieldOf = (node, name) => node.entries.find(entry => entry.name.value === name)?.value;

export function nodeAt(root, path) {
  return path.reduce((node, part) => node && (typeof part === "number" ? node.entries?.[part] : node.kind === "fields" ? fieldOf(node, part) : undefined), root);
}

// The tree of objects, lists and text as the register reads it: a field left empty is left out.
export function treeOf(node) {
  if (node.kind === "text") return node.value.trim();
  if (node.kind === "list") return node.entries.map(treeOf);
  return Object.fromEntries(node.entries.map(({ name, value }) => [name.value, treeOf(value)]).filter(([, value]) => value !== ""));
}
