import * as z from "zod";

/** As much of a JSON schema as samples need. */
interface Shape {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly minimum?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly items?: unknown;
  readonly pattern?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
  readonly allOf?: readonly Shape[] | undefined;
}

type Fields = Record<string, unknown>;

/** What stands in the schema of a body, query or path: each field's name with a value of the right form. */
export function sampleOf(schema: z.ZodObject | undefined): Fields {
  if (!schema) return {};
  const { properties } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, shape]) => [
      name,
      formOf(name, typeof shape === "object" ? shape : {}),
    ]),
  );
}

/** Whether nothing at all may stand in a field. */
export function takesNull(schema: z.ZodObject | undefined, field: string): boolean {
  const part = schema?.shape[field];
  return part !== undefined && z.safeParse(part, null).success;
}

const byName: Readonly<Record<string, string>> = {
  cursor: "1",
  after: "1",
  code: "123456",
  email: "robin@mail.example.com",
  mobile: "+46701740605",
  linkToken: "x".repeat(43),
  token: "x".repeat(43),
  p256dh: "B".repeat(87),
  auth: "A".repeat(22),
  startsAt: "2026-03-09T10:00:00Z",
  upTo: "2026-03-09T10:00:00Z",
  returnTo: "/doctor",
  currency: "EUR",
  month: "2026-03",
  sha256: "a".repeat(64),
  headSha256: "a".repeat(64),
};

function formOf(name: string, shape: Shape): unknown {
  const first = (shape.anyOf ?? shape.oneOf)?.[0];
  if (first) return formOf(name, first);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.type === "integer" || shape.type === "number") return Math.max(1, shape.minimum ?? 1);
  if (shape.type === "boolean") return true;
  if (shape.type === "array") return shape.minItems ? [formOf(name, Object(shape.items))] : [];
  if (shape.properties && shape.required)
    return Object.fromEntries(
      shape.required.map((key) => [key, formOf(key, Object(shape.properties?.[key]))]),
    );
  if (shape.type === "object") return {};
  const patterns = [shape, ...(shape.allOf ?? [])].flatMap(({ pattern }) =>
    typeof pattern === "string" ? [new RegExp(pattern)] : [],
  );
  const isFit = (text: string) => patterns.every((pattern) => pattern.test(text));
  if (shape.pattern === "^[A-Za-z0-9_-]+$") return "c29tZWJvZHk";
  if (byName[name]) return byName[name];
  if (shape.format === "uuid") return "01900000-0000-7000-8000-000000000000";
  if (shape.format === "date") return "2026-03-09";
  if (shape.format === "date-time") return "2026-03-09T10:00:00Z";
  if (patterns.length > 0) return shaped.find(isFit) ?? words;
  return byName[name] ?? words.slice(0, shape.maxLength);
}

const words = "copper kettle nine rivers";
const shaped = [
  "01900000-0000-7000-8000-000000000000",
  "2026-03-09",
  "2026-03-09T10:00",
  "2026-03-09T10:00:00Z",
  "0".repeat(16),
];

/** Nested deeper than any reader that calls itself can follow, and still within an ordinary body. */
export const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** What nobody means well with, for any field of a JSON body. Numbers JSON cannot say are written as text. */
export const hostileValues: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  "a number": 7,
  "a negative number": -1,
  "negative zero": -0,
  "a fraction": 1.5,
  "a huge number": 1e308,
  "more than an integer": 2 ** 53,
  "an array": [1, "two", null],
  "an object": { id: { $ne: null } },
  "an empty object": {},
  "an empty text": "",
  "blank space": " \t\r\n  ",
  "10,000 characters": "a".repeat(10_000),
  "10,000 of four bytes": "\u{1F9B7}".repeat(2_500),
  "a lone surrogate": "\ud800",
  "half of a pair at the end": `copper kettle ${"\ud83e"}`,
  "a NUL": "a\0b",
  "control characters": "\u0001\u001b[31m\u007f\u2028",
  "letters that turn round": "\u202ereversed\u2066",
  SQL: "'; drop table tenant.patient; --",
  "a template": "{name} {{7*7}} %s %n <%= 7*7 %>",
  markup: '<img src=x onerror="alert(1)">',
  "a path": "../../../../etc/passwd",
  "no such day": "2026-02-30",
  "year zero": "0000-01-01",
  "year fifty": "0050-01-01",
  "past the last day": "+275760-09-14",
  "a day before the first": "-271821-04-19",
  "the year 9999": "9999-12-31",
  "an instant without zone": "2026-03-09T10:00:00",
  "no such instant": "2026-02-30T10:00:00Z",
  "an instant in year zero": "0000-01-01T00:00:00Z",
  "a leap second": "2026-06-30T23:59:60Z",
  "an instant of ten digits": "2026-03-09T10:00:00.1234567890Z",
  "an instant of twenty digits": "2026-03-09T10:00:00.12345678901234567890Z",
  "an offset of a day": "2026-03-09T10:00:00+24:00",
  "almost an id": "01900000-0000-7000-8000-00000000000g",
  "no id, as long as one": "------------------------------------",
  "the nil id": "00000000-0000-0000-0000-000000000000",
  "the last id": "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "an id in capitals": "01900000-0000-7000-8000-ABCDEFABCDEF",
  "a number as text": "1e9",
  "not a number": "NaN",
  "a prototype's name": "__proto__",
};

/** The same for a field of an address, where everything is text. */
export const hostileTexts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(hostileValues).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  ),
  "a cursor of no day": "2026-02-30T00:00:00.000Z_01900000-0000-7000-8000-000000000000",
  "a cursor in year zero": "0000-01-01T00:00:00.000Z_01900000-0000-7000-8000-000000000000",
  "a cursor past the last day": "999999999999999.01900000-0000-7000-8000-000000000000",
  "a cursor without an id": "1767225600000.------------------------------------",
  "a cursor too large": "999999999",
};
