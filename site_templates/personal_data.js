/*
 * What tells who a citizen is, found in free text as generator/checks/privacy_rules.py finds it, whose patterns and
 * sentences RULES holds, with which this module begins as it is published. A browser of before 2023 may not look behind,
 * and so cannot load it.
 */
const { near, patterns, messages } = RULES;
const is = Object.fromEntries(Object.entries(patterns).map(([name, source]) => [name, new RegExp(source, "u")]));

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
export default function (written) {
  const text = written.normalize("NFKC").replace(new RegExp(is.dash, "gu"), "-");
  const undated = text.replace(new RegExp(is.date, "gu"), date => "x".repeat(date.length));
  const email = text.match(is.email);
  const house = all(is.house, text).find(match => !is.notAHouse.test(before(text, match.index)));
  const found = all(is.digits, undated).map(match => [kindOfNumber(match, text), match]).concat([["email", email], ["house", house]]);
  return found.filter(([kind, match]) => kind && match).map(([kind, match]) => ({ ...messages[kind], found: match[0] }));
}
