/*
 * Writes fields, lists and text as the register's own writer does, letter for letter: quotes only what would not be read as
 * the same text. Values are texts, arrays and objects.
 */
const SPACES = "\0 \t\r\n\x85\u2028\u2029";
const isSeen = code => code === 0x0a || (code >= 0x20 && code <= 0x7e);
const isUnicode = code => code === 0x85 || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff) || (code >= 0x10000 && code < 0x10ffff);

// Which ways of writing a text keep it the same.
function waysOf(text) {
  const letters = Array.from(text), isSpaceAt = place => place >= letters.length || SPACES.includes(letters[place]);
  let inFlow = !/^(---|\.\.\.)/.test(text), inBlock = inFlow, isSpecial = false;
  letters.forEach((letter, place) => {
    const code = letter.codePointAt(0), isLast = isSpaceAt(place + 1);
    if (place === 0 ? "#,[]{}&*!|>'\"%@`".includes(letter) || (letter === "-" && isLast) : letter === "#" && isSpaceAt(place - 1)) inFlow = inBlock = false;
    if (place === 0 ? "?:".includes(letter) : ",?[]{}:".includes(letter)) inFlow = false;
    if ((letter === ":" || (letter === "?" && place === 0)) && isLast) inBlock = false;
    if (!isSeen(code) && !isUnicode(code)) isSpecial = true;
  });
  const isBroken = /[\n\x85\u2028\u2029]/.test(text), breakSpace = /[\n\x85\u2028\u2029] /.test(text);
  const isPlain = !/^[ \n\x85\u2028\u2029]|[ \n\x85\u2028\u2029]$/.test(text) && !isBroken;
  const isOdd = isSpecial || / [\n\x85\u2028\u2029]/.test(text);
  return { inFlow: isPlain && inFlow && !isOdd, inBlock: isPlain && inBlock && !isOdd, single: !breakSpace && !isOdd, literal: !text.endsWith(" ") && !isOdd };
}

const ESCAPED = { "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P" };

function escaped(letter) {
  const code = letter.codePointAt(0), hex = code.toString(16).toUpperCase();
  if (letter in ESCAPED) return `\\${ESCAPED[letter]}`;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)) return letter;
  return code <= 0xff ? `\\x${hex.padStart(2, "0")}` : code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

const quoted = (text, single) => (single ? `'${text.replaceAll("'", "''")}'` : `"${Array.from(text, escaped).join("")}"`);

// A text in a block of fields whose lines, where it has several, stand at `indent`.
function textInBlock(text, indent) {
  const ways = waysOf(text), isLong = text.includes("\n");
  if (!isLong && ways.inBlock) return text;
  if (isLong && ways.literal) return `|-\n${text.split("\n").map(line => line && " ".repeat(indent) + line).join("\n")}`;
  return quoted(text, !isLong && ways.single);
}

const isEmpty = value => typeof value === "object" && Object.keys(value).length === 0;

function lines(value, indent) {
  const pad = " ".repeat(indent);
  if (Array.isArray(value)) {
    return value.map(entry => {
      if (typeof entry === "string") return `${pad}- ${textInBlock(entry, indent + 2)}\n`;
      return isEmpty(entry) ? `${pad}- ${onOneLine(entry)}\n` : `${pad}- ${lines(entry, indent + 2).trimStart()}`;
    }).join("");
  }
  return Object.entries(value).map(([name, part]) => {
    if (typeof part === "string") return `${pad}${name}: ${textInBlock(part, indent + 2)}\n`;
    return isEmpty(part) ? `${pad}${name}: ${onOneLine(part)}\n` : `${pad}${name}:\n${lines(part, indent + 2)}`;
  }).join("");
}

// Whole lines, each indented by so many spaces.
export const inLines = (value, indent) => lines(value, indent);

// As it may be written between brackets; a text alone as it may be written after a field's name.
export function onOneLine(value) {
  return typeof value === "string" ? textInBlock(value, 2) : inFlow(value);
}

function inFlow(value) {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value === "object") return `{${Object.entries(value).map(([name, part]) => `${name}: ${inFlow(part)}`).join(", ")}}`;
  const ways = waysOf(value), isLong = value.includes("\n");
  return !isLong && ways.inFlow ? value : quoted(value, !isLong && ways.single);
}
