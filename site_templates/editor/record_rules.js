/*
 * What `check` says of one record by itself, as far as a browser can tell: the fields, as the schema has them, what tells who
 * a person is, and rules between fields, each with the sentence that `words` holds of it.
 */
import { fieldOf } from "./yaml_nodes.js";
import { fieldAt, schemaProblems, textsIn } from "./record_schema.js";

const SAYS_SO_ALONE = ["held"];

// `personalData(text, isOffices)` finds what tells who a person is; `root` are the record's nodes, where it was read.
export function recordProblems(tree, { schema, words, personalData, root = null }) {
  const ofFields = [...emptyGroups(schema, words, tree, root), ...schemaProblems(schema, words, tree)];
  const ofTexts = textsIn(schema, tree).filter(({ made }) => made.text).flatMap(({ path, value, made }) => [
    ...(new RegExp(words.unseen.pattern, "u").test(value) ? [{ ...words.unseen, path, value: "" }] : []),
    ...personalData(value, made.text === "office" || isOfAnOffice(schema, tree, path)).map(({ found, ...told }) => ({ ...told, path, value: found })),
  ]);
  const found = [...ofFields, ...ofTexts];
  return found.every(({ asks }) => asks) ? [...found, ...betweenFields(words, tree)] : found; // as `check`, which asks in turn
}

// What had been published in a field made for an office was allowed there.
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
