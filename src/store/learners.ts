import type { Account, LearnerId, PlaceId } from "../identity.ts";
import type { Language } from "../language.ts";
import type { Preferences } from "../preferences.ts";

/** What a learner has chosen for themselves, over all linked identities. */
export interface LearnerSettings extends Preferences {
  /** The IANA name of the time zone. */
  readonly zone?: string;
  /** Minutes after midnight at which to remind; absent, never. */
  readonly remindAt?: number;
  /** The identity that asked to be reminded: where the reminder goes. */
  readonly remindVia?: LearnerId;
  /** The language that was spoken when that was set. */
  readonly remindIn?: Language;
  /** Days in a row are counted. */
  readonly streak?: boolean;
}

/** A skill as it is kept; what the record holds is the tutor's affair. */
export interface KeptSkill {
  readonly skill: string;
  readonly record: unknown;
  readonly dueAt: Date;
}

/** What changes in a skill with an attempt. */
export interface SkillChange {
  readonly record: unknown;
  readonly dueAt: Date;
  readonly mastered: boolean;
}

/** Someone who wants to be reminded. */
export interface ToRemind {
  readonly person: LearnerId;
  readonly via: LearnerId;
  readonly zone: string;
  readonly language: Language;
  readonly remindAt: number;
  readonly remindedAt?: Date;
  /** How many skills are due. */
  readonly due: number;
}

/** What a code was found to be: one from another person, who is told, or of no use. */
export type FoundCode =
  | { readonly kind: "found"; readonly owner: Account }
  | { readonly kind: "no-such-code" }
  | { readonly kind: "same-person" };

/** People, their identities, and what they chose and learned. */
export interface Learners {
  /** Notes that someone is there, and what they are called. */
  readonly meet: (learner: LearnerId, name?: string) => Promise<void>;
  readonly settingsOf: (learner: LearnerId) => Promise<LearnerSettings>;
  /** The same beside what is set for places, in their order; each answer asks for both, so that it is one query. */
  readonly settingsIn: (
    learner: LearnerId,
    places: readonly PlaceId[],
  ) => Promise<{ readonly own: LearnerSettings; readonly places: readonly unknown[] }>;
  /** Changes some of the settings; one that is undefined is taken away. */
  readonly change: (
    learner: LearnerId,
    change: { readonly [K in keyof LearnerSettings]: LearnerSettings[K] | undefined },
  ) => Promise<void>;
  /** Keeps a code for a learner, in the place of the one before. */
  readonly makeLinkCode: (learner: LearnerId, code: string, expiresAt: Date) => Promise<void>;
  /**
   * Looks a code up for someone who types it, and keeps that it is they who did. The first half of a code is its name:
   * whoever has that right and the rest wrong has missed, and a code that was missed five times is void.
   */
  readonly findLinkCode: (joiner: LearnerId, code: string) => Promise<FoundCode>;
  /** Keeps that whoever typed a code agrees. Resolves to its owner, undefined where there is nothing to agree to. */
  readonly agreeToLink: (joiner: LearnerId, code: string) => Promise<Account | undefined>;
  /** Who has agreed to be linked with a learner, and waits for them to agree, too. */
  readonly linkWaitingFor: (
    owner: LearnerId,
  ) => Promise<{ readonly code: string; readonly joiner: Account } | undefined>;
  /**
   * Makes the owner of a code and whoever agreed to it one person; of each skill the later record stays. Resolves to the
   * latter, undefined where nobody has agreed.
   */
  readonly link: (owner: LearnerId, code: string) => Promise<Account | undefined>;
  /** Makes a code void, whichever side refuses. Resolves to the other side, where there is one. */
  readonly refuseLink: (learner: LearnerId, code: string) => Promise<LearnerId | undefined>;
  /**
   * Makes a learner a person of their own again. What was learned and set together both keep; what either answered was
   * theirs all the time. Resolves to the identities that it was linked with.
   */
  readonly unlink: (learner: LearnerId) => Promise<readonly LearnerId[]>;
  /** The identities of the same person, this one first. */
  readonly accountsOf: (learner: LearnerId) => Promise<readonly Account[]>;
  /** The identities of the same person, this one among them. */
  readonly identitiesOf: (learner: LearnerId) => Promise<readonly LearnerId[]>;
  readonly skillsOf: (learner: LearnerId) => Promise<readonly KeptSkill[]>;
  /** Those who want to be reminded and have something due at that moment. */
  readonly toRemind: (now: Date) => Promise<readonly ToRemind[]>;
  /** Whether it was this call that noted the reminder, after the moment of the last one that was known. */
  readonly noteReminded: (person: LearnerId, before: Date | undefined, now: Date) => Promise<boolean>;
  /** Everything that is kept about the person behind a learner. */
  readonly everythingAbout: (learner: LearnerId) => Promise<Readonly<Record<string, unknown>>>;
  /**
   * Forgets the person behind a learner; what they did in shared quizzes stays under no one's name. Resolves to the
   * places that were theirs alone, where nothing is to come any more.
   */
  readonly forget: (learner: LearnerId) => Promise<readonly PlaceId[]>;
}
