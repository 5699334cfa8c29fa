import { checkBlocks, textOfBlocks } from "./check-blocks.ts";

type Json = Readonly<Record<string, unknown>>;

const unescapeSlack = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const words = (text: string): readonly string[] => text.split(/[\s─]+/).filter((word) => word !== "");

/** A message as chat.postMessage, a response_url or an acknowledgement carries it. */
export const checkMessage = (message: Json): string[] => {
  const { text, blocks } = message;
  if (typeof text !== "string" || text.trim() === "") return ["message: no top-level text"];
  const missing =
    blocks === undefined
      ? []
      : words(textOfBlocks(blocks as unknown[])).filter((word) => !unescapeSlack(text).includes(word));
  return [
    ...(text.length > 40_000 ? [`message: text of ${text.length} characters`] : []),
    ...(/[<>]/.test(text) ? ["message: < or > in the text is not escaped"] : []),
    ...(/&(?!(amp|lt|gt);)/.test(text) ? ["message: & in the text is not escaped"] : []),
    ...(missing.length > 0 ? [`message: the text lacks ${missing.slice(0, 3).join(", ")}`] : []),
    ...(blocks === undefined ? [] : checkBlocks(blocks, 50)),
  ];
};

/** A modal or a home tab. */
export const checkView = (view: Json): string[] => {
  const label = (name: string, required: boolean): string[] => {
    const { type, text } = (view[name] ?? {}) as { type?: string; text?: string };
    if (text === undefined) return required ? [`view: no ${name}`] : [];
    return text.length < 1 || text.length > 24 || type !== "plain_text" ? [`view: ${name} “${text}”`] : [];
  };
  const blocks = (view.blocks ?? []) as Json[];
  const isModal = view.type === "modal";
  return [
    ...(isModal || view.type === "home" ? [] : [`view: no such type as ${view.type}`]),
    ...(isModal
      ? [
          ...label("title", true),
          ...label(
            "submit",
            blocks.some(({ type }) => type === "input"),
          ),
          ...label("close", false),
        ]
      : []),
    ...(String(view.private_metadata ?? "").length > 3000 ? ["view: private_metadata too long"] : []),
    ...(String(view.callback_id ?? "").length > 255 ? ["view: callback_id too long"] : []),
    ...checkBlocks(view.blocks, 100),
  ];
};
