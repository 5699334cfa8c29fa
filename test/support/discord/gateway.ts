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
  /** Closes every connection with a code of Discord's. */
  readonly closeWith: (code: number) => void;
  /** Closes with this code every connection that identifies itself from now on. */
  readonly refuse: (code: number) => void;
  /** Asks the app to connect anew, as Discord does every few hours. */
  readonly askToReconnect: () => void;
  /** What the app identified itself with, each time, and how often it resumed. */
  readonly identified: Json[];
  readonly resumed: () => number;
  readonly connections: () => number;
  readonly close: () => void;
}

/** One of the connections between which an app divides its servers, and all that was sent by it. */
interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly dispatched: string[];
}

/** Discord's own formula. */
const shardOf = (guild: unknown, count: number): number =>
  guild === undefined ? 0 : Number((BigInt(String(guild)) >> 22n) % BigInt(count));

/** The websocket that Discord's events come through. */
export const openGateway = (http: Server, world: World, url: () => string): Gateway => {
  const sockets = new Map<WebSocket, Session>();
  const sessions = new Map<string, Session>();
  const identified: Json[] = [];
  let resumed = 0;
  let repeated = 0;
  let owed = 0;
  let refusal: number | undefined;

  const send = (socket: WebSocket, message: Json) => socket.send(JSON.stringify(message));
  const dispatch = (event: string, data: Json) => {
    deliver(event, data);
    if (event !== "INTERACTION_CREATE" && event !== "MESSAGE_CREATE") return;
    owed += repeated;
    if (owed < 1) return;
    owed -= 1;
    deliver(event, data);
  };
  /** What happens in a server comes by one of the app's connections, and what happens elsewhere by the first. */
  const deliver = (event: string, data: Json) => {
    const guild = event.startsWith("GUILD") ? data.id : data.guild_id;
    for (const session of sessions.values())
      if (session.shard[0] === shardOf(guild, session.shard[1])) tell(session, event, data);
  };
  const tell = (session: Session, event: string, data: Json) => {
    const text = JSON.stringify({ op: op.dispatch, s: session.dispatched.length + 1, t: event, d: data });
    session.dispatched.push(text);
    for (const [socket, { id }] of sockets) if (id === session.id) socket.send(text);
  };

  const identify = (socket: WebSocket, data: Json) => {
    identified.push(data);
    if (data.token !== botToken) return socket.close(4004, "Authentication failed.");
    if (refusal !== undefined) return socket.close(refusal);
    const shard = (data.shard ?? [0, 1]) as Session["shard"];
    const session: Session = { id: `session-${identified.length}`, shard, dispatched: [] };
    // A new session of the same connection takes the place of the old one.
    for (const old of sessions.values()) if (String(old.shard) === String(shard)) sessions.delete(old.id);
    sessions.set(session.id, session);
    sockets.set(socket, session);
    const isHere = shard[0] === shardOf(world.ids.guild, shard[1]);
    tell(session, "READY", {
      v: 10,
      user: userOf(world.ids.bot, true),
      guilds: isHere ? [{ id: world.ids.guild, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: url(),
      shard,
      application: { id: world.ids.app, flags: 0 },
    });
    if (isHere) tell(session, "GUILD_CREATE", guildOf(world));
  };

  const resume = (socket: WebSocket, data: Json) => {
    const session = sessions.get(String(data.session_id));
    if (session === undefined) return send(socket, { op: op.invalidSession, d: false });
    resumed += 1;
    for (const text of session.dispatched.slice(Number(data.seq))) socket.send(text);
    sockets.set(socket, session);
    tell(session, "RESUMED", {});
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
      for (const socket of sockets.keys()) socket.terminate();
    },
    closeWith: (code) => {
      for (const socket of sockets.keys()) socket.close(code);
    },
    refuse: (code) => {
      refusal = code;
    },
    askToReconnect: () => {
      for (const socket of sockets.keys()) send(socket, { op: op.reconnect, d: null });
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
