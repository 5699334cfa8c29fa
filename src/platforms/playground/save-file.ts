import { writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Block, type FileBlock, paragraph, type Reply } from "../../reply/reply.ts";
import { say } from "../../say.ts";

/** So many files of one name are enough. */
const most = 99;

/** The reply with its files written into the folder, and told where they are; one that cannot be written stays text. */
export const withFilesSaved = async (reply: Reply, folder: string): Promise<Reply> => {
  const save = async (block: Block): Promise<Block> => {
    if (block.kind !== "file") return block;
    const path = await saveFile(block, folder);
    return path === undefined ? block : paragraph(say("Saved as {path}", { path }));
  };
  const [first, ...rest] = reply.blocks;
  return { ...reply, blocks: [await save(first), ...(await Promise.all(rest.map(save)))] };
};

/** Writes a file that is not there yet, with a number in its name if need be; its path, or undefined if that fails. */
const saveFile = async ({ name, text }: FileBlock, folder: string): Promise<string | undefined> => {
  const kind = extname(name);
  const stem = basename(name, kind);
  for (let n = 1; n <= most; n++) {
    const path = join(folder, n === 1 ? stem + kind : `${stem}-${n}${kind}`);
    try {
      await writeFile(path, text, { flag: "wx" });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return undefined;
    }
  }
  return undefined;
};
