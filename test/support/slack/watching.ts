import type { Awaited } from "../answers.ts";
import { until } from "../until.ts";
import { type Seen, see } from "./see.ts";
import type { Json, Posted, Workspace } from "./workspace.ts";

/** A form as it opens. */
export interface FormSeen {
  readonly title: string;
  readonly label: string;
  readonly value: string;
}

/** How one person waits for what comes of something that they did, among all that is shown in the workspace. */
export const createWatching = (workspace: Workspace, person: string, awaited: Awaited) => {
  const direct = workspace.directOf(person);

  /** What only this person sees. */
  const forMe = ({ onlyFor, channel: where }: Posted): boolean => onlyFor === person || where === direct;

  /**
   * Does something, and waits for all that comes of it, whatever else is shown meanwhile; `least` is how many messages
   * are expected beyond what the tutor answers.
   */
  const watch = async (
    act: () => Promise<unknown>,
    event: string,
    mine: (shown: Posted) => boolean,
    least = 1,
  ): Promise<Seen[]> => {
    const before = workspace.shown.length;
    const ofMine = () => workspace.shown.slice(before).filter(mine);
    await act();
    // A long answer is several messages.
    await until(() => ofMine().length >= Math.max(least, awaited(event) ?? Number.POSITIVE_INFINITY));
    return ofMine().map(see);
  };

  /** What comes of an interaction: by its response_url, or for this person alone. */
  const comesOf = (payload: Json) => {
    const id = String(payload.response_url).split("/").at(-1);
    return (shown: Posted): boolean => shown.through === id || forMe(shown);
  };

  /** Resolves to what the field of the form holds that opens. */
  const opened = async (act: () => Promise<unknown>): Promise<FormSeen> => {
    const before = workspace.views.length;
    await act();
    await until(() => workspace.views.length > before);
    const view = workspace.views.at(-1) as unknown as {
      title: { text: string };
      blocks: readonly [{ label: { text: string }; element: { initial_value?: string } }];
    };
    const [field] = view.blocks;
    return { title: view.title.text, label: field.label.text, value: field.element.initial_value ?? "" };
  };

  return { direct, forMe, watch, comesOf, opened };
};
