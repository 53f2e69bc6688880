/*
 * The box at the head of every page: a combobox with a list (WAI-ARIA 1.2), and a plain form for whoever presses Enter.
 */
const searchBox = (function () {
  "use strict";

  const { ROOT, entry } = searchIndex;
  const { count, marked, wordsOf } = searchResults;
  const OFFERED = 6;

  return function inTheHeader(form) {
    const input = form.elements.q;
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let current = "";
    let chosen = -1;
    let timer;

    list.id = "tim-nhanh-thay";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Kết quả tìm nhanh");
    list.hidden = true;
    status.setAttribute("role", "status");
    status.className = "visually-hidden";
    form.append(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
      input.setAttribute(name, value);
    }

    function choose(place) {
      chosen = place;
      for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === place));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[place].id);
    }

    function open(isOpen) {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      choose(-1);
    }

    /* Also what is still being looked for opens nothing any more. */
    function close() {
      clearTimeout(timer);
      current = "";
      open(false);
    }

    function option([address, title, below], place, words) {
      const made = document.createElement("li");
      made.id = `${list.id}-${place}`;
      made.dataset.address = new URL(address, ROOT);
      made.setAttribute("role", "option");
      made.append(marked(title, folded => words.includes(folded) || folded.startsWith(words.at(-1))));
      if (below !== "" && below !== title) {
        const small = document.createElement("small");
        small.textContent = below;
        made.append(small);
      }
      return made;
    }

    async function search() {
      const typed = input.value.trim();
      if (typed === current) return open(list.children.length > 0);
      current = typed;
      try {
        const answer = unitNames.plain(typed) === "" ? { numbers: [] } : await answerTo(typed);
        const entries = await Promise.all(answer.numbers.slice(0, OFFERED).map(entry));
        if (typed !== current) return;
        const words = answer.words ? wordsOf(answer) : [];
        list.replaceChildren(...entries.map((one, place) => option(one, place, words)));
        open(entries.length > 0);
        status.textContent = answer.words ? count(typed, answer) : "";
      } catch {
        if (typed !== current) return;
        current = "";
        open(false);
        status.textContent = "Không tải được dữ liệu tìm kiếm. Bấm Tìm kiếm để sang trang tìm.";
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    input.addEventListener("keydown", event => {
      const last = list.children.length - 1;
      if (event.key === "Escape" && !list.hidden) close();
      else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
      else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
        if (list.hidden) open(true);
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(chosen + step > last ? -1 : chosen + step < -1 ? last : chosen + step);
      } else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.address);
    });
    input.addEventListener("blur", close);
    if (input.value !== "" && document.activeElement === input) search();
  };
})();
