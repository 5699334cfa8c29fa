import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Requests whose path begins with `path` are one platform's. */
export interface Mounted {
  readonly path: string;
  readonly listener: RequestListener;
}

/** The one web server of the process. */
export interface WebServer {
  /** Resolves to the port, once it listens. */
  readonly open: (port: number, host: string) => Promise<number>;
  /** Listens no more at once; what is under way is finished. */
  readonly close: () => Promise<void>;
}

/** How long a close waits for answers that are under way: a little longer than the platforms do. */
const patience = 6_000;

/** Gives each request to the platform with the longest path that fits. */
export const createWebServer = (mounted: readonly Mounted[]): WebServer => {
  const longestFirst = mounted.toSorted((x, y) => y.path.length - x.path.length);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://any").pathname;
    const found = longestFirst.find(({ path: own }) => isBelow(path, own));
    if (found === undefined) response.writeHead(404).end();
    else found.listener(request, response);
  });
  return {
    open: async (port, host) => {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(late);
    },
  };
};

const isBelow = (path: string, own: string): boolean =>
  own === "/" || path === own || path.startsWith(`${own}/`);
