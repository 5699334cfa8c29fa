import type { Json } from "./check-message.ts";
import type { Signer } from "./signer.ts";
import type { World } from "./world.ts";

/** Where an app takes interactions by HTTP. */
export interface Endpoint {
  readonly set: (url: string, signer: Signer) => Promise<void>;
  /** False where no endpoint is set. */
  readonly deliver: (interaction: Json) => boolean;
}

export const createEndpoint = (world: World): Endpoint => {
  let post: ((body: string) => Promise<Response>) | undefined;

  /** The answer takes the callback route: the request is to be answered at once, with nothing in it. */
  const bring = async (interaction: Json): Promise<void> => {
    const late = AbortSignal.timeout(world.patience);
    const response = await Promise.race([
      post!(JSON.stringify(interaction)),
      new Promise<never>((_, reject) => {
        late.addEventListener("abort", () => reject(late.reason));
      }),
    ]);
    const text = await response.text();
    if (response.status !== 202 || text !== "")
      world.accuse("endpoint", [`answered with ${response.status} and “${text}”`]);
  };

  return {
    // Discord sends a ping and a request with a wrong signature before it takes an address.
    set: async (url, signer) => {
      const ping = JSON.stringify({
        id: world.snowflake(),
        application_id: world.ids.app,
        type: 1,
        version: 1,
      });
      const answer = await signer.post(url, ping);
      const pong = await answer.text();
      const forged = await signer.post(url, ping, { signed: `${ping} ` });
      if (answer.status !== 200 || (JSON.parse(pong) as Json).type !== 1 || forged.status !== 401)
        throw new Error(`Discord refuses the endpoint: ${answer.status} ${pong}, forged ${forged.status}`);
      post = (body) => signer.post(url, body);
    },
    deliver: (interaction) => {
      if (post === undefined) return false;
      bring(interaction).catch((error: unknown) => world.accuse("endpoint", [String(error)]));
      return true;
    },
  };
};
