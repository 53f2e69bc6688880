/*
 * Begins finder.js and slips.js as they are published, for what was typed while the input method was off.
 */

// What keys of Telex or VNI mean, without accents: "ddoois" and "d9o61i" are "doi". No syllable ends in a tone's key.
function fromTelex(text) {
  return unitNames.plain(text).split(" ").map(word => word.replace(/^[a-z]+\d[a-z\d]*$/, keys => keys.replace(/(?<=[a-z\d])[1-9]/g, ""))
    .replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
    .replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");
}
