import { describe, expect, it } from "vitest";
import { addressBucket, clientAddress } from "@/security/client-address";

describe("S22: the client's address behind trusted proxies", () => {
  it.each<
    [hops: number, forwardedFor: string | null, remote: string | null, expected: string | null]
  >([
    [0, null, "203.0.113.7", "203.0.113.7"],
    [0, "198.51.100.1", "203.0.113.7", "203.0.113.7"],
    [0, "198.51.100.1", null, null],
    [1, "198.51.100.1", "10.0.0.1", "198.51.100.1"],
    [1, "6.6.6.6, 198.51.100.1", "10.0.0.1", "198.51.100.1"],
    [2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "10.0.0.1", "198.51.100.1"],
    [2, "198.51.100.1", "10.0.0.1", null],
    [1, null, "10.0.0.1", null],
    [1, "not an address", "10.0.0.1", null],
    [1, "198.51.100.1:51234", null, "198.51.100.1"],
    [1, "[2001:DB8::1]:443", null, "2001:db8::1"],
    [1, "2001:0db8:0000:0000:0000:0000:0000:0001", null, "2001:db8::1"],
    [1, "fe80::1%eth0", null, "fe80::1"],
    [0, null, "::ffff:203.0.113.7", "203.0.113.7"],
    [0, null, "::FFFF:CB00:7107", "203.0.113.7"],
    [0, null, "::1", "::1"],
    [1, `${"1".repeat(10_000)}`, null, null],
  ])("%i hops, header %s, socket %s: %s", (hops, forwardedFor, remoteAddress, expected) => {
    expect(clientAddress({ forwardedFor, remoteAddress }, hops)).toBe(expected);
  });

  it.each([
    [null, "unknown"],
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["64:ff9b::203.0.113.7", "64:ff9b:0:0::/64"],
  ])("S3: %s is counted as %s", (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});
