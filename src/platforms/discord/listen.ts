import { type Client, Events, type Interaction } from "discord.js";
import type { Tutor } from "../../commands/tutor.ts";
import { type PlaceId, placeId } from "../../identity.ts";
import { languageOf, speak } from "../../language.ts";
import type { Log } from "../../log.ts";
import type { Meters } from "../../meters.ts";
import type { Posting } from "../../posting.ts";
import { reportError } from "../../report-error.ts";
import { beginRequest } from "../../request.ts";
import type { InFlight } from "../in-flight.ts";
import { createOnce } from "../once.ts";
import { watchAcknowledgements } from "./acknowledgement.ts";
import type { Integrations } from "./integrations.ts";
import type { Picturing } from "./pictured.ts";
import { isExpected, told } from "./refusal.ts";
import { whyMenu } from "./registration.ts";
import { createResponding } from "./respond.ts";
import { type Answering, commandCalled, createAnswering } from "./show.ts";
import { answerWords, isMeant } from "./when-addressed.ts";
import { answerCommand, suggest } from "./when-asked-by-command.ts";
import { greet } from "./when-joined.ts";
import { answerMenu } from "./when-pointed-at.ts";
import { answerForm, answerPress } from "./when-pressed.ts";
import { askerOf, mayWriteIn } from "./who-and-where.ts";

/** Answers an interaction, whichever way it came; `place` where the interaction itself does not know all of it. */
export type Hearing = (interaction: Interaction, place?: PlaceId) => void;

export interface Listening {
  readonly tutor: Tutor;
  readonly picture: Picturing;
  readonly integrations: Integrations;
  readonly post: Posting["post"];
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly meters: Meters;
}

/** Has everything answered that comes by the gateway, and what is handed over from elsewhere. */
export const listen = (
  client: Client,
  { tutor, picture, integrations, post, inFlight, log, meters }: Listening,
): Hearing => {
  const isNew = createOnce();
  const answer = createAnswering(tutor, picture);
  const responding = createResponding();
  const received = watchAcknowledgements(client, meters);
  const handle = (what: string, id: string, work: () => Promise<void> | undefined): void => {
    if (!isNew(id)) return;
    received(id);
    beginRequest(() =>
      inFlight.track(Promise.resolve().then(work)).catch((error: unknown) => {
        if (isExpected(error))
          log.info({ event: what, ...told(error) }, "Discord does not take an answer, as may happen");
        else
          reportError(log, error, {
            where: "platform",
            what: "Discord: could not be answered",
            about: { event: what },
          });
      }),
    );
  };
  const hear: Hearing = (interaction, place) =>
    handle("interaction", interaction.id, () => {
      speak(languageOf(interaction.locale));
      const where = place ?? askerOf(interaction).place;
      const rights = {
        mayWrite: mayWriteIn(interaction, where),
        mayUse: integrations.whoInteracts(interaction, where, vouchedFor(tutor, interaction)),
      };
      const there: Answering = (asked) => answer({ ...asked, ...rights, place: where });
      if (interaction.isChatInputCommand()) return answerCommand(interaction, tutor, there, responding);
      if (interaction.isAutocomplete()) return suggest(interaction, tutor);
      if (interaction.isMessageComponent()) return answerPress(interaction, tutor, there, responding);
      if (interaction.isModalSubmit()) return answerForm(interaction, tutor, there, responding);
      if (interaction.isMessageContextMenuCommand()) return answerMenu(interaction, there, responding);
      return undefined;
    });
  client.on(Events.InteractionCreate, (interaction) => hear(interaction));
  client.on(Events.MessageCreate, (message) => {
    const there: Answering = (asked) => answer({ ...asked, mayUse: integrations.whoWrites(message) });
    if (isMeant(message)) handle("message", message.id, () => answerWords(message, there, log));
  });
  // discord.js tells only of servers that were not there before.
  client.on(Events.GuildCreate, (guild) => {
    inFlight
      .track(greet(guild, tutor, post))
      .catch((error: unknown) => log.warn(told(error), "Discord: a server could not be greeted"));
  });
  // A server that is only away for a while is told otherwise.
  client.on(Events.GuildDelete, ({ id }) => {
    inFlight
      .track(tutor.uninstalled(placeId("discord", id)))
      .catch((error: unknown) => log.error(told(error), "Discord: a server's quizzes could not be ended"));
  });
  client.on(Events.Error, (error) => log.error(told(error), "Discord: the client failed"));
  client.on(Events.Warn, (text) => log.warn(text));
  client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, "Discord: the connection is closed"));
  client.on(Events.ShardReconnecting, () => log.info("Discord: reconnecting"));
  return hear;
};

/** The command that Discord has let somebody use, by its name, as what is set there is for those that are typed. */
const vouchedFor = (tutor: Tutor, interaction: Interaction): string | undefined => {
  if (interaction.isMessageContextMenuCommand()) return whyMenu.command;
  return interaction.isChatInputCommand() ? commandCalled(tutor, interaction.commandName)?.name : undefined;
};
