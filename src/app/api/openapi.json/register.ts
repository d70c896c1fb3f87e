import type { RegisteredHandler } from "@/server/route";
import { callback, csrf, session, signout } from "../auth/[...nextauth]/doors";

// Gathered by the bundler, Next's and Vitest's alike: a route is described, and tested, as soon as its file is there.
const routeFiles = import.meta.glob<Readonly<Record<string, unknown>>>(
  ["../**/route.ts", "!../openapi.json/route.ts"],
  { eager: true },
);

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [
  ...Object.values(routeFiles)
    .flatMap((file) => Object.values(file))
    .filter(isRegistered),
  // One file of next-auth's stands before all four.
  callback,
  csrf,
  session,
  signout,
];

/** Methods that a route does not have are exported too, and refuse. */
function isRegistered(exported: unknown): exported is RegisteredHandler {
  return typeof exported === "function" && "spec" in exported;
}
