import type { Uploaded } from "./body.ts";
import type { Json } from "./check-message.ts";

/** A file as a message has it. */
export interface Attached extends Uploaded {
  readonly id: string;
  /** What it shows, in words. */
  readonly description?: string;
}

const uploadsIn = (message: Json): readonly Uploaded[] => (message.files ?? []) as Uploaded[];

/**
 * The files of a message after it was sent or edited. Where the list of attachments is left out, all that it had
 * remain and all that came are added; where it is given, it names what remains by its id, and what came by its number.
 */
export const attachedTo = (
  message: Json,
  before: readonly Attached[],
  newId: () => string,
): { readonly files: readonly Attached[]; readonly complaints: readonly string[] } => {
  const uploads = uploadsIn(message);
  if (message.attachments === undefined)
    return { files: [...before, ...uploads.map((file) => ({ ...file, id: newId() }))], complaints: [] };
  const listed = message.attachments as { id: string | number; description?: string }[];
  const ids = listed.map(({ id }) => String(id));
  const found = listed.map(({ id, description }) => {
    const old = before.find((each) => each.id === String(id));
    if (old !== undefined) return old;
    const upload = uploads.find((each) => each.field === `files[${id}]`);
    return upload && { ...upload, id: newId(), ...(description === undefined ? {} : { description }) };
  });
  return {
    files: found.filter((each) => each !== undefined),
    complaints: [
      ...ids.filter((_, n) => found[n] === undefined).map((id) => `no file comes with the attachment ${id}`),
      ...uploads
        .filter(({ field }) => !ids.some((id) => field === `files[${id}]`))
        .map(({ name }) => `the file “${name}” is not among the attachments`),
      ...listed
        .filter(({ description = "" }) => description.length > 1024)
        .map(({ id }) => `the description of attachment ${id}: more than 1,024 characters`),
    ],
  };
};
