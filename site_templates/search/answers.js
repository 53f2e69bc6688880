/*
 * What is found for what was typed: tries the ways in which people write, and puts what they find in one order.
 */
const answerTo = (function () {
  "use strict";

  const { accents, plain, read, toned: withMarks } = unitNames;
  const { ASKED, holds, without } = questions;
  const { about, cut, entry, find } = searchIndex;
  const { NOTHING, byName, isAbout, isForClerks, isOf, named, pagesCalled, unitsAsked, unitsWithin } = searchPlaces;
  const { idle, toned } = SEARCH_WORDS;
  const LOOKED_AT = 16; // pages, for the accents and the place that were typed, which the index does not know
  const OFFICE_WORDS = 12; // "giấy chứng nhận quyền sử dụng đất" and a place
  const ENOUGH = [0.6, 0.4]; // of the words, where no page has them all
  const LEAST_LEFT = 1 / 3; // of the words, that another answer may be for them

  // A day in words, or with "ngày" before it, as the numbers that stand side by side in 15/9/2023. "t9" and "t03" are months, "t3"
  // is a Tuesday, as calendars have it, or the month; 18.9.23 is a day too.
  const daysAsNumbers = (words, mayBeMonth) => words
    .replace(/\b(thu |t0?)(\d\d?)\b/g, (all, sign, number) => {
      const day = "hai ba tu nam sau bay".split(" ")[number - 2];
      return sign !== "thu " && (!day || mayBeMonth || sign > "t") ? `thang ${number}` : day ? `thu ${day}` : all;
    })
    .replace(/\b(?:(?:ngay|mung|mong) )*(\d\d?) (?:thang )?(\d\d?)\b/g, "$1 $2")
    .replace(/\b((?:thang|\d\d?) \d\d?) nam (?=\d{4})/g, "$1 ")
    .replace(/(\d \d\d?) (?=\d\d$)/, "$1 20");

  // As it was typed; or as the name of a unit, where a unit has it and no page has the words as they were typed.
  async function findReadings(typed, mayBeMonth = false) {
    const { whole, without: shorter, own } = read(daysAsNumbers(plain(typed), mayBeMonth), PLACE);
    let answer = null;
    for (const reading of new Set([whole, shorter, own])) {
      const next = await find(cut(reading));
      if (answer === null || answer.numbers.length === 0 || next.alike > 0) answer = { ...next, isName: reading !== whole };
      if (answer.phrases > 0) break;
    }
    return answer;
  }

  // What an office writes for what was typed: pages with those words side by side, and the words; of
  // several such things first all of them together.
  async function inOfficeWords(typed) {
    const office = { pages: [], words: [] };
    const { everyday } = await about();
    const at = said => plain(typed).indexOf(plain(said));
    const held = heldBy(typed, everyday).sort((one, other) => at(one) - at(other));
    for (const said of [...(held.length > 1 ? [held] : []), ...held.map(one => [one])]) {
      const written = [...new Set(said.map(one => everyday[one]))].join(" ");
      const others = plain(telling(without(typed, said)));
      const answer = await find(cut(`${plain(written)} ${others}`.trim(), OFFICE_WORDS));
      const pages = answer.numbers.slice(0, others || said.length > 1 ? undefined : answer.phrases);
      office.pages.push(...pages);
      if (pages.length > 0) office.words.push(...written.split(" "));
    }
    return office;
  }

  // What says more than whom and what a question asks for.
  const telling = typed => without(typed, [...ASKED, ...idle]);
  const heldBy = (typed, everyday) => Object.keys(everyday).filter(said => holds(typed, said));

  // Without the words that say little, or also without those of a question, where only then a page has it as a phrase; null
  // where no page has what is left.
  async function inFewerWords(typed) {
    const { everyday } = await about();
    let answer = null;
    for (const fewer of new Set([without(typed, idle), telling(typed)])) {
      if (plain(fewer) === "" || plain(fewer) === plain(typed)) continue;
      if (heldBy(typed, everyday).some(said => !holds(fewer, said))) break; // "đó" is idle, not in "sổ đỏ"
      if (plain(fewer).split(" ").length < LEAST_LEFT * plain(typed).split(" ").length) break;
      const next = await findReadings(fewer);
      if (next.numbers.length > 0) answer = next;
      if (next.phrases > 0) break;
    }
    return answer;
  }

  // Where no page has all that was typed: with most of the words, or of those that an office writes for them.
  async function nearest(typed) {
    const { everyday } = await about();
    const inOffice = heldBy(typed, everyday).reduce((left, said) => `${without(left, [said])} ${everyday[said]}`, typed);
    const some = cut(daysAsNumbers(plain(telling(inOffice)) || plain(typed)), OFFICE_WORDS);
    const answer = await find(some);
    if (answer.numbers.length > 0) return { ...answer, isPartial: answer.phrases === 0, isName: false };
    let most = answer;
    for (const share of ENOUGH) {
      if (most.numbers.length === 0) most = await find(some, Math.max(1, Math.ceil(share * some.length)));
    }
    return { ...most, isPartial: true, isName: false };
  }

  // The number of a document, whatever else was typed: 302-TB/HU.
  async function findNumber(typed) {
    const [number] = typed.match(/\d+(?: ?[-/] ?[\p{L}&]+)+/u) || [];
    const answer = number && number !== typed && await find(cut(plain(number)));
    return answer?.phrases > 0 ? answer : null;
  }

  async function findTyped(typed) {
    let answer = await findNumber(typed) ?? await findReadings(typed);
    const own = answer.alike > 0 ? await named(answer, typed) : [];
    const isUnit = own.length > 0;
    // Words that stand apart on a page stand there by chance.
    if (answer.phrases === 0 && !isUnit) answer = await inFewerWords(typed) ?? answer;
    const ofMonth = await findReadings(typed, true);
    if (answer.phrases === 0 && (answer.numbers.length === 0 || ofMonth.phrases > 0)) answer = ofMonth;
    let [asked, office] = await Promise.all([isUnit ? NOTHING : unitsAsked(typed, answer), inOfficeWords(typed)]);
    if (answer.numbers.length === 0 && asked.units.length + office.pages.length === 0) {
      const [most, place] = await Promise.all([nearest(typed), unitsWithin(typed)]);
      [answer, asked] = [most, place.isSure ? place : NOTHING];
    }
    // A whole name among words that stand apart on every page; what people call a page is no further than the second.
    const isApart = answer.phrases === 0 && !isUnit && asked.units.length === 0;
    const within = isApart ? await unitsWithin(typed) : NOTHING;
    const called = isApart && office.pages.length === 0 ? await pagesCalled(typed, within.places[0]) : [];
    return { ...answer, own, asked, office, within, called };
  }

  // The units that were asked for, then the first of the numbers that show the words with the accents that were typed, what
  // an office writes for them, and all others; last the first of the numbers that show other accents.
  async function inOrder(numbers, { words, phrases, own, asked, office, within, called }, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    const isAccented = !isSoWritten(""); // some were typed
    const looked = isAccented ? numbers.slice(0, LOOKED_AT) : [];
    const phrase = ` ${withMarks(typed).join(" ")} `;
    const isSideBySide = text => ` ${withMarks(text).join(" ")} `.includes(phrase);
    const isSoBegun = accents(typed, words.join(" "), (one, word) => one.startsWith(word)); // the word may still be being typed
    const fit = new Map(await Promise.all(looked.map(async number => {
      const [, title, below, texts, called = []] = await entry(number);
      const text = [title, below, ...texts, ...called].join("\n");
      return [number, isSideBySide(text) ? 3 : isSoWritten(text) ? 2 : isSoBegun(text) ? 1 : 0];
    })));
    const [others, begun] = [0, 1].map(much => looked.filter(number => fit.get(number) === much));
    const first = looked.filter(number => fit.get(number) > 1);
    const after = isAccented ? numbers.slice(LOOKED_AT) : numbers;
    const isSaid = isAccented || phrases === 0; // nobody writes it as it was typed
    const said = isSaid ? office.pages : [];
    // A unit's very name with other accents, which no page has side by side as they were typed: a slip.
    const isSlip = isAccented && ![...fit.values()].includes(3);
    const meant = isSlip ? own.filter(number => numbers.indexOf(number) < phrases) : [];
    // What an office writes too goes first.
    const best = [...asked.units, ...meant, ...(isSlip ? [...said.filter(number => first.includes(number)), ...said] : []), ...first];
    return withPlace([...new Set([...best, ...said, ...begun, ...after, ...office.pages, ...others])], within, called, typed);
  }

  // What the place that was typed has on it and then its own page before all others, which were not asked for; and the pages
  // that people call by what was typed no further than the second, and first where the first of the others is found by chance.
  async function withPlace(numbers, { units, places, isSure }, called, typed) {
    const looked = units.length > 0 ? numbers.slice(0, LOOKED_AT) : [];
    const theirs = await Promise.all(looked.map(async number => isOf(await entry(number), places)));
    const onIt = looked.filter((_, at) => theirs[at]);
    const first = isSure || onIt.length > 0 ? onIt.slice(0, 1) : numbers.slice(0, 1);
    const isChance = called.length > 0 && first.length > 0 && !await isAbout(await entry(first[0]), typed);
    return [...new Set([...(isChance ? called : first), ...first, ...called, ...units.slice(0, 1), ...onIt, ...numbers])];
  }

  // Clerks' pages after the first others, which were asked for unless such a page is called what was typed.
  async function clerksLater(numbers, typed) {
    const { first, units } = await about();
    const looked = numbers.filter(number => number < first - units.length).slice(0, LOOKED_AT);
    const isLater = await Promise.all(looked.map(async number => isForClerks(await entry(number), typed)));
    const later = looked.filter((_, at) => isLater[at]);
    const others = numbers.filter(number => !later.includes(number));
    return [...others.slice(0, LOOKED_AT), ...later, ...others.slice(LOOKED_AT)];
  }

  // What people mean by words that they type without their tones and with nothing else that says much: by "huy" no "phát huy",
  // by "doi lich" no "theo dõi lịch".
  async function withTones(typed) {
    if (typed !== plain(typed)) return typed;
    const { everyday } = await about();
    const isAll = said => holds(typed, said) && telling(without(typed, [said])) === "";
    return [...toned, ...Object.keys(everyday)].find(isAll) ?? typed;
  }

  // As it was typed where that script does not come: a search goes without it.
  const mended = (typed, way) => import("./slips.js").then(slips => slips.default[way](typed), () => plain(typed));

  // What was found for what was typed, in the order in which it is shown.
  async function answerTo(typed) {
    typed = await withTones(typed);
    let answer = await findTyped(typed);
    for (const way of [0, 1]) { // keys of Telex are no slip
      if (!(answer.isPartial || answer.numbers.length === 0) || answer.asked.units.length > 0) break;
      const meant = await mended(typed, way);
      if (meant === plain(typed)) continue;
      const other = await findTyped(meant);
      if (!other.isPartial || (answer.numbers.length === 0 && other.numbers.length > 0)) {
        [answer, typed] = [{ ...other, meant: way > 0 && meant }, meant];
      }
    }
    return { ...answer, numbers: await clerksLater(await inOrder(await byName(answer, typed), answer, typed), typed) };
  }

  return answerTo;
})();
