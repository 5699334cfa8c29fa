export const platformNames = ["discord", "slack", "web", "terminal"] as const;

/** Where a conversation takes place. */
export type PlatformName = (typeof platformNames)[number];

/** A person, as one platform knows them; on Slack the team is part of the id. */
export type LearnerId = `${PlatformName}:learner:${string}`;

/** A channel, a thread or a direct message. */
export type PlaceId = `${PlatformName}:place:${string}`;

export const learnerId = (platform: PlatformName, id: string): LearnerId => `${platform}:learner:${id}`;

export const placeId = (platform: PlatformName, id: string): PlaceId => `${platform}:place:${id}`;
