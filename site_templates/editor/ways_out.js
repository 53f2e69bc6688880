/*
 * Ways of a record out of the page: the clipboard, a file, and the pages of the repository's host for a new file and for
 * editing one. Nothing leaves the page before somebody presses or follows.
 */
const LONGEST = 7000; // an address of more than some 8,000 letters is refused by hosts

export async function copyText(text, shownAt) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // browsers offer it on https only
    getSelection().selectAllChildren(shownAt);
    document.execCommand("copy");
  }
}

// A button that copies what `current()` gives, and says so until that is another text; call what it returns to look.
export function copyButton(button, current, shownAt) {
  const words = button.textContent;
  let copied = null;
  button.addEventListener("click", async () => {
    copied = current();
    await copyText(copied, shownAt);
    button.textContent = "Đã chép bản ghi";
  });
  return () => { if (current() !== copied) button.textContent = words; };
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// { href, isWhole }: whole where the address carries the text; else it is to be pasted there. In a query a slash is written
// in letters of its own, in a path it stays.
export function hostPage(template, path, text) {
  const filled = words => template.replace(/\{(path|text)\}/g, (gap, name, place) => {
    if (name === "text") return encodeURIComponent(words);
    return template.slice(0, place).includes("?") ? encodeURIComponent(path) : path.split("/").map(encodeURIComponent).join("/");
  });
  const whole = filled(text), isWhole = whole.length <= LONGEST && template.includes("{text}");
  return { href: isWhole ? whole : filled(""), isWhole };
}

// A link that leads nowhere where there is no address.
export function leadTo(link, href) {
  link.target = "_blank"; // which HTML allows only beside an address
  link.setAttribute("aria-disabled", String(!href));
  if (href) link.href = href;
  else link.removeAttribute("href");
}
