/*
 * The content folder on the clerk's own computer, where the browser can open one: its records are read and written in their
 * places, and nothing is written over that somebody else has changed meanwhile.
 */
export class NotWritten extends Error {} // its message is in the clerk's words

export const canOpenFolders = () => "showDirectoryPicker" in globalThis;

// `changes` are { path, before, after } of all that was written through it; `before` is null for a new file.
export async function openContentFolder() {
  const picked = await globalThis.showDirectoryPicker({ id: "content", mode: "readwrite" });
  const folder = (await has(picked, "register.yml")) ? picked : await picked.getDirectoryHandle("content").catch(() => picked);
  if (!(await has(folder, "register.yml"))) throw new NotWritten("Thư mục này không phải thư mục content: không có tệp register.yml.");
  const changes = [];

  async function fileAt(path, create = false) {
    const [name, ...above] = path.split("/").reverse();
    let place = folder;
    for (const part of above.reverse()) place = await place.getDirectoryHandle(part, { create });
    return place.getFileHandle(name, { create });
  }

  // Null where there is no such file.
  async function read(path) {
    try {
      return await (await (await fileAt(path)).getFile()).text();
    } catch (error) {
      if (error.name === "NotFoundError") return null;
      throw error;
    }
  }

  return {
    changes,
    read,

    // Such as "2023/hong-bang-dinh-ky-1", in their order.
    async records() {
      const found = [], dialogues = await folder.getDirectoryHandle("dialogues", { create: true });
      for await (const year of dialogues.values()) {
        if (year.kind !== "directory") continue;
        for await (const file of year.values()) if (file.name.endsWith(".yml")) found.push(`${year.name}/${file.name.slice(0, -4)}`);
      }
      return found.sort();
    },

    // `before` is what the text was made from.
    async write(path, text, before) {
      if ((await read(path)) !== before) throw new NotWritten(`Chưa ghi gì: ${path} vừa được người khác ghi. Hãy mở lại tệp rồi ghi lại việc này.`);
      const stream = await (await fileAt(path, true)).createWritable();
      await stream.write(text);
      await stream.close();
      const earlier = changes.find(change => change.path === path);
      if (earlier) earlier.after = text;
      else changes.push({ path, before, after: text });
    },
  };
}

const has = (folder, name) => folder.getFileHandle(name).then(() => true, () => false);
