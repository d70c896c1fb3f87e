import { ok, type Result, refused } from "@/domain/result";

const types = {
  char: "int8",
  int8: "int8",
  uchar: "uint8",
  uint8: "uint8",
  short: "int16",
  int16: "int16",
  ushort: "uint16",
  uint16: "uint16",
  int: "int32",
  int32: "int32",
  uint: "uint32",
  uint32: "uint32",
  float: "float32",
  float32: "float32",
  double: "float64",
  float64: "float64",
} as const;
export type PlyType = (typeof types)[keyof typeof types];

export const typeBytes: Readonly<Record<PlyType, number>> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};

export interface PlyProperty {
  readonly name: string;
  readonly type: PlyType;
  /** The type of a list's length; null for a single number. */
  readonly countType: PlyType | null;
}

export interface PlyElement {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly PlyProperty[];
}

export interface PlyHeader {
  readonly encoding: "ascii" | "little" | "big";
  readonly elements: readonly PlyElement[];
}

const encodings = {
  ascii: "ascii",
  binary_little_endian: "little",
  binary_big_endian: "big",
} as const;
/** Real ones have three elements and a dozen properties. */
const mostElements = 32;
const mostProperties = 64;

/** Reads the lines between "ply" and "end_header". */
export function readPlyHeader(lines: readonly string[]): Result<PlyHeader, "not_a_scan"> {
  let encoding: PlyHeader["encoding"] | null = null;
  const elements: { name: string; count: number; properties: PlyProperty[] }[] = [];
  for (const line of lines) {
    const [key = "", ...words] = line.trim().split(/\s+/);
    if (key === "" || key === "comment" || key === "obj_info") continue;
    if (key === "format" && encoding === null && own(encodings, words[0])) {
      encoding = encodings[words[0]];
    } else if (key === "element" && words.length === 2 && /^\d{1,10}$/.test(words[1] ?? "")) {
      elements.push({ name: words[0] ?? "", count: Number(words[1]), properties: [] });
    } else if (key === "property") {
      const property = readProperty(words);
      if (!property) return refused("not_a_scan");
      const element = elements.at(-1);
      if (!element || element.properties.push(property) > mostProperties) {
        return refused("not_a_scan");
      }
    } else return refused("not_a_scan");
  }
  if (encoding === null || elements.length > mostElements) return refused("not_a_scan");
  // An element of nothing fills no bytes, so its count would cost time without end.
  const used = elements.filter(({ count, properties }) => count > 0 && properties.length > 0);
  return ok({ encoding, elements: used });
}

/** The fewest bytes such a body can have. */
export function leastBodyBytes({ encoding, elements }: PlyHeader): number {
  const least = ({ type, countType }: PlyProperty) =>
    encoding === "ascii" ? 2 : typeBytes[countType ?? type];
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const bytes = sum(elements.map(({ count, properties }) => count * sum(properties.map(least))));
  // The last number of a text needs no blank behind it.
  return encoding === "ascii" ? Math.max(0, bytes - 1) : bytes;
}

function readProperty(words: readonly string[]): PlyProperty | null {
  const [first, second, third, name] = words;
  if (first !== "list") {
    if (!own(types, first) || !second || words.length !== 2) return null;
    return { name: second, type: types[first], countType: null };
  }
  if (!own(types, second) || !own(types, third) || !name || words.length !== 4) return null;
  const countType = types[second];
  if (countType.startsWith("float")) return null;
  return { name, type: types[third], countType };
}

function own<T extends object>(table: T, key: string | undefined): key is keyof T & string {
  return key !== undefined && Object.hasOwn(table, key);
}
