import { styleText } from "node:util";
import { layOutTable } from "../../reply/plain-text.ts";
import {
  type BlockRenderers,
  type Choice,
  type Formula,
  type Reply,
  renderBlock,
  type Span,
  spansOf,
  type Text,
  type Tone,
  type WorkingLine,
} from "../../reply/reply.ts";
import { toPrintable } from "./printable.ts";

type Colour = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;

const titleColours: Readonly<Record<Tone, Colour>> = {
  plain: "cyan",
  right: "green",
  wrong: "yellow",
  problem: "red",
};

/** A reply as text for a terminal. Without colour it is the plain text, sign for sign. */
export const renderForTerminal = (reply: Reply, colour: boolean): string => {
  const paint = painter(colour);
  const title = reply.title === undefined ? [] : [paint(titleColours[reply.tone], reply.title, "bold")];
  return [...title, ...reply.blocks.map((block) => renderBlock(renderersFor(paint), block))]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** Choices with the numbers that press them. */
export const renderChoices = (choices: readonly Choice[], colour: boolean): string => {
  const paint = painter(colour);
  const width = String(choices.length).length;
  return choices
    .map(({ label, description }, i) => {
      const number = paint("yellow", String(i + 1).padStart(width));
      return `  ${number}  ${paint("none", label)}${description === undefined ? "" : paint("dim", `  ${description}`)}`;
    })
    .join("\n");
};

type Paint = (colour: Colour, text: string, weight?: "bold") => string;

/** `none` leaves the text's colour alone; controls inside the text are made harmless in any case. */
const painter =
  (colour: boolean): Paint =>
  (name, text, weight) => {
    const safe = toPrintable(text);
    if (!colour || safe === "") return safe;
    return styleText(weight === undefined ? name : [name, weight], safe, { validateStream: false });
  };

const renderersFor = (paint: Paint): BlockRenderers<string> => {
  const span = (part: Span): string => {
    if (typeof part === "string") return paint("none", part);
    if ("strong" in part) return paint("bold", part.strong);
    if ("code" in part) return paint("cyan", part.code);
    return paint("none", part.formula.plain);
  };
  const prose = (text: Text) => spansOf(text).map(span).join("");
  const result = (formula: Formula) => paint("bold", formula.plain);
  const line = ({ relation, formula, because }: WorkingLine, last: boolean): string =>
    [
      paint("dim", relation),
      " ",
      last ? result(formula) : paint("none", formula.plain),
      because === undefined ? "" : paint("dim", `    (${because})`),
    ].join("");
  return {
    paragraph: ({ text }) => prose(text),
    formula: ({ formula }) => result(formula),
    working: ({ subject, lines }) =>
      [paint("none", subject.plain), ...lines.map((each, i) => line(each, i === lines.length - 1))].join(
        lines.some(({ because }) => because !== undefined) ? "\n" : " ",
      ),
    table: ({ caption, header, rows }) => {
      const [head = "", ...rest] = layOutTable(header, rows).split("\n");
      return [paint("none", caption), paint("bold", head), ...rest.map((row) => paint("none", row))].join(
        "\n",
      );
    },
    picture: ({ alt }) => paint("none", alt),
    choices: () => "",
    source: ({ title, author, date, link }) =>
      paint("dim", `Source: ${author}, “${title}”, ${date}, ${link}`),
  };
};
