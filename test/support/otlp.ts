import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A span as a collector reads it. */
export interface ReadSpan {
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly service: string | undefined;
  /** The types of what was thrown. */
  readonly exceptions: readonly string[];
  readonly status: string;
}

/** A collector of traces on this machine. */
export interface Collector {
  readonly address: string;
  readonly spans: () => readonly ReadSpan[];
  /** All that was delivered, as it came. */
  readonly bytes: () => string;
  readonly close: () => void;
}

export const openCollector = async (): Promise<Collector> => {
  const bodies: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    if (request.url === "/v1/traces" && request.headers["content-type"] === "application/x-protobuf")
      bodies.push(Buffer.concat(pieces));
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => bodies.flatMap(readSpans),
    bytes: () => Buffer.concat(bodies).toString("latin1"),
    close: () => server.close(),
  };
};

/** The fields of a message that have bytes, by their numbers: https://protobuf.dev/programming-guides/encoding. */
const fieldsOf = (bytes: Buffer) => {
  const fields: Record<number, Buffer[]> = {};
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag & 7;
    if (wire === 2) {
      const length = varint();
      fields[tag >> 3] = [...(fields[tag >> 3] ?? []), bytes.subarray(at, at + length)];
      at += length;
    } else if (wire === 0) varint();
    else at += wire === 1 ? 8 : 4;
  }
  return (number: number): readonly Buffer[] => fields[number] ?? [];
};

const textIn = (message: Buffer | undefined, number: number): string =>
  message === undefined ? "" : (fieldsOf(message)(number)[0]?.toString() ?? "");

const attributesIn = (message: Buffer, number: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(message)(number).map((pair) => [textIn(pair, 1), textIn(fieldsOf(pair)(2)[0], 1)]),
  );

/** The numbers are those of opentelemetry/proto/trace/v1/trace.proto. */
const readSpans = (body: Buffer): readonly ReadSpan[] =>
  fieldsOf(body)(1).flatMap((resourceSpans) => {
    const [resource] = fieldsOf(resourceSpans)(1);
    const service = resource && attributesIn(resource, 1)["service.name"];
    return fieldsOf(resourceSpans)(2).flatMap((scopeSpans) =>
      fieldsOf(scopeSpans)(2).map((span) => ({
        id: fieldsOf(span)(2)[0]!.toString("hex"),
        parent: fieldsOf(span)(4)[0]?.toString("hex") ?? "",
        name: textIn(span, 5),
        attributes: attributesIn(span, 9),
        service,
        exceptions: fieldsOf(span)(11).map((event) => attributesIn(event, 3)["exception.type"] ?? ""),
        status: textIn(fieldsOf(span)(15)[0], 2),
      })),
    );
  });
