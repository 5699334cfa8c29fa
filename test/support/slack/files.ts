import type { Json } from "./workspace.ts";

/** A file as it was shared. */
export interface Shared {
  readonly name: string;
  readonly text: string;
  readonly channel: string;
  readonly thread?: string;
}

interface Announced {
  readonly name: string;
  readonly length: number;
  text?: string;
}

/** The way of a file into a conversation: an address for it, its bytes, and where it is to be seen. */
export const createFiles = () => {
  const announced = new Map<string, Announced>();
  const shared: Shared[] = [];
  return {
    shared,
    announce: (id: string, name: string, length: number): void => {
      announced.set(id, { name, length });
    },
    /** Takes the bytes that are sent to the address of a file; returns a complaint. */
    receive: async (id: string, body: Buffer, type: string): Promise<string | undefined> => {
      const file = announced.get(id);
      if (file === undefined) return "no such address";
      const bytes = type.startsWith("multipart/") ? await fileIn(body, type) : body;
      if (bytes.length !== file.length) return `${bytes.length} bytes instead of ${file.length}`;
      file.text = bytes.toString();
      return undefined;
    },
    /** Shares what has arrived; returns Slack's error. */
    share: ({ files, channel_id: channel, thread_ts: thread }: Json): string | undefined => {
      if (typeof channel !== "string" || !/^[CDG]/.test(channel)) return "channel_not_found";
      const arrived = (files as { id: string }[]).map(({ id }) => announced.get(id));
      if (arrived.some((file) => file?.text === undefined)) return "file_not_found";
      for (const { name, text } of arrived as Required<Announced>[])
        shared.push({ name, text, channel, ...(typeof thread === "string" ? { thread } : {}) });
      return undefined;
    },
  };
};

const fileIn = async (body: Buffer, type: string): Promise<Buffer> => {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const [file] = [...form.values()].filter((value) => typeof value !== "string");
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
};
