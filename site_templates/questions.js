/*
 * Questions, and the places that they name: finder.js brings it when it is first used, and the search begins with it, both after
 * unit_names.js and SEARCH_WORDS, the lists of search_words.yml.
 */
const questions = (function () {
  "use strict";

  const { plain, toned, distance, SHORT, TYPES } = unitNames;
  const TYPE_WRITTEN = new RegExp(`^(?:${TYPES.join("|")}) (?=.)`, "iu");
  const ASKED = [...SEARCH_WORDS.posts, ...SEARCH_WORDS.asking];

  const isAccented = text => /[^\0-\x7f]/.test(text);

  const wordsOf = text => text.match(/[\p{L}\p{M}\p{N}]+/gu) || [];

  // What was typed without the phrases in it, the longest first. Where accents were typed, a word without them is another
  // word: "du lịch" holds neither "dự" nor "lịch" of a dialogue; but two words with a slip in them are those two: "đói thoại".
  function without(typed, phrases) {
    const written = isAccented(typed) ? text => toned(text).join(" ") : plain;
    const found = [...phrases].sort((one, other) => plain(other).length - plain(one).length);
    const words = wordsOf(typed);
    for (const one of found) {
      const length = plain(one).split(" ").length;
      const key = length > 1 ? plain : written;
      const phrase = key(one);
      let at = 0;
      while (at + length <= words.length) {
        if (key(words.slice(at, at + length).join(" ")) === phrase) words.splice(at, length);
        else at += 1;
      }
    }
    return words.join(" ");
  }

  const holds = (typed, phrase) => without(typed, [phrase]) !== without(typed, []);

  // Many write "Vỹ" for "Vĩ".
  const spelt = text => plain(text).replace(/\b([bcdghklmnprstvx]+)y\b/g, "$1i").split(" ");

  // Where words stand side by side in others, the last of which may still be being typed; -1 where they do not.
  function placeIn(words, name) {
    return words.findIndex((_, at) => name.every((word, next) =>
      words[at + next] === word || (at + next === words.length - 1 && next === name.length - 1 && word.startsWith(words[at + next]))));
  }

  // What is left of the words of a question without a name and what kind of unit it is; null where the name is not in it.
  function withoutName(words, name) {
    const own = spelt(name.replace(TYPE_WRITTEN, ""));
    const at = placeIn(words.map(word => spelt(word)[0]), own);
    if (at < 0) return null;
    const before = words.slice(0, at);
    const type = spelt(name).slice(0, -own.length);
    const isBefore = type.length > 0 && type.join(" ") === spelt(before.join(" ")).slice(-type.length).join(" ");
    const rest = [...before.slice(0, before.length - (isBefore ? type.length : 0)), ...words.slice(at + own.length)];
    const written = words.slice(at, at + own.length).join(" ");
    return { rest, own, written, isTyped: isBefore || ` ${plain(rest.join(" "))} `.includes(` ${type.join(" ")} `) };
  }

  // The words with what kinds of units are shortened to, in full.
  function inFull(typed) {
    const like = isAccented(typed) ? text => text : plain;
    return wordsOf(typed).flatMap(word => (Object.hasOwn(SHORT, plain(word)) ? like(SHORT[plain(word)]).split(" ") : word));
  }

  // The places that a question names, as pairs of their numbers and how near they are, the nearest first: nothing else
  // stands in it but whom and what it asks for, words that say little, the others, and kinds of units, which people mistake;
  // or more, where what kind of unit it is stands beside the name, or the name is of two words with the accents that were typed.
  function unitsIn(typed, places, others, mayHoldMore = false) {
    const phrases = [...ASKED, ...SEARCH_WORDS.idle, ...others];
    const words = inFull(typed);
    const found = [];
    for (const [number, place] of places.entries()) {
      const [name, ...above] = place.split(", ");
      const named = withoutName(words, name);
      if (!named) continue;
      const rest = above.reduce((left, one) => withoutName(left, one)?.rest ?? left, named.rest).join(" ");
      const far = distance(place, named.written, named.own.join(" ")) < 4 ? 0 : 4;
      const isName = named.isTyped || (named.own.length > 1 && far === 0); // "dự án đường" holds no An Dương
      if (without(rest, [...phrases, ...TYPES]) !== "" && !(mayHoldMore && isName)) continue;
      const isMistaken = without(rest, phrases) !== "";
      found.push({ number, far: far + (named.isTyped ? 0 : isMistaken ? 2 : 1), length: -rest.split(" ").length });
    }
    return found.sort((one, other) => one.far - other.far || other.length - one.length).map(({ number, far }) => ({ number, far }));
  }

  // The places that a question names; or the places beside a topic, none of which is near enough to be all that was asked.
  function asked(typed, places, others) {
    const found = unitsIn(typed, places, others);
    return found.length > 0 ? found : unitsIn(typed, places, others, true).map(({ number, far }) => ({ number, far: far + 2 }));
  }

  // The places of a question that names several and nothing else.
  function severalIn(typed, places) {
    const found = unitsIn(typed, places, [], true).filter(({ far }) => far < 4);
    const names = found.map(({ number }) => places[number].split(", ")[0].replace(TYPE_WRITTEN, ""));
    const isAll = without(inFull(typed).join(" "), [...names, ...ASKED, ...SEARCH_WORDS.idle, ...TYPES]) === "";
    return isAll ? found.map(({ number }) => ({ number, far: 0 })) : [];
  }

  // A question in words that say whom and what is asked for, and no place; nor anything else but the others.
  const isPlaceless = (typed, others) => without(typed, [...SEARCH_WORDS.idle, ...TYPES]) !== ""
    && without(inFull(typed).join(" "), [...ASKED, ...SEARCH_WORDS.idle, ...TYPES, ...others]) === "";

  return { ASKED, asked, holds, isPlaceless, severalIn, without, unitsIn };
})();
