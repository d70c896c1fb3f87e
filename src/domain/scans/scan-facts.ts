export type ScanFormat = "stl" | "ply";

/** Millimetres. */
export type Point = readonly [x: number, y: number, z: number];

/** What a scan is by its content: the box its points fill, and of what it is made. */
export interface ScanFacts {
  readonly format: ScanFormat;
  readonly encoding: "binary" | "ascii";
  readonly triangles: number;
  /** PLY only: STL repeats its points with every triangle. */
  readonly vertices?: number;
  readonly lowest: Point;
  readonly highest: Point;
}

/** Why a file is no scan (S15). */
export type ScanFault =
  | "not_a_scan"
  | "wrong_length"
  | "cut_short"
  | "not_a_number"
  | "no_triangles"
  | "too_large_extent"
  | "too_small_extent"
  | "index_out_of_range"
  | "too_many_corners";

/** Nine numbers, x y z of three corners; the array is used again for the next triangle. */
export type OnTriangle = (corners: Float32Array) => void;

/** What reads the rest of a file once its kind is known. */
export interface ScanPart {
  readonly encoding: ScanFacts["encoding"];
  push(bytes: Uint8Array): ScanFault | null;
  end(): ScanFault | null;
}
