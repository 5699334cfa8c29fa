import { isIP, isIPv6 } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { familyOf, type Proxies } from "../../../config/proxies.ts";

/**
 * From which address somebody asks: that of the connection, or, where it is a proxy's, the one that the proxy names. What
 * stands further left in the header may have been put there by whoever asks, so the first address from the right that is
 * no proxy's counts. Of IPv6, where one house has billions of addresses, the net.
 */
export const addressOf = (context: Context, proxies: Proxies): string => {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  const connected = plain(incoming?.socket.remoteAddress ?? "");
  const told = (context.req.header("x-forwarded-for") ?? "").split(",").map((each) => plain(each.trim()));
  let address = connected;
  while (isIP(address) !== 0 && proxies.check(address, familyOf(address))) {
    const next = told.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return isIPv6(address) ? netOf(address) : address;
};

/** An address of IPv4 as such, where it comes as one of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** The first four of the eight groups of an address of IPv6. */
const netOf = (address: string): string => {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const whole = [
    ...groups,
    ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill("0"),
    ...behind,
  ];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
};
