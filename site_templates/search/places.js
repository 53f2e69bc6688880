/*
 * The places and pages of the register that what was typed names, beside whom and what it asks for.
 */
const searchPlaces = (function () {
  "use strict";

  const { distance, plain } = unitNames;
  const { ASKED, unitsIn, without } = questions;
  const { about, cut, entry, find } = searchIndex;
  const { idle, called } = SEARCH_WORDS;
  const MOST_ALIKE = 40; // units, more of which are left as they are
  const NOTHING = { units: [], words: [] };

  // The units whose very name it is.
  async function named(answer, typed) {
    const places = await Promise.all(answer.numbers.slice(0, Math.min(answer.alike, MOST_ALIKE)).map(async number => {
      const [, place] = await entry(number);
      return { number, far: distance(place, typed, answer.words.join(" ")) % 4 };
    }));
    return places.filter(({ far }) => far === 0).map(({ number }) => number);
  }

  // The units that a question names beside whom and what it asks for, the nearest of them; where it names none, the calendar,
  // which stands before the units. What a page of the register is called leads to the unit's page, unless the best that was
  // found is such a page: only units at the top have their own.
  async function unitsAsked(typed, { numbers, phrases }) {
    const { first, units } = await about();
    const calendar = first - units.length - 1;
    const isPage = numbers[0] <= calendar;
    const all = [...ASKED, ...idle, ...called, PLACE];
    const found = unitsIn(typed, units, [PLACE]);
    if (found.length === 0) found.push(...unitsIn(typed, units, [...called, PLACE]).filter(({ number }) => !isPage || units[number].includes(","))
      .map(one => ({ ...one, isCalled: true })));
    if (found.length > 0 && found[0].isCalled && !units[found[0].number].includes(",")) {
      const page = numbers.find(number => number <= calendar); // of this unit: a name of its own may hold such a word
      if (page !== undefined) return { units: [page], words: [] };
    }
    if (found.length > 0) return nearestOf(found, units, first);
    const isQuestion = (!isPage || phrases === 0) && without(typed, idle) !== "" && without(typed, all) === "";
    if (!isQuestion) return NOTHING;
    const pages = await pagesCalled(typed);
    return { units: pages.length > 0 ? pages : [calendar], words: [] };
  }

  function nearestOf(found, units, first) {
    const nearest = found.filter(({ far }) => far === found[0].far).map(({ number }) => number);
    const words = nearest.map(number => plain(units[number].split(",")[0])).join(" ").split(" ");
    return { units: nearest.map(number => first - 1 - number), words };
  }

  // The units whose whole names stand in what was typed, whatever else does.
  async function unitsWithin(typed) {
    const { first, units } = await about();
    const found = unitsIn(typed, units, [], true);
    return found.length > 0 ? nearestOf(found, units, first) : NOTHING;
  }

  // The pages that people call so, where nothing but whom and what a question asks for stands beside.
  async function pagesCalled(typed) {
    const { first, units } = await about();
    const names = called.filter(name => without(typed, [name]) !== without(typed, [])).sort((one, other) => other.length - one.length);
    for (const name of names.filter(one => without(without(typed, [one]), [...ASKED, ...idle, PLACE]) === "")) {
      const { numbers, phrases } = await find(cut(plain(name)));
      const pages = numbers.slice(0, phrases).filter(number => number < first - units.length);
      if (pages.length > 0) return pages.slice(0, 1);
    }
    return [];
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

  return { NOTHING, byName, named, unitsAsked, unitsWithin };
})();
