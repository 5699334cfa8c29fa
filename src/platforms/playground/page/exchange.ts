import type { Exchange } from "./conversations.ts";
import { toText } from "./html.ts";
import { picturesOf } from "./pictures.ts";
import { renderExchange, type Shown } from "./render.ts";

/** What was asked and the answer to it, as it is kept. */
export const toExchange = async (shown: Shown): Promise<Omit<Exchange, "change">> => ({
  id: shown.id,
  html: await toText(renderExchange(shown)),
  pictures: picturesOf(shown.reply),
  ...(shown.asked === undefined ? {} : { asked: shown.asked }),
});
