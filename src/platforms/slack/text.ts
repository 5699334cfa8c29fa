/** What Slack would act upon in the text of a message – links, mentions, broadcasts – becomes plain characters. */
export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const control = /<(?:([@#!])([^|<>\s]+)|((?:https?|mailto|tel|ftp|slack):[^|<>]*))(?:\|([^<>]*))?>/g;

/**
 * The characters that a person typed, from the text that Slack delivers: entities are decoded, and what Slack made a
 * link of by itself (`torch.tensor`, a row of digits) becomes its label again.
 */
export const unescapeText = (text: string): string =>
  text
    .replace(control, (_, sigil: string | undefined, name: string | undefined, link = "", label?: string) =>
      sigil === undefined
        ? (label ?? link)
        : `${sigil === "!" ? "@" : sigil}${label?.replace(/^[@#]/, "") ?? name ?? ""}`,
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The words of a mention, without the mention itself. */
export const withoutMention = (text: string, botId: string | undefined): string =>
  unescapeText(
    botId === undefined
      ? text.replace(/<@[^>]+>/, " ")
      : text.replace(new RegExp(`<@${botId}(\\|[^>]*)?>`, "g"), " "),
  ).trim();
