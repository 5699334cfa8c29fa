/**
 * What a process may do of all that the tutor does: "web" serves the page and what Slack and Discord deliver by HTTP,
 * "worker" does what the clock asks for, "gateway" keeps the connections to Discord's gateway and Slack's Socket Mode.
 * A process of any role can answer whom it hears, post, and add jobs for the workers.
 */
export const roles = ["web", "worker", "gateway"] as const;

export type Role = (typeof roles)[number];

/** Such as "web, worker"; undefined where anything else stands in it. */
export const parseRoles = (text: string): readonly Role[] | undefined => {
  const words = text.split(",").map((word) => word.trim());
  return words.every((word) => (roles as readonly string[]).includes(word))
    ? roles.filter((role) => words.includes(role))
    : undefined;
};
