import type { OpenPms } from "@/ports/pms";
import { dentallyPms } from "./dentally/dentally-pms";
import { localPms } from "./local/local-pms";

export interface OpenPmsOptions {
  /** Names product, version and contact; Dentally refuses requests without it. */
  readonly userAgent: string;
  /** For one call; 15 s without it. */
  readonly timeoutMs?: number;
}

/** The port for a practice's connection, whatever system stands behind it. */
export function openPmsWith(options: OpenPmsOptions): OpenPms {
  return (connection) =>
    connection.kind === "local" ? localPms() : dentallyPms({ ...options, ...connection });
}
