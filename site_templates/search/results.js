/*
 * How what was found is shown. Nothing of it becomes markup: all is added as text.
 */
const searchResults = (function () {
  "use strict";

  const { accents, plain } = unitNames;
  const SNIPPET = 200; // characters

  // The places of the words found in a text, and how many follow one another without another word between.
  function hits(text, isFound) {
    let run = 0;
    let best = { run: 0, at: 0 };
    const places = [];
    for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const folded = plain(written);
      run = isFound(folded, written) ? run + 1 : 0;
      if (run === 0) continue;
      places.push({ index, end: index + written.length, folded });
      if (run > best.run) best = { run, at: places.at(-run).index };
    }
    return { places, best, score: 10 * new Set(places.map(place => place.folded)).size + best.run };
  }

  function marked(text, isFound) {
    const shown = document.createDocumentFragment();
    let end = 0;
    for (const place of hits(text, isFound).places) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place.index, place.end);
      shown.append(text.slice(end, place.index), mark);
      end = place.end;
    }
    shown.append(text.slice(end));
    return shown;
  }

  function snippet(texts, isFound, isSoWritten) {
    if (texts.length === 0) return "";
    const scored = texts.map(text => ({ text, ...hits(text, isFound) }));
    for (const one of scored) if (isSoWritten(one.text)) one.score += 5; // less than another word found
    const { text, best } = scored.reduce((one, other) => (other.score > one.score ? other : one));
    const start = best.at < SNIPPET / 2 ? 0 : text.indexOf(" ", best.at - SNIPPET / 3) + 1;
    const end = text.length < start + SNIPPET ? text.length : text.lastIndexOf(" ", start + SNIPPET);
    return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function line([address, title, below, texts], words, typed) {
    const isSoWritten = accents(typed, words.join(" "));
    const text = [title, below, ...texts].join("\n");
    // On a page that has a word as it was typed, the one with other accents is another: "đường" is not in An Dương.
    const isWord = (folded, written) => words.includes(folded) && (!accents(typed, folded)(text) || accents(typed, folded)(written));
    const last = words.at(-1);
    const isOver = ` ${plain(text)} `.includes(` ${last} `); // not still being typed
    const isSoBegun = accents(typed, last, (one, word) => one.startsWith(word));
    const isBegun = (folded, written) => isWord(folded, written) || (!isOver && folded.startsWith(last) && isSoBegun(written));
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = `../${address}`;
    link.append(marked(title, isBegun));
    entry.append(link);
    for (const text of [below, snippet(texts, isWord, isSoWritten)]) {
      if (text === "" || text === title) continue;
      const paragraph = document.createElement("p");
      paragraph.append(marked(text, isWord));
      entry.append(paragraph);
    }
    return entry;
  }

  function count(typed, { numbers, phrases, isName, isPartial, asked, office, meant }) {
    const all = numbers.length;
    if (meant) return `Không trang nào có “${typed}”. Dưới đây là kết quả cho “${meant}”.`;
    if (isPartial && all > 0) return `Không trang nào có đủ các từ “${typed}”. Dưới đây là trang có nhiều từ nhất.`;
    if (asked.units.length + office.pages.length > 0) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;
    if (all === 0) return `Không tìm thấy trang nào có đủ các từ “${typed}”. Hãy bớt từ hoặc gõ lại từng chữ.`;
    if (phrases === 0 || phrases === all) return `Tìm thấy ${all.toLocaleString("vi")} trang.`;
    const others = (all - phrases).toLocaleString("vi");
    return isName ? `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng tên này và ${others} trang khác có đủ các từ của tên.`
      : `Tìm thấy ${phrases.toLocaleString("vi")} trang có đúng cụm từ này và ${others} trang khác có đủ các từ.`;
  }

  // The words to mark: those that were found, those of the units that were asked for and those that an office writes.
  const wordsOf = ({ words, asked, office }) => [...new Set([...office.words.map(plain), ...words, ...asked.words])];

  // What was typed and what an office writes for it, with its accents.
  const saidBy = (typed, { office }) => [typed, ...office.words].join(" ");

  return { count, line, marked, saidBy, wordsOf };
})();
