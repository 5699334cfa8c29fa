import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import type { Door } from "../../../src/platforms/playground/page/door.ts";
import { createPage, type PageSettings } from "../../../src/platforms/playground/page/page.ts";
import { createWebServer } from "../../../src/platforms/web-server.ts";
import type { Posting } from "../../../src/posting.ts";
import { drawingOf } from "../drawing.ts";
import { quietTutor, storeOpened } from "../tutor.ts";

/** A conversation with the page over HTTP, as its script has it. */
export interface Visit {
  readonly visitor: string;
  readonly cookie: string;
  /** Sends a form's fields; resolves to what the script is told. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Told>;
  /** The document as a reload shows it. */
  readonly reload: () => Promise<string>;
}

export interface Told {
  readonly id: string;
  readonly html: string;
  readonly change: number;
}

/** The page on a port of this machine, any or a given one; without a tutor of one's own, each picture is a small grey one. */
export const openPage = async (
  tutor: Tutor = quietTutor({ drawPicture: async () => drawingOf(200) }),
  door?: Door,
  at = 0,
  more: Partial<PageSettings> = {},
) => {
  await storeOpened(tutor);
  const page = createPage({
    hosts: ["tutor.example.org"],
    ...(door === undefined ? {} : { door }),
    now: () => Date.now(),
    log: createLog("silent"),
    ...more,
  });
  await page.start(tutor);
  const server = createWebServer([page.web!]);
  const port = await server.open(at, "127.0.0.1");
  const url = `http://localhost:${port}`;
  /** A new visitor, or one who was at another page before. */
  const visit = async (known?: Pick<Visit, "cookie">): Promise<Visit> => {
    const cookie = known?.cookie ?? (await fetch(url)).headers.getSetCookie()[0]!.split(";")[0]!;
    return {
      visitor: cookie.slice(cookie.indexOf("=") + 1),
      cookie,
      send: async (path, fields) => {
        const headers = { accept: "application/json", cookie };
        const sent = await fetch(url + path, { method: "POST", headers, body: new URLSearchParams(fields) });
        return (await sent.json()) as Told;
      },
      reload: async () => (await fetch(url, { headers: { cookie } })).text(),
    };
  };
  return {
    tutor,
    page: page as typeof page & Posting,
    port,
    url,
    visit,
    close: async () => {
      await page.stop();
      await server.close();
    },
  };
};
