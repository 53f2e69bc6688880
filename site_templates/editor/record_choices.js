/*
 * What a record has that can be chosen from: its commitments, and its fields, those too that it may have and has not.
 */
import { short } from "./page_parts.js";
import { fieldAt, isOf, pathOf, textsIn, writtenPath } from "./record_schema.js";

const NOT_CORRECTED = ["corrections", "redactions"];
const option = (value, words) => Object.assign(document.createElement("option"), { value, textContent: words });

// In words, which the page has, with the name by which `check` knows it.
function named(called, path) {
  const words = called[path.filter(part => typeof part === "string").join(".")];
  return words ? `${words[0].toUpperCase()}${words.slice(1)} (${writtenPath(path)})` : writtenPath(path);
}

// A list of texts, and who presides, is one field.
function writtenFields(schema, tree) {
  const fields = new Map();
  for (const { path, value } of textsIn(schema, tree)) {
    const presides = path.indexOf("presided_by") + 1, own = presides ? path.slice(0, presides) : typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
    const name = writtenPath(own), earlier = fields.get(name);
    if (!NOT_CORRECTED.includes(path[0])) fields.set(name, { path: own, value: earlier ? `${earlier.value}; ${value}` : value });
  }
  return Array.from(fields.values());
}

export function fillFrom(form, schema, tree) {
  const written = writtenFields(schema, tree), called = JSON.parse(form.dataset.called);
  const choices = {
    commitment: (tree.commitments ?? []).map(({ id, text }) => option(id, `${id}: ${short(text ?? "")}`)),
    field: [
      ...written.map(({ path, value }) => option(writtenPath(path), `${named(called, path)}: ${short(value)}`)),
      ...unwritten(schema, tree, written.map(({ path }) => path)).map(name => option(name, `${named(called, pathOf(name))}: (chưa ghi)`)),
    ],
  };
  for (const select of form.querySelectorAll("select[data-from-record]")) {
    select.replaceChildren(option("", "(chọn)"), ...choices[select.dataset.ask].map(one => one.cloneNode(true)));
  }
}

// Of the groups that the record has, by the names that `check` calls them.
function unwritten(schema, tree, paths) {
  const groups = new Set(["", ...(tree.held ? ["held"] : []), ...paths.map(path => writtenPath(path.slice(0, -1)))]);
  const names = Array.from(groups).flatMap(group => {
    const path = pathOf(group), made = fieldAt(schema, path);
    const shapes = [made, ...(made.anyOf ?? made.allOf ?? []).map(({ $ref }) => $ref && schema.definitions[$ref.split("/").pop()])];
    return shapes.flatMap(shape => Object.entries(shape?.properties ?? {}))
      .filter(([, inner]) => inner.enum || isOf("string", inner)).map(([name]) => writtenPath([...path, name]));
  });
  const written = new Set(paths.map(writtenPath));
  return Array.from(new Set(names)).filter(name => !written.has(name));
}
