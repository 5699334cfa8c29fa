import type { LearnerId } from "../../../identity.ts";
import type { Conversations, Exchange, Said } from "./conversations.ts";
import { toText } from "./html.ts";
import { picturesOf } from "./pictures.ts";
import { renderExchange, type Shown } from "./render.ts";
import type { Tabs } from "./tabs.ts";

/** What was asked and the answer to it, as it is kept. */
export const toExchange = async (shown: Shown): Promise<Exchange> => ({
  id: shown.id,
  html: await toText(renderExchange(shown)),
  pictures: picturesOf(shown.reply),
  hasFile: shown.reply.blocks.some(({ kind }) => kind === "file"),
  ...(shown.asked === undefined ? {} : { asked: shown.asked }),
});

/** Keeps an exchange, and tells the visitor's open tabs of it. */
export const keepExchange = async (
  visitor: LearnerId,
  exchange: Exchange,
  { conversations, tabs }: { readonly conversations: Conversations; readonly tabs: Tabs },
): Promise<Said> => {
  const said = { ...toldOf(exchange), change: await conversations.put(visitor, exchange) };
  tabs.tell(visitor, said);
  return said;
};

/** An exchange as the script is told of it, but for the number of the change. */
export const toldOf = ({ id, asked, html }: Exchange): Omit<Said, "change"> => ({
  id,
  html,
  ...(asked === undefined ? {} : { asked }),
});
