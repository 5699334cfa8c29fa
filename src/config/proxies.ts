import { BlockList, isIP, isIPv6 } from "node:net";

/** The addresses of what stands before the page and tells, in X-Forwarded-For, who asked. */
export type Proxies = Pick<BlockList, "check">;

/** Reads addresses with commas between, each alone or as a net such as 10.0.0.0/8; undefined where one is neither. */
export const parseProxies = (text: string): Proxies | undefined => {
  const proxies = new BlockList();
  for (const each of text.split(/\s*,\s*/)) {
    const [address = "", bits, ...more] = each.split("/");
    const family = familyOf(address);
    const most = family === "ipv6" ? 128 : 32;
    if (isIP(address) === 0 || more.length > 0) return undefined;
    if (bits === undefined) proxies.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most) proxies.addSubnet(address, Number(bits), family);
    else return undefined;
  }
  return proxies;
};

export const familyOf = (address: string): "ipv4" | "ipv6" => (isIPv6(address) ? "ipv6" : "ipv4");

/** A proxy on this machine. */
export const usualProxies = "127.0.0.0/8, ::1";
