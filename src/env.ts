import * as z from "zod";
import { keyHints, productionRefusals } from "./env-refusals";
import { type VapidKeys, vapidKeys } from "./env-vapid";

/** `keyId:base64` pairs, newest first, separated by commas; every key is 32 bytes. */
const keyRing = z
  .string()
  .transform((text) => text.split(",").map((pair) => pair.trim().split(":")))
  .pipe(z.array(z.tuple([z.string().min(1), z.string()])).min(1))
  .transform((pairs) => pairs.map(([id, key]) => ({ id, secret: Buffer.from(key, "base64") })))
  .refine((keys) => keys.every((key) => key.secret.length === 32), "each key is 32 bytes, base64");

const secret = z
  .string()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length >= 32, "at least 32 bytes, base64");

/** `{"alder":{"id":"…","secret":"…"}}`: as what each lab knows this installation, by the lab's key (R42). */
const labClients = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.strictObject({ id: z.string().min(1), secret: z.string().min(1) })));

const wholeNumber = (fallback: number) => z.coerce.number().int().nonnegative().default(fallback);

const schema = z.object({
  ARCHWAY_MODE: z.enum(["demo", "production"]).optional(),
  PORT: wholeNumber(3000),
  HOST: z.string().default("127.0.0.1"),
  SIMULATORS_PORT: wholeNumber(3900),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url(),
  DATABASE_OWNER_URL: z.url().optional(),
  QUEUE_DATABASE_URL: z.url(),
  APP_URL: z.url().optional(),
  DEFAULT_PRACTICE: z.string().optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0),
  PASSWORD_PEPPERS: keyRing,
  SEALING_KEYS: keyRing,
  HMAC_KEY: secret,
  VAPID_PRIVATE_KEY: secret.refine((bytes) => bytes.length === 32).optional(),
  SMTP_URL: z.url(),
  TWILIO_ACCOUNT_SID: z.string().min(1),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_FROM: z.string().min(1),
  TWILIO_API_URL: z.url().optional(),
  FILES_DIR: z.string().optional(),
  LAB_CLIENTS: labClients.optional(),
  LIMITS: z.enum(["default", "raised"]).default("default"),
});

export interface Key {
  readonly id: string;
  readonly secret: Buffer;
}

/** The first key seals; the others still open what they once sealed. */
export interface KeyRing {
  readonly current: Key;
  readonly former: readonly Key[];
}

export interface Env {
  readonly mode: "demo" | "production";
  readonly port: number;
  readonly host: string;
  readonly simulatorsPort: number;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string | undefined;
  readonly queueDatabaseUrl: string;
  readonly appUrl: string;
  readonly defaultPractice: string | undefined;
  readonly trustedProxyHops: number;
  /** As keys whose id is the pepper's version, a whole number. */
  readonly peppers: KeyRing;
  readonly sealingKeys: KeyRing;
  readonly hmacKey: Buffer;
  /** Signs notices to browsers (R39); null: none are sent. */
  readonly vapid: (VapidKeys & { readonly subject: string }) | null;
  readonly smtpUrl: string;
  readonly twilio: {
    readonly accountSid: string;
    readonly authToken: string;
    readonly from: string;
    readonly apiUrl: string | undefined;
  };
  readonly filesDir: string;
  /** As what each lab knows this installation, by the lab's key. */
  readonly labClients: ReadonlyMap<string, { readonly id: string; readonly secret: string }>;
  /** The demo and the browser stories raise the limits of S3. */
  readonly limits: "default" | "raised";
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Demo or production (S22): what ARCHWAY_MODE says; without it demo, unless the operator set `DATABASE_URL` or an https
 * `APP_URL`. Throws a sentence for any other mode.
 */
export function modeOf(source: Source): "demo" | "production" {
  const mode = source.ARCHWAY_MODE?.trim();
  if (mode === "demo" || mode === "production") return mode;
  if (mode) throw new Error(`ARCHWAY_MODE is "${mode}". Set it to demo or production.`);
  return source.DATABASE_URL || /^https:/i.test(source.APP_URL ?? "") ? "production" : "demo";
}

/**
 * The configuration of this process. Throws words that name every key that is missing, wrong or weak, and what to do
 * (S22). An empty key counts as missing. `npm start` decides the mode before it fills in the embedded database.
 */
export function loadEnv(source: Source): Env {
  const mode = modeOf(source);
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const keys = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw cannotStart(
      mode,
      keys.map((key) => `${key} is ${set[key] ? "wrong" : "missing"}: ${keyHints[key] ?? key}`),
    );
  }
  const values = parsed.data;
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, "");
  const unsafe = mode === "production" ? productionRefusals(values) : [];
  if (unsafe.length > 0) throw cannotStart(mode, unsafe);
  return {
    mode,
    port: values.PORT,
    host: values.HOST,
    simulatorsPort: values.SIMULATORS_PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    queueDatabaseUrl: values.QUEUE_DATABASE_URL,
    appUrl,
    defaultPractice: values.DEFAULT_PRACTICE,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
    peppers: ringOf(values.PASSWORD_PEPPERS),
    sealingKeys: ringOf(values.SEALING_KEYS),
    hmacKey: values.HMAC_KEY,
    vapid: values.VAPID_PRIVATE_KEY
      ? { ...vapidKeys(values.VAPID_PRIVATE_KEY), subject: vapidSubject(appUrl) }
      : null,
    smtpUrl: values.SMTP_URL,
    twilio: {
      accountSid: values.TWILIO_ACCOUNT_SID,
      authToken: values.TWILIO_AUTH_TOKEN,
      from: values.TWILIO_FROM,
      apiUrl: values.TWILIO_API_URL,
    },
    labClients: new Map(Object.entries(values.LAB_CLIENTS ?? {})),
    filesDir: values.FILES_DIR ?? `${values.DATA_DIR}/files`,
    limits: values.LIMITS,
  };
}

/** Whom a push service asks when something is wrong; RFC 8292 takes https and mailto alone. */
function vapidSubject(appUrl: string): string {
  return appUrl.startsWith("https:") ? appUrl : "mailto:portal@example.com";
}

function ringOf(keys: readonly Key[]): KeyRing {
  const [current, ...former] = keys;
  if (!current) throw new Error("A key ring needs a key.");
  return { current, former };
}

function cannotStart(mode: string, because: readonly string[]): Error {
  return new Error(
    [`Archway cannot start (${mode}). Every key is explained in .env.example.`, ...because].join(
      "\n  - ",
    ),
  );
}
