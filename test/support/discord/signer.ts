import { generateKeyPairSync, sign } from "node:crypto";

export interface SignedWith {
  /** How old the request is, in seconds. */
  readonly age?: number;
  /** A text that is signed in place of the one that is sent. */
  readonly signed?: string;
}

/** Posts requests as Discord does, signed by Ed25519 over the time and the body. */
export interface Signer {
  /** As the page “General Information” of an application shows it. */
  readonly publicKey: string;
  readonly post: (url: string, body: string, how?: SignedWith) => Promise<Response>;
}

export const createSigner = (): Signer => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: Buffer.from(publicKey.export({ format: "jwk" }).x!, "base64url").toString("hex"),
    post: (url, body, { age = 0, signed = body } = {}) => {
      const time = String(Math.floor(Date.now() / 1000) - age);
      return fetch(url, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "x-signature-timestamp": time,
          "x-signature-ed25519": sign(null, Buffer.from(time + signed), privateKey).toString("hex"),
        },
      });
    },
  };
};
