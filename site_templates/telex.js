/*
 * Begins finder.js and slips.js as they are published, for what was typed while the input method was off.
 */

// What keys of Telex mean, without accents: "ddoois" is "doi". No syllable ends in a tone's key.
function fromTelex(text) {
  return unitNames.plain(text).split(" ").map(word => word.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
    .replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");
}
