/** Archway at the labs of the demo, where it is registered as they register every practice's software. */
export const demoClient = { id: "archway", secret: "demo-secret-of-archway-at-the-labs" } as const;

/** The one address a lab sends people back to, on any port of this machine: two copies run side by side. */
export function isDemoRedirect(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const isHere = ["localhost", "127.0.0.1"].includes(url.hostname) || url.protocol === "https:";
  return isHere && url.pathname === "/doctor/integrations/callback" && url.search === "";
}
