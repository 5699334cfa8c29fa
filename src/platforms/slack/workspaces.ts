import type { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Tutor } from "../../commands/tutor.ts";
import { type LearnerId, type MessageId, type PlaceId, partsOf } from "../../identity.ts";
import type { Log } from "../../log.ts";
import { type Posting, PostRefused } from "../../posting.ts";
import { createPictures, type PicturesOf } from "./pictures.ts";
import { createPosting } from "./posting.ts";

/** One workspace, as the bot works in it: with a token, and with a memory, that are used in no other. */
export interface Workspace {
  readonly picturesOf: PicturesOf;
  readonly posting: Posting;
}

/** All workspaces that the bot is in. */
export interface Workspaces {
  /** The workspace in which this token is valid. */
  readonly withToken: (team: string, token: string | undefined) => Workspace;
  /** Posts in the workspace to which the place, the learner or the message belongs. */
  readonly posting: Posting;
}

export interface Means {
  readonly tutor: Pick<Tutor, "codes" | "draw">;
  readonly log: Log;
  readonly clientWith: (token: string | undefined) => webApi.WebClient;
  /** The token of the bot in a workspace; undefined where the bot is not. */
  readonly tokenOf: (team: string) => Promise<string | undefined>;
  /** Takes what nobody waits for. */
  readonly meanwhile: (work: Promise<void>) => void;
}

/** Of how many workspaces it is remembered what was uploaded there and what is being changed. */
const capacity = 1_000;

export const createWorkspaces = ({ tutor, log, clientWith, tokenOf, meanwhile }: Means): Workspaces => {
  const known = new LRUCache<string, Workspace & { readonly token: string | undefined }>({ max: capacity });

  const withToken = (team: string, token: string | undefined): Workspace => {
    const found = known.get(team);
    if (found !== undefined && found.token === token) return found;
    // Pictures have a client of their own, so that no answer waits when that one has to.
    const picturesOf = createPictures(clientWith(token), tutor.draw, log);
    const posting = createPosting(clientWith(token), tutor.codes, picturesOf, meanwhile);
    const made = { token, picturesOf, posting };
    known.set(team, made);
    return made;
  };

  const postingFor = async (id: PlaceId | LearnerId | MessageId): Promise<Posting> => {
    const team = partsOf(id)[0]!;
    const token = await tokenOf(team);
    if (token === undefined) throw new PostRefused("forbidden");
    return withToken(team, token).posting;
  };

  return {
    withToken,
    posting: {
      post: async (to, ...what) => (await postingFor(to)).post(to, ...what),
      edit: async (message, reply) => (await postingFor(message)).edit(message, reply),
    },
  };
};
