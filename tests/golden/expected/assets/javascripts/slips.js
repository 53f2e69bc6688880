
function fromTelex(text) {return unitNames.plain(text).split(" ").map(word => word.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
.replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");}
const { plain } = unitNames;const { ASKED } = questions;const { about, isKnown } = searchIndex;
function isOneSlip(one, other) {const [short, long] = one.length <= other.length ? [one, other] : [other, one];let at = 0;while (at < short.length && short[at] === long[at]) at += 1;if (long.length > short.length) return short.slice(at) === long.slice(at + 1);return short.slice(at + 1) === long.slice(at + 1) || long.slice(at) === short[at + 1] + short[at] + short.slice(at + 2);}

async function withoutSlips(typed) {const { units, called } = await about();const phrases = [...ASKED, ...called, ...units, PLACE].map(phrase => plain(phrase).split(" "));const words = plain(typed).split(" ");for (const [at, word] of words.entries()) {if (await isKnown(word)) continue;const meant = phrases.flatMap(phrase => phrase.filter((one, place) => isOneSlip(word, one)
&& ((place > 0 && phrase[place - 1] === words[at - 1]) || (place < phrase.length - 1 && phrase[place + 1] === words[at + 1]))));words[at] = meant[0] ?? word;}
return words.join(" ");}

export default [fromTelex, withoutSlips];