import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A wire to a database server that can be made slow, or be torn out. */
export interface Wire {
  /** The server's address, by way of the wire. */
  readonly url: string;
  /** How long each piece of data is held back in each direction, in milliseconds. */
  readonly slow: (delay: number) => void;
  /** Tears every connection, and refuses new ones until `mend`. */
  readonly tear: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

export const openWire = async (url: string): Promise<Wire> => {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let delay = 0;
  let isTorn = false;

  /** Pieces go on in their order, each as late as the wire is slow. */
  const carry = (from: Socket, to: Socket): void => {
    let last = Promise.resolve();
    const after = (act: () => void) => {
      const due = performance.now() + delay;
      last = last.then(async () => {
        const left = due - performance.now();
        if (left > 1) await new Promise((resolve) => setTimeout(resolve, left));
        act();
      });
    };
    from.on("data", (chunk) => after(() => to.write(chunk)));
    from.on("end", () => after(() => to.end()));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  };

  const server = createServer((near) => {
    if (isTorn) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.add(socket.setNoDelay());
    carry(near, far);
    carry(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);

  const tear = () => {
    isTorn = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: through.href,
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    tear,
    mend: () => {
      isTorn = false;
    },
    close: async () => {
      tear();
      server.close();
      await once(server, "close");
    },
  };
};
