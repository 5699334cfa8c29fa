/** What Slack accepts, as its reference of Block Kit, of views and of messages states it. */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  header: 150,
  buttonLabel: 75,
  buttonValue: 2000,
  /** The reference says 150, the SDK's types say 75. */
  optionValue: 75,
  optionText: 75,
  optionsInMenu: 100,
  placeholder: 150,
  viewTitle: 24,
  initialValue: 3000,
  privateMetadata: 3000,
  /** Of an image block. */
  altText: 2000,
  /** Of a file. */
  altTextOfFile: 1000,
  /** How often one response_url may be used. */
  responses: 5,
} as const;

/** Slack advises 4,000 characters for the text of a message and cuts at 40,000. */
export const textBudget = { advised: 3_900, most: 12_000 } as const;

/** How much literal text one of our blocks carries: what a section may hold. */
export const blockBudget = 3_000;
