import type { PlaceId, PlatformName } from "../identity.ts";

/** That the tutor is installed in a workspace. */
export interface Installation {
  readonly workspace: PlaceId;
  /** The bot's own id there. */
  readonly bot: string;
  /** When that was first known. */
  readonly installedAt: Date;
  /** What the bot proves there who it is with, sealed: the store cannot read it, and backups hold no more. */
  readonly sealed?: string;
}

export type Sealed = Required<Pick<Installation, "workspace" | "sealed">>;

/** The workspaces in which the tutor is installed. */
export interface Installations {
  /** Without `sealed`, what is kept of it stays. */
  readonly keep: (workspace: PlaceId, bot: string, sealed?: string) => Promise<void>;
  readonly find: (workspace: PlaceId) => Promise<Installation | undefined>;
  /** Those of which something sealed is kept. */
  readonly sealed: (platform: PlatformName) => Promise<readonly Sealed[]>;
  /** Puts what is sealed anew in the place of what it was made from, unless that has been replaced meanwhile. */
  readonly reseal: (before: Sealed, sealed: string) => Promise<void>;
  /** Forgets an installation and what was set for its places, and ends what was under way there. */
  readonly remove: (workspace: PlaceId) => Promise<void>;
}
