import * as z from "zod";
import { commonRefusals } from "./refusals";
import type { AnyRouteSpec } from "./route-spec";

const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    detail: z.record(z.string(), z.unknown()).optional(),
    reference: z.string(),
  }),
});

/** OpenAPI 3.1 of the given routes: operations, schemas, and every refusal code by status. */
export function openApi(specs: readonly AnyRouteSpec[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const spec of specs) {
    const methods = paths[spec.path] ?? {};
    paths[spec.path] = methods;
    methods[spec.method.toLowerCase()] = operationOf(spec);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Archway", version: "1.0.0" },
    paths,
    components: {
      schemas: { Error: schemaOf(errorSchema) },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-archway-session" },
      },
    },
  };
}

function operationOf(spec: AnyRouteSpec): Record<string, unknown> {
  return {
    operationId: spec.operation,
    summary: spec.summary,
    security: spec.roles.length > 0 ? [{ session: [] }] : [],
    ...(spec.roles.length > 0 && { "x-roles": spec.roles }),
    parameters: [
      ...parametersOf(spec, "path"),
      ...parametersOf(spec, "query"),
      ...idempotencyOf(spec),
    ],
    ...(spec.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(spec.body) } },
      },
    }),
    ...(spec.raw?.accepts && {
      requestBody: { required: true, content: binary(spec.raw.accepts) },
    }),
    responses: {
      [spec.status]: {
        description: "Done",
        content: spec.raw?.answers
          ? binary(spec.raw.answers)
          : { "application/json": { schema: schemaOf(spec.answer) } },
      },
      ...refusalsOf(spec),
    },
  };
}

function parametersOf(spec: AnyRouteSpec, place: "path" | "query"): unknown[] {
  const schema = place === "path" ? spec.params : spec.query;
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(field, undefined).success,
    schema: schemaOf(field),
  }));
}

function idempotencyOf(spec: AnyRouteSpec): unknown[] {
  if (spec.method !== "POST") return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      schema: { type: "string", maxLength: 200 },
    },
  ];
}

/** Codes by status: the route's own and those that every route shares. */
function refusalsOf(spec: AnyRouteSpec): Record<string, unknown> {
  const codes = new Map<number, string[]>();
  for (const [code, { status }] of Object.entries({ ...commonRefusals, ...spec.refusals }))
    codes.set(status, [...(codes.get(status) ?? []), code]);
  const answers = [...codes].map(([status, names]) => [
    status,
    {
      description: names.join(", "),
      "x-codes": names,
      content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
    },
  ]);
  return Object.fromEntries(answers);
}

function binary(mediaTypes: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: "string" } }]));
}

function schemaOf(schema: z.ZodType | z.core.$ZodType): unknown {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}
