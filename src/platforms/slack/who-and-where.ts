import type { webApi } from "@slack/bolt";
import type { Input, Invocation } from "../../commands/command.ts";
import { learnerId, placeId } from "../../identity.ts";

/** The parts of a Slack payload that tell who asked, where, and which event it is. */
export interface Origin {
  readonly id: string;
  readonly team: string;
  readonly person: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly client: webApi.WebClient;
}

/** Slack tells the language of a person only to apps that may read profiles, so it is left at English. */
export const invocationOf = (
  { id, team, person, channel, thread, client }: Origin,
  input: Input,
): Invocation => ({
  input,
  id,
  learner: learnerId("slack", `${team}/${person}`),
  place: thread === undefined ? placeId("slack", team, channel) : placeId("slack", team, channel, thread),
  locale: "en",
  isAdministrator: async () => {
    const { user } = await client.users.info({ user: person });
    return user?.is_admin === true || user?.is_owner === true;
  },
});

interface Interactive {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly enterprise?: { readonly id: string };
  readonly is_enterprise_install?: boolean;
}

/** The workspace of an interaction; an app installed for a whole organisation may be told only that. */
export const teamOf = ({ team, user, enterprise }: Interactive): string =>
  team?.id ?? user.team_id ?? enterprise?.id ?? "";
