import type { IncomingMessage } from "node:http";
import type { Json } from "./check-message.ts";

/** A file that was sent with a message. */
export interface Uploaded {
  readonly name: string;
  readonly text: string;
  /** In bytes. */
  readonly size: number;
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
  for (const part of form.values())
    if (typeof part !== "string") files.push({ name: part.name, text: await part.text(), size: part.size });
  // The answer to an interaction holds its message as data.
  return json.data === undefined ? { ...json, files } : { ...json, data: { ...(json.data as Json), files } };
};
