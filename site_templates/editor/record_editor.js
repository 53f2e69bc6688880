/*
 * The page on which a clerk tells what is new of a dialogue: opens its record, adds to it and lets it out.
 */
import { draftOf, keepDraft, onDraftElsewhere } from "./drafts.js";
import { folderControls } from "./folder_controls.js";
import { personalDataFrom, showCounts, showProblems, showText } from "./page_parts.js";
import { fillFrom } from "./record_choices.js";
import { PASTED, recordOpenings, whyNoRecord } from "./record_opening.js";
import { recordProblems } from "./record_rules.js";
import { fieldAt, pathOf, writtenPath } from "./record_schema.js";
import { composed, daySaid, hourSaid, periodSaid, todayInVietnam } from "./said_values.js";
import { takenUp } from "./tellings.js";
import { nextVerb, Refused, told } from "./verbs.js";
import { copyButton, copyText, download, hostPage, leadTo } from "./ways_out.js";
import { AlreadyWritten } from "./yaml_additions.js";
import { nodeAt, NotRead, readNodes, treeOf } from "./yaml_nodes.js";

export function startRecordEditor(data) {
  const form = document.querySelector("[data-editor]"), part = name => document.querySelector(`[data-editor-${name}]`);
  const verbField = part("verb");
  const personalData = personalDataFrom(form.dataset.personalData, () => show());
  let record = null; // { place, original, text, tellings }: what was opened, and the text with what was added already
  let folder = null, made = { text: "", isSound: false };
  const noteCopied = copyButton(part("copy"), () => made.text, part("text"));

  const verb = () => data.verbs.find(({ name }) => name === verbField.value);
  const asked = () => Array.from(form.querySelectorAll(`[data-verb="${verbField.value}"] [data-ask]`));
  const draftName = place => `viec:${place}`;
  const fileName = () => `${record?.place.split("/").pop() ?? "ban-ghi"}.yml`;
  const path = () => `dialogues/${record.place}.yml`, hasYear = () => Boolean(record?.place.includes("/"));
  const today = () => form.dataset.today || todayInVietnam();
  const say = (text, where = "said") => { part(where).textContent = text; };

  const read = {
    day: text => daySaid(text, data.said), hour: text => hourSaid(text, data.said),
    period: text => periodSaid(text, data.said, hasYear() ? record.place.split("/")[0] : ""),
    lines: text => text.split("\n").map(composed).filter(Boolean),
  };
  const kindOf = (field, given) => (field.dataset.ask === "now" ? fieldAt(data.schema, pathOf(given.field))?.said : field.dataset.kind);
  const answers = () => asked().reduce((given, field) => {
    const text = composed(field.value);
    return { ...given, [field.dataset.ask]: text && (read[kindOf(field, given)] ?? (same => same))(text) };
  }, {});
  const isTouched = () => asked().some(field => field.value.trim() !== "");

  const unfilled = () => asked().filter(({ required, value }) => required && !value.trim()).map(field => field.labels[0].textContent.replace(/(;.*| \(bắt buộc\))$/, ""));

  function refusalOf(error) {
    if (error instanceof Refused && error.message === "missing") return `${data.refusals.missing} ${unfilled().join("; ")}`.trim();
    if (error instanceof Refused) return data.refusals[error.message];
    if (error instanceof AlreadyWritten) return data.refusals["already-written"].replace("{field}", writtenPath(error.path));
    if (error instanceof NotRead) return data.refusals["not-read"].replace("{line}", error.line);
    throw error;
  }

  // The record with what is told in the form, and why that cannot be.
  function attempt(always = false) {
    try {
      return { text: always || isTouched() ? told(verb(), answers(), record.text, { schema: data.schema, today: today() }) : record.text };
    } catch (error) {
      return { text: record.text, refusal: refusalOf(error) };
    }
  }

  function problemsOf(text) {
    const root = readNodes(text);
    const lineOf = where => text.slice(0, (nodeAt(root, where) ?? nodeAt(root, where.slice(0, -1)) ?? root).start).split("\n").length;
    return recordProblems(treeOf(root), { ...data, personalData, root }).map(problem => ({ ...problem, line: lineOf(problem.path) }));
  }

  // What was wrong before may be mended after; what is told now may not be wrong itself.
  function wrongIn(text) {
    const [before, after] = [record.text, text].map(one => problemsOf(one).filter(({ asks }) => !asks).map(({ path, rule }) => `${path} ${rule}`));
    return after.some(one => !before.includes(one)) ? data.refusals.wrong : "";
  }

  function show() {
    for (const fields of form.querySelectorAll("[data-verb]")) fields.hidden = !record || fields.dataset.verb !== verbField.value;
    part("work").hidden = !record;
    if (!record) return;
    const { text, refusal } = attempt();
    let problems = [], isRead = true;
    try {
      problems = problemsOf(text);
    } catch (error) {
      isRead = false;
      part("refusal").textContent = refusalOf(error);
    }
    if (isRead) part("refusal").textContent = refusal ?? "";
    part("path").textContent = hasYear() ? `content/${path()}` : record.place === PASTED ? "tệp mà nội dung được chép từ đó, giữ nguyên tên" : fileName();
    showText(part("text"), record.original, text);
    showCounts(form.querySelectorAll("[data-count]"), record.original, text);
    showProblems(part("problems"), problems, form.dataset.messages, isRead ? "Không có lỗi nào trình duyệt thấy được." : "");
    const isChanged = text !== record.original;
    made = { text, isSound: isRead && !refusal && problems.every(({ asks }) => asks) };
    noteCopied();
    part("undo").disabled = record.tellings.length === 0;
    for (const button of document.querySelectorAll("[data-editor-copy], [data-editor-download]")) button.disabled = !made.isSound || !isChanged;
    folder?.allow(made.isSound && isChanged && hasYear());
    const link = part("edit"), canGo = made.isSound && isChanged && hasYear();
    if (link) leadTo(link, canGo && hostPage(link.dataset.editorEdit, `content/${path()}`, text).href);
  }

  function tree() {
    try {
      return treeOf(readNodes(record.text));
    } catch { // what cannot be read is told beside its text
      return {};
    }
  }

  const fillChoices = () => fillFrom(form, data.schema, tree());

  function open(place, opened, from) {
    const text = opened.replace(/^\ufeff/, ""), why = whyNoRecord(text), draft = why ? null : draftOf(draftName(place)), isOther = place === PASTED && draft?.original !== text;
    const { said, ...taken } = why ? {} : takenUp(isOther ? null : draft, text, data, today());
    record = why ? null : { place, original: text, ...taken };
    part("newer").hidden = true;
    say("", "added");
    say(why || `Đã mở ${fileName()} ${from}. ${said}`.trim());
    if (why) return show();
    fillChoices();
    verbField.value = draft?.verb ?? nextVerb(tree(), today());
    for (const field of form.querySelectorAll("[data-ask]")) field.value = draft?.verb === verbField.value ? draft.answers[field.id] ?? "" : "";
    show();
  }

  const typedNow = () => Object.fromEntries(asked().filter(field => field.value).map(field => [field.id, field.value]));

  function keep() {
    if (!record) return;
    const typed = typedNow(), isNothing = record.text === record.original && Object.keys(typed).length === 0;
    keepDraft(draftName(record.place), isNothing ? null : { original: record.original, text: record.text, tellings: record.tellings, verb: verbField.value, answers: typed });
  }

  const clearAnswers = () => form.querySelectorAll("[data-ask]").forEach(field => { field.value = ""; });

  part("add").addEventListener("click", () => {
    const { text, refusal = wrongIn(text) } = attempt(true);
    if (refusal) {
      part("refusal").textContent = refusal;
      return;
    }
    record = { ...record, text, tellings: [...record.tellings, { verb: verbField.value, answers: answers(), typed: typedNow(), before: record.text }] };
    clearAnswers();
    fillChoices();
    keep();
    show();
    lookForNewer();
    say("Đã thêm vào bản ghi, chưa gửi đi đâu. Còn việc khác thì ghi tiếp ở trên; hết thì đưa vào sổ bằng các nút ở phần 3, ngay dưới đây.", "added");
  });
  // It stands in its fields again, to be mended or left.
  part("undo").addEventListener("click", () => {
    const { verb: name, typed, before } = record.tellings.at(-1);
    record = { ...record, text: before, tellings: record.tellings.slice(0, -1) };
    fillChoices();
    if (!isTouched()) {
      verbField.value = name;
      for (const field of asked()) field.value = typed[field.id] ?? "";
    }
    keep();
    show();
    say("Đã bỏ việc vừa thêm; những gì đã điền còn ở các ô.", "added");
  });
  part("discard").addEventListener("click", () => {
    keepDraft(draftName(record.place), null);
    clearAnswers();
    record = { ...record, text: record.original, tellings: [] };
    fillChoices();
    show();
    say("Đã xóa nháp.", "added");
  });
  part("download").addEventListener("click", () => download(fileName(), made.text));
  part("edit")?.addEventListener("click", () => copyText(made.text, part("text")));

  folder = folderControls({
    part, say,
    opened: (place, text) => open(place, text, "trong thư mục content"),
    current: () => ({ place: hasYear() ? record.place : null, text: made.text, original: record?.original }),
    written() {
      keepDraft(draftName(record.place), null);
      record = { ...record, original: made.text, text: made.text, tellings: [] };
      clearAnswers();
      fillChoices();
    },
    show,
  });

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", event => {
    if (event.target === part("pasted")) return;
    say("", "added");
    keep();
    show();
  });
  onDraftElsewhere(name => {
    if (record && name === draftName(record.place)) say("Bản ghi này đang được ghi ở một thẻ khác của trình duyệt: chỉ nháp ghi sau cùng được giữ. Hãy đóng một thẻ.");
  });
  show();
  const openings = recordOpenings({ form, part, say, open });

  // Somebody else's addition that is published by now would be written over by what goes out of the page.
  async function lookForNewer() {
    part("newer").hidden = !record || !(await openings.hasNewer(record.place, record.original));
  }
  addEventListener("focus", lookForNewer);
  for (const way of ["copy", "download", "edit"]) part(way)?.addEventListener("click", lookForNewer);
}
