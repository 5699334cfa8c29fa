import type { Installation, InstallationStore } from "@slack/bolt";
import * as z from "zod";
import type { Tutor } from "../../commands/tutor.ts";
import { type PlaceId, partsOf, placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";
import { type Seal, WrongKey } from "../../seal.ts";

/** The bot is not in the workspace that something came from, or that something is for. */
export class NotInstalled extends Error {
  constructor(team: string | undefined) {
    super(`The bot is not installed in the workspace ${team ?? "without a name"}`);
  }
}

/** The part of an installation that proves who the bot is, and what it needs to renew that proof. */
const shape = z.object({
  token: z.string(),
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  refreshToken: z.string().optional(),
  expiresAt: z.number().optional(),
});

export interface Credentials {
  /** What Bolt keeps installations in, and finds them again for each event. */
  readonly store: InstallationStore;
  /** Seals anew what is under an older key. Throws `WrongKey` where nothing of what is kept opens. */
  readonly check: () => Promise<void>;
}

/** The tokens of the workspaces that have installed the app, kept sealed, each for its own workspace. */
export const createCredentials = (
  { keep, find, remove, sealed, reseal }: Tutor["installations"],
  seal: Seal,
  log: Log,
): Credentials => {
  const open = async (workspace: PlaceId, kept: string): Promise<Installation["bot"]> => {
    const opened = seal.open(kept, workspace);
    if (opened === undefined) return undefined;
    if (!opened.isCurrent) await reseal({ workspace, sealed: kept }, seal.close(opened.text, workspace));
    return definedOf(shape.parse(JSON.parse(opened.text)));
  };

  const fetchInstallation = async (team: string | undefined): Promise<Installation<"v2", false>> => {
    const workspace = workspaceOf(team ?? "");
    const found = team === undefined ? undefined : await find(workspace);
    if (team === undefined || found?.sealed === undefined) throw new NotInstalled(team);
    const bot = await open(workspace, found.sealed);
    // The key may come back, so this is no refusal that would end what is under way.
    if (bot === undefined) {
      log.error({ team }, "Slack: the token of a workspace does not open with SECRET_KEY");
      throw new Error(`The token of ${team} does not open with SECRET_KEY`);
    }
    return {
      team: { id: team },
      enterprise: undefined,
      user: { token: undefined, scopes: undefined, id: "" },
      bot,
      isEnterpriseInstall: false,
      authVersion: "v2",
    };
  };

  return {
    store: {
      storeInstallation: async ({ team, bot }) => {
        if (team === undefined || bot === undefined) throw new NotInstalled(team?.id);
        const workspace = workspaceOf(team.id);
        await keep(workspace, bot.userId, seal.close(JSON.stringify(shape.parse(bot)), workspace));
      },
      // Nothing is kept for a whole organisation.
      fetchInstallation: (({ teamId, isEnterpriseInstall }) =>
        fetchInstallation(
          isEnterpriseInstall ? undefined : teamId,
        )) as InstallationStore["fetchInstallation"],
      deleteInstallation: async ({ teamId }) => {
        if (teamId !== undefined) await remove(workspaceOf(teamId));
      },
    },
    check: async () => {
      const all = await sealed("slack");
      const closed: PlaceId[] = [];
      for (const one of all)
        if ((await open(one.workspace, one.sealed)) === undefined) closed.push(one.workspace);
      if (closed.length > 0 && closed.length === all.length) throw new WrongKey(all.length);
      const teams = closed.map((workspace) => partsOf(workspace)[0]);
      if (closed.length > 0)
        log.error({ teams }, "Slack: these workspaces must install the app again: their tokens do not open");
    },
  };
};

const workspaceOf = (team: string): PlaceId => placeId("slack", team);

const definedOf = <T extends object>(given: T): T & Installation["bot"] =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T &
    Installation["bot"];
