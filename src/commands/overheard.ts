import { platformOf } from "../identity.ts";
import { showOverheard } from "../present/overheard.ts";
import type { Reply } from "../reply/reply.ts";
import type { Invocation } from "./command.ts";

/**
 * What to say instead, where an answer that is for the asker alone would be seen by others: Discord has no answer to a
 * mention that only one person sees.
 */
export const refuseOverheard = ({ place, input, isAlone }: Invocation, typed: string): Reply | undefined =>
  platformOf(place) === "discord" && input.kind === "said" && isAlone !== true
    ? showOverheard(typed)
    : undefined;
