import type { Log } from "../../log.ts";
import { type Block, type FileBlock, paragraph, type Reply } from "../../reply/reply.ts";
import { tellError } from "./bolt-log.ts";
import type { Origin } from "./who-and-where.ts";

/**
 * Sends the files of a reply into the direct messages of whoever asked, and says so in their place. A file that cannot
 * be sent stays in the reply, which then tells its text. What is said of a file is for the asker alone.
 */
export const sendFiles = async (reply: Reply, to: Origin, log: Log): Promise<Reply> => {
  if (!reply.blocks.some(({ kind }) => kind === "file")) return reply;
  const sendOr = (block: Block): Promise<Block> =>
    block.kind === "file" ? sent(block, to, log) : Promise.resolve(block);
  const [first, ...rest] = reply.blocks;
  return {
    ...reply,
    audience: "asker",
    blocks: [await sendOr(first), ...(await Promise.all(rest.map(sendOr)))],
  };
};

const sent = async (
  file: FileBlock,
  { client, person, channel, begins, thread = begins }: Origin,
  log: Log,
): Promise<Block> => {
  const { name, text } = file;
  try {
    const { channel: direct } = await client.conversations.open({ users: person });
    const id = direct!.id!;
    const here = id === channel;
    const uploaded = { channel_id: id, filename: name, title: name, content: text };
    await client.filesUploadV2(here && thread !== undefined ? { ...uploaded, thread_ts: thread } : uploaded);
    return paragraph([
      "The file ",
      { strong: name },
      here ? " is here, in this conversation." : " is in your direct messages with me: only you can see it.",
    ]);
  } catch (error) {
    log.warn(tellError(error), "Slack: a file could not be sent");
    return file;
  }
};
