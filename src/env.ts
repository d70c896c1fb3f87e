import * as z from "zod";

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
  SMTP_URL: z.url(),
  TWILIO_ACCOUNT_SID: z.string().min(1),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_FROM: z.string().min(1),
  TWILIO_API_URL: z.url().optional(),
  FILES_DIR: z.string().optional(),
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
  readonly smtpUrl: string;
  readonly twilio: {
    readonly accountSid: string;
    readonly authToken: string;
    readonly from: string;
    readonly apiUrl: string | undefined;
  };
  readonly filesDir: string;
  /** The demo and the browser stories raise the limits of S3. */
  readonly limits: "default" | "raised";
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of this process. Throws one sentence that names every key that is missing or wrong (S22).
 * Demo is assumed only when neither `DATABASE_URL` nor an https `APP_URL` was set by the operator; `npm start` decides
 * that before it fills in the embedded database and passes `ARCHWAY_MODE` on.
 */
export function loadEnv(source: Source): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Error(`Archway cannot start. Set or correct: ${wrong.join("; ")}. See .env.example.`);
  }
  const values = parsed.data;
  const mode = values.ARCHWAY_MODE ?? "production";
  const appUrl = (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, "");
  if (mode === "production") refuseUnsafe(values, appUrl);
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
    smtpUrl: values.SMTP_URL,
    twilio: {
      accountSid: values.TWILIO_ACCOUNT_SID,
      authToken: values.TWILIO_AUTH_TOKEN,
      from: values.TWILIO_FROM,
      apiUrl: values.TWILIO_API_URL,
    },
    filesDir: values.FILES_DIR ?? `${values.DATA_DIR}/files`,
    limits: values.LIMITS,
  };
}

function ringOf(keys: readonly Key[]): KeyRing {
  const [current, ...former] = keys;
  if (!current) throw new Error("A key ring needs a key.");
  return { current, former };
}

function refuseUnsafe(values: z.infer<typeof schema>, appUrl: string): void {
  const wrong: string[] = [];
  if (!appUrl.startsWith("https://")) wrong.push("APP_URL must be an https address");
  if (new URL(values.DATABASE_URL).username === "archway_owner")
    wrong.push("DATABASE_URL must name the application's role, not the owner");
  if (values.TWILIO_API_URL) wrong.push("TWILIO_API_URL is for the demo only");
  if (values.LIMITS === "raised") wrong.push("LIMITS=raised is for the demo only");
  if (wrong.length > 0) throw new Error(`Archway cannot start in production: ${wrong.join("; ")}.`);
}
