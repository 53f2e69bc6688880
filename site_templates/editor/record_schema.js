/*
 * The schema of a dialogue's record, as it is published: which fields stand at a path, and what is wrong with a value.
 * A path is an array of names and of numbers from 0. A problem is { path, rule, must, value }. What is said of a field's
 * faults stands once, in the schema's `told`; a field has its place there.
 */
import { isDay } from "./said_values.js";

// The shapes that a value may have, references followed.
function shapesOf(schema, made) {
  const choices = made.anyOf ?? made.allOf ?? [made];
  return choices.map(choice => (choice.$ref ? schema.definitions[choice.$ref.split("/").pop()] : choice));
}

export function fieldAt(schema, path) {
  return path.reduce((made, part) => {
    if (!made) return undefined;
    if (typeof part === "number") return made.items;
    return shapesOf(schema, made).map(shape => shape.properties?.[part]).find(Boolean);
  }, schema);
}

// The names that fields at a path may have, in the order in which they are written.
export const orderAt = schema => path => Object.keys(shapesOf(schema, fieldAt(schema, path)).find(shape => shape.properties).properties);

export const isOf = (kind, { type }) => [type].flat().includes(kind);

export function schemaProblems(schema, words, value, made = schema, path = []) {
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

// The rule that a text breaks, in the order in which `check` looks.
function broken(value, made, words) {
  const { messages } = made, number = isOf("integer", made) || isOf("number", made) ? Number(value) : null;
  if (made.pattern && !new RegExp(made.pattern, "u").test(value)) return [messages.pattern ?? words.form];
  if (made.format === "date" && !isDay(value)) return [words.noDay];
  if (made.maxLength && Array.from(value).length > made.maxLength) return [messages.maxLength ?? words.form];
  if (number !== null && made.minimum !== undefined && number < made.minimum) return [messages.minimum];
  if (number !== null && made.maximum !== undefined && number > made.maximum) return [messages.maximum ?? words.form];
  return [];
}

// Every text of a tree with its path and its field; a list's texts are of the list's field.
export function textsIn(schema, value, made = schema, path = []) {
  if (typeof value === "string") return [{ path, value, made }];
  if (Array.isArray(value)) return value.flatMap((part, place) => textsIn(schema, part, typeof part === "string" ? made : made.items, [...path, place]));
  return Object.entries(value).flatMap(([name, part]) => {
    const inner = fieldAt(schema, [...path, name]);
    return inner ? textsIn(schema, part, inner, [...path, name]) : [];
  });
}

export const writtenPath = path => path.reduce((text, part) => (typeof part === "number" ? `${text}[${part + 1}]` : text ? `${text}.${part}` : part), "");

export const pathOf = written => Array.from(written.matchAll(/([a-z_]+)|\[(\d+)\]/g), ([, name, number]) => name ?? Number(number) - 1);
