/*
 * The home page's finder: shows the lines of the list of units that match what is typed, the nearest first.
 */
(function () {
  "use strict";

  const finder = document.querySelector("[data-finder]");
  const input = finder.querySelector("input");
  const found = finder.querySelector("[data-found]");
  const list = finder.querySelector("ul");
  const lines = Array.from(list.children, line => (
    { line, place: line.querySelector("a").textContent, words: ` ${unitNames.plain(line.textContent)} ` }));

  // A word may be begun, but "quan" is not "quang".
  const holding = typed => lines.filter(({ words }) => typed.split(" ").every((word, at, every) =>
    words.includes(at < every.length - 1 && /^(phuong|xa|quan|huyen)$/.test(word) ? ` ${word} ` : ` ${word}`)));

  let shown = [];
  const find = () => {
    const { without, own } = unitNames.read(input.value, finder.dataset.finder);
    const typed = holding(without).length > 0 ? without : own;
    shown = typed === "" ? [] : holding(typed)
      .map(({ line, place }) => ({ line, distance: unitNames.distance(place, input.value, typed) }))
      .sort((one, other) => one.distance - other.distance);
    for (const { line } of lines) line.hidden = true;
    for (const { line } of shown) {
      line.hidden = false;
      list.append(line);
    }
    list.hidden = shown.length === 0;
    if (typed === "") found.textContent = "";
    else if (shown.length === 0) found.textContent = "Không tìm thấy xã, phường hay quận, huyện nào có tên như vậy. Bấm phím tìm để tìm trong cả sổ.";
    else found.textContent = `Tìm thấy ${shown.length}.`;
  };
  input.addEventListener("input", find);
  finder.addEventListener("submit", event => { // to the one that is meant; else to the search page
    const isOne = shown.length === 1 || (shown.length > 1 && shown[0].distance === 0 && shown[1].distance > 0);
    if (!isOne) return;
    event.preventDefault();
    shown[0].line.querySelector("a").click();
  });
  find();
  finder.classList.add("ready");
})();
