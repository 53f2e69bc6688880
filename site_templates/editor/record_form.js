/*
 * The page that writes the record of a dialogue that has none: what is filled in, and nothing else, becomes its fields.
 */
import { draftOf, keepDraft } from "./drafts.js";
import { folderControls } from "./folder_controls.js";
import { personalDataFrom, showProblems } from "./page_parts.js";
import { recordProblems } from "./record_rules.js";
import { orderAt } from "./record_schema.js";
import { composed, daySaid, hourSaid, periodSaid } from "./said_values.js";
import { copyButton, copyText, download, hostPage, leadTo } from "./ways_out.js";
import { inLines } from "./yaml_writer.js";

const DRAFT = "lap-ban-ghi";

export function startRecordForm(data) {
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

  // The record, and of each path the element that it was filled in at. An entry that is left empty is none.
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

  // What the page calls a field, as the way to it.
  function nameOf(element) {
    if (!element?.labels?.length) return [];
    const name = document.createElement("a");
    name.href = `#${element.id}`;
    name.textContent = element.labels[0].textContent.split(":")[0];
    return [name, " – "];
  }

  // The host's page for a new file, filled in; nothing leaves this page before somebody follows the link.
  function offer(isSound) {
    const { href, isWhole } = hostPage(send.dataset.recordSend, `content/dialogues/${made.place}.yml`, made.text);
    part("long").hidden = isWhole || !isSound;
    leadTo(send, isSound && href);
  }

  // One more of the list, after the last.
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
