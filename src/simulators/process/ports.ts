/** How far each simulator's port lies from SIMULATORS_PORT (interface.md). */
export const portOffsets = {
  "front-door": 0,
  mailbox: 1,
  "phone-network": 2,
  lab: 3,
  pms: 4,
} as const;

export type SimulatorName = keyof typeof portOffsets;
export const simulatorNames: readonly SimulatorName[] = [
  "front-door",
  "mailbox",
  "phone-network",
  "lab",
  "pms",
];

export interface SimulatorsEnvironment {
  readonly basePort: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly clockUrl: string | undefined;
}

/** Reads SIMULATORS_PORT (3900), HOST (127.0.0.1), SIMULATORS_DATABASE_URL and CLOCK_DATABASE_URL. */
export function simulatorsEnvironment(env: NodeJS.ProcessEnv): SimulatorsEnvironment {
  const basePort = Number(env.SIMULATORS_PORT ?? "3900");
  if (!Number.isInteger(basePort) || basePort < 1 || basePort > 65_531) {
    throw new Error("SIMULATORS_PORT must be a port number, with four free ones after it.");
  }
  const databaseUrl = env.SIMULATORS_DATABASE_URL;
  if (!databaseUrl) throw new Error("SIMULATORS_DATABASE_URL is not set.");
  return {
    basePort,
    host: env.HOST || "127.0.0.1",
    databaseUrl,
    clockUrl: env.CLOCK_DATABASE_URL,
  };
}
