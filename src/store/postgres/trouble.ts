import { codeOf } from "../engine.ts";
import { StoreRefused } from "../refusal.ts";

/** The oldest PostgreSQL that the tutor works with. */
const oldest = 15;

/** What an error on the way to a server means. No sentence repeats the password. */
export const troubleAt = (url: string, error: unknown): StoreRefused => {
  if (error instanceof StoreRefused) return error;
  const { hostname, port, pathname, username } = new URL(url);
  const at = `${hostname || "localhost"}:${port || 5432}`;
  const role = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1)) || role;
  const code = codeOf(error) ?? "";
  const wrong = (sentence: string) => new StoreRefused("misconfigured", sentence, error);
  if (/^28/.test(code))
    return wrong(
      `The PostgreSQL server at ${at} refuses the name or the password in DATABASE_URL (${code}). Check both.`,
    );
  if (code === "3D000")
    return wrong(
      `The PostgreSQL server at ${at} has no database “${database}”. Make it (createdb ${database}), or name another in DATABASE_URL.`,
    );
  if (code === "42501")
    return wrong(
      `The role “${role}” in DATABASE_URL may not make tables in “${database}”. Let it: grant create on database and on schema public.`,
    );
  const message = error instanceof Error ? error.message : String(error);
  if (/^(E[A-Z_]+|57P03|53300)$/.test(code) || /timeout|terminated/i.test(message))
    return new StoreRefused(
      "away",
      `No PostgreSQL server answers at ${at} (${code || "no answer in time"}). Check that it runs, and DATABASE_URL.`,
      error,
    );
  return new StoreRefused("away", `The database that DATABASE_URL names cannot be opened: ${message}`, error);
};

/** Refuses a server that is too old, by its `server_version_num`, such as 150004. */
export const refuseOld = (version: string): void => {
  const major = Math.floor(Number(version) / 10_000);
  if (major < oldest)
    throw new StoreRefused(
      "misconfigured",
      `The server that DATABASE_URL names is PostgreSQL ${major}. The tutor needs ${oldest} or newer.`,
    );
};
