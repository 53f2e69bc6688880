/*
 * What was added to a record on the page, each telling with the text before it, so that the last can be taken back, and all
 * can be told anew of a record that somebody else has added to meanwhile.
 */
import { Refused, told } from "./verbs.js";
import { AlreadyWritten } from "./yaml_additions.js";
import { NotRead } from "./yaml_nodes.js";

// Returns { text, tellings } of those that still can be told, from the first on; each is { verb, answers, typed, before }.
function toldAnew(tellings, text, data, today) {
  const kept = [];
  let made = text;
  for (const telling of tellings) {
    try {
      const after = told(data.verbs.find(({ name }) => name === telling.verb), telling.answers, made, { schema: data.schema, today });
      kept.push({ ...telling, before: made });
      made = after;
    } catch (error) {
      if (error instanceof Refused || error instanceof AlreadyWritten || error instanceof NotRead) break;
      throw error;
    }
  }
  return { text: made, tellings: kept };
}

// What a draft added, taken up where the record is the one that it was added to, and told anew where that has changed; `said`
// is what became of it. `draft` is { original, text, tellings }, or null.
export function takenUp(draft, text, data, today) {
  if (!draft) return { text, tellings: [], said: "" };
  const drafted = draft.tellings ?? [];
  if (draft.original === text) return { text: draft.text, tellings: drafted, said: "" };
  if (draft.text === text) return { text, tellings: [], said: "Những gì đã thêm trong nháp nay đã có trong bản ghi." };
  const anew = toldAnew(drafted, text, data, today), count = anew.tellings.length;
  if (count > 0 && count === drafted.length) return { ...anew, said: `Bản ghi đã đổi từ khi lưu nháp; ${count} việc đã thêm được ghi lại vào bản mới, hãy xem lại.` };
  const lost = count > 0 ? `chỉ ${count} việc đã thêm được ghi lại vào bản mới` : "những gì đã thêm trong nháp được bỏ";
  return { ...anew, said: `Bản ghi đã đổi từ khi lưu nháp, nên ${lost}; hãy ghi lại.` };
}
