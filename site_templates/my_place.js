/*
 * The place that was chosen in the finder of the home page, remembered on this device alone: the page then opens with what
 * that place's own page marks with data-mine="HEADING".
 */
(function () {
  "use strict";

  const finder = document.querySelector("[data-finder][data-remembers]");
  if (!finder) return;
  const KEY = `${location.pathname}noi-toi-o`;
  const storage = work => { try { return work(localStorage); } catch { return null; } }; // a browser may keep nothing

  finder.querySelector("ul").addEventListener("click", event => {
    const link = event.target.closest("a");
    if (link) storage(kept => kept.setItem(KEY, link.getAttribute("href")));
  });

  const chosen = storage(kept => kept.getItem(KEY));
  const link = Array.from(finder.querySelectorAll("ul a")).find(one => one.getAttribute("href") === chosen);
  if (!link) return; // none, or one that is no more

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }

  const question = finder.querySelector("h1");
  const place = element("section", "", { class: "my-place", "aria-labelledby": "noi-toi-o" });
  const more = element("p", "");
  const forget = element("button", "Quên nơi này", { type: "button", class: "button" });
  more.append(element("a", "Mọi điều về nơi này", { href: link.href }));
  place.append(element("h2", link.textContent, { id: "noi-toi-o" }), more, forget,
    element("p", "Trang nhớ nơi bạn chọn, chỉ trên máy này.", { class: "as-of" }));
  finder.before(question, place);
  forget.addEventListener("click", () => {
    storage(kept => kept.removeItem(KEY));
    finder.prepend(question);
    place.remove();
    finder.querySelector("input").focus();
  });

  async function tell() {
    const answer = await fetch(link.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of page.querySelectorAll("[data-mine]")) {
      for (const inner of part.querySelectorAll("a[href]")) inner.href = new URL(inner.getAttribute("href"), link.href).href;
      if (part.dataset.mine) more.before(element("h3", part.dataset.mine));
      more.before(part);
    }
    place.dispatchEvent(new Event("added", { bubbles: true }));
  }
  tell().catch(() => {}); // the line and its connection may be gone; the link is there
})();
