/** An exchange that was added or changed. */
export interface Pushed {
  readonly id: string;
  readonly html: string;
}

/** What one tab is pushed, from its connection on. */
export interface Tab {
  readonly pushed: () => readonly Pushed[];
  readonly end: () => Promise<void>;
}

/** Opens a tab as the page's script does; `since`: the latest change that it shows. */
export const openTab = async (url: string, cookie: string, since?: number): Promise<Tab> => {
  const stop = new AbortController();
  const query = since === undefined ? "" : `?since=${since}`;
  const response = await fetch(`${url}/events${query}`, { headers: { cookie }, signal: stop.signal });
  const pushed: Pushed[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of response.body!) {
      const lines = (text + decoder.decode(chunk, { stream: true })).split("\n");
      text = lines.pop()!;
      for (const line of lines)
        if (line.startsWith("data: ")) pushed.push(JSON.parse(line.slice("data: ".length)) as Pushed);
    }
  })().catch(() => undefined);
  return {
    pushed: () => pushed,
    end: async () => {
      stop.abort();
      await reading;
    },
  };
};
