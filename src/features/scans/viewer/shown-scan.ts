import type { Pose, ScanArch } from "@/domain/scan-pictures/find-pose";

/** A scan as a page names it. */
export interface ShownScan {
  readonly id: string;
  readonly arch: ScanArch;
  readonly fileName: string;
  readonly bytes: number;
  /** Where the file itself is read. */
  readonly href: string;
  /** Where its still picture is read; null: there is none yet. */
  readonly still: string | null;
}

/** A scan as the worker hands it over. */
export interface ParsedScan {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Null: every three points are a triangle. */
  readonly index: Uint32Array | null;
  readonly colours: Float32Array | null;
  readonly pose: Pose;
  readonly triangles: number;
}

export type FromWorker =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "parsed"; readonly scan: ParsedScan }
  | { readonly kind: "failed" };

export interface ToWorker {
  readonly href: string;
  readonly bytes: number;
  readonly isPly: boolean;
  readonly arch: ScanArch;
}
