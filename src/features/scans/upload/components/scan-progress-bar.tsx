import { fillIn } from "@/lib/fill-in";
import { megabytes } from "../../say-size";
import type { UploadWords } from "./upload-words";
import type { Upload } from "./use-scan-upload";

/** Before that, a guess would jump about. */
const LEAST_MS = 3_000;

/** How much of a scan has gone, and about how long it still takes. */
export function ScanProgressBar({ upload, words }: { upload: Upload; words: UploadWords }) {
  const { sent, total, phase, fileName } = upload;
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100);
  const gone = fillIn(words.gone, { sent: megabytes(sent), total: megabytes(total) });
  return (
    <div className="flex flex-col gap-1.5">
      <div
        aria-label={fillIn(words.progress, { name: fileName })}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={percent}
        aria-valuetext={gone}
        className="h-2 overflow-hidden rounded-chip bg-sunken"
        role="progressbar"
      >
        <svg
          aria-hidden="true"
          className="h-full w-full"
          preserveAspectRatio="none"
          viewBox="0 0 100 1"
        >
          <rect className="fill-accent" height="1" width={percent} />
        </svg>
      </div>
      <p className="text-muted text-sm">
        {phase === "judging" ? words.judging : gone}
        {phase === "sending" && leftWords(upload, words)}
      </p>
    </div>
  );
}

function leftWords({ sent, sentBefore, since, total }: Upload, words: UploadWords): string {
  const ms = performance.now() - since;
  const done = sent - sentBefore;
  if (ms < LEAST_MS || done <= 0) return "";
  const seconds = ((total - sent) * ms) / done / 1_000;
  const minutes = Math.ceil(seconds / 60);
  return `, ${seconds < 60 ? words.underMinute : fillIn(words.minutesLeft, { minutes })}`;
}
