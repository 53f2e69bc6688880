/*
 * Adds fields and list entries to the text of a record, or replaces one value, and changes no other letter of it: what
 * generator/editing/yaml_additions.py does. Paths are arrays of names and of numbers from 0.
 */
import { fieldOf, nodeAt, readNodes } from "./yaml_nodes.js";
import { inLines, onOneLine } from "./yaml_writer.js";

export class AlreadyWritten extends Error {
  constructor(path) {
    super("đã có giá trị");
    this.path = path;
  }
}

// `order(path)` gives the names that fields at a path may have, in the order in which they are written.
export function withAdded(text, fields, order, at = []) {
  for (const [name, value] of Object.entries(fields)) {
    const mapping = nodeAt(readNodes(text), at), old = fieldOf(mapping, name);
    if (!old) text = withField(text, mapping, name, value, order(at));
    else if (old.kind === "list" && Array.isArray(value)) text = withEntries(text, old, value);
    else if (old.kind === "fields" && typeof value === "object" && !Array.isArray(value)) text = withAdded(text, value, order, [...at, name]);
    else if (old.kind === "text" && !old.value.trim()) text = withValue(text, mapping, old, value);
    else throw new AlreadyWritten([...at, name]);
  }
  return text;
}

export function withReplaced(text, path, value) {
  const node = nodeAt(readNodes(text), path);
  return text.slice(0, node.start) + onOneLine(value) + text.slice(node.end);
}

function withField(text, mapping, name, value, order) {
  if (mapping.flow) return withinBrackets(text, mapping, onOneLine({ [name]: value }).slice(1, -1));
  const commented = mapping.column === 0 ? commentedPlace(text, mapping, name) : null;
  return inserted(text, commented || afterEarlier(text, mapping, name, order), inLines({ [name]: value }, mapping.column));
}

// Where the field stands as a comment, as in a new record: there it is written, above its example.
function commentedPlace(text, mapping, name) {
  const places = Array.from(text.matchAll(new RegExp(`^# ?${name}:`, "gm")), match => match.index);
  return places.find(place => !mapping.entries.some(field => field.name.start <= place && place < field.value.end));
}

function afterEarlier(text, mapping, name, order) {
  const before = order.slice(0, order.indexOf(name));
  const earlier = mapping.entries.filter(field => before.includes(field.name.value));
  return lineEnd(text, Math.max(...(earlier.length ? earlier : mapping.entries).map(field => field.value.end)));
}

function withEntries(text, list, entries) {
  if (list.flow) return withinBrackets(text, list, onOneLine(entries).slice(1, -1));
  return inserted(text, lineEnd(text, list.end), inLines(entries, list.column));
}

function withValue(text, mapping, empty, value) {
  const start = empty.start;
  text = text.slice(0, start) + text.slice(empty.end);
  if (typeof value === "string" || mapping.flow) return `${text.slice(0, start).replace(/ +$/, "")} ${onOneLine(value)}${text.slice(start)}`;
  return inserted(text, lineEnd(text, start), inLines(value, mapping.column + 2));
}

function withinBrackets(text, node, written) {
  if (node.entries.length === 0) return text.slice(0, node.end - 1) + written + text.slice(node.end - 1);
  const last = node.entries[node.entries.length - 1], end = (last.value?.kind ? last.value : last).end;
  return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
}

// Whole lines, with the file's own line ends, at the start of a line or at the end of the text.
function inserted(text, place, written) {
  const end = text.includes("\r\n") ? "\r\n" : "\n", lines = written.replaceAll("\n", end);
  if (place === text.length && !text.endsWith("\n")) return text + end + lines.slice(0, -end.length);
  return text.slice(0, place) + lines + text.slice(place);
}

const lineEnd = (text, place) => text.indexOf("\n", place) + 1 || text.length;
