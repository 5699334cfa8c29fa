import { PermissionFlagsBits } from "discord.js";

/** What the bot asks a server for, and what each is needed for: the least with which it does all that it can do. */
export const permissions = [
  {
    flag: PermissionFlagsBits.ViewChannel,
    permission: "View Channels",
    because: "hearing mentions, and finding where to say hello",
  },
  {
    flag: PermissionFlagsBits.SendMessages,
    permission: "Send Messages",
    because: "quizzes, daily questions, and answers to mentions",
  },
  {
    flag: PermissionFlagsBits.SendMessagesInThreads,
    permission: "Send Messages in Threads",
    because: "the same in threads",
  },
  {
    flag: PermissionFlagsBits.AttachFiles,
    permission: "Attach Files",
    because: "pictures in these; without it, they are told in words",
  },
  {
    flag: PermissionFlagsBits.ReadMessageHistory,
    permission: "Read Message History",
    because: "answering a mention below it, and reading the one message that it answers",
  },
] as const;

/** Where someone who manages a server adds the bot to it, with these permissions and no others. */
export const inviteUrl = (application: string): string => {
  const sum = permissions.reduce((bits, { flag }) => bits | flag, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${sum}`;
};
