/** What a production start looks at; as read by env.ts. */
export interface StartValues {
  readonly APP_URL?: string | undefined;
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL?: string | undefined;
  readonly SIMULATORS_PORT: number;
  readonly PASSWORD_PEPPERS: readonly NamedKey[];
  readonly SEALING_KEYS: readonly NamedKey[];
  readonly HMAC_KEY: Buffer;
  readonly VAPID_PRIVATE_KEY?: Buffer | undefined;
  readonly SMTP_URL: string;
  readonly TWILIO_ACCOUNT_SID: string;
  readonly TWILIO_AUTH_TOKEN: string;
  readonly TWILIO_FROM: string;
  readonly TWILIO_API_URL?: string | undefined;
  readonly LIMITS: string;
}

interface NamedKey {
  readonly id: string;
  readonly secret: Buffer;
}

const make = "make one with: openssl rand -base64 32";

/** What each key is, for a start that misses it. */
export const keyHints: Readonly<Record<string, string>> = {
  ARCHWAY_MODE: "demo or production",
  PORT: "a port number, such as 3000",
  SIMULATORS_PORT: "a port number, such as 3900",
  DATABASE_URL: "PostgreSQL's address with the application's role, archway_app",
  DATABASE_OWNER_URL: "PostgreSQL's address with the role that owns the tables, archway_owner",
  QUEUE_DATABASE_URL: "PostgreSQL's address with the queue's role, archway_queue",
  APP_URL: "the https address people type",
  TRUSTED_PROXY_HOPS: "how many proxies stand in front, a whole number",
  PASSWORD_PEPPERS: `1:KEY, each key 32 random bytes as base64; ${make}`,
  SEALING_KEYS: `k1:KEY, each key 32 random bytes as base64; ${make}`,
  HMAC_KEY: `32 random bytes as base64; ${make}`,
  VAPID_PRIVATE_KEY: `32 random bytes as base64; ${make}`,
  SMTP_URL: "the mail server, such as smtps://user:password@mail.example.com:465",
  TWILIO_ACCOUNT_SID: "the account of the text provider, AC and 32 hexadecimal digits",
  TWILIO_AUTH_TOKEN: "the account's token",
  TWILIO_FROM: "the sender of texts, a number in E.164 or MG and 32 hexadecimal digits",
  LAB_CLIENTS: 'JSON such as {"alder":{"id":"…","secret":"…"}}, by the key of each lab',
  TWILIO_API_URL: "an address; in production leave it out",
  LIMITS: "default; raised exists only in the demo",
};

/** Why these values are not safe in production, a sentence each that begins with its key (S22). Empty: they are. */
export function productionRefusals(values: StartValues): string[] {
  return [
    ...addressRefusals(values),
    ...secretRefusals(values),
    ...outsideRefusals(values),
    ...(values.LIMITS === "raised" ? ["LIMITS=raised is for the demo only: leave it out"] : []),
  ];
}

function addressRefusals({ APP_URL, DATABASE_URL, DATABASE_OWNER_URL }: StartValues): string[] {
  const wrong: string[] = [];
  const address = APP_URL === undefined ? null : new URL(APP_URL);
  if (address?.protocol !== "https:")
    wrong.push("APP_URL must be the https address people type; put a proxy with TLS in front");
  else if (address.pathname !== "/" || address.search !== "" || address.username !== "")
    wrong.push("APP_URL must be an origin alone, such as https://portal.example.com");
  const role = roleOf(DATABASE_URL);
  const owner = DATABASE_OWNER_URL === undefined ? "archway_owner" : roleOf(DATABASE_OWNER_URL);
  if (role === owner || role === "archway_owner" || role === "postgres")
    wrong.push(
      `DATABASE_URL names ${role}: it must name the application's role, archway_app, which owns nothing`,
    );
  return wrong;
}

function roleOf(address: string): string {
  return decodeURIComponent(new URL(address).username);
}

function secretRefusals(values: StartValues): string[] {
  const wrong: string[] = [];
  const rings = { PASSWORD_PEPPERS: values.PASSWORD_PEPPERS, SEALING_KEYS: values.SEALING_KEYS };
  const owners = new Map<string, string>();
  const note = (key: string, secret: Buffer) => {
    if (looksMadeUp(secret)) wrong.push(`${key} is weak: its bytes are not random; ${make}`);
    const text = secret.toString("base64");
    const before = owners.get(text);
    if (before !== undefined && before !== key)
      wrong.push(`${key} is the same as ${before}: each needs a key of its own; ${make}`);
    owners.set(text, key);
  };
  for (const [key, ring] of Object.entries(rings)) for (const { secret } of ring) note(key, secret);
  note("HMAC_KEY", values.HMAC_KEY);
  if (values.VAPID_PRIVATE_KEY) note("VAPID_PRIVATE_KEY", values.VAPID_PRIVATE_KEY);
  if (values.PASSWORD_PEPPERS.some(({ id }) => !/^\d{1,9}$/.test(id)))
    wrong.push("PASSWORD_PEPPERS: ids are whole numbers, such as 1:KEY");
  return wrong;
}

/** 32 random bytes have 30 different ones or so; fewer than 16 come once in more than 10^13 keys. */
function looksMadeUp(secret: Buffer): boolean {
  return new Set(secret).size < 16;
}

function outsideRefusals(values: StartValues): string[] {
  const wrong: string[] = [];
  const mail = new URL(values.SMTP_URL);
  if (mail.protocol !== "smtp:" && mail.protocol !== "smtps:")
    wrong.push(`SMTP_URL must begin with smtps:// or smtp://; it is ${keyHints.SMTP_URL}`);
  else if (isThisMachine(mail.hostname) && Number(mail.port) === values.SIMULATORS_PORT + 1)
    wrong.push("SMTP_URL is the demo's mailbox, which delivers nothing: set a real mail server");
  if (values.TWILIO_API_URL !== undefined)
    wrong.push("TWILIO_API_URL is for the demo only: leave it out, so that texts really go out");
  if (!/^AC[0-9a-f]{32}$/i.test(values.TWILIO_ACCOUNT_SID))
    wrong.push(`TWILIO_ACCOUNT_SID is not ${keyHints.TWILIO_ACCOUNT_SID}`);
  if (!/^[\x21-\x7e]{16,}$/.test(values.TWILIO_AUTH_TOKEN))
    wrong.push("TWILIO_AUTH_TOKEN is too short to be the account's token");
  if (!/^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/i.test(values.TWILIO_FROM))
    wrong.push(`TWILIO_FROM is not ${keyHints.TWILIO_FROM}`);
  return wrong;
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
