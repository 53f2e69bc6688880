
function fromKeys(text) {return unitNames.plain(text).split(" ").map(word => (/^[a-z]+\d/.test(word) ? word.replace(/\d/g, "") : word)
.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
.replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");}

const withoutKeys = word => word.replace(/(?!^)[sfrxjw\d]/g, "").replace(/(.)\1+/g, "$1");
function apart(word, phrases) {const bare = withoutKeys(word);let near = null;for (const phrase of phrases) {for (const at of phrase.keys()) {for (let end = at + 2; end <= phrase.length; end += 1) {const some = phrase.slice(at, end);if (some.join("") === word) return some.join(" ");if (bare !== word && withoutKeys(some.join("")) === bare) near ??= some.join(" ");}
}
}
return near;}
const { plain, SHORT, TYPES } = unitNames;const { ASKED } = questions;const { about, isKnown } = searchIndex;
const said = word => word.replace(/^tr/, "ch").replace(/^(?:gi|[dr])(?=[aeiouy])/, "d").replace(/^x/, "s").replace(/^n(?=[aeiouy])/, "l");
function isOneSlip(one, other) {if (said(one) === said(other)) return true;const [short, long] = one.length <= other.length ? [one, other] : [other, one];let at = 0;while (at < short.length && short[at] === long[at]) at += 1;if (long.length > short.length) return short.slice(at) === long.slice(at + 1);return short.slice(at + 1) === long.slice(at + 1) || long.slice(at) === short[at + 1] + short[at] + short.slice(at + 2);}

async function withoutSlips(typed) {const { units, called } = await about();const phrases = [...ASKED, ...called, ...units, PLACE].map(phrase => plain(phrase).split(" "));const words = plain(typed).split(" ");for (const [at, word] of words.entries()) {if (await isKnown(word)) continue;const meant = phrases.flatMap(phrase => phrase.flatMap((one, place) => {const beside = (place > 0 && phrase[place - 1] === words[at - 1]) + (place < phrase.length - 1 && phrase[place + 1] === words[at + 1]);return beside > 0 && isOneSlip(word, one) ? [{ one, beside }] : [];})).sort((one, other) => other.beside - one.beside);words[at] = meant[0]?.one ?? apart(word, phrases) ?? word;}
return words.join(" ");}

const kindOf = word => (Object.hasOwn(SHORT, word) ? plain(SHORT[word]) : TYPES.map(plain).find(type => ` ${type}`.endsWith(` ${word}`)) ?? "");
async function withoutInitials(typed) {const { units, everyday } = await about();const named = (levels, kind) => units.filter(place => place.split(",").length <= levels && plain(place).startsWith(kind))
.map(place => unitNames.read(place.split(",")[0], "").own.split(" "));const words = plain(typed).split(" ");for (const [at, word] of words.entries()) {if (word.length < 2 || Object.hasOwn(everyday, word) || await isKnown(word)) continue;const alike = [1, 2].map(levels => new Set(named(levels, kindOf(words[at - 1])).filter(name => name.map(one => one[0]).join("") === word)
.map(name => name.join(" ")))).find(names => names.size > 0);if (alike?.size === 1) [words[at]] = alike;}
return words.join(" ");}

const ofNotice = typed => plain(typed).replace(/^(?:thong bao|tb) (?:ket luan )?(?:so )?(\d+)( tb.*)?$/, (_, number, letters = " tb") => number + letters);
const mended = async typed => (ofNotice(typed) !== plain(typed) ? ofNotice(typed) : withoutSlips(await withoutInitials(typed)));
export default [fromKeys, mended];