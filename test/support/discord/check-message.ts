import type { Uploaded } from "./body.ts";

/** Discord's documented limits of messages, checked independently of the renderer: each complaint is a sentence. */
export type Json = Record<string, unknown>;

/** Flags of a message. */
export const flag = { ephemeral: 64, componentsV2: 1 << 15 } as const;

const type = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const within = (where: string, value: unknown, least: number, most: number): string[] => {
  const length = typeof value === "string" ? value.length : -1;
  return length < least || length > most
    ? [`${where}: ${length} characters, wanted ${least} to ${most}`]
    : [];
};

const checkButton = (where: string, { label, custom_id, style }: Json): string[] => [
  ...within(`${where} label`, label, 1, 80),
  ...within(`${where} custom_id`, custom_id, 1, 100),
  ...([1, 2, 3, 4].includes(style as number) ? [] : [`${where}: style ${style}`]),
];

const checkSelect = (where: string, { custom_id, placeholder, options }: Json): string[] => {
  const all = listOf(options);
  const values = all.map(({ value }) => value);
  return [
    ...within(`${where} custom_id`, custom_id, 1, 100),
    ...(placeholder === undefined ? [] : within(`${where} placeholder`, placeholder, 1, 150)),
    ...(all.length < 1 || all.length > 25 ? [`${where}: ${all.length} options`] : []),
    ...(new Set(values).size === values.length ? [] : [`${where}: values repeat`]),
    ...all.flatMap(({ label, value, description }, n) => [
      ...within(`${where} option ${n} label`, label, 1, 100),
      ...within(`${where} option ${n} value`, value, 1, 100),
      ...(description === undefined ? [] : within(`${where} option ${n} description`, description, 1, 100)),
    ]),
  ];
};

/** Our messages show nothing but what they bring. */
const checkLink = (where: string, { url }: Json): string[] =>
  /^attachment:\/\/[A-Za-z0-9._-]+$/.test(String(url)) ? [] : [`${where}: a file at ${url}`];

const checkComponent = (where: string, component: Json): string[] => {
  const inner = listOf(component.components);
  switch (component.type) {
    case type.row:
      if (inner.length === 1 && inner[0]!.type === type.select)
        return checkSelect(`${where} menu`, inner[0]!);
      return [
        ...(inner.length < 1 || inner.length > 5 ? [`${where}: ${inner.length} in a row`] : []),
        ...inner.flatMap((button, n) =>
          button.type === type.button
            ? checkButton(`${where} button ${n}`, button)
            : [`${where}: no ${button.type} among buttons`],
        ),
      ];
    case type.text:
      return within(`${where} text`, component.content, 1, 4000);
    case type.separator:
      return [];
    case type.gallery: {
      const items = listOf(component.items);
      return [
        ...(items.length < 1 || items.length > 10 ? [`${where}: ${items.length} pictures`] : []),
        ...items.flatMap(({ description, media }) => [
          ...(description === undefined ? [] : within(`${where} alt text`, description, 1, 1024)),
          ...checkLink(where, (media ?? {}) as Json),
        ]),
      ];
    }
    case type.file:
      return checkLink(where, (component.file ?? {}) as Json);
    case type.container:
      return [
        ...(inner.length === 0 ? [`${where}: an empty container`] : []),
        ...inner.flatMap((each, n) =>
          each.type === type.container
            ? [`${where}: a container in a container`]
            : checkComponent(`${where}.${n}`, each),
        ),
      ];
    default:
      return [`${where}: no such component as ${component.type}`];
  }
};

/** A component and all within it. */
export const flattened = (component: Json): Json[] => [
  component,
  ...listOf(component.components).flatMap(flattened),
];

/** What a component shows of the message's files. */
const linksIn = (component: Json): string[] => {
  const media =
    component.type === type.gallery ? listOf(component.items).map((item) => item.media) : [component.file];
  return media
    .filter((each) => each !== undefined)
    .map((each) => String((each as Json).url).replace("attachment://", ""));
};

/** Each file is shown, and each that is shown is there. */
const checkFiles = (files: readonly Uploaded[], shown: readonly Json[]): string[] => {
  const names = files.map(({ name }) => name);
  const wanted = shown.flatMap(linksIn);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return [
    ...(files.length > 10 ? [`${files.length} files, at most 10`] : []),
    ...(size > 10 * 1024 * 1024 ? [`${size} bytes of files, at most 10 MiB`] : []),
    ...(new Set(names).size === names.length ? [] : ["names of files repeat"]),
    ...wanted.filter((name) => !names.includes(name)).map((name) => `no file “${name}” comes with it`),
    ...names.filter((name) => !wanted.includes(name)).map((name) => `the file “${name}” is not shown`),
  ];
};

const checkNonce = ({ nonce, enforce_nonce }: Json): string[] => [
  ...(nonce === undefined ? [] : within("nonce", nonce, 1, 25)),
  ...(enforce_nonce === true && nonce === undefined ? ["enforce_nonce without a nonce"] : []),
];

/** A message as an interaction's answer, a follow-up or a channel's message carries it. */
export const checkMessage = (message: Json): string[] => {
  const { content, embeds, flags = 0, allowed_mentions } = message;
  const all = listOf(message.components).flatMap(flattened);
  const texts = all.filter((each) => each.type === type.text).map(({ content: text }) => String(text));
  const ids = all.map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  const parse = (allowed_mentions as { parse?: unknown[] } | undefined)?.parse;
  return [
    ...(Array.isArray(parse) && parse.length === 0
      ? []
      : ["allowed_mentions would let a mention take effect"]),
    ...(new Set(ids).size === ids.length ? [] : ["custom ids repeat"]),
    ...checkNonce(message),
    ...checkFiles((message.files ?? []) as Uploaded[], all),
    ...((flags as number) & flag.componentsV2
      ? [
          ...(content === undefined && embeds === undefined
            ? []
            : ["content or embeds beside components v2"]),
          ...(all.length < 1 || all.length > 40 ? [`${all.length} components, at most 40`] : []),
          ...(texts.join("").length > 4000
            ? [`${texts.join("").length} characters of text, at most 4000`]
            : []),
          ...listOf(message.components).flatMap((each, n) => checkComponent(`component ${n}`, each)),
        ]
      : within("content", content, 1, 2000)),
  ];
};

/** What opens as a form. */
export const checkModal = (modal: Json): string[] => {
  const labels = listOf(modal.components);
  return [
    ...within("modal custom_id", modal.custom_id, 1, 100),
    ...within("modal title", modal.title, 1, 45),
    ...(labels.length < 1 || labels.length > 5 ? [`modal: ${labels.length} fields`] : []),
    ...labels.flatMap((each, n) => {
      if (each.type !== 18) return [`field ${n}: not a label`];
      const input = each.component as Json;
      return [
        ...within(`field ${n} label`, each.label, 1, 45),
        ...(each.description === undefined ? [] : within(`field ${n} description`, each.description, 1, 100)),
        ...(input.type === 4 ? [] : [`field ${n}: no text input`]),
        ...within(`field ${n} custom_id`, input.custom_id, 1, 100),
        ...(input.value === undefined ? [] : within(`field ${n} value`, input.value, 1, 4000)),
        ...(input.placeholder === undefined
          ? []
          : within(`field ${n} placeholder`, input.placeholder, 1, 100)),
      ];
    }),
  ];
};

/** Suggestions while one types. */
export const checkCompletions = (choices: unknown): string[] => {
  const all = listOf(choices);
  return [
    ...(all.length > 25 ? [`${all.length} suggestions, at most 25`] : []),
    ...all.flatMap(({ name, value }, n) => [
      ...within(`suggestion ${n} name`, name, 1, 100),
      ...within(`suggestion ${n} value`, value, 1, 100),
    ]),
  ];
};
