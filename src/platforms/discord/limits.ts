/** What Discord accepts, as its reference of messages, components, commands and modals states it. */
export const limits = {
  componentsInMessage: 40,
  filesInMessage: 10,
  bytesInMessage: 10 * 1024 * 1024,
  /** Of a picture in a gallery, and of an attachment. */
  altText: 1024,
  textInMessage: 4000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  optionLabel: 100,
  optionsInMenu: 25,
  placeholder: 150,
  modalTitle: 45,
  fieldLabel: 45,
  fieldDescription: 100,
  fieldValue: 4000,
  description: 100,
  completions: 25,
  completion: 100,
} as const;

/** How much one text of ours carries, so that several fit into a message. */
export const textBudget = 3_600;

/** The room that is kept for each picture, in bytes: ten of them fit into a message. */
export const roomForPicture = limits.bytesInMessage / limits.filesInMessage;

/** The longest text that Discord takes in one option of a command. */
export const longestOption = 6_000;
