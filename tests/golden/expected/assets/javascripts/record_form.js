const PERSONAL_DATA = {"near": 40, "patterns": {"dash": "[‐‒–—]", "date": "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])([.-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d(?!\\d|[.-]\\d{3})", "digits": "(?<!\\d)(?<!\\d[.,-])[+(]{0,2}\\d(?:[ .()·_-]{0,3}\\d){7,13}(?![\\p{L}\\p{N}_])(?!/(?!\\(?\\+?\\d[\\d .-]{6}))", "measure": "^(?:\\s*(?:[đĐ][ồỒ][nN][gG]|[đĐ]|[vV][nN][đĐ]|[vV][nN][dD]|[mM]2|[mM]²|[hH][aA]|[tT][rR][iI][ệỆ][uU]|[nN][gG][hH][ìÌ][nN])(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))", "numbering": "^(?=.*-)\\D*\\d{1,2}(?:\\D+\\d{1,2})*$", "phone": "^(?:(?=.*\\+|[^.]*$)\\D*(?=8\\D*4)\\d(?:\\D*\\d){10,11}|\\D*0\\D*0\\D*8\\D*4.*|\\D*0(?:\\D*\\d){9,10})$", "link": "(?<![\\p{L}\\p{N}_])[\\p{L}\\p{N}_]+://\\S+", "citizen": "^\\D*0(?:\\D*\\d){11}$", "old": "^(?:\\d{9}|\\D*0(?:\\D*\\d){8})$", "nine": "^(?:\\D*\\d){9}$", "identity": "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:[cC][mM][nN][dD]|[cC][mM][tT]|[cC][cC][cC][dD]|[cC][hH][ứỨ][nN][gG] [mM][iI][nN][hH]|[cC][ăĂ][nN] [cC][ưƯ][ớỚ][cC])(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[^\\d]{0,20}$", "email": "(?<![\\p{L}\\p{N}_.+-])[\\p{L}\\p{N}_.+-]+(?:\\s?@\\s?|\\s?[(\\[](?:[aA]|[aA][tT]|@|[aA] [cC][òÒ][nN][gG])[)\\]]\\s?)(?:[\\p{L}\\p{N}_-]+(?:(?:\\.|\\s?[(\\[](?:[dD][oO][tT]|[cC][hH][ấẤ][mM])[)\\]]\\s?)[\\p{L}\\p{N}_-]+)*(?:\\.|\\s?[(\\[](?:[dD][oO][tT]|[cC][hH][ấẤ][mM])[)\\]]\\s?)[a-zA-Z]{2,}|(?:[gG][mM][aA][iI][lL]|[yY][aA][hH][oO][oO]|[hH][oO][tT][mM][aA][iI][lL]|[oO][uU][tT][lL][oO][oO][kK])(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))", "house": "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:[sS][ốỐ] [nN][hH][àÀ]|[nN][hH][àÀ] [sS][ốỐ])\\s{0,3}:?\\s{0,3}\\d+|(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[sS]\\.?[nN]\\.?\\s*\\d+[a-zA-Z]?\\d?(?:/\\d+[a-zA-Z]?)*,?\\s+(?:[đĐ][ưƯ][ờỜ][nN][gG]|[pP][hH][ốỐ]|[nN][gG][õÕ]|[nN][gG][áÁ][cC][hH]|[hH][ẻẺ][mM]|[kK][iI][ệỆ][tT])(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))|(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[sS][ốỐ]\\s+\\d+[a-zA-Z]?\\d?(?:/\\d+[a-zA-Z]?)*,?\\s+(?:[đĐ][ưƯ][ờỜ][nN][gG]|[pP][hH][ốỐ]|[nN][gG][õÕ]|[nN][gG][áÁ][cC][hH]|[hH][ẻẺ][mM]|[kK][iI][ệỆ][tT])(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))|(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[nN][hH][àÀ]\\s+\\d+[a-zA-Z]?\\d?(?:/\\d+[a-zA-Z]?)*,?\\s+(?:[đĐ][ưƯ][ờỜ][nN][gG]|[pP][hH][ốỐ]|[nN][gG][õÕ]|[nN][gG][áÁ][cC][hH]|[hH][ẻẺ][mM]|[kK][iI][ệỆ][tT])\\s+(?=\\d|[A-ZĐÀ-Ỹ])|(?<![\\p{L}\\p{N}_/])\\d+[a-zA-Z]?(?:/\\d+[a-zA-Z]?)+,?\\s+(?:[đĐ][ưƯ][ờỜ][nN][gG]|[pP][hH][ốỐ]|[nN][gG][õÕ]|[nN][gG][áÁ][cC][hH]|[hH][ẻẺ][mM]|[kK][iI][ệỆ][tT])\\s+(?=\\d|[A-ZĐÀ-Ỹ])", "notAHouse": "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:[tT][ổỔ]|[pP][hH][ốỐ]|[kK][hH][uU]|[cC][ưƯ]|[tT][hH][ôÔ][nN]|[xX][óÓ][mM]|[ấẤ][pP]|[cC][ụỤ][mM]|[đĐ][ộỘ][iI]|[tT][rR][ạẠ][mM]|[bB][ơƠ][mM]|[áÁ][pP]|[cC][hH][ợỢ]|[cC][ộỘ][tT]|[cC][ầẦ][uU]|[cC][ốỐ][nN][gG]|[tT][rR][ưƯ][ờỜ][nN][gG]|[hH][ọỌ][cC]|[nN][oO][nN]|[sS][ởỞ]|[tT][uU][yY][ếẾ][nN]|[hH][ồỒ]|[kK][êÊ][nN][hH]|[mM][ưƯ][ơƠ][nN][gG]|[lL][ộỘ]|[lL][ôÔ]|[nN][gG][õÕ]|[nN][gG][áÁ][cC][hH]|[hH][ẻẺ][mM]|[kK][iI][ệỆ][tT]|[đĐ][ưƯ][ờỜ][nN][gG]|[nN][gG][àÀ][yY])\\s+$"}, "messages": {"phone": {"rule": "text-holds-no-phone-or-identity-number", "must": "không được có số điện thoại; số của cơ quan ghi ở participation.contact"}, "citizen": {"rule": "text-holds-no-phone-or-identity-number", "must": "không được có số căn cước công dân"}, "old": {"rule": "text-holds-no-phone-or-identity-number", "must": "không được có số chứng minh nhân dân"}, "email": {"rule": "text-holds-no-email-address", "must": "không được có địa chỉ thư điện tử; của cơ quan thì ghi ở participation.contact"}, "house": {"rule": "text-holds-no-house-number", "must": "không được có số nhà; chỉ ghi đến thôn, tổ dân phố hoặc tên đường"}}};
/*
 * What tells who a citizen is, found in free text as generator/checks/privacy_rules.py finds it, whose patterns and
 * sentences PERSONAL_DATA holds: both begin record_form.js as it is published.
 */
const personalData = (function () {
  "use strict";

  const { near, patterns, messages } = PERSONAL_DATA;
  const is = {};
  try {
    for (const [name, source] of Object.entries(patterns)) is[name] = new RegExp(source, "u");
  } catch { // a browser of before 2023 may not look behind; `check` finds it all the same
    return () => [];
  }
  const before = (text, index) => text.slice(Math.max(0, index - near), index);
  const all = (pattern, text) => Array.from(text.matchAll(new RegExp(pattern, "gu")));

  function kindOfNumber({ 0: written, index }, text) {
    if (is.measure.test(text.slice(index + written.length)) || is.numbering.test(written)) return null;
    if (is.phone.test(written)) return "phone";
    if (all(is.link, text).some(link => link.index < index && index < link.index + link[0].length)) return null;
    if (is.citizen.test(written)) return "citizen";
    return is.old.test(written) || (is.nine.test(written) && is.identity.test(before(text, index))) ? "old" : null;
  }

  // The rule, its sentence and what was found, for each thing found.
  return function (written) {
    const text = written.normalize("NFKC").replace(new RegExp(is.dash, "gu"), "-");
    const undated = text.replace(new RegExp(is.date, "gu"), date => "x".repeat(date.length));
    const email = text.match(is.email);
    const house = all(is.house, text).find(match => !is.notAHouse.test(before(text, match.index)));
    const found = all(is.digits, undated).map(match => [kindOfNumber(match, text), match]).concat([["email", email], ["house", house]]);
    return found.filter(([kind, match]) => kind && match).map(([kind, match]) => ({ ...messages[kind], found: match[0] }));
  };
})();
/*
 * Writes a dialogue's record from the form on the page. Limits and sentences come with the fields, in data-rules:
 * they are those of the record's JSON Schema, which is made from the models that `dialogues check` reads with.
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
  const fields = Array.from(form.querySelectorAll("[data-path]"), element => ({
    element, path: element.dataset.path.split("."), rules: JSON.parse(element.dataset.rules),
  }));

  const clean = text => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const checked = element => Array.from(element.querySelectorAll("input:checked"), box => box.value);
  const valueOf = element => element.dataset.kind === "several" ? checked(element) : clean(element.value);

  // The rule that a value breaks, in the order in which `check` looks.
  function broken(value, rules) {
    const { messages } = rules;
    if (rules.pattern && !new RegExp(rules.pattern).test(value)) return messages.pattern;
    if (rules.maxLength && Array.from(value).length > rules.maxLength) return messages.maxLength;
    if (rules.minimum !== undefined && Number(value) < rules.minimum) return messages.minimum;
    if (rules.maximum !== undefined && Number(value) > rules.maximum) return messages.maximum;
    return null;
  }

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
      const message = Array.isArray(value) ? null : broken(value, rules);
      if (message) say(path, message, value, element);
      if (rules.isFreeText) for (const { found, ...told } of personalData(value)) say(path, told, found, element);
    }
    for (const { element, path, rules } of fields) {
      if (rules.required && path.length > 1 && begun(record, path) && valueOf(element).length === 0) {
        say(path, rules.messages.required, "", element);
      }
    }
    if (problems.length === 0) { // as `check`, which looks between fields only where each of them is sound
      const tell = (path, rule) => say(path, { rule, must: between[rule] }, "", null);
      if (!record.registration && !record.schedule && !record.held) tell([], "record-says-something");
      if (record.schedule && !record.schedule[0].day) tell(["schedule", "0"], "announcement-is-a-time-or-a-state");
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
      if (Array.isArray(part) && part.every(entry => typeof entry === "string")) return [`${pad}${name}: [${part.join(", ")}]`];
      return [`${pad}${name}:`, ...lines(part, indent + 2)];
    });
  }

  const ORDER = ["unit", "kind", "presided_by", "topic", "audiences", "mode", "venue", "participation", "registration", "schedule", "held", "conclusion"];
  const ordered = record => Object.fromEntries(ORDER.filter(name => name in record).map(name => [name, record[name]]));

  function fileName(record) {
    if (!record.unit) return "";
    const used = JSON.parse(unitField.selectedOptions[0].dataset.used)[record.kind] || 0;
    return `${record.unit.replace("/", "-")}-${slugs[record.kind]}-${used + 1}.yml`;
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
    for (const { field, must, rule, value, element } of problems) {
      const line = document.createElement("li");
      const help = document.createElement("a");
      help.href = `${form.dataset.messages}#${rule}`;
      help.textContent = `[${rule}]`;
      line.append(`${field ? `${field}: ` : ""}${must}${value ? `; đang ghi '${value}'` : ""}  `, help);
      list.append(line);
      element?.setAttribute("aria-invalid", "true");
    }
    problemsAt.replaceChildren(problems.length === 0 ? "Không có lỗi ở từng trường." : list);
    for (const button of document.querySelectorAll("[data-record-copy], [data-record-save]")) button.disabled = problems.length > 0;
    if (send) offer(path, problems.length === 0);
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
