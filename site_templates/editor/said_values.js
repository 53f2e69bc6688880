/*
 * What people type, as records write it: days, hours and periods as generator/text/said_values.py reads them, whose patterns are
 * `said`; text with composed letters and no spaces at the ends of its lines.
 */
export const composed = text => text.normalize("NFC").replace(/\r\n?/g, "\n").trim().split("\n").map(line => line.trimEnd()).join("\n");

const foldedText = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").split(/\s+/).filter(Boolean).join(" ");
const whole = (pattern, text) => new RegExp(`^(?:${pattern})$`).exec(text);
const two = number => String(Number(number)).padStart(2, "0");

// As a record writes it; what is no day stays as it was typed.
export function daySaid(typed, said) {
  const text = foldedText(typed);
  const first = whole(said.dayFirst, text);
  if (first) return `${first[3]}-${two(first[2])}-${two(first[1])}`;
  const year = whole(said.yearFirst, text);
  return year ? `${year[1]}-${two(year[2])}-${two(year[3])}` : typed;
}

export function hourSaid(typed, said) {
  const found = whole(said.hours, foldedText(typed));
  if (!found) return typed;
  const isLater = found[3] && found[3] !== "sang" && found[3] !== "am" && Number(found[1]) < 12;
  return `${two(Number(found[1]) + (isLater ? 12 : 0))}:${found[2] ?? "00"}`;
}

// `year` where none is typed.
export function periodSaid(typed, said, year) {
  const day = daySaid(typed, said), text = foldedText(typed);
  if (day !== typed) return day;
  const behind = whole(said.yearBehind, text), before = whole(said.yearBefore, text);
  const [rest, number] = behind ? [behind[1], behind[2]] : before ? [before[2], before[1]] : [text, year];
  const part = (behind || before) && whole(said.monthNumber, rest) ? two(rest) : partOfYear(rest, said);
  return number && part ? `${number}-${part}` : typed;
}

function partOfYear(text, said) {
  const quarter = whole(said.quarter, text), month = whole(said.month, text);
  if (quarter) return `Q${said.quarters[quarter[1] ?? quarter[2]] ?? quarter[1]}`;
  if (month) return two(month[1]);
  const part = whole(said.partOfMonth, text), half = whole(said.halfOfYear, text);
  if (part && (part[1] !== "truoc" || Number(part[2]) > 1)) return `${two(part[2])}-${said.partsOfMonth[part[1]]}`;
  return half ? `H${half[1] === "dau" ? 1 : 2}` : "";
}

export const isWrittenDay = text => /^\d{4}-\d\d-\d\d$/.test(text);

export const isDay = text => {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

// Of Asia/Ho_Chi_Minh, wherever the clerk's clock stands.
export const todayInVietnam = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
