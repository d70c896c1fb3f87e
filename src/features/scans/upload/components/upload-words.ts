import type words from "../../../../../messages/en/scans.json";

/** Words of `scans.upload` as they stand; those with places are filled in the browser. */
export type UploadWords = (typeof words)["upload"];
