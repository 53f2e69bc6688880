/*
 * The ways in which a record comes onto the page that tells what is new: as it is published, out of a file, pasted.
 */
export const PASTED = "ban-ghi"; // the place of a record that nobody named

// Why a text is no record of a dialogue that something can be added to; nothing of one that is.
export function whyNoRecord(text) {
  if (text.includes("\ufffd")) return "Tệp không phải chữ Unicode (UTF-8) nên chữ có dấu bị hỏng; hãy lưu lại tệp ở mã UTF-8 rồi mở lại.";
  if (/^[ \t]*(<{7}|={7}|>{7})/m.test(text)) return "Hai người vừa sửa cùng một chỗ, hai bản còn nằm cạnh nhau giữa các dòng <<<<<<< và >>>>>>>. Hãy chọn bản đúng ở kho, như trang “Hai người cùng ghi” của sổ tay chỉ, rồi mở lại.";
  if (!/(^|[{,\s])["']?unit["']?[ \t]*:/.test(text)) return "Đây không phải bản ghi của một cuộc đối thoại: không có trường unit. Hãy chọn tệp .yml trong thư mục dialogues.";
  return "";
}

// `open(place, text, from)` puts it onto the page. What the address names, and what was given before, is opened at once. Returns
// { hasNewer(place, original) }: whether what was opened as it was published is published otherwise by now.
export function recordOpenings({ form, part, say, open }) {
  let published = null;
  const headOf = text => text.match(/^(?:unit|kind|presided_by|registration):.*/gm)?.join("\n");
  const placeOf = name => (form.dataset.place?.endsWith(`/${name}`) ? form.dataset.place : name);

  async function openPublished() {
    const place = decodeURIComponent(location.hash.slice(1));
    if (!/^\d{4}\/[a-z0-9-]+$/.test(place)) return;
    const id = place.split("/")[1];
    form.dataset.place = place;
    try {
      const answer = await fetch(`${form.dataset.records}${id}.yml`, { cache: "no-cache" }); // it may have been told of a minute ago
      published = answer.ok ? await answer.text() : null;
      part("ways").open = !answer.ok;
      if (answer.ok) open(place, published, "như đã công bố");
      else say(`Trang đang công bố không có bản ghi ${place}. Bản ghi mới gửi thì chờ trang được dựng lại, hoặc mở tệp của nó.`);
    } catch { // from a disk nothing is fetched
      say(`Trang không tự mở được bản ghi ${place}. Hãy chọn tệp api/v1/records/${id}.yml trong bản sao của trang, mở thư mục content, hoặc dán nội dung.`);
    }
  }

  async function hasNewer(place, original) {
    if (original !== published || place !== form.dataset.place) return false;
    const answer = await fetch(`${form.dataset.records}${place.split("/")[1]}.yml`, { cache: "no-cache" }).catch(() => null);
    return Boolean(answer?.ok) && (await answer.text()) !== original;
  }

  async function openFile() {
    const [file] = part("file").files;
    if (file) open(placeOf(file.name.replace(/\.ya?ml$/, "")), await file.text(), "từ tệp trên máy");
  }

  // What is pasted over a published record is taken for the same one only where it begins as that does.
  function openPasted() {
    const text = part("pasted").value, isSame = published === null || headOf(text) === headOf(published);
    if (text.trim()) open((isSame && form.dataset.place) || PASTED, text, "từ nội dung đã dán");
  }

  part("newest").addEventListener("click", openPublished);
  part("file").addEventListener("change", openFile);
  part("pasted").addEventListener("input", openPasted);
  addEventListener("hashchange", openPublished);
  openPublished();
  openPasted();
  openFile();
  return { hasNewer };
}
