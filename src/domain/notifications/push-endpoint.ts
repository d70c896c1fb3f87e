/** The push services of the browsers; a subscription's address leads to one of them or nowhere (no SSRF). */
const services: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^[a-z0-9-]+\.push\.services\.mozilla\.com$/,
  /^[a-z0-9-]+(\.[a-z0-9-]+)?\.notify\.windows\.com$/,
  /^web\.push\.apple\.com$/,
];
const LONGEST = 1000;

/**
 * Whether a notice may be sent to this address: https, a known service, nothing else in it. `loopback` also lets this
 * machine's own addresses through: for the demo and tests.
 */
export function isPushEndpoint(
  endpoint: string,
  { loopback }: { readonly loopback: boolean },
): boolean {
  if (endpoint.length > LONGEST || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(endpoint);
  if (username !== "" || password !== "" || hash !== "") return false;
  if (loopback && protocol === "http:" && hostname === "127.0.0.1") return true;
  return protocol === "https:" && port === "" && services.some((known) => known.test(hostname));
}
