/*
 * The places and pages of the register that what was typed names, beside whom and what it asks for.
 */
const searchPlaces = (function () {
  "use strict";

  const { distance, plain, TYPES } = unitNames;
  const { ASKED, holds, isPlaceless, severalIn, unitsIn, without } = questions;
  const { about, cut, entry, find } = searchIndex;
  const { idle } = SEARCH_WORDS;
  const YEAR = /(?<![\p{L}\p{N}])(?:n[aă]m )?20\d\d(?!\p{N})/giu;
  const MOST_ALIKE = 40; // units, more of which are left as they are
  const NOTHING = { units: [], places: [], words: [], isSure: false };

  // The units whose very name it is, whatever accents were typed.
  async function named(answer, typed) {
    const places = await Promise.all(answer.numbers.slice(0, Math.min(answer.alike, MOST_ALIKE)).map(async number => {
      const [, place] = await entry(number);
      return { number, far: distance(place, typed, answer.words.join(" ")) % 4 };
    }));
    return places.filter(({ far }) => far === 0).map(({ number }) => number);
  }

  // The units that a question names beside whom and what it asks for, the nearest of them; where it names none, the calendar,
  // which stands before the units. What a page of the register is called leads to the unit's own page of that name, as units
  // at the top have it, or else to the unit's page.
  async function unitsAsked(typed, { numbers, phrases }) {
    const { first, units, called } = await about();
    const calendar = first - units.length - 1;
    const [, month] = plain(without(typed, [...ASKED, ...idle])).match(/^t([2-7])$/) || [];
    if (month) { // or a day of the week, which what was typed is read as
      const { numbers: pages } = await find(["thang", month]);
      return { ...NOTHING, units: pages.filter(number => number <= calendar).slice(0, 1) };
    }
    const isSo = async number => number <= calendar && isTitled(await entry(number), typed);
    // What stands in several titles, such as those of districts' pages, names none of them.
    const isPage = phrases > 0 && await isSo(numbers[0]) && !await isSo(numbers[1]);
    const isOfSmallWords = namesIn(typed, called).some(name => without(name, idle) === ""); // "có gì mới"
    const found = isOfSmallWords ? [] : unitsIn(typed, units, [PLACE]);
    if (found.length === 0) found.push(...unitsIn(typed, units, [...called, PLACE]).map(one => ({ ...one, isCalled: true })));
    if (found.length > 0 && found[0].isCalled && !units[found[0].number].includes(",")) {
      const pages = numbers.filter(number => number <= calendar); // of this unit: a name of its own may hold such a word
      const entries = await Promise.all(pages.map(entry));
      const isCalled = name => ([, , , , names = []]) => names.some(line => line.split(", ").includes(name));
      const most = namesIn(typed, called).find(name => entries.some(isCalled(name)));
      const page = pages[Math.max(0, entries.findIndex(isCalled(most)))];
      if (page !== undefined) return { ...NOTHING, units: [page] };
    }
    if (found.length === 0) found.push(...severalIn(typed, units));
    if (found.length > 0) return nearestOf(found, units, first);
    if (isPage || !isPlaceless(typed.replace(YEAR, ""), [...called, PLACE])) return NOTHING;
    const pages = await pagesCalled(typed);
    return { ...NOTHING, units: pages.length > 0 ? pages : [calendar] };
  }

  // Clerks' pages are no answer to a question, but to who types half of a title of theirs, or what such a page is called.
  const isClerks = ([address]) => /^(so-tay|lap-ban-ghi)\//.test(address);

  function isForClerks([address, title, , , called = []], typed) {
    const isBegun = `${plain(title)} `.startsWith(`${plain(typed)} `) && 2 * plain(typed).length >= plain(title).length;
    return isClerks([address]) && !isBegun && namesIn(typed, called.flatMap(line => line.split(", "))).length === 0;
  }

  const isTitled = ([address, title], typed) => !isClerks([address]) && ` ${plain(title)} `.includes(` ${plain(typed)} `);

  function nearestOf(found, units, first) {
    const nearest = found.filter(({ far }) => far === found[0].far).map(({ number }) => number);
    const places = nearest.map(number => units[number]);
    const words = places.map(place => plain(place.split(",")[0])).join(" ").split(" ");
    return { units: nearest.map(number => first - 1 - number), places, words, isSure: found[0].far === 0 };
  }

  // The units whose whole names stand in what was typed, whatever else does; sure where what kind of unit it is stands beside.
  async function unitsWithin(typed) {
    const { first, units } = await about();
    const found = unitsIn(typed, units, [], true);
    return found.length > 0 ? nearestOf(found, units, first) : NOTHING;
  }

  // Whether it is a page of one of the places, or of what lies in it: its title says so, or the line below that of a dialogue.
  const isOf = ([, title, line], places) => places.some(place => ` ${plain(`${title} ${line}`)} `.includes(` ${plain(place)} `));

  // What people call pages and what stands in what was typed, the longest first.
  const namesIn = (typed, called) => called.filter(name => holds(typed, name))
    .sort((one, other) => other.length - one.length);

  // The page that people call so, or a place's own of that name: the one first beside which nothing stands but whom and what
  // a question asks for.
  async function pagesCalled(typed, place = "") {
    const { first, units, called } = await about();
    const names = namesIn(typed, called);
    const alone = names.filter(name => without(without(typed.replace(YEAR, ""), [name]), [...ASKED, ...idle, ...TYPES, PLACE]) === "");
    for (const name of new Set([...alone, ...names])) {
      const { numbers, phrases } = await find(cut(plain(`${name} ${place}`)));
      const pages = numbers.slice(0, place ? undefined : phrases).filter(number => number < first - units.length);
      if (pages.length > 0) return pages.slice(0, 1);
    }
    return [];
  }

  // Whether two neighbours of what is asked about, or its only word, stand side by side on a page.
  async function isAbout([, title, line, texts], typed) {
    const { called } = await about();
    const topic = plain(without(typed.replace(YEAR, ""), [...called, ...ASKED, ...idle])).split(" ");
    const text = ` ${plain([title, line, ...texts].join(" "))} `;
    const pairs = topic.length > 1 ? topic.slice(1).map((word, at) => `${topic[at]} ${word}`) : topic;
    return pairs.some(pair => text.includes(` ${pair} `));
  }

  // The numbers with the units that the words fit alike ordered by their names, which the index does not tell apart.
  async function byName({ words, numbers, alike }, typed) {
    if (alike < 2 || alike > MOST_ALIKE) return numbers;
    const units = await Promise.all(numbers.slice(0, alike).map(async number => {
      const [, place] = await entry(number);
      return { number, distance: distance(place, typed, words.join(" ")) };
    }));
    units.sort((one, other) => one.distance - other.distance);
    return [...units.map(({ number }) => number), ...numbers.slice(alike)];
  }

  return { NOTHING, byName, isAbout, isForClerks, isOf, named, pagesCalled, unitsAsked, unitsWithin };
})();
