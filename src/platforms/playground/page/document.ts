import { html, raw } from "hono/html";
import type { Form } from "../../../commands/tutor.ts";
import { currentLanguage } from "../../../language.ts";
import { message, say, tagOf } from "../../../say.ts";
import type { Said } from "./conversations.ts";
import type { Session } from "./door.ts";
import type { Html } from "./html.ts";

/** What one may try first: the main job, a question in words, and a comparison. */
const examples = (): readonly string[] => [
  "/dot 2,3,4 1,0,2",
  say("what is the cosine similarity of (1,2) and (3,4)?"),
  "/compare 1,1 1,0.9 9,1",
];

/** What the script says; # is where it puts something in. */
const scriptWords = (): Readonly<Record<string, string>> => ({
  ago: say("{time} ago", { time: "#" }),
  days: say("{count} days", { count: "#" }),
  later: say("in {time}", { time: "#" }),
  now: say("now"),
  example: say("For example: {example}", { example: "#" }),
  suggestion: say("1 suggestion"),
  suggestions: say("{count} suggestions", { count: "#" }),
  "too-long": say("That is more than I can read at once: 256 kB at most."),
  unreachable: say("The tutor cannot be reached. What you typed is still here; try again in a moment."),
});

const frame = (content: Html): Html => html`<!doctype html>
<html lang="${tagOf[currentLanguage()]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>dot-tutor</title>
<link rel="stylesheet" href="/page.css">
</head>
<body ${Object.entries(scriptWords()).map(([name, text]) => html`data-${raw(name)}="${text}" `)}>
${content}
</body>
</html>`;

/** The whole chat, as it is after the change of that number. It works without its script, which adds what is pushed, completion, history and dialogs. */
export const chatDocument = (
  exchanges: readonly Pick<Said, "html">[],
  change: number,
  { isIn }: Pick<Session, "isIn">,
): Html =>
  frame(html`<a class="skip" href="#text">${say("To the question field")}</a>
<header><h1>dot-tutor</h1>
<div class="choices"><form method="post" action="/forget"><button class="quiet">${say("Clear")}</button></form>${
    isIn
      ? html`<form method="post" action="/logout"><button class="quiet">${say("Log out")}</button></form>`
      : ""
  }</div></header>
<main>
<section class="welcome" aria-label="${say("Welcome")}">
<p>${say("Ask about vectors, and see the working-out line by line: the maths that large language models rest on. Type a command that begins with /, or a question in your own words. Try one of these:")}</p>
<div class="choices">${examples().map(
    (text) => html`<form method="post" action="/ask"><input type="hidden" name="text" value="${text}">
<button>${text}</button></form>`,
  )}</div>
</section>
<div id="log" role="log" aria-label="${say("Conversation")}" data-change="${change}">${exchanges.map((exchange) => raw(exchange.html))}</div>
<div id="latest"></div>
</main>
<form id="ask" class="composer" method="post" action="/ask" aria-label="${say("Ask")}">
<ul id="suggestions" role="listbox" aria-label="${say("Suggestions")}" hidden></ul>
<p id="count" class="unseen" role="status"></p>
<p id="notice" role="alert"></p>
<textarea id="text" name="text" rows="1" required spellcheck="false" autocomplete="off" autocapitalize="off"
  aria-label="${say("Your question")}" placeholder="/dot 2,3,4 1,0,2"></textarea>
<button>${say("Send")}</button>
</form>
<dialog id="dialog" aria-labelledby="dialog-title"><form id="dialog-form" method="post" action="/press">
<h2 id="dialog-title"></h2>
${field({ title: "", label: "", hint: "", value: "" }, { code: "", on: "" })}
<p class="choices"><button type="button" id="dialog-cancel" class="quiet">${say("Cancel")}</button> <button>${say("Send")}</button></p>
</form></dialog>
<script src="/page.js" type="module"></script>`);

/** The code of a button, and the exchange that it stands on. */
export interface Pressed {
  readonly code: string;
  readonly on: string;
}

/** A form on a page of its own, where there is no script. */
export const formDocument = (form: Form, pressed: Pressed, error?: string): Html =>
  frame(html`<header><h1>dot-tutor</h1></header>
<main><form class="alone" method="post" action="/press">
<h2>${form.title}</h2>
${field(form, pressed, error)}
<p class="choices"><a href="/#latest">${say("Cancel")}</a> <button>${say("Send")}</button></p>
</form></main>`);

const field = ({ label, hint, value }: Form, { code, on }: Pressed, error?: string): Html => html`<input
  type="hidden" name="on" value="${on}"><input type="hidden" name="code" value="${code}">
<label for="typed">${label}</label>
<textarea id="typed" name="typed" rows="4" required spellcheck="false" autocomplete="off"
  aria-describedby="typed-hint typed-error"${error === undefined ? "" : raw(' aria-invalid="true"')}>${value}</textarea>
<p id="typed-hint" class="hint">${hint === "" ? "" : say("For example: {example}", { example: hint })}</p>
<p id="typed-error" class="error" role="alert">${error ?? ""}</p>`;

const loginWords = {
  ask: message("To come in, type the token that whoever runs this tutor gave you."),
  wrong: message("That is not the token. Please try again."),
  slowly: message("That was wrong too often. Please wait a little before you try again."),
  out: message("You are logged out. To come in again, type the token."),
  in: message("You are in."),
} as const;

/** Asks for the token, or leads on. */
export const loginDocument = (state: keyof typeof loginWords): Html =>
  frame(html`<header><h1>dot-tutor</h1></header>
<main>${
    state === "in"
      ? html`<p>${say(loginWords.in)}</p><p><a href="/">${say("To the tutor")}</a></p>`
      : html`<form class="alone" method="post" action="/login">
<h2>${say("Log in")}</h2>
<p${state === "wrong" || state === "slowly" ? raw(' role="alert"') : ""}>${say(loginWords[state])}</p>
<p><label for="token">${say("Token")}</label> <input id="token" name="token" type="password" required autocomplete="current-password"></p>
<p class="choices"><button>${say("Log in")}</button></p>
</form>`
  }</main>`);

/** A sentence on a page of its own. */
export const noticeDocument = (sentence: string): Html =>
  frame(html`<header><h1>dot-tutor</h1></header>
<main><p>${sentence}</p><p><a href="/#latest">${say("Back")}</a></p></main>`);
