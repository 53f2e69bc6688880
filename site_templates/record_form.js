/*
 * Writes a dialogue's record from the form on the page; limits and sentences are those that record_form.py puts there.
 */
(function () {
  "use strict";

  const form = document.querySelector("[data-record-form]");
  const at = selector => document.querySelector(selector);
  const [problemsAt, pathAt, textAt] = ["problems", "path", "text"].map(name => at(`[data-record-${name}]`));
  const unitField = at("#f-unit"), postsField = at("#f-posts"), held = at("#f-held");
  const send = at("[data-record-send]"), MODELINE = form.dataset.modeline;
  const LONGEST = 7000; // an address of more than some 8,000 letters is refused by hosts
  const slugs = JSON.parse(form.dataset.kindSlugs), between = JSON.parse(form.dataset.between);
  const fields = Array.from(form.querySelectorAll("[data-rules]"), element => ({
    element, path: element.id.slice(2).split("-"), rules: JSON.parse(element.dataset.rules),
  }));

  const clean = text => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const checked = element => Array.from(element.querySelectorAll("input:checked"), box => box.value);
  const linesOf = element => clean(element.value).split("\n").map(clean).filter(Boolean);
  const valueOf = element => ({ several: checked, lines: linesOf })[element.dataset.kind]?.(element) ?? clean(element.value ?? "");

  // The rule that a value breaks, in the order in which `check` looks.
  function broken(value, rules) {
    const { messages } = rules;
    if (rules.pattern && !new RegExp(rules.pattern).test(value)) return messages.pattern;
    if (rules.maxLength && Array.from(value).length > rules.maxLength) return messages.maxLength;
    if (rules.minimum !== undefined && Number(value) < rules.minimum) return messages.minimum;
    if (rules.maximum !== undefined && Number(value) > rules.maximum) return messages.maximum;
    return null;
  }

  // What tells who a citizen is: loaded when there is text to look at, which is not sound before.
  const unread = must => () => [{ rule: "text-holds-no-phone-or-identity-number", must, found: "" }];
  let personalData = (text, isOffices) => {
    personalData = unread("đang tải quy tắc");
    import("./personal_data.js").then(rules => rules.default, () => unread("không tải được quy tắc; hãy tải lại trang"))
      .then(rule => { personalData = rule; show(); });
    return personalData(text, isOffices);
  };

  function put(record, path, value) {
    let place = record;
    path.slice(0, -1).forEach((part, depth) => {
      const empty = /^\d+$/.test(path[depth + 1]) ? [] : {};
      place = place[part] ??= empty;
    });
    place[path[path.length - 1]] = value;
  }

  const shown = path => path.reduce((text, part) => /^\d+$/.test(part) ? `${text}[${Number(part) + 1}]` : text ? `${text}.${part}` : part, "");
  const begun = (record, path) => path.slice(0, -1).reduce((place, part) => place?.[part], record) !== undefined;

  function read() {
    const record = {}, problems = [];
    const say = (path, message, value, element) => problems.push({ field: shown(path), ...message, value, element });
    unitField.removeAttribute("aria-invalid");
    if (unitField.value) record.unit = unitField.value;
    else say(["unit"], JSON.parse(unitField.dataset.missing), "", unitField);
    record.kind = at("#f-kind").value;
    record.presided_by = checked(postsField);
    if (record.presided_by.length === 0) say(["presided_by"], JSON.parse(postsField.dataset.missing), "", null);
    if (held.checked) record.held = {};
    for (const { element, path, rules } of fields) {
      const value = valueOf(element);
      element.removeAttribute("aria-invalid");
      if (value.length === 0) continue;
      put(record, path, value);
      const parts = Array.isArray(value) ? value.map((line, number) => [line, [...path, String(number)]]) : [[value, path]];
      for (const [text, place] of parts) {
        const message = broken(text, rules);
        if (message) say(place, message, text, element);
        if (rules.isText) for (const { found, ...told } of personalData(text, rules.isOffices)) say(place, told, found, element);
      }
    }
    for (const { element, path, rules } of fields) {
      if (rules.required && path.length > 1 && begun(record, path) && valueOf(element).length === 0) {
        say(path, rules.messages.required, "", element);
      }
    }
    if (problems.every(({ asks }) => asks)) { // as `check`, which looks between fields only where each of them is sound
      const tell = (path, rule) => say(path, { rule, must: between[rule] }, "", null);
      if (!record.registration && !record.schedule && !record.held) tell([], "record-says-something");
      if (record.schedule && !record.schedule[0].day) tell(["schedule", "0"], "announcement-is-a-time-or-a-state");
      const counts = record.held?.opinions;
      if (counts?.total_precision && !counts.total) tell(["held", "opinions", "total_precision"], "precision-is-of-a-number");
    }
    return { record, problems };
  }

  // ---- YAML: plain where that is read as the same text, else between double quotes as JSON writes it -------------

  const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,()/+%–;?!“”-]|:(?! |$))*$/u;
  const scalar = text => plain.test(text) && !text.includes("  ") ? text : JSON.stringify(text);

  function lines(value, indent) {
    const pad = " ".repeat(indent);
    if (Array.isArray(value)) {
      return value.flatMap(entry => {
        if (typeof entry === "string") return [`${pad}- ${scalar(entry)}`];
        const [first, ...others] = lines(entry, indent + 2);
        return [`${pad}- ${first.trimStart()}`, ...others];
      });
    }
    return Object.entries(value).flatMap(([name, part]) => {
      if (typeof part === "string" && part.includes("\n") && !/^\s|\t/m.test(part)) {
        return [`${pad}${name}: |-`, ...part.split("\n").map(line => line && `${pad}  ${line}`)];
      }
      if (typeof part === "string") return [`${pad}${name}: ${scalar(part)}`];
      if (Object.keys(part).length === 0) return [`${pad}${name}: {}`];
      if (Array.isArray(part) && part.every(entry => /^[a-z-]+$/.test(entry))) return [`${pad}${name}: [${part.join(", ")}]`];
      return [`${pad}${name}:`, ...lines(part, indent + 2)];
    });
  }

  const ORDER = ["unit", "kind", "presided_by", "co_organisers", "topic", "audiences", "mode", "venue", "further_sites", "participation", "registration", "schedule", "held", "conclusion"];
  const ordered = record => Object.fromEntries(ORDER.filter(name => name in record).map(name => [name, record[name]]));

  function fileName(record) {
    if (!record.unit) return "";
    const used = unitField.selectedOptions[0].dataset.used?.split(" ")[Object.keys(slugs).indexOf(record.kind)];
    return `${record.unit.replace("/", "-")}-${slugs[record.kind]}-${Number(used || 0) + 1}.yml`;
  }

  let made = { name: "", text: "" };
  if (send) send.target = "_blank"; // which HTML allows only beside an address

  function show() {
    const { record, problems } = read();
    made = { name: fileName(record), text: `${[MODELINE, ...lines(ordered(record), 0)].join("\n")}\n` };
    const path = made.name && `content/dialogues/${at("#f-year").value}/${made.name}`;
    pathAt.textContent = path;
    textAt.textContent = made.text;
    const list = document.createElement("ul");
    const wrong = problems.filter(({ asks }) => !asks);
    for (const { field, must, rule, asks, value, element } of problems) {
      const line = document.createElement("li");
      const help = document.createElement("a");
      help.href = `${form.dataset.messages}#${rule}`;
      help.textContent = `[${rule}]`;
      line.append(`${asks ? "cần xem lại: " : ""}${field ? `${field}: ` : ""}${must}${value ? `; đang ghi '${value}'` : ""}  `, help);
      list.append(line);
      if (!asks) element?.setAttribute("aria-invalid", "true");
    }
    problemsAt.replaceChildren(problems.length === 0 ? "Không có lỗi ở từng trường." : list);
    for (const button of document.querySelectorAll("[data-record-copy], [data-record-save]")) button.disabled = wrong.length > 0;
    if (send) offer(path, wrong.length === 0);
  }

  // The host's page for a new file, filled in; nothing leaves this page before somebody follows the link.
  function offer(path, sound) {
    const address = text => send.dataset.recordSend.replace(/\{(path|text)\}/g, (_, gap) => encodeURIComponent(gap === "path" ? path : text));
    const whole = address(made.text), fits = whole.length <= LONGEST && send.dataset.recordSend.includes("{text}");
    at("[data-record-long]").hidden = fits || !sound;
    send.setAttribute("aria-disabled", String(!sound));
    if (sound) send.href = fits ? whole : address("");
    else send.removeAttribute("href");
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(made.text);
    } catch { // browsers offer it on https only
      getSelection().selectAllChildren(textAt);
      document.execCommand("copy");
    }
  }

  at("[data-record-copy]").addEventListener("click", async event => {
    await copy();
    event.target.textContent = "Đã chép bản ghi";
  });

  send?.addEventListener("click", () => { if (!at("[data-record-long]").hidden) copy(); });

  at("[data-record-save]").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([made.text], { type: "application/yaml" }));
    link.download = made.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", show);
  show();
})();
