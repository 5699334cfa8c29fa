import { type Seen, see } from "./see.ts";
import type { Json, Posted, Workspace } from "./workspace.ts";

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A form as it opens. */
export interface FormSeen {
  readonly title: string;
  readonly label: string;
  readonly value: string;
}

/** How one person waits for what comes of something that they did, among all that is shown in the workspace. */
export const createWatching = (workspace: Workspace, person: string) => {
  const direct = workspace.directOf(person);

  /** What only this person sees. */
  const forMe = ({ onlyFor, channel: where }: Posted): boolean => onlyFor === person || where === direct;

  /**
   * Does something, and waits for what comes of it, whatever else is shown meanwhile; `least` is how many messages are
   * expected.
   */
  const watch = async (
    act: () => Promise<unknown>,
    mine: (shown: Posted) => boolean,
    least = 1,
  ): Promise<Seen[]> => {
    const before = workspace.shown.length;
    const ofMine = () => workspace.shown.slice(before).filter(mine);
    await act();
    for (let waited = 0; waited < 3_000 && ofMine().length < least; waited += 5) await pause(5);
    await pause(least === 0 ? 150 : 30);
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
    for (let waited = 0; waited < 3_000 && workspace.views.length === before; waited += 5) await pause(5);
    const view = workspace.views.at(-1) as unknown as {
      title: { text: string };
      blocks: readonly [{ label: { text: string }; element: { initial_value?: string } }];
    };
    const [field] = view.blocks;
    return { title: view.title.text, label: field.label.text, value: field.element.initial_value ?? "" };
  };

  return { direct, forMe, watch, comesOf, opened };
};
