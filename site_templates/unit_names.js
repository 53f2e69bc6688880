/*
 * What people type, read as the name of a unit: it begins finder.js and the search as they are published, after the tables
 * LETTERS of generator/text/vietnamese.py.
 */
const unitNames = (function () {
  "use strict";

  const withLetters = (text, letters) => text.replace(/[^\0-\x7f]/g, letter => letters[letter] ?? letter);

  // How signboards and letters shorten what a unit is.
  const SHORT = { p: "phường", x: "xã", tt: "thị trấn", tx: "thị xã", q: "quận", h: "huyện", tp: "thành phố" };
  const TYPES = ["phường", "xã", "thị trấn", "quận", "huyện đảo", "huyện", "thị xã", "thành phố", "đặc khu"];
  const OFFICE = "ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan";
  const TYPE = TYPES.map(plain).join("|");
  const OFFICES_FIRST = new RegExp(`^(?:(?:${OFFICE}) ?)+(?=.)`); // "ubndp" is "ubnd p"
  const TYPE_FIRST = new RegExp(`^(?:${TYPE}) (?=.)`);
  const NOT_OWN = new RegExp(` (?:${TYPE}|${OFFICE})(?= )`, "g");
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

  // Lower case, no accents and đ as d, as generator/text/vietnamese.py folds it.
  function fold(text) {
    const bare = withLetters(text, LETTERS.readAs).normalize("NFKD").replace(/\p{M}/gu, "");
    return withLetters(bare.toLowerCase(), LETTERS.bare);
  }

  // The folded words, with one space between them; a number is the same with and without zeros before it.
  function plain(text) {
    return (fold(text).match(/[a-z0-9]+/g) || []).map(word => word.replace(/^0+(?=\d+$)/, "")).join(" ");
  }

  // Each word with its tone before its letters, since "thuỷ" and "thủy" are one word and "hồ" begins "hồng".
  function toned(text) {
    return (withLetters(text, LETTERS.readAs).normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
      .map(word => (word.match(TONE) || []).join("") + word.replace(TONE, ""));
  }

  // Folded: all of it, but in full and without the office that it begins with; the same without the city, which goes
  // without saying; and the same without what kinds of units it says they are, which people mistake. And whether it is the
  // city's own name.
  function read(text, city) {
    const whole = plain(text).replace(OFFICES_FIRST, "").split(" ") // the last word may still be being typed
      .map((word, at, every) => (at < every.length - 1 && Object.hasOwn(SHORT, word) ? plain(SHORT[word]) : word)).join(" ");
    const without = whole.replace(new RegExp(`^(?:thanh pho )?${plain(city)} (?=.)|(?: thanh pho)? ${plain(city)}$`, "g"), "");
    const own = ` ${without} `.replace(NOT_OWN, "").trim();
    const isCity = whole === plain(city) || whole === `thanh pho ${plain(city)}`;
    return own === "" ? { whole, without: whole, own: whole, isCity } : { whole, without, own, isCity };
  }

  // Whether a text has, of the words that were typed and read as these, all that were typed with accents just so.
  function accents(typed, words, isSame = (one, word) => one === word) {
    const accented = toned(typed).filter(word => /[^a-z0-9]/.test(word) && ` ${words} `.includes(` ${plain(word)} `));
    return text => {
      const written = toned(text);
      return accented.every(word => written.some(one => isSame(one, word)));
    };
  }

  // How near a unit's name is to what was typed and how it was read: 0 is the name itself, with or without its district's,
  // 1 what begins with it, 2 what holds it, 3 what only its district's name completes; 4 more where accents were typed
  // that it has not.
  function distance(place, typed, words) {
    const [name] = place.split(",");
    const own = plain(name);
    const names = [own, own.replace(TYPE_FIRST, "")];
    const isOwn = words.split(" ").every(word => ` ${own}`.includes(` ${word}`));
    const isIt = one => `${words} `.startsWith(`${one} `) || ` ${words}`.endsWith(` ${one}`); // some write the district first
    const near = names.some(isIt) ? 0 : names.some(one => one.startsWith(words)) ? 1 : isOwn ? 2 : 3;
    const isSoWritten = accents(typed, words, (one, word) => one.startsWith(word));
    return isSoWritten(isOwn ? name : place) ? near : isSoWritten(place) ? 3 : near + 4;
  }

  return { fold, plain, toned, read, accents, distance, SHORT, TYPES };
})();
