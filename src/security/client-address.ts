import { isIPv4, isIPv6, SocketAddress } from "node:net";

/** What a request says about where it comes from. */
export interface AddressClues {
  /** The `X-Forwarded-For` header as received. */
  readonly forwardedFor: string | null;
  /** Address of the socket's other end, where it is known. */
  readonly remoteAddress: string | null;
}

/**
 * The client's address (S22): with n trusted proxies, the n-th entry of X-Forwarded-For from the
 * right, because only those were written by our own proxies; with none, the socket's. Null when
 * that entry is missing or no address.
 */
export function clientAddress(clues: AddressClues, trustedProxyHops: number): string | null {
  if (trustedProxyHops <= 0) return readAddress(clues.remoteAddress ?? "");
  const chain = (clues.forwardedFor ?? "").split(",").filter((entry) => entry.trim() !== "");
  return readAddress(chain.at(-trustedProxyHops) ?? "");
}

/** One address in its usual form, without port, brackets or zone; null for anything else. */
function readAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^"|"$/g, "")
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return null;
  const address = new SocketAddress({ family: "ipv6", address: bare }).address.toLowerCase();
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** What limits count by: an IPv4 address, or the /64 that one household or host has (S3). */
export function addressBucket(address: string | null): string {
  if (address === null) return "unknown";
  if (!isIPv6(address)) return address;
  const [head = "", tail] = withoutDottedTail(address).split("::");
  const left = head.split(":").filter((group) => group !== "");
  const right = (tail ?? "").split(":").filter((group) => group !== "");
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(gap).fill("0"), ...right];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** An IPv6 address may end in dotted decimals, which stand for two groups. */
function withoutDottedTail(address: string): string {
  return address.replace(/\d+\.\d+\.\d+\.\d+$/, "0:0");
}
