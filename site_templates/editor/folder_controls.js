/*
 * The buttons by which a clerk opens the content folder, takes a record out of it, writes one into it and sees what changed.
 */
import { canOpenFolders, NotWritten, openContentFolder } from "./content_folder.js";
import { showText } from "./page_parts.js";

// `current()` is { place, text, original } of the record on the page, `place` null where it has none in the folder, such as
// "2023/hong-bang-dinh-ky-1"; `original` null for a new one. Returns `allow`, which says whether it may be written now.
export function folderControls({ part, say, opened, current, written, show }) {
  const button = part("folder"), records = part("records"), save = part("save");
  let folder = null;

  // What the folder refuses is told; a picker that was closed is no mistake.
  const told = work => async () => {
    try {
      await work();
    } catch (error) {
      if (error.name !== "AbortError") say(error instanceof NotWritten ? error.message : `Không đọc hoặc ghi được: ${error.message}`);
    }
  };

  async function take(place) {
    const text = place && await folder.read(`dialogues/${place}.yml`);
    if (text) opened(place, text);
  }

  function showChanges() {
    part("changes").replaceChildren(...folder.changes.flatMap(({ path, before, after }) => {
      const name = document.createElement("h3"), shown = document.createElement("pre");
      name.textContent = `content/${path}`;
      shown.tabIndex = 0;
      showText(shown, before ?? "", after);
      return [name, shown];
    }));
    part("changed").hidden = false;
  }

  button.hidden = !canOpenFolders();
  button.addEventListener("click", told(async () => {
    folder = await openContentFolder();
    const places = records ? await folder.records() : [];
    records?.replaceChildren(...["", ...places].map(place => Object.assign(document.createElement("option"), { value: place, textContent: place || "(chọn bản ghi)" })));
    if (records) records.closest("p").hidden = false;
    save.hidden = false;
    say("Đã mở thư mục content.");
    if (records) await take(current().place);
    show();
  }));
  records?.addEventListener("change", told(() => take(records.value)));
  save.addEventListener("click", told(async () => {
    const { place, text, original } = current();
    await folder.write(`dialogues/${place}.yml`, text, original);
    written();
    showChanges();
    show();
    say(`Đã ghi vào content/dialogues/${place}.yml.`);
  }));
  return { allow: isAllowed => { save.disabled = !isAllowed; } };
}
