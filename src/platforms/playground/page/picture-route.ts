import type { Context } from "hono";
import type { LearnerId } from "../../../identity.ts";
import type { Draw, Drawn, Picture } from "../../../reply/picture.ts";
import { themes } from "../../../reply/picture.ts";
import type { Conversations } from "./conversations.ts";

/** A year: what has this address never changes. Only the visitor's own browser keeps it. */
const forGood = "private, max-age=31536000, immutable";

/** Answers with a picture that the visitor was shown, and with no other. */
export const answerPicture = async (
  context: Context,
  { visitor, conversations, draw }: { visitor: LearnerId; conversations: Conversations; draw: Draw },
): Promise<Response> => {
  const theme = themes.find((each) => each === context.req.query("theme"));
  const key = context.req.param("key") ?? "";
  const picture = (await conversations.picture(visitor, key)) as Picture | undefined;
  if (theme === undefined || picture === undefined) return context.text("There is no such picture.", 404);
  const drawn = await draw(picture, theme);
  return drawn === undefined
    ? context.text("This picture could not be drawn just now.", 503)
    : context.body(bytesOf(drawn), 200, {
        "content-type": "image/png",
        "content-disposition": "inline",
        "cache-control": forGood,
      });
};

const bytesOf = ({ png }: Drawn): Uint8Array<ArrayBuffer> => new Uint8Array(png);
