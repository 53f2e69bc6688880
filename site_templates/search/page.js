/*
 * The search page.
 */
const searchPage = (function () {
  "use strict";

  const { entry } = searchIndex;
  const { count, line, saidBy, wordsOf } = searchResults;
  const SHOWN = 10;

  return function onItsPage(form) {
    const input = form.elements.q;
    const status = document.querySelector("[data-search-status]");
    const list = document.querySelector("[data-search-results]");
    const more = document.querySelector("[data-search-more]");
    let current = "";

    async function show(numbers, words, said, isCurrent) {
      const lines = await Promise.all(numbers.slice(0, SHOWN).map(async number => line(await entry(number), words, said)));
      if (!isCurrent()) return;
      const rest = numbers.slice(SHOWN);
      list.append(...lines);
      more.hidden = rest.length === 0;
      more.firstElementChild.onclick = async () => {
        await show(rest, words, said, isCurrent);
        lines.at(-1).nextElementSibling.querySelector("a").focus();
      };
    }

    async function search() {
      const typed = input.value.trim();
      if (typed === current) return;
      current = typed;
      const isCurrent = () => typed === current;
      history.replaceState(null, "", typed ? `?${new URLSearchParams({ q: typed })}` : location.pathname);
      try {
        const answer = unitNames.plain(typed) === "" ? null : await answerTo(typed);
        if (!isCurrent()) return;
        list.replaceChildren();
        more.hidden = true;
        status.textContent = answer ? count(typed, answer) : typed && "Hãy gõ bằng chữ hoặc số.";
        if (answer) await show(answer.numbers, wordsOf(answer), saidBy(current, answer), isCurrent);
      } catch {
        if (!isCurrent()) return;
        current = "";
        status.textContent = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi bấm Tìm lần nữa.";
      }
    }

    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      clearTimeout(timer);
      search();
    });
    input.value = (new URLSearchParams(location.search).get("q") || "").slice(0, input.maxLength);
    if (input.value === "") input.focus();
    else search();
  };
})();
