import type { Readable } from "node:stream";
import type { Result } from "@/domain/result";

export interface StoredFile {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface FilesPort {
  /**
   * Streams `content` to the place of this UUID; a file is there whole or not at all (S15). Refuses more than
   * `limitBytes`, an id that is taken, and content that ends in an error (`aborted`).
   */
  put(file: {
    readonly id: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly limitBytes: number;
  }): Promise<Result<StoredFile, "too-large" | "aborted" | "taken">>;
  /** `start` and `end` are byte positions, end exclusive; without them the whole file. */
  get(
    id: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Result<{ readonly content: Readable; readonly bytes: number }, "missing">>;
  head(id: string): Promise<Result<{ readonly bytes: number }, "missing">>;
  /** Deleting what is not there is no refusal. */
  delete(id: string): Promise<void>;
  /** Removes what uploads of a killed process left behind, once older than this. Answers how many. */
  discardAbandoned(olderThanMinutes: number): Promise<number>;
}
