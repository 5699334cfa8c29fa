import type { ServerResponse } from "node:http";
import { html, raw } from "hono/html";
import { currentLanguage } from "../../language.ts";
import { say } from "../../say.ts";
import { installPath } from "./addresses.ts";

/** A page of the installation: one thing said, and at most a few links, in the language of the browser. */
interface Page {
  readonly title: string;
  readonly says: readonly string[];
  readonly links?: readonly { readonly label: string; readonly to: string }[];
}

const style = `body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1d2733;background:#fff}
a{color:#1f3a5f}a.first{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#1f3a5f;color:#fff;text-decoration:none}
a:focus-visible{outline:3px solid #c77700;outline-offset:2px}
@media (prefers-color-scheme:dark){body{color:#e6ebf1;background:#14202d}a{color:#9fc3f0}a.first{background:#9fc3f0;color:#14202d}}`;

const toHtml = ({ title, says, links = [] }: Page): string =>
  String(html`<!doctype html>
<html lang="${currentLanguage()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – dot-tutor</title><style>${raw(style)}</style></head>
<body><main>
<h1>${title}</h1>
${says.map((sentence) => html`<p>${sentence}</p>`)}
${links.map(({ label, to }, i) => html`<p><a${raw(i === 0 ? ' class="first"' : "")} href="${to}">${label}</a></p>`)}
</main></body>
</html>
`);

/** Nothing foreign is loaded, nothing is kept, and no other page can lay itself over this one. */
export const protectPage = (response: ServerResponse): void => {
  const headers = {
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

export const showPage = (response: ServerResponse, status: number, page: Page): void => {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(toHtml(page));
};

const again = () => ({ label: say("Begin again"), to: installPath });

export const beginPage = (authorizeUrl: string): string =>
  toHtml({
    title: say("Add the tutor to Slack"),
    says: [
      say(
        "The tutor shows the maths that language models rest on, line by line: dot products, norms, cosine similarity and the road to attention.",
      ),
      say("Slack asks you which workspace it is for, and shows what the tutor may do there."),
    ],
    links: [{ label: say("Add to Slack"), to: authorizeUrl }],
  });

const example = "/dot 2,3,4 1,0,2";

export const installedPage = (team: string, name: string | undefined, app: string | undefined): Page => ({
  title: say("The tutor is in your workspace"),
  says: [
    name === undefined
      ? say("It is ready. In any channel, type: {example}", { example })
      : say("It is ready in {name}. In any channel, type: {example}", { name, example }),
    say("For a quiz with others, type /quiz in a channel. All commands are on the tutor’s home in Slack."),
  ],
  links: [
    ...(app === undefined
      ? []
      : [{ label: say("Open Slack"), to: `slack://app?${new URLSearchParams({ team, id: app })}` }]),
    {
      label: say("Open Slack in the browser"),
      to: `https://app.slack.com/client/${encodeURIComponent(team)}`,
    },
  ],
});

export const deniedPage = (): Page => ({
  title: say("Nothing was installed"),
  says: [
    say("You cancelled in Slack, so the tutor is not in your workspace. You can come back at any time."),
  ],
  links: [again()],
});

export const strangePage = (): Page => ({
  title: say("This link is not one that I began"),
  says: [
    say(
      "For your safety, an installation must end in the same browser in which it began, and within ten minutes.",
    ),
    say("Nothing was installed."),
  ],
  links: [again()],
});

export const organisationPage = (): Page => ({
  title: say("One workspace at a time, please"),
  says: [
    say(
      "The tutor was about to be installed for a whole organisation. It works in single workspaces only, so nothing was kept.",
    ),
    say(
      "Begin again, and choose one workspace in the list at the top of Slack’s page. Each workspace of your organisation can have the tutor in this way.",
    ),
  ],
  links: [again()],
});

export const refusedPage = (): Page => ({
  title: say("Slack did not confirm the installation"),
  says: [
    say(
      "Slack did not give the tutor its key to your workspace, so it is not there yet. Please try once more.",
    ),
    say("If this comes back, whoever runs the tutor finds the reason in its log."),
  ],
  links: [again()],
});

export const faultPage = (): Page => ({
  title: say("The fault is mine"),
  says: [say("The installation could not be kept. Please try again in a few minutes.")],
  links: [again()],
});
