import { html, raw } from "hono/html";
import type { ChoiceCode } from "../../../commands/choice-code.ts";
import { clockTime, inSection } from "../../../reply/plain-text.ts";
import {
  type Block,
  type BlockRenderers,
  type ChoicesBlock,
  type FileBlock,
  type PictureBlock,
  type Reply,
  renderBlock,
  type Span,
  spansOf,
  type Text,
  type WorkingBlock,
} from "../../../reply/reply.ts";
import { say } from "../../../say.ts";
import { renderFormula } from "./formula.ts";
import type { Html } from "./html.ts";
import { addressOf, isShown } from "./pictures.ts";

/** More choices than this become a menu. */
const mostButtons = 5;

/** The longest code that stands in the page itself; longer ones are kept on the server. */
const codeLimit = 2_000;

export interface Shown {
  readonly id: string;
  /** Absent where the tutor says something by itself. */
  readonly asked: string | undefined;
  readonly reply: Reply;
  readonly codes: ChoiceCode;
}

/** What was asked and the answer to it. */
export const renderExchange = ({ id, asked, reply, codes }: Shown): Html => html`<article
  class="exchange" id="${id}" tabindex="-1" aria-label="${asked ?? reply.title ?? say("From the tutor")}">
${asked === undefined ? "" : html`<p class="asked"><span class="unseen">${say("You: ")}</span>${asked}</p>`}
<div class="answer ${reply.tone}">
${reply.tone === "problem" ? html`<p class="note"><span aria-hidden="true">⚠</span> ${say("Only you see this")}</p>` : ""}
${reply.title === undefined ? "" : html`<h2>${reply.title}</h2>`}
${reply.blocks.map((block: Block) => renderBlock(renderersWith(id, codes), block))}
</div>
</article>`;

const renderersWith = (id: string, codes: ChoiceCode): BlockRenderers<Html> => ({
  paragraph: ({ text }) => html`<p>${prose(text)}</p>`,
  formula: ({ formula }) => html`<p class="formula">${renderFormula(formula)}</p>`,
  working: (block) => working(block),
  table: ({
    caption,
    header,
    rows,
  }) => html`<figure><figcaption>${caption}</figcaption><div class="wide"><table>
<thead><tr>${header.map((name) => (name === "" ? html`<td></td>` : html`<th scope="col">${name}</th>`))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => (header[i] === "" ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}</tbody>
</table></div></figure>`,
  picture: (block) => {
    if (isShown(block)) return picture(block);
    return block.alsoSaid ? html`` : html`<p class="picture">${block.alt}</p>`;
  },
  choices: (block) => choices(block, id, codes),
  file,
  source: ({
    title,
    author,
    date,
    link,
    section,
  }) => html`<p class="source">${say("Source: {author}", { author: say(author) })}, <a href="${link}"
    rel="noreferrer" target="_blank">${title}</a>${inSection(section)}, ${say(date)}</p>`,
});

const prose = (text: Text): readonly Html[] => spansOf(text).map(span);

const span = (part: Span): Html => {
  if (typeof part === "string") return html`${part}`;
  if ("strong" in part) return html`<strong>${part.strong}</strong>`;
  if ("code" in part) return html`<code>${part.code}</code>`;
  if ("until" in part)
    // The script counts down; whoever listens is not told each second.
    return html`<time role="timer" aria-live="off" datetime="${part.until.toISOString()}">${clockTime(part.until)}</time>`;
  return renderFormula(part.formula);
};

/** The subject, and below it each line with its reason. A line too long for the screen scrolls by itself. */
const working = ({ subject, lines }: WorkingBlock): Html => html`<ol class="working">
<li class="subject"><span class="line">${renderFormula(subject)}</span></li>
${lines.map(
  ({ relation, formula, because }) =>
    html`<li><span>${relation}</span> <span class="line">${renderFormula(formula)}</span>${
      because === undefined ? "" : html` <span class="because">${because}</span>`
    }</li>`,
)}
</ol>`;

/** A picture in the colours of the page, or in those that the learner chose. Its pixels are half as large as CSS's. */
const picture = ({ picture: shown, alt, alsoSaid, theme }: PictureBlock): Html => html`<figure
  class="picture"${alsoSaid ? raw(" data-said") : ""}><picture>${
    theme === undefined
      ? html`<source media="(prefers-color-scheme: dark)" srcset="${addressOf(shown, "dark")} 2x">`
      : ""
  }<source srcset="${addressOf(shown, theme ?? "light")} 2x"><img
  src="${addressOf(shown, theme ?? "light")}" alt="${alt}" loading="lazy"></picture></figure>`;

/** The link holds the text itself, so that it can be kept without asking the server again. */
const file = ({ name, type, text }: FileBlock): Html => html`<div class="file">
<p><a download="${name}" href="data:${type};charset=utf-8;base64,${Buffer.from(text).toString("base64")}">${say("Download {name}", { name })}</a></p>
<details><summary>${say("Show what is in it")}</summary><pre tabindex="0" aria-label="${name}">${text}</pre></details>
</div>`;

/** Each form says on which exchange it stands, for what takes that one's place. */
const choices = (block: ChoicesBlock, id: string, codes: ChoiceCode): Html => {
  if (block.scale !== undefined) return slider(block, block.scale.at, id, codes);
  return block.choices.length > mostButtons ? menu(block, id, codes) : buttons(block, id, codes);
};

const buttons = ({ prompt, choices: all }: ChoicesBlock, id: string, codes: ChoiceCode): Html =>
  html`<div class="choices" role="group" aria-label="${prompt}">
${all.map(
  (choice) => html`<form method="post" action="${choice.asks === undefined ? "/press" : "/form"}">
<input type="hidden" name="on" value="${id}">
<input type="hidden" name="code" value="${codes.encode(choice, codeLimit)}"><button>${choice.label}</button></form>`,
)}
</div>`;

const menu = ({ prompt, choices: all }: ChoicesBlock, id: string, codes: ChoiceCode): Html =>
  html`<form class="choices" method="post" action="/press">
<input type="hidden" name="on" value="${id}"><select name="code" aria-label="${prompt}" required><option value="">${prompt}</option>
${all.map(
  (choice) =>
    html`<option value="${codes.encode(choice, codeLimit)}">${choice.label}${
      choice.description === undefined ? "" : `: ${choice.description}`
    }</option>`,
)}</select> <button>${say("Go")}</button>
</form>`;

/** A slider, and the menu that it stands for: whoever has no script uses that. */
const slider = ({ prompt, choices: all }: ChoicesBlock, at: number, id: string, codes: ChoiceCode): Html =>
  html`<form class="choices slider" method="post" action="/press">
<input type="hidden" name="on" value="${id}">
<label>${prompt} <input type="range" min="0" max="${all.length - 1}" value="${at}" aria-valuetext="${all[at]?.label}"></label>
<output>${all[at]?.label}</output>
<select name="code" aria-label="${prompt}">
${all.map(
  (choice, i) =>
    html`<option value="${codes.encode(choice, codeLimit)}"${i === at ? raw(" selected") : ""}>${choice.label}</option>`,
)}</select> <button>${say("Go")}</button>
</form>`;
