
function fromKeys(text) {return unitNames.plain(text).split(" ").map(word => (/^[a-z]+\d/.test(word) ? word.replace(/\d/g, "") : word)
.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
.replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");}

function apart(word, phrases) {for (const phrase of phrases) {for (const at of phrase.keys()) {for (let end = at + 2; end <= phrase.length; end += 1) {const some = phrase.slice(at, end);if (some.join("") === word) return some.join(" ");}
}
}
return null;}
const { plain } = unitNames;const { ASKED } = questions;const { about, isKnown } = searchIndex;
const said = word => word.replace(/^tr/, "ch").replace(/^(?:gi|[dr])(?=[aeiouy])/, "d").replace(/^x/, "s").replace(/^n(?=[aeiouy])/, "l");
function isOneSlip(one, other) {if (said(one) === said(other)) return true;const [short, long] = one.length <= other.length ? [one, other] : [other, one];let at = 0;while (at < short.length && short[at] === long[at]) at += 1;if (long.length > short.length) return short.slice(at) === long.slice(at + 1);return short.slice(at + 1) === long.slice(at + 1) || long.slice(at) === short[at + 1] + short[at] + short.slice(at + 2);}

async function withoutSlips(typed) {const { units, called } = await about();const phrases = [...ASKED, ...called, ...units, PLACE].map(phrase => plain(phrase).split(" "));const words = plain(typed).split(" ");for (const [at, word] of words.entries()) {if (await isKnown(word)) continue;const meant = phrases.flatMap(phrase => phrase.flatMap((one, place) => {const beside = (place > 0 && phrase[place - 1] === words[at - 1]) + (place < phrase.length - 1 && phrase[place + 1] === words[at + 1]);return beside > 0 && isOneSlip(word, one) ? [{ one, beside }] : [];})).sort((one, other) => other.beside - one.beside);words[at] = meant[0]?.one ?? apart(word, phrases) ?? word;}
return words.join(" ");}

export default [fromKeys, withoutSlips];