import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

/** A grey stand-in with the size of what is coming; give it the size by classes. */
export function Skeleton({ className, round = false }: { className?: string; round?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "block animate-breathe bg-hairline",
        round ? "rounded-chip" : "rounded-control",
        className,
      )}
    />
  );
}

const widths = ["w-11/12", "w-full", "w-4/5", "w-10/12", "w-2/3"];

/** Lines of text still to come. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
        <Skeleton className={classNames("h-4", widths[line % widths.length])} key={line} />
      ))}
    </div>
  );
}

/** Both arches still to come. */
export function SkeletonRing({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "block aspect-square animate-breathe rounded-chip border-[1.25rem] border-hairline",
        className,
      )}
    />
  );
}

/** Rows with a round picture in front, as in a list of people or threads. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        <div
          className="flex items-center gap-3 border-hairline border-b py-3.5 last:border-0"
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
          key={row}
        >
          <Skeleton className="size-10" round />
          <div className="flex grow flex-col gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3.5 w-3/4" />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Wraps the stand-ins of a page and says once that it loads. */
export function LoadingRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-busy="true" role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
