import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { fillIn } from "@/lib/fill-in";
import type { CaptureWords } from "./capture-words";
import type { ShotState } from "./shots";

type UnsentPhotosProps = {
  shots: readonly ShotState[];
  words: CaptureWords["retry"];
  onRetry: () => void;
};

/** What did not get through, and the one press that tries all of it again. */
export function UnsentPhotos({ shots, words, onRetry }: UnsentPhotosProps) {
  const count = shots.filter(({ state }) => state === "failed").length;
  if (count === 0) return null;
  return (
    <Notice
      action={
        <Button kind="secondary" onClick={onRetry}>
          {words.again}
        </Button>
      }
      live
      title={count === 1 ? words.one : fillIn(words.many, { count })}
      tone="notice"
    >
      {words.kept}
    </Notice>
  );
}
