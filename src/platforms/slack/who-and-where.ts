import type { webApi } from "@slack/bolt";
import { visibleName } from "../../base/visible.ts";
import type { Input, Invocation } from "../../commands/command.ts";
import { learnerId, placeId } from "../../identity.ts";
import { localeOf } from "./locales.ts";

/** The parts of a Slack payload that tell who asked, where, and which event it is. */
export interface Origin {
  readonly id: string;
  readonly team: string;
  readonly person: string;
  /** What the person is called, where the payload says so. */
  readonly name?: string | undefined;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** The message with which the thread of the answer begins, where there is none yet. */
  readonly begins?: string | undefined;
  readonly client: webApi.WebClient;
}

export const invocationOf = (
  { id, team, person, name, channel, thread, begins, client }: Origin,
  input: Input,
): Invocation => {
  let asked: Promise<webApi.UsersInfoResponse> | undefined;
  const profile = async () => {
    asked ??= client.users.info({ user: person, include_locale: true });
    return (await asked).user;
  };
  const looksAfterIt = async () => {
    const user = await profile();
    return user?.is_admin === true || user?.is_owner === true;
  };
  const called = visibleName(name);
  const conversation = placeId("slack", team, channel);
  const placeOf = (head: string) => placeId("slack", team, channel, head);
  return {
    input,
    id,
    learner: learnerId("slack", `${team}/${person}`),
    place: thread === undefined ? conversation : placeOf(thread),
    ...(thread !== undefined && isDirect(channel) ? { alsoIn: conversation } : {}),
    ...(begins === undefined ? {} : { alsoIn: placeOf(begins) }),
    locale: "en",
    askLocale: () => localeOf(`${team}/${person}`, async () => (await profile())?.locale),
    ...(called === undefined ? {} : { name: called }),
    isAlone: isDirect(channel),
    timeZone: () =>
      profile().then(
        (user) => user?.tz,
        () => undefined,
      ),
    mayManage: looksAfterIt,
    isAdministrator: looksAfterIt,
  };
};

const home = "home-";

/** The app's home of one person, as a place: what is said there is said to them alone. */
export const homeOf = (person: string): string => `${home}${person}`;

/** Where Slack takes messages for a place: what is for a home goes into the direct messages of that person. */
export const addressOf = (channel: string): string =>
  channel.startsWith(home) ? channel.slice(home.length) : channel;

/** Ids of direct messages begin with D; those of persons with U or W. */
export const isDirect = (channel: string): boolean => /^[DUW]/.test(addressOf(channel));

interface Interactive {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly enterprise?: { readonly id: string };
  readonly is_enterprise_install?: boolean;
}

/** The workspace of an interaction; an app installed for a whole organisation may be told only that. */
export const teamOf = ({ team, user, enterprise }: Interactive): string =>
  team?.id ?? user.team_id ?? enterprise?.id ?? "";

/** What an interaction says that the person is called. */
export const nameOf = ({
  name,
  username,
}: {
  readonly name?: string;
  readonly username?: string;
}): string | undefined => name ?? username;
