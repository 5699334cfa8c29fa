import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** 32 bytes that only the person who runs the tutor knows. */
export type SecretKey = Uint8Array & { readonly length: 32 };

/** What is unsealed, and whether it was sealed under the key that seals now. */
export interface Unsealed {
  readonly text: string;
  readonly isCurrent: boolean;
}

/** Makes texts unreadable, and impossible to change unnoticed, to whoever does not have the keys. */
export interface Seal {
  /** The text under the first key, bound to its owner: it opens for no other. */
  readonly close: (text: string, owner: string) => string;
  /** Undefined when none of the keys opens it, it is another owner's, or it has been changed. */
  readonly open: (sealed: string, owner: string) => Unsealed | undefined;
  /** A secret for one purpose that tells nothing of the key. */
  readonly derive: (purpose: string) => string;
}

const version = "s1";
const [cipher, nonceLength, tagLength] = ["aes-256-gcm", 12, 16] as const;

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh random nonce each time: `s1.KEY.CONTENT`, where KEY tells which key it is
 * and CONTENT is nonce, tag and ciphertext. The first key seals; all of them open.
 */
export const createSeal = (keys: readonly [SecretKey, ...SecretKey[]]): Seal => {
  const [first] = keys;
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  return {
    close: (text, owner) => {
      const nonce = randomBytes(nonceLength);
      const name = nameOf(first);
      const closing = createCipheriv(cipher, first, nonce, { authTagLength: tagLength });
      closing.setAAD(boundTo(name, owner));
      const hidden = Buffer.concat([closing.update(text, "utf8"), closing.final()]);
      return [version, name, Buffer.concat([nonce, closing.getAuthTag(), hidden]).toString("base64url")].join(
        ".",
      );
    },
    open: (sealed, owner) => {
      const [form, name = "", content = ""] = sealed.split(".");
      const key = byName.get(name);
      if (form !== version || key === undefined) return undefined;
      const bytes = Buffer.from(content, "base64url");
      if (bytes.length < nonceLength + tagLength) return undefined;
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      });
      opening.setAAD(boundTo(name, owner));
      opening.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      try {
        const text = Buffer.concat([
          opening.update(bytes.subarray(nonceLength + tagLength)),
          opening.final(),
        ]);
        return { text: text.toString("utf8"), isCurrent: key === first };
      } catch {
        return undefined;
      }
    },
    derive: (purpose) => Buffer.from(hkdfSync("sha256", first, "", purpose, 32)).toString("base64url"),
  };
};

/** Tells keys apart without telling anything of them that could be used. */
const nameOf = (key: SecretKey): string =>
  createHash("sha256").update("name of a key").update(key).digest("base64url").slice(0, 8);

const boundTo = (key: string, owner: string): Buffer => Buffer.from([version, key, owner].join("\n"));

const keyLength = 32;

/** A key of 32 bytes in base64 or hexadecimal; undefined for anything else. */
export const readSecretKey = (text: string): SecretKey | undefined => {
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, "hex")
    : /^[\w+/-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : Buffer.alloc(0);
  return bytes.length === keyLength ? (bytes as Uint8Array as SecretKey) : undefined;
};

/** Keys with commas between; undefined where anything else stands among them. */
export const readSecretKeys = (text: string): readonly [SecretKey, ...SecretKey[]] | undefined => {
  const [first, ...others] = text.split(",").map((key) => readSecretKey(key.trim()));
  return first !== undefined && others.every((key) => key !== undefined) ? [first, ...others] : undefined;
};

/** None of what is kept opens with the keys that are given. */
export class WrongKey extends Error {
  constructor(count: number) {
    const kept = count === 1 ? "The token of the one workspace" : `None of the tokens of ${count} workspaces`;
    super(
      `${kept} that has installed the tutor opens with SECRET_KEY. Put back the key under which it was kept, behind the new one with a comma between.`,
    );
  }
}
