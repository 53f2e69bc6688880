/*
 * Drafts on this device, so that a page that is closed or loaded anew loses nothing; a browser that keeps nothing has none.
 */
const KEY = "dialogue-register-draft:";

export function draftOf(name) {
  try {
    return JSON.parse(localStorage.getItem(KEY + name));
  } catch {
    return null;
  }
}

// `then(name)` is called of a draft that another tab has written.
export function onDraftElsewhere(then) {
  addEventListener("storage", ({ key }) => { if (key?.startsWith(KEY)) then(key.slice(KEY.length)); });
}

// Null takes it away.
export function keepDraft(name, draft) {
  try {
    if (draft === null) localStorage.removeItem(KEY + name);
    else localStorage.setItem(KEY + name, JSON.stringify(draft));
  } catch { // where nothing may be kept the page says nothing of drafts that it has not promised
  }
}
