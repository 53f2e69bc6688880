/*
 * A field that finds a unit: shows the lines of the list of units that match what is typed, the nearest first, or which a
 * question names. Where its own list is empty, its lines are the links in [data-finder-lines].
 */
(function () {
  "use strict";

  const finder = document.querySelector("[data-finder]");
  const input = finder.querySelector("input");
  const found = finder.querySelector("[data-found]");
  const list = finder.querySelector("ul");
  for (const link of document.querySelectorAll("[data-finder-lines] a")) {
    const line = document.createElement("li");
    line.append(link.cloneNode(true), link.nextSibling.data.trimEnd());
    list.append(line);
  }
  const lines = Array.from(list.children, line => (
    { line, place: line.querySelector("a").textContent, words: ` ${unitNames.plain(line.textContent)} ` }));

  // A word may be begun, but "quan" is not "quang".
  const holding = typed => lines.filter(({ words }) => typed.split(" ").every((word, at, every) =>
    words.includes(at < every.length - 1 && /^(phuong|xa|quan|huyen)$/.test(word) ? ` ${word} ` : ` ${word}`)));

  const places = lines.map(({ place }) => place);
  let phrases = null; // in words, once questions.js is there
  const asked = typed => (phrases ? questions.asked(typed, places, [finder.dataset.finder]) : []);

  const spaced = text => unitNames.plain(text).split(" ").map(word => apart(word, phrases) ?? word).join(" ");
  const readings = () => [input.value, ...(phrases ? [fromKeys, spaced].map(read => read(input.value)) : [])];
  const isPlaceless = () => phrases && readings().some(typed => questions.isPlaceless(typed, [finder.dataset.finder]));

  let shown = [];
  const find = () => {
    const meant = readings().find(one => holding(unitNames.read(one, finder.dataset.finder).own).length > 0);
    const { without, own, isCity } = unitNames.read(meant ?? input.value, finder.dataset.finder);
    const typed = holding(without).length > 0 ? without : own;
    shown = typed === "" ? [] : holding(typed)
      .map(({ line, place }) => ({ line, distance: unitNames.distance(place, meant ?? input.value, typed) }))
      .filter(({ distance }) => distance === 0 || !isCity) // "hai phong" begins words of units that nobody meant by it
      .sort((one, other) => one.distance - other.distance);
    if (shown.length === 0 && !isCity) shown = (readings().map(asked).find(found => found.length > 0) ?? []).map(({ number, far }) => ({ line: lines[number].line, distance: far }));
    for (const { line } of lines) line.hidden = true;
    for (const { line } of shown) {
      line.hidden = false;
      list.append(line);
    }
    list.hidden = shown.length === 0;
    if (typed === "") found.textContent = "";
    else if (shown.length > 0) found.textContent = `Tìm thấy ${shown.length}.`;
    else found.textContent = `${!isCity && isPlaceless() ? "Bạn hỏi về nơi nào?" : "Không tìm thấy tên đơn vị nào."} Hãy gõ tên một ${finder.dataset.kinds} của ${finder.dataset.finder}. Bấm phím tìm (Enter) để tìm trong cả sổ.`;
  };
  const own = document.currentScript.src;
  input.addEventListener("focus", () => {
    const script = document.createElement("script");
    script.src = new URL("questions.js", own);
    script.addEventListener("load", () => {
      phrases = [...questions.ASKED, ...places].map(phrase => unitNames.plain(phrase).split(" "));
      if (shown.length === 0) find(); // a line that is put in its place anew loses the focus
    });
    document.head.append(script);
  }, { once: true });
  input.addEventListener("input", find);
  finder.addEventListener("submit", event => { // to the one that has this name, or alone begins so; else to the search page
    const [nearest, next] = shown;
    const isMeant = nearest && (next ? nearest.distance === 0 && next.distance > 0 : nearest.distance <= 1);
    if (!isMeant) return;
    event.preventDefault();
    nearest.line.querySelector("a").click();
  });
  find();
  finder.classList.add("ready");
})();
