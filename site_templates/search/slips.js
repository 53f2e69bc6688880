/*
 * Words that no page has and keys of Telex or VNI explain, the initials of a unit, or a slip: no space between words, letters that
 * sound alike, or of the finger a letter too many, too few or another, or two the wrong way round; and the number of a notice. A
 * module of its own, after typed.js, which answers.js asks for where nothing else was found.
 */
const { plain, SHORT, TYPES } = unitNames;
const { ASKED } = questions;
const { about, isKnown } = searchIndex;

// As many say it in the north.
const said = word => word.replace(/^tr/, "ch").replace(/^(?:gi|[dr])(?=[aeiouy])/, "d").replace(/^x/, "s").replace(/^n(?=[aeiouy])/, "l");

function isOneSlip(one, other) {
  if (said(one) === said(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return short.slice(at + 1) === long.slice(at + 1) || long.slice(at) === short[at + 1] + short[at] + short.slice(at + 2);
}

// Folded, each such word as the one that stands beside most of its neighbours in the name of a place or page, or in a question.
async function withoutSlips(typed) {
  const { units, called } = await about();
  const phrases = [...ASKED, ...called, ...units, PLACE].map(phrase => plain(phrase).split(" "));
  const words = plain(typed).split(" ");
  for (const [at, word] of words.entries()) {
    if (await isKnown(word)) continue;
    const meant = phrases.flatMap(phrase => phrase.flatMap((one, place) => {
      const beside = (place > 0 && phrase[place - 1] === words[at - 1]) + (place < phrase.length - 1 && phrase[place + 1] === words[at + 1]);
      return beside > 0 && isOneSlip(word, one) ? [{ one, beside }] : [];
    })).sort((one, other) => other.beside - one.beside);
    words[at] = meant[0]?.one ?? apart(word, phrases) ?? word;
  }
  return words.join(" ");
}

// The kind of unit that a word says, or ends: "h", "quan", "tran" of "thi tran"; otherwise none.
const kindOf = word => (Object.hasOwn(SHORT, word) ? plain(SHORT[word]) : TYPES.map(plain).find(type => ` ${type}`.endsWith(` ${word}`)) ?? "");

// Folded, each such word as the own name of the only unit of the kind before it with these initials: of one at the top, or else
// of any.
async function withoutInitials(typed) {
  const { units, everyday } = await about();
  const named = (levels, kind) => units.filter(place => place.split(",").length <= levels && plain(place).startsWith(kind))
    .map(place => unitNames.read(place.split(",")[0], "").own.split(" "));
  const words = plain(typed).split(" ");
  for (const [at, word] of words.entries()) {
    if (word.length < 2 || Object.hasOwn(everyday, word) || await isKnown(word)) continue;
    const alike = [1, 2].map(levels => new Set(named(levels, kindOf(words[at - 1])).filter(name => name.map(one => one[0]).join("") === word)
      .map(name => name.join(" ")))).find(names => names.size > 0);
    if (alike?.size === 1) [words[at]] = alike;
  }
  return words.join(" ");
}

// The number of a notice beside the words for one, with the letters of its kind: "thông báo số 302" is "302 tb".
const ofNotice = typed => plain(typed).replace(/^(?:thong bao|tb) (?:ket luan )?(?:so )?(\d+)( tb.*)?$/, (_, number, letters = " tb") => number + letters);

const mended = async typed => (ofNotice(typed) !== plain(typed) ? ofNotice(typed) : withoutSlips(await withoutInitials(typed)));

export default [fromKeys, mended];
