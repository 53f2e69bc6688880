/*
 * The index that generator/publications/search_index.py writes: asks only for the files of it that the words need, and tells
 * which pages hold them, the best first. All in this folder is one script as it is published, after unit_names.js,
 * SEARCH_WORDS, the lists of search_words.yml, PLACE, the city's name, and questions.js.
 */
const searchIndex = (function () {
  "use strict";

  const MOST_WORDS = 8;
  // What a page gains from a word, and from two words that stand side by side; a title weighs more than a text.
  const WORD = [0, 1];
  const PAIR = [3, 5];
  const BEGUN_WORD = 0.5;
  const BEGUN_PAIR = 4;
  const PHRASE = 100; // the words side by side, as they were typed
  const RARE = 2000; // where no page has all words, a word counts the more, the fewer pages have it

  const ROOT = new URL("../../", document.currentScript.src);
  const INDEX = new URL("tim-kiem/", ROOT);
  const files = new Map();

  function json(name) { // files of two builds must not be mixed: the host is asked whether one kept is still good
    if (!files.has(name)) {
      files.set(name, fetch(new URL(name, INDEX), { cache: "no-cache" }).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      }).catch(error => {
        files.delete(name);
        throw error;
      }));
    }
    return files.get(name);
  }

  async function postings(term, points) {
    const { shards } = await about();
    let name = term;
    while (!shards.includes(name)) name = name.slice(0, -1);
    const shard = await json(`tu-${name.replaceAll(" ", "-")}.json`);
    const found = new Map();
    let posting = 0;
    for (const step of Object.hasOwn(shard, term) ? shard[term] : []) {
      posting += step;
      found.set(posting >> 1, points[posting & 1]);
    }
    return found;
  }

  async function withBegun(term, points, begun) {
    const [whole, beginning] = await Promise.all([postings(term, points), postings(`${term}_`, [begun, begun])]);
    return new Map([...beginning, ...whole]);
  }

  // What tells the other files apart.
  const about = () => json("chi-muc.json");

  async function entry(number) {
    const { inAFile } = await about();
    return (await json(`${Math.floor(number / inAFile)}.json`))[number % inAFile];
  }

  // The numbers of the pages that are in at least so many of the lists.
  function candidates(found, least) {
    if (least === found.length) {
      const rarest = found.reduce((one, other) => (other.size < one.size ? other : one));
      return [...rarest.keys()].filter(number => found.every(pages => pages.has(number)));
    }
    const times = new Map();
    for (const pages of found) for (const number of pages.keys()) times.set(number, (times.get(number) || 0) + 1);
    return [...times.keys()].filter(number => times.get(number) >= least);
  }

  // Numbers of the pages that hold every word, or the least number of them, the best first, and how many of them hold the
  // words side by side. Where some words may be missing, the rarer ones weigh more.
  async function find(words, least = words.length) {
    const last = words.length - 1;
    const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
    const [{ first }, found, neighbours] = await Promise.all([
      about(),
      Promise.all(words.map((word, place) =>
        place === last ? withBegun(word, WORD, BEGUN_WORD) : postings(word, WORD))),
      Promise.all(pairs.map((pair, place) =>
        place === last - 1 ? withBegun(pair, PAIR, BEGUN_PAIR) : postings(pair, PAIR))),
    ]);
    const points = new Map();
    let phrases = 0;
    for (const number of candidates(found, least)) {
      const isPhrase = neighbours.every(pages => pages.has(number));
      phrases += isPhrase;
      points.set(number, [...found, ...neighbours].reduce(
        (sum, pages) => sum + (pages.get(number) || 0) + (least < words.length && pages.has(number) ? Math.log2(1 + RARE / pages.size) : 0),
        (isPhrase ? PHRASE : 0) + (number < first ? 0.25 : 0)));
    }
    const numbers = [...points.keys()].sort((one, other) => points.get(other) - points.get(one) || other - one);
    const alike = numbers.filter(number => number < first && points.get(number) === points.get(numbers[0])).length;
    return { words, numbers, phrases, alike };
  }

  // Whether a page has the word, or a name begins with it.
  const isKnown = async word => (await withBegun(word, WORD, BEGUN_WORD)).size > 0;

  const cut = (reading, most = MOST_WORDS) => reading.split(" ").slice(0, most);

  return { ROOT, about, entry, find, isKnown, cut };
})();
