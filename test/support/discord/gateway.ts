import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./check-message.ts";
import { botToken, guildOf, userOf } from "./payloads.ts";
import type { World } from "./world.ts";

/** The gateway's operations that are used here. */
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export interface Gateway {
  /** Sends an event to the connected app; it is kept, so that a resumed session receives it. */
  readonly dispatch: (event: string, data: Json) => void;
  /** Delivers this share of what learners do twice, from 0 to 1. */
  readonly repeat: (share: number) => void;
  /** Cuts every connection without a word, as a failing network does. */
  readonly cut: () => void;
  /** Asks the app to connect anew, as Discord does every few hours. */
  readonly askToReconnect: () => void;
  /** What the app identified itself with, each time, and how often it resumed. */
  readonly identified: Json[];
  readonly resumed: () => number;
  readonly connections: () => number;
  readonly close: () => void;
}

/** The websocket that Discord's events come through. */
export const openGateway = (http: Server, world: World, url: () => string): Gateway => {
  const sockets = new Set<WebSocket>();
  const identified: Json[] = [];
  let dispatched: string[] = [];
  let resumed = 0;
  let repeated = 0;
  let owed = 0;

  const send = (socket: WebSocket, message: Json) => socket.send(JSON.stringify(message));
  const dispatch = (event: string, data: Json) => {
    deliver(event, data);
    if (event !== "INTERACTION_CREATE" && event !== "MESSAGE_CREATE") return;
    owed += repeated;
    if (owed < 1) return;
    owed -= 1;
    deliver(event, data);
  };
  const deliver = (event: string, data: Json) => {
    const text = JSON.stringify({ op: op.dispatch, s: dispatched.length + 1, t: event, d: data });
    dispatched.push(text);
    for (const socket of sockets) socket.send(text);
  };

  const identify = (socket: WebSocket, data: Json) => {
    identified.push(data);
    if (data.token !== botToken) return socket.close(4004, "Authentication failed.");
    sockets.add(socket);
    dispatched = [];
    dispatch("READY", {
      v: 10,
      user: userOf(world.ids.bot, true),
      guilds: [{ id: world.ids.guild, unavailable: true }],
      session_id: `session-${identified.length}`,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.ids.app, flags: 0 },
    });
    dispatch("GUILD_CREATE", guildOf(world));
  };

  const resume = (socket: WebSocket, data: Json) => {
    if (data.session_id !== `session-${identified.length}`)
      return send(socket, { op: op.invalidSession, d: false });
    resumed += 1;
    for (const text of dispatched.slice(Number(data.seq))) socket.send(text);
    sockets.add(socket);
    dispatch("RESUMED", {});
  };

  const server = new WebSocketServer({ server: http });
  server.on("connection", (socket) => {
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (raw) => {
      const { op: code, d } = JSON.parse(String(raw)) as { op: number; d: Json };
      if (code === op.heartbeat) send(socket, { op: op.heartbeatAck });
      if (code === op.identify) identify(socket, d);
      if (code === op.resume) resume(socket, d);
    });
    send(socket, { op: op.hello, d: { heartbeat_interval: 2_000 } });
  });

  return {
    dispatch,
    repeat: (share) => {
      repeated = share;
      owed = 0;
    },
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    askToReconnect: () => {
      for (const socket of sockets) send(socket, { op: op.reconnect, d: null });
    },
    identified,
    resumed: () => resumed,
    connections: () => sockets.size,
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
};
