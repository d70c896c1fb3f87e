import type { RegisteredHandler } from "@/server/route";
import { POST as recordAlignerChange } from "../treatment/aligner-changes/route";
import { GET as readTreatment } from "../treatment/route";

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [readTreatment, recordAlignerChange];
