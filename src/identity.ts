export const platformNames = ["discord", "slack", "web", "terminal"] as const;

/** Where a conversation takes place. */
export type PlatformName = (typeof platformNames)[number];

/** A person, as one platform knows them; on Slack the team is part of the id. */
export type LearnerId = `${PlatformName}:learner:${string}`;

/** An identity, and what it is called where that is known. */
export interface Account {
  readonly learner: LearnerId;
  readonly name?: string;
}

/** A channel, a thread or a direct message. */
export type PlaceId = `${PlatformName}:place:${string}`;

/** A message that was posted, as its platform finds it again. */
export type MessageId = `${PlatformName}:message:${string}`;

export const learnerId = (platform: PlatformName, id: string): LearnerId => `${platform}:learner:${id}`;

/** A place from the outermost part to the innermost: workspace, channel, thread. */
export const placeId = (platform: PlatformName, ...parts: readonly [string, ...string[]]): PlaceId =>
  `${platform}:place:${parts.join("/")}`;

export const messageId = (platform: PlatformName, ...parts: readonly [string, ...string[]]): MessageId =>
  `${platform}:message:${parts.join("/")}`;

export const isPlace = (id: PlaceId | LearnerId | MessageId): id is PlaceId => id.split(":")[1] === "place";

/** What an id says behind its platform and its sort, part by part. */
export const partsOf = (id: PlaceId | LearnerId | MessageId): readonly string[] =>
  id.slice(id.indexOf(":", id.indexOf(":") + 1) + 1).split("/");

/** The platform that an id belongs to. */
export const platformOf = (id: string): PlatformName =>
  platformNames.find((name) => id.startsWith(`${name}:`)) ?? "web";

/** The outermost part of a place: the server, the workspace, the page. */
export const workspaceOf = (place: PlaceId): PlaceId => placesOutwards(place).at(-1)!;

/**
 * The workspace that the id of a learner or a message belongs to; on Discord, where people are in many servers and
 * messages are known by their channels, none of them.
 */
export const homeOf = (id: LearnerId | MessageId): PlaceId => {
  const platform = platformOf(id);
  const homes = { slack: partsOf(id)[0]!, discord: "direct", web: "page", terminal: "here" } as const;
  return placeId(platform, homes[platform]);
};

/** The place and those that hold it, innermost first. */
export const placesOutwards = (place: PlaceId): readonly PlaceId[] => {
  const cut = place.lastIndexOf("/");
  return cut < 0 ? [place] : [place, ...placesOutwards(place.slice(0, cut) as PlaceId)];
};
