import { createServer } from "node:net";
import { portsTaken, type Settings } from "./settings";

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Refuses with a sentence that says what to do when a port is in use. */
export async function requireFreePorts(settings: Settings): Promise<void> {
  for (const [port, name] of Object.entries(portsTaken(settings))) {
    if (await isFree(Number(port), settings.host)) continue;
    const other = name === "PORT" ? 3100 : 4900;
    throw new Error(
      `Port ${port} on ${settings.host} is in use. Stop the program that uses it, or choose ` +
        `another: ${name}=${other} npm start`,
    );
  }
}
