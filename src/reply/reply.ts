import { atLeastOne } from "../base/at-least.ts";
import type { Picture, Theme } from "./picture.ts";

/**
 * What the tutor says, before any platform shows it. Blocks carry meaning; each platform renders its native best of
 * them, and `toPlainText` renders all of them. Text is data: nobody escapes anything before a renderer does.
 */
export interface Reply {
  readonly tone: Tone;
  readonly title?: string;
  readonly blocks: readonly [Block, ...Block[]];
  /** What was worked out, without what it came to: the title where the working below it says that. */
  readonly name?: string;
  /** What matters most of it, in few lines: for where others read along, and the whole is long. */
  readonly brief?: readonly [Block, ...Block[]];
  /** "asker" where the answer is about the asker and nobody else, whoever may see the command's other answers. */
  readonly audience?: "asker";
  /** Nothing of it is kept where what was said is kept otherwise. */
  readonly isFleeting?: true;
  /** What was computed, for programs: the same that the blocks tell people. */
  readonly result?: Computed;
}

export interface Computed {
  /** The vectors as they were read. */
  readonly vectors: readonly string[];
  /** The value in exact form, and rounded to a decimal where it is one number without letters. */
  readonly exact?: string;
  readonly decimal?: string;
}

/** "problem" answers are shown to the asker alone wherever the platform can do that. */
export type Tone = "plain" | "right" | "wrong" | "problem";

export type Block =
  | Paragraph
  | FormulaBlock
  | WorkingBlock
  | TableBlock
  | PictureBlock
  | ChoicesBlock
  | FileBlock
  | SourceBlock;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Text;
}

/** The result, or another formula that stands on a line of its own. */
export interface FormulaBlock {
  readonly kind: "formula";
  readonly formula: Formula;
}

/** A subject and the lines that follow from it, shown as one chain, or line by line where the lines have reasons. */
export interface WorkingBlock {
  readonly kind: "working";
  readonly subject: Formula;
  readonly lines: readonly [WorkingLine, ...WorkingLine[]];
}

export type Relation = "=" | "≈" | "≤" | "≥" | "<" | ">";

export interface WorkingLine {
  readonly relation: Relation;
  readonly formula: Formula;
  /** Why the line follows from the one before. */
  readonly because?: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PictureBlock {
  readonly kind: "picture";
  readonly picture: Picture;
  /** What it shows, in a sentence with the figures. */
  readonly alt: string;
  /** The words beside it say the same already: where it cannot be shown, nothing is missing. */
  readonly alsoSaid?: true;
  /** Working of the same reply that it shows typeset: where it is drawn, that need not be shown in characters as well. */
  readonly insteadOf?: readonly WorkingBlock[];
  /** Which colours the learner chose; absent, those that suit the platform. */
  readonly theme?: Theme;
}

/** Things the learner may do next: buttons, or a menu where there are more than five. */
export interface ChoicesBlock {
  readonly kind: "choices";
  /** What the choices are, for a menu: "Choose a command". */
  readonly prompt: string;
  readonly choices: readonly [Choice, ...Choice[]];
  /** The choices are steps of one quantity, from little to much; the answer stands at one, counted from 0. */
  readonly scale?: { readonly at: number };
}

/** A button is a command typed for you. */
export interface Choice {
  /** At most 75 characters: the shorter of Discord's 80 and Slack's 75. */
  readonly label: string;
  /** A second line, shown in menus only; at most 75 characters. */
  readonly description?: string;
  readonly does: Call;
  /** The option of the call that a form asks for first; the form starts with the call's value for it. */
  readonly asks?: string;
  /** What follows takes the place of the answer that this stands on, where only the asker sees that. */
  readonly inPlace?: true;
}

/** A command and its options, as one would type them. */
export interface Call {
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export type OptionValue = string | number | boolean;

/** A text to keep, as a file where the platform has files. */
export interface FileBlock {
  readonly kind: "file";
  readonly name: string;
  /** Such as "application/json". */
  readonly type: string;
  readonly text: string;
}

export interface SourceBlock {
  readonly kind: "source";
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly link: string;
  /** Where in the text. */
  readonly section?: string;
}

/** One formula in three spellings, all made from the same tree. */
export interface Formula {
  readonly plain: string;
  readonly tex: string;
  /** What stands within <math>. */
  readonly mathMl: string;
  readonly spoken: string;
}

/** A run of prose. A bare string is plain words. */
export type Text = string | readonly Span[];

export type Span =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly formula: Formula }
  /** A moment, shown as the time until then where the platform counts down by itself. */
  | { readonly until: Date };

/** One handler for each kind of block, so that a new kind is a compile error in every renderer. */
export type BlockRenderers<R> = { readonly [K in Block["kind"]]: (block: Extract<Block, { kind: K }>) => R };

export const renderBlock = <R>(renderers: BlockRenderers<R>, block: Block): R =>
  (renderers[block.kind] as (block: Block) => R)(block);

export const spansOf = (text: Text): readonly Span[] => (typeof text === "string" ? [text] : text);

export const paragraph = (text: Text): Paragraph => ({ kind: "paragraph", text });

/** Buttons under a prompt; there is one at least. */
export const choices = (prompt: string, list: readonly Choice[]): ChoicesBlock => ({
  kind: "choices",
  prompt,
  choices: atLeastOne(list),
});
