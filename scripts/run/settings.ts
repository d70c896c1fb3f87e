import { modeOf } from "@/env";
import type { DatabaseAddresses } from "../database/addresses";
import { dataFolder } from "../database/paths";
import { demoSecrets } from "./secrets";

/** What the operator decided, with the defaults of interface.md. */
export interface Settings {
  mode: "demo" | "production";
  host: string;
  port: number;
  simulatorsPort: number;
  dataFolder: string;
  appUrl: string;
}

type Environment = Record<string, string>;

const simulatorsPorts = 5;

/** Reads the environment. Throws a sentence when it is wrong. */
export function readSettings(): Settings {
  const port = portFrom("PORT", 3000);
  return {
    mode: modeOf(process.env),
    host: process.env.HOST || "127.0.0.1",
    port,
    simulatorsPort: portFrom("SIMULATORS_PORT", 3900),
    dataFolder: dataFolder(),
    appUrl: process.env.APP_URL || `http://localhost:${port}`,
  };
}

function portFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536 - simulatorsPorts) return port;
  throw new Error(`${name} is "${text}". Set it to a port number, such as ${fallback}.`);
}

/** The ports a start takes: web, and in the demo the five of the simulators. */
export function portsTaken({ mode, port, simulatorsPort }: Settings): Environment {
  const taken: Environment = { [port]: "PORT" };
  if (mode !== "demo") return taken;
  for (let offset = 0; offset < simulatorsPorts; offset += 1) {
    taken[simulatorsPort + offset] = "SIMULATORS_PORT";
  }
  return taken;
}

// Next reads `.env` by itself and fills in what is not set; an empty key stays empty, and counts as missing.
const undecided = { FILES_DIR: "", DEFAULT_PRACTICE: "", TRUSTED_PROXY_HOPS: "" };
/** What only command-line tools and simulators may know. */
const withheld = { DATABASE_OWNER_URL: "", SIMULATORS_DATABASE_URL: "", CLOCK_DATABASE_URL: "" };

/** The environment of web and worker: the application's role, no owner's address (S12, S22). */
export function applicationEnvironment(
  settings: Settings,
  addresses: DatabaseAddresses,
): NodeJS.ProcessEnv {
  return {
    ...undecided,
    ...process.env,
    ...(settings.mode === "demo" && demoEnvironment(settings)),
    ...withheld,
    ARCHWAY_MODE: settings.mode,
    HOST: settings.host,
    PORT: String(settings.port),
    SIMULATORS_PORT: String(settings.simulatorsPort),
    DATA_DIR: settings.dataFolder,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: addresses.app,
    QUEUE_DATABASE_URL: addresses.queue,
  };
}

/** As what the simulated labs know the demo (src/simulators/lab/sign-in/client.ts). */
const demoLabClient = { id: "archway", secret: "demo-secret-of-archway-at-the-labs" };

/** What the demo has instead of an operator's accounts and secrets; each key that somebody set is left as it is. */
function demoEnvironment({ dataFolder, simulatorsPort }: Settings): Environment {
  const own: Readonly<Record<string, string>> = {
    ...demoSecrets(dataFolder),
    SMTP_URL: `smtp://127.0.0.1:${simulatorsPort + 1}`,
    TWILIO_FROM: "+46704000000",
    TWILIO_API_URL: `http://127.0.0.1:${simulatorsPort + 2}`,
    LAB_CLIENTS: JSON.stringify({ alder: demoLabClient, birch: demoLabClient }),
    LIMITS: "raised",
  };
  return Object.fromEntries(Object.entries(own).filter(([name]) => !process.env[name]));
}

/** The environment of seed, simulators and tools: also the owner's and the simulators' addresses. */
export function toolEnvironment(
  settings: Settings,
  addresses: DatabaseAddresses,
): NodeJS.ProcessEnv {
  return {
    ...applicationEnvironment(settings, addresses),
    DATABASE_OWNER_URL: addresses.owner,
    SIMULATORS_DATABASE_URL: addresses.simulators,
    // The clock's offset is a row that only the owner writes.
    CLOCK_DATABASE_URL: addresses.owner,
  };
}
