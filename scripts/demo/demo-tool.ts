import pg from "pg";
import { type Env, loadEnv } from "@/env";
import { type DatabaseAddresses, holdDatabase } from "../database/addresses";
import { onConnection } from "../database/connection";
import { onInstallation } from "../run/installation";
import { readSettings, type Settings, toolEnvironment } from "../run/settings";

export interface DemoTool {
  readonly settings: Settings;
  readonly addresses: DatabaseAddresses;
  /** The environment of `npm start`'s tools, and the same read and checked. */
  readonly tools: NodeJS.ProcessEnv;
  readonly env: Env;
}

/** Runs a command of the demo with its database up; refuses in production (S22). */
export function demoTool(work: (tool: DemoTool) => Promise<void>): Promise<void> {
  return onInstallation(async () => {
    const settings = readSettings();
    if (settings.mode !== "demo") {
      throw new Error("This command exists only in demo mode (ARCHWAY_MODE=demo).");
    }
    const { addresses, release } = await holdDatabase();
    try {
      const tools = toolEnvironment(settings, addresses);
      await work({ settings, addresses, tools, env: loadEnv(tools) });
    } finally {
      await release();
    }
  });
}

export interface DemoPractice {
  readonly id: string;
  readonly shortName: string;
  readonly zone: string;
}

/** Asks `read` for each practice, in the context that row-level security wants, the oldest first. */
export async function readEachPractice<T>(
  ownerUrl: string,
  read: (client: pg.Client, practice: DemoPractice) => Promise<readonly T[]>,
): Promise<T[]> {
  try {
    return await onConnection(ownerUrl, async (client) => {
      const { rows: practices } = await client.query<DemoPractice>(
        `select id, short_name as "shortName", zone from identity.practice order by created_at`,
      );
      const found: T[] = [];
      for (const practice of practices) {
        await client.query("select set_config('app.practice_id', $1, false)", [practice.id]);
        found.push(...(await read(client, practice)));
      }
      return found;
    });
  } catch (error) {
    // 42P01: no such table, because nothing was migrated yet.
    if (error instanceof pg.DatabaseError && error.code === "42P01") return [];
    throw error;
  }
}

/** Rows as lines of a person's table, columns as wide as their longest word. */
export function asTable(rows: readonly Readonly<Record<string, string | null>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
