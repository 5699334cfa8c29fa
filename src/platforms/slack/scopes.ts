/** The permissions that the app asks for, and what each is needed for. */
export const botScopes = [
  { scope: "commands", because: "slash commands and the message shortcut “Why is this similar?”" },
  { scope: "chat:write", because: "answering mentions, threads and direct messages, and posting quizzes" },
  {
    scope: "chat:write.public",
    because: "posting a quiz in a public channel that the app has not been invited to",
  },
  {
    scope: "app_mentions:read",
    because: "receiving messages that mention the bot, and no others in channels",
  },
  {
    scope: "im:history",
    because: "receiving direct messages to the bot, and greeting whoever opens them for the first time",
  },
  {
    scope: "channels:history",
    because:
      "reading the one message at the head of a thread in a public channel when the bot is mentioned there",
  },
  {
    scope: "groups:history",
    because:
      "reading the one message at the head of a thread in a private channel when the bot is mentioned there",
  },
  {
    scope: "users:read",
    because:
      "telling whether someone is an administrator, by which clock and in which language a learner lives",
  },
  {
    scope: "im:write",
    because: "opening the direct messages with a learner, where what only they may see is sent",
  },
  {
    scope: "files:write",
    because: "showing pictures in answers, and sending a learner a file that they asked for",
  },
  {
    scope: "assistant:write",
    because: "suggesting what to ask in direct messages, and showing there that an answer is on its way",
  },
] as const;

/** The events that the app receives. */
export const botEvents = [
  "app_home_opened",
  "app_mention",
  "message.im",
  "app_uninstalled",
  "tokens_revoked",
] as const;
