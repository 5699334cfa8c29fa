/** Slack's documented limits of Block Kit, checked independently of the renderer: each complaint is a sentence. */
type Json = Readonly<Record<string, unknown>>;

const checkText = (where: string, text: unknown, most: number, plainOnly = true): string[] => {
  const { type, text: words } = (text ?? {}) as Json;
  if (typeof words !== "string") return [`${where}: no text`];
  return [
    ...(words.length === 0 ? [`${where}: empty text`] : []),
    ...(words.length > most ? [`${where}: ${words.length} characters, at most ${most}`] : []),
    ...(plainOnly && type !== "plain_text" ? [`${where}: must be plain_text`] : []),
    ...(type === "mrkdwn" && /<[@!#]/.test(words) ? [`${where}: a live mention`] : []),
  ];
};

const richElements = new Set([
  "rich_text_section",
  "rich_text_list",
  "rich_text_preformatted",
  "rich_text_quote",
]);
const runKinds = new Set([
  "text",
  "link",
  "emoji",
  "user",
  "channel",
  "usergroup",
  "broadcast",
  "date",
  "color",
]);

const checkRich = (where: string, element: Json): string[] => {
  if (!richElements.has(String(element.type))) return [`${where}: no such rich text as ${element.type}`];
  const elements = element.elements as Json[] | undefined;
  if (elements === undefined || elements.length === 0) return [`${where}: no elements`];
  if (element.type === "rich_text_list") return elements.flatMap((item) => checkRich(`${where} item`, item));
  return elements.flatMap((run) => {
    if (!runKinds.has(String(run.type))) return [`${where}: no such run as ${run.type}`];
    if (run.type === "broadcast" || run.type === "user" || run.type === "usergroup")
      return [`${where}: a live mention`];
    if (run.type === "text" && (typeof run.text !== "string" || run.text.length === 0))
      return [`${where}: an empty run`];
    if (run.type === "link" && !/^https?:/.test(String(run.url))) return [`${where}: a link without a url`];
    if (element.type === "rich_text_preformatted" && run.type !== "text" && run.type !== "link")
      return [`${where}: ${run.type} in preformatted text`];
    return run.type === "date" ? checkDate(where, run) : [];
  });
};

const dateTokens =
  /\{(day_divider_pretty|date_num|date_slash|date_long|date_long_full|date_long_pretty|date|date_pretty|date_short|date_short_pretty|time|time_secs|ago)\}/;

const checkDate = (where: string, { timestamp, format, fallback }: Json): string[] => [
  ...(Number.isInteger(timestamp) && (timestamp as number) < 1e11 ? [] : [`${where}: no whole seconds`]),
  ...(typeof format === "string" && dateTokens.test(format) ? [] : [`${where}: a format that shows nothing`]),
  ...(typeof fallback === "string" && fallback !== "" ? [] : [`${where}: a date without a fallback`]),
];

const checkOption = (where: string, option: Json): string[] => [
  ...checkText(`${where} text`, option.text, 75),
  ...(option.description === undefined ? [] : checkText(`${where} description`, option.description, 75)),
  ...(typeof option.value !== "string" || option.value.length === 0 || option.value.length > 75
    ? [`${where}: value of ${String(option.value).length} characters`]
    : []),
];

const checkElement = (where: string, element: Json): string[] => {
  const id = element.action_id;
  const ids = typeof id !== "string" || id.length === 0 || id.length > 255 ? [`${where}: action_id`] : [];
  if (element.type === "button")
    return [
      ...ids,
      ...checkText(`${where} label`, element.text, 75),
      ...(String(element.value ?? "").length > 2000 ? [`${where}: value too long`] : []),
    ];
  if (element.type === "static_select") {
    const options = (element.options ?? []) as Json[];
    return [
      ...ids,
      ...(element.placeholder === undefined
        ? []
        : checkText(`${where} placeholder`, element.placeholder, 150)),
      ...(options.length < 1 || options.length > 100 ? [`${where}: ${options.length} options`] : []),
      ...options.flatMap((option, n) => checkOption(`${where} option ${n}`, option)),
    ];
  }
  if (element.type === "plain_text_input")
    return [
      ...ids,
      ...(element.placeholder === undefined
        ? []
        : checkText(`${where} placeholder`, element.placeholder, 150)),
      ...(String(element.initial_value ?? "").length > 3000 ? [`${where}: initial_value too long`] : []),
    ];
  return [`${where}: no such element as ${element.type}`];
};

const unique = (where: string, ids: readonly unknown[]): string[] =>
  new Set(ids).size === ids.length ? [] : [`${where}: ids repeat`];

const checks: Readonly<Record<string, (where: string, block: Json) => string[]>> = {
  header: (where, { text }) => checkText(where, text, 150),
  divider: () => [],
  section: (where, { text }) => checkText(where, text, 3000, false),
  context: (where, { elements }) => {
    const all = (elements ?? []) as Json[];
    return [
      ...(all.length < 1 || all.length > 10 ? [`${where}: ${all.length} elements`] : []),
      ...all.flatMap((element) => checkText(where, element, 3000, false)),
    ];
  },
  rich_text: (where, { elements }) => {
    const all = (elements ?? []) as Json[];
    const length = JSON.stringify(all).length;
    return [
      ...(all.length === 0 ? [`${where}: no elements`] : []),
      ...(length > 12_000 ? [`${where}: ${length} characters of rich text in one block`] : []),
      ...all.flatMap((element) => checkRich(where, element)),
    ];
  },
  actions: (where, { elements }) => {
    const all = (elements ?? []) as Json[];
    return [
      ...(all.length < 1 || all.length > 25 ? [`${where}: ${all.length} elements`] : []),
      ...unique(
        where,
        all.map(({ action_id }) => action_id),
      ),
      ...all.flatMap((element, n) => checkElement(`${where} element ${n}`, element)),
    ];
  },
  image: (where, { alt_text, image_url, slack_file, title }) => {
    const { id, url } = (slack_file ?? {}) as Json;
    return [
      ...(typeof alt_text !== "string" || alt_text.length < 1 || alt_text.length > 2000
        ? [`${where}: alt_text of ${String(alt_text ?? "").length} characters`]
        : []),
      ...(title === undefined ? [] : checkText(`${where} title`, title, 2000)),
      ...(slack_file === undefined || image_url !== undefined ? [`${where}: a picture that is no file`] : []),
      ...(/^F[A-Z0-9]{8,}$/.test(String(id)) && url === undefined ? [] : [`${where}: no such id as ${id}`]),
    ];
  },
  input: (where, { label, hint, element }) => [
    ...checkText(`${where} label`, label, 2000),
    ...(hint === undefined ? [] : checkText(`${where} hint`, hint, 2000)),
    ...checkElement(where, (element ?? {}) as Json),
  ],
};

export const checkBlocks = (blocks: unknown, most: number): string[] => {
  if (!Array.isArray(blocks)) return ["blocks: not a list"];
  const all = blocks as Json[];
  return [
    ...(all.length > most ? [`blocks: ${all.length}, at most ${most}`] : []),
    ...unique(
      "block_id",
      all.map(({ block_id }) => block_id).filter((id) => id !== undefined),
    ),
    ...all.flatMap((block, n) => {
      const check = checks[String(block.type)];
      return check === undefined
        ? [`block ${n}: no such block as ${block.type}`]
        : check(`block ${n}`, block);
    }),
  ];
};

/** The characters that the blocks show, in order. */
export const textOfBlocks = (blocks: readonly unknown[]): string =>
  (blocks as Json[])
    .map(textOf)
    .filter((text) => text !== "")
    .join("\n");

const textOf = (block: Json): string => {
  if (block.type === "actions") return "";
  if (Array.isArray(block.elements)) return (block.elements as Json[]).map(textOf).join("");
  if (block.type === "date") return String(block.fallback);
  const { text, label } = block;
  if (typeof text === "string") return text;
  return typeof text === "object" && text !== null
    ? textOf(text as Json)
    : label === undefined
      ? ""
      : textOf(label as Json);
};
