import type { IncomingMessage } from "node:http";
import type { Json } from "./check-message.ts";

/** A file that was sent with a message. */
export interface Uploaded {
  readonly name: string;
  readonly text: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: Buffer;
  /** Such as "image/png". */
  readonly type: string;
  /** The name of its part: "files[0]". */
  readonly field: string;
}

/** JSON, or the JSON part of a message that brings files; the message holds them as `files`. */
export const bodyOf = async (request: IncomingMessage): Promise<Json> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return {};
  if (!type.startsWith("multipart/form-data")) return JSON.parse(bytes.toString("utf8")) as Json;
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const json = JSON.parse(String(form.get("payload_json"))) as Json;
  const files: Uploaded[] = [];
  for (const [field, part] of form.entries()) {
    if (typeof part === "string") continue;
    const { name, size, type: kind } = part;
    const content = Buffer.from(await part.arrayBuffer());
    files.push({ name, size, type: kind, field, bytes: content, text: content.toString("utf8") });
  }
  // The answer to an interaction holds its message as data.
  return json.data === undefined ? { ...json, files } : { ...json, data: { ...(json.data as Json), files } };
};
