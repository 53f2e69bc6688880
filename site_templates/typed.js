/*
 * What was meant by what was typed while the input method was off, or without spaces: it begins slips.js and questions.js as they
 * are published.
 */

// What keys of Telex or VNI mean, without accents: "ddoois" and "d9o61i" are "doi". No syllable ends in a tone's key.
function fromKeys(text) {
  return unitNames.plain(text).split(" ").map(word => (/^[a-z]+\d/.test(word) ? word.replace(/\d/g, "") : word)
    .replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
    .replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");
}

// What is left of words that were typed in one, when no key that may be one of Telex or VNI is: "leechaan" and "le chan" are "lechan".
const withoutKeys = word => word.replace(/(?!^)[sfrxjw\d]/g, "").replace(/(.)\1+/g, "$1");

// The neighbours in a phrase that a word is without the spaces, or with keys of Telex or VNI too; null where it is none.
function apart(word, phrases) {
  const bare = withoutKeys(word);
  let near = null;
  for (const phrase of phrases) {
    for (const at of phrase.keys()) {
      for (let end = at + 2; end <= phrase.length; end += 1) {
        const some = phrase.slice(at, end);
        if (some.join("") === word) return some.join(" ");
        if (bare !== word && withoutKeys(some.join("")) === bare) near ??= some.join(" ");
      }
    }
  }
  return near;
}
