import type { PlaceId } from "../identity.ts";

/** That the tutor is installed in a workspace. */
export interface Installation {
  readonly workspace: PlaceId;
  /** The bot's own id there. */
  readonly bot: string;
  /** When that was first known. */
  readonly installedAt: Date;
}

/** The workspaces in which the tutor is installed. */
export interface Installations {
  readonly keep: (workspace: PlaceId, bot: string) => Promise<void>;
  readonly find: (workspace: PlaceId) => Promise<Installation | undefined>;
  /** Forgets an installation, and ends what was under way in its workspace. */
  readonly remove: (workspace: PlaceId) => Promise<void>;
}
