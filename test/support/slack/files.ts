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
  readonly alt: string;
  readonly length: number;
  bytes?: Buffer;
  /** The upload is complete. */
  isThere?: true;
  /** How often it is still said not to be ready. */
  unready: number;
}

/** A picture that messages can show. */
export interface Uploaded {
  readonly name: string;
  readonly alt: string;
  readonly bytes: Buffer;
}

/** The way of a file into a conversation or a picture: an address for it, its bytes, and where it is to be seen. */
export const createFiles = () => {
  const announced = new Map<string, Announced>();
  const shared: Shared[] = [];
  let unready = 0;
  return {
    shared,
    announce: (id: string, name: string, length: number, alt = ""): void => {
      announced.set(id, { name, length, alt, unready });
    },
    knows: (id: string): boolean => announced.has(id),
    /** Takes the bytes that are sent to the address of a file; returns a complaint. */
    receive: async (id: string, body: Buffer, type: string): Promise<string | undefined> => {
      const file = announced.get(id);
      if (file === undefined) return "no such address";
      const bytes = type.startsWith("multipart/") ? await fileIn(body, type) : body;
      if (bytes.length !== file.length) return `${bytes.length} bytes instead of ${file.length}`;
      file.bytes = bytes;
      return undefined;
    },
    /** Completes what has arrived, and shares it where a channel is named; returns Slack's error. */
    complete: ({ files, channel_id: channel, thread_ts: thread }: Json): string | undefined => {
      if (channel !== undefined && (typeof channel !== "string" || !/^[CDG]/.test(channel)))
        return "channel_not_found";
      for (const { id } of files as { id: string }[]) {
        const file = announced.get(id);
        if (file?.bytes === undefined) return "file_not_found";
        file.isThere = true;
        if (channel === undefined) continue;
        const text = file.bytes.toString();
        shared.push({ name: file.name, text, channel, ...(typeof thread === "string" ? { thread } : {}) });
      }
      return undefined;
    },
    /** Files announced from now on are said not to be ready the first `times` times that a message shows them. */
    readyAfter: (times: number): void => {
      unready = times;
    },
    remove: (id: string): void => {
      announced.delete(id);
    },
    /** The pictures that there are, by their id. */
    uploaded: (): ReadonlyMap<string, Uploaded> =>
      new Map(
        [...announced].flatMap(([id, { name, alt, bytes, isThere }]) =>
          isThere === undefined || bytes === undefined ? [] : [[id, { name, alt, bytes }] as const],
        ),
      ),
    /** Why Slack takes none of the blocks: a file that they show is not there, or not ready. */
    obstacle: (blocks: unknown): string | undefined => {
      for (const [n, { slack_file }] of ((blocks ?? []) as Json[]).entries()) {
        if (slack_file === undefined) continue;
        const file = announced.get(String((slack_file as Json).id));
        const refused = `invalid slack file [json-pointer:/blocks/${n}/slack_file]`;
        if (file?.isThere === undefined) return refused;
        if (file.unready === 0) continue;
        file.unready -= 1;
        return refused;
      }
      return undefined;
    },
  };
};

const fileIn = async (body: Buffer, type: string): Promise<Buffer> => {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const [file] = [...form.values()].filter((value) => typeof value !== "string");
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
};
