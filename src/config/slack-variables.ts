import * as z from "zod";
import { address, told } from "./variable.ts";

/** The variables that are Slack's alone. */
export const slackVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith(
      "xoxb-",
      "must begin with xoxb-: copy the “Bot User OAuth Token” from “OAuth & Permissions” of your app at https://api.slack.com/apps",
    )
    .optional()
    .register(told, {
      about: "For one workspace: OAuth & Permissions → Bot User OAuth Token.",
      example: "xoxb-…",
    }),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      "must be two numbers with a dot between: copy the “Client ID” from “Basic Information” of your app",
    )
    .optional()
    .register(told, {
      about:
        "For as many workspaces as install the app, instead of SLACK_BOT_TOKEN: Basic Information → Client ID. Needs SECRET_KEY and PUBLIC_URL. People install the app at PUBLIC_URL/slack/install.",
      example: "1234567890.1234567890",
    }),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[\w-]{16,}$/, "does not look like a client secret: copy it from “Basic Information” of your app")
    .optional()
    .register(told, { about: "Basic Information → Client Secret.", example: "4f1d…" }),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith(
      "xapp-",
      "must begin with xapp-: make an “App-Level Token” with the scope connections:write in “Basic Information” of your app",
    )
    .optional()
    .register(told, {
      about:
        "For Socket Mode, the simple way: Basic Information → App-Level Tokens, with the scope connections:write.",
      example: "xapp-…",
    }),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^[\w-]{16,}$/,
      "does not look like a signing secret: copy it from “Basic Information” of your app",
    )
    .optional()
    .register(told, {
      about:
        "For signed HTTP instead: Basic Information → Signing Secret. Slack then calls PUBLIC_URL/slack/events.",
      example: "8d2e…",
    }),
  PUBLIC_URL: address("https://tutor.example.org").optional().register(told, {
    about:
      "Where Slack, and the browsers of those who install the app, reach this process. The manifest for Slack is made with it.",
    example: "https://tutor.example.org",
  }),
  SLACK_API_URL: address("https://slack.com/api/").optional().register(told, {
    about: "Another server that speaks Slack's API.",
    example: "http://localhost:8081/api/",
    otherwise: "https://slack.com/api/",
  }),
};
