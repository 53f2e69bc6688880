/*
 * What is found for what was typed: tries the ways in which people write, and puts what they find in one order.
 */
const answerTo = (function () {
  "use strict";

  const { accents, fromTelex, plain, read } = unitNames;
  const { ASKED, without } = questions;
  const { cut, entry, find } = searchIndex;
  const { NOTHING, byName, named, unitsAsked, unitsWithin } = searchPlaces;
  const { idle, everyday, toned } = SEARCH_WORDS;
  const LOOKED_AT = 16; // pages, for the accents that were typed, which the index does not know
  const ENOUGH = [0.6, 0.4]; // of the words, where no page has them all
  const LEAST_LEFT = 1 / 3; // of the words, that another answer may be for them

  // A day in words, or with "ngày" before it, as the numbers that stand side by side in 15/9/2023.
  const daysAsNumbers = words => words
    .replace(/\b(?:(?:ngay|mung|mong) )*(\d{1,2}) (?:thang )?(\d{1,2})\b(?: nam(?= \d{4}\b))?/g, "$1 $2")
    .replace(/\b(thang \d{1,2}) nam (\d{4})\b/g, "$1 $2");

  // As it was typed; or as the name of a unit, where a unit has it and no page has the words as they were typed.
  async function findReadings(typed) {
    const { whole, without: shorter, own } = read(daysAsNumbers(plain(typed)), PLACE);
    let answer = null;
    for (const reading of new Set([whole, shorter, own])) {
      const next = await find(cut(reading));
      if (answer === null || answer.numbers.length === 0 || next.alike > 0) answer = { ...next, isName: reading !== whole };
      if (answer.phrases > 0) break;
    }
    return answer;
  }

  // What an office writes for what was typed: pages with those words side by side, and the words.
  async function inOfficeWords(typed) {
    const office = { pages: [], words: [] };
    for (const [said, written] of Object.entries(everyday)) {
      const rest = without(typed, [said]);
      if (rest.length === typed.length || plain(rest) === plain(typed)) continue;
      const others = plain(without(rest, [...ASKED, ...idle]));
      const answer = await find(cut(`${plain(written)} ${others}`.trim()));
      const pages = answer.numbers.slice(0, others ? undefined : answer.phrases);
      office.pages.push(...pages);
      if (pages.length > 0) office.words.push(...plain(written).split(" "));
    }
    return office;
  }

  const holds = (typed, phrase) => without(typed, [phrase]) !== without(typed, []);

  // Without the words that say little, or also without those of a question, where only then a page has it as a phrase; null
  // where no page has what is left.
  async function inFewerWords(typed) {
    let answer = null;
    for (const fewer of new Set([without(typed, idle), without(typed, [...ASKED, ...idle])])) {
      if (plain(fewer) === "" || plain(fewer) === plain(typed)) continue;
      if (Object.keys(everyday).some(said => holds(typed, said) && !holds(fewer, said))) break; // "đó" is idle, not in "sổ đỏ"
      if (plain(fewer).split(" ").length < LEAST_LEFT * plain(typed).split(" ").length) break;
      const next = await findReadings(fewer);
      if (next.numbers.length > 0) answer = next;
      if (next.phrases > 0) break;
    }
    return answer;
  }

  // Where no page has all that was typed: with most of the words.
  async function nearest(typed) {
    const some = cut(daysAsNumbers(plain(without(typed, [...ASKED, ...idle])) || plain(typed)));
    const answer = await find(some);
    if (answer.numbers.length > 0) return { ...answer, isName: false };
    let most = answer;
    for (const share of ENOUGH) {
      if (most.numbers.length === 0) most = await find(some, Math.max(1, Math.ceil(share * some.length)));
    }
    return { ...most, isPartial: true, isName: false };
  }

  async function findTyped(typed) {
    let answer = await findReadings(typed);
    const isUnit = answer.alike > 0 && (await named(answer, typed)).length > 0;
    // Words that stand apart on a page stand there by chance.
    if (answer.phrases === 0 && !isUnit) answer = await inFewerWords(typed) ?? answer;
    let [asked, office] = await Promise.all([isUnit ? NOTHING : unitsAsked(typed, answer), inOfficeWords(typed)]);
    if (answer.numbers.length === 0 && asked.units.length + office.pages.length === 0) {
      [answer, asked] = await Promise.all([nearest(typed), unitsWithin(typed)]);
    }
    // A whole name among words that stand apart on every page: its unit is no further than the second.
    const within = answer.phrases === 0 && !isUnit && asked.units.length + office.pages.length === 0 ? await unitsWithin(typed) : NOTHING;
    return { ...answer, asked, office, within: within.units };
  }

  // The units that were asked for, then the first of the numbers that show the words with the accents that were typed, what
  // an office writes for them, and all others; last the first of the numbers that show other accents.
  async function inOrder(numbers, { words, phrases, asked, office, within }, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    const isAccented = !isSoWritten(""); // some were typed
    const looked = isAccented ? numbers.slice(0, LOOKED_AT) : [];
    const isSoBegun = accents(typed, words.join(" "), (one, word) => one.startsWith(word)); // the word may still be being typed
    const fit = new Map(await Promise.all(looked.map(async number => {
      const [, title, below, texts, called = []] = await entry(number);
      const text = [title, below, ...texts, ...called].join("\n");
      return [number, isSoWritten(text) ? 2 : isSoBegun(text) ? 1 : 0];
    })));
    const [others, begun, first] = [0, 1, 2].map(much => looked.filter(number => fit.get(number) === much));
    const after = isAccented ? numbers.slice(LOOKED_AT) : numbers;
    const isSaid = isAccented || phrases === 0; // nobody writes it as it was typed
    const all = [...new Set([...asked.units, ...first, ...(isSaid ? office.pages : []), ...begun, ...after, ...office.pages, ...others])];
    return [...new Set([...all.slice(0, 1), ...within.slice(0, 1), ...all])];
  }

  // What people mean by a word that they type without its tones and with nothing else that says much: by "huy" no "phát huy".
  function withTones(typed) {
    const said = plain(without(typed, [...ASKED, ...idle]));
    return typed === plain(typed) ? toned.find(word => plain(word) === said) ?? typed : typed;
  }

  // What was found for what was typed, in the order in which it is shown.
  async function answerTo(typed) {
    typed = withTones(typed);
    let answer = await findTyped(typed);
    const meant = fromTelex(typed);
    if (meant !== plain(typed) && (answer.isPartial || answer.numbers.length === 0) && answer.asked.units.length === 0) {
      const other = await findTyped(meant);
      if (!other.isPartial || answer.numbers.length === 0) [answer, typed] = [other, meant];
    }
    return { ...answer, numbers: await inOrder(await byName(answer, typed), answer, typed) };
  }

  return answerTo;
})();
