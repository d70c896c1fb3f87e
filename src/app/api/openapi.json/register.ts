import type { RegisteredHandler } from "@/server/route";

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [];
