/*
 * What a clerk tells of a dialogue, added to the text of its record: what is asked and where each answer goes, the table of
 * generator/model/verbs.py says, as for the command line.
 */
import { withAdded, withReplaced } from "./yaml_additions.js";
import { fieldAt, orderAt, pathOf } from "./record_schema.js";
import { isWrittenDay } from "./said_values.js";
import { nodeAt, readNodes, treeOf } from "./yaml_nodes.js";

export class Refused extends Error {} // its message is the name of the words that say why

// The record's text with what was told; `facts` are { schema, today }. Throws Refused, AlreadyWritten and NotRead.
export function told(verb, answers, text, facts) {
  const record = text.replace(/^\ufeff/, ""), tree = treeOf(readNodes(record)), order = orderAt(facts.schema);
  const missing = verb.asks.find(ask => (ask.required && !answers[ask.name]?.length) || (ask.goes_with && answers[ask.name]?.length && !answers[ask.goes_with]?.length));
  if (missing) throw new Refused(missing.goes_with && answers[missing.name]?.length ? "alone" : "missing");
  if (verb.name === "correct") return corrected(verb, answers, record, tree, facts);
  const fields = fieldsTold(verb, answers, tree, facts.today);
  refuse(verb, fields, tree, facts.today);
  const at = verb.within ? [verb.within, (tree[verb.within] ?? []).findIndex(entry => entry.id === answers[verb.asks[0].name])] : [];
  if (at[1] === -1) throw new Refused("missing");
  return withAdded(record, fields, order, at);
}

function fieldsTold(verb, answers, tree, today) {
  const fields = verb.group ? { [verb.group]: {} } : {};
  for (const ask of verb.asks) {
    const given = answers[ask.name], value = ask.always ?? (given?.length ? given : ask.default && DEFAULTS[ask.default](answers, tree, today));
    if (ask.into && value?.length) put(fields, ask.into.split("."), value);
  }
  return fields;
}

function put(fields, [name, ...below], value) {
  if (below.length === 0) fields[name] = value;
  else if (below[0] === "+") put((fields[name] ??= [{}])[0], below.slice(1), value);
  else put((fields[name] ??= {}), below, value);
}

const lastDay = tree => (tree.schedule ?? []).findLast(entry => entry.day)?.day;
const heldDay = tree => tree.held && (tree.held.day ?? lastDay(tree));

// What there is to tell next of a record.
export function nextVerb(tree, today) {
  if (!tree.held) return [tree.schedule].flat().at(-1)?.day <= today ? "hold" : "announce";
  return tree.conclusion?.published_on ? (tree.commitments ? "update" : "commit") : "conclude";
}

const DEFAULTS = {
  "today": (answers, tree, today) => today,
  "today-if-late": (answers, tree, today) => ((answers.day || lastDay(tree) || today) < today && !tree.held ? today : ""),
  "next-number": (answers, tree) => String(Math.max(0, ...(tree.commitments ?? []).map(({ id }) => (/^\d+$/.test(id) ? Number(id) : 0))) + 1),
};

// What makes no sense for the record as it is, in the order in which the command line looks.
function refuse(verb, fields, tree, today) {
  const stop = (reason, isSo) => { if (isSo) throw new Refused(reason); };
  const entry = fields.schedule?.[0], last = tree.schedule?.at(-1);
  if (entry) {
    stop("held", tree.held);
    stop("same-state", entry.state && last?.state === entry.state);
    stop("day-before-announced", entry.day < entry.announced_on && [entry.day, entry.announced_on].every(isWrittenDay));
    stop("same-schedule", last?.day && !entry.venue && !entry.state && ["day", "start", "end", "part_of_day"].every(name => last[name] === entry[name]));
  }
  if (verb.name === "hold") {
    const { held } = fields;
    stop("nothing-more", tree.held && Object.keys(held).length === 0);
    stop("other-day", tree.held && held.day && heldDay(tree) && held.day !== heldDay(tree));
    stop("counted-already", held.attendance && tree.held?.attendance?.length);
    stop("before-its-day", !tree.held && !held.day && last?.day > today);
  }
  stop("nothing-told", verb.name === "conclude" && !fields.conclusion);
}

// A field as it may be named in a correction, with the value that the record, or its schema, has of it.
export function valueIn(tree, path, schema) {
  const value = path.reduce((place, part) => place?.[part], tree) ?? fieldAt(schema, path)?.default;
  if (value === undefined && path.join(".") === "held.day") return heldDay(tree);
  if (typeof value === "string" && fieldAt(schema, path)?.type?.includes("integer")) return value.replace(/^0+(?=\d)/, "");
  return value;
}

function corrected(verb, answers, text, tree, { schema, today }) {
  const path = pathOf(answers.field);
  if (answers.now && answers.was) throw new Refused("now-or-was");
  let was = answers.was;
  if (answers.now) {
    was = valueIn(tree, path, schema);
    if (was !== undefined && typeof was !== "string") throw new Refused("list");
    if (was === answers.now) throw new Refused("nothing-new");
    text = withValueAt(text, path, answers.now, schema);
  }
  return withAdded(text, fieldsTold(verb, { ...answers, was }, tree, today), orderAt(schema));
}

// Within the groups of fields that there are.
function withValueAt(text, path, value, schema) {
  const root = readNodes(text), depth = path.findIndex((_, place) => {
    const node = nodeAt(root, path.slice(0, place + 1));
    return !node || (node.kind === "text" && node.value.trim() === "");
  });
  if (depth < 0) return withReplaced(text, path, value);
  const below = path.slice(depth + 1).reduceRight((inner, name) => ({ [name]: inner }), value);
  return withAdded(text, { [path[depth]]: below }, orderAt(schema), path.slice(0, depth));
}
