import { fillIn } from "@/lib/fill-in";
import { megabytes } from "../../say-size";
import type { UploadWords } from "./upload-words";

export interface Begun {
  readonly id: string;
  readonly fileName: string;
  readonly receivedBytes: number;
  readonly byteCount: number;
  /** The reader began it, and goes on with it by choosing the same file. */
  readonly isMine: boolean;
}

/** A scan that was begun before, or by a colleague, and waits for the rest of it. */
export function BegunScan({ begun, words }: { begun: Begun; words: UploadWords }) {
  const said = begun.isMine ? words.begun : words.begunByOther;
  return (
    <p className="text-sm wrap-anywhere">
      {fillIn(said, {
        name: begun.fileName,
        sent: megabytes(begun.receivedBytes),
        total: megabytes(begun.byteCount),
      })}
    </p>
  );
}
