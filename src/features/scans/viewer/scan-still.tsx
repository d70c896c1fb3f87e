import { ArchOutline } from "@/components/arch-outline";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { ShownScan } from "./shown-scan";
import type { StillWords } from "./viewer-words";

type ScanStillProps = {
  scan: Pick<ShownScan, "arch" | "still">;
  words: StillWords;
  className?: string;
};

/** A scan as a still picture, for lists; a drawn arch while it is not made. Give it its width by classes. */
export function ScanStill({ scan, words, className }: ScanStillProps) {
  const name = words[scan.arch];
  const frame = classNames("block aspect-4/3 rounded-control bg-sunken", className);
  if (scan.still !== null)
    // biome-ignore lint/performance/noImgElement: a checked route's file, not to be resized and kept by the server
    return <img alt={name} className={frame} height={540} src={scan.still} width={720} />;
  return (
    <span
      aria-label={fillIn(words.waiting, { scan: name })}
      className={classNames(frame, "grid place-items-center text-edge")}
      role="img"
    >
      <ArchOutline className={classNames("w-1/2", scan.arch === "lower" && "rotate-180")} />
    </span>
  );
}
