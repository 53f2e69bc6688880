/*
 * Texts of YAML between quotes, and blocks of lines after "|" and ">": each as { value, end, after }, where `end` is just
 * after its last letter and `after` where reading goes on; null where the text is not ended or a "\\" means nothing.
 */
const ESCAPES = { n: "\n", t: "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", r: "\r", 0: "\0", e: "\x1b", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029", a: "\x07", b: "\b", v: "\v", f: "\f" };
const CODES = { x: 2, u: 4, U: 8 };
const LINE_ENDS = /(?:[ \t]*\r?\n)+[ \t]*/y;

// The text of line ends and spaces at `place` to where the next letter stands; null where there are none.
export function lineEndsAt(text, place) {
  LINE_ENDS.lastIndex = place;
  return LINE_ENDS.exec(text)?.[0] ?? null;
}

// One line end is a space, more are one less.
export function foldedEnds(ends) {
  const lines = ends.split("\n").length - 1;
  return lines === 1 ? " " : "\n".repeat(lines - 1);
}

export function readQuoted(text, start) {
  const mark = text[start];
  let value = "", kept = 0; // letters that were escaped are no spaces to take away before a line end
  for (let at = start + 1; at < text.length; ) {
    const letter = text[at], ends = lineEndsAt(text, at);
    if (ends) {
      value = value.slice(0, kept) + value.slice(kept).replace(/[ \t]+$/, "") + foldedEnds(ends);
      at += ends.length;
    } else if (letter === mark && mark === "'" && text[at + 1] === "'") {
      value += "'";
      at += 2;
    } else if (letter === mark) {
      return { value, end: at + 1, after: at + 1 };
    } else if (letter === "\\" && mark === '"') {
      const next = text[at + 1], code = text.slice(at + 2, at + 2 + CODES[next]), broken = lineEndsAt(text, at + 1);
      if (next in ESCAPES) value += ESCAPES[next];
      else if (next in CODES && code.length === CODES[next] && /^[0-9a-fA-F]+$/.test(code)) value += String.fromCodePoint(parseInt(code, 16));
      else if (!broken) return null;
      at += broken ? 1 + broken.length : 2 + (CODES[next] ?? 0);
      kept = value.length;
    } else {
      value += letter;
      at += 1;
    }
  }
  return null;
}

// Lines that are indented further than `indent`, the column of the fields that the block is one of.
export function readBlock(text, start, indent) {
  const head = /^([|>])([-+]?[1-9]?[-+]?)[ \t]*(?:(?<=[ \t])#[^\n]*)?\r?(?=\n|$)/.exec(text.slice(start));
  if (!head) return null;
  const [whole, style, signs] = head, lines = [];
  let own = /\d/.test(signs) ? Math.max(indent, 0) + Number(/\d/.exec(signs)[0]) : 0;
  let end = start + whole.trimEnd().length, place = start + whole.length + 1, after = Math.min(place, text.length);
  while (place < text.length) {
    const next = text.indexOf("\n", place) < 0 ? text.length : text.indexOf("\n", place);
    const line = text.slice(place, next).replace(/\r$/, ""), spaces = /^ */.exec(line)[0].length;
    if (spaces < line.length) {
      own ||= spaces;
      if (spaces < own || spaces <= indent) break;
      end = place + line.trimEnd().length;
    }
    lines.push(line.slice(own || spaces));
    place = next + 1;
    after = Math.min(place, text.length);
  }
  return { value: (style === "|" ? lines.join("\n") : folded(lines)).replace(signs.includes("+") ? /$^/ : /\n*$/, ""), end, after };
}

function folded(lines) {
  let value = "";
  lines.forEach((line, number) => {
    const above = lines[number - 1] ?? "", isTied = above !== "" && line !== "" && !/^[ \t]/.test(above) && !/^[ \t]/.test(line);
    const afterBlanks = line !== "" && above === "" && number > 0 && !/^[ \t]/.test(line) && value.trim() !== "";
    value += (number === 0 || afterBlanks ? "" : isTied ? " " : "\n") + line;
  });
  return value;
}
