import type { ScanArch } from "@/domain/scan-pictures/find-pose";
import { fillIn } from "@/lib/fill-in";
import { decimal, megabytes } from "../say-size";
import type { Size } from "./open-scene";
import type { LoadedScan } from "./use-scans";
import type { ViewerWords } from "./viewer-words";

type ScanFactsProps = {
  scans: readonly LoadedScan[];
  sizeOf: (arch: ScanArch) => Size;
  words: ViewerWords;
};

/** What the view shows, in words. */
export function ScanFacts({ scans, sizeOf, words }: ScanFactsProps) {
  return (
    <section aria-label={words.facts} className="text-dense text-muted">
      <ul>
        {scans.map(({ id, arch, bytes, scan }) => {
          const { width, depth, height } = sizeOf(arch);
          const said = fillIn(words.factsOf, {
            width: decimal(width),
            depth: decimal(depth),
            height: decimal(height),
            triangles: decimal(scan.triangles),
            size: megabytes(bytes),
          });
          return (
            <li key={id}>
              {words.still[arch]}: {said}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
