import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { loadEnv } from "@/env";
import { jobServices, openRuntime, type Services } from "@/server/services";
import { main } from "../run/ending";

/** An option of a command: its place in the words, and whether it may be left out. */
export interface Option {
  readonly words: string;
  readonly optional?: true;
}

/** What was typed behind the command. Throws a sentence that shows how it is meant when an option is unknown. */
export function typedOptions<Name extends string>(
  usage: string,
  options: Readonly<Record<Name, Option>>,
): Partial<Record<Name, string>> {
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(
        Object.keys(options).map((name) => [name, { type: "string" as const }]),
      ),
    });
    return values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/**
 * Every option's value: as typed, else asked for when somebody sits at a terminal. Without a terminal the missing ones
 * are named.
 */
export async function completed<Name extends string>(
  usage: string,
  options: Readonly<Record<Name, Option>>,
): Promise<Record<Name, string>> {
  const typed = typedOptions(usage, options);
  const names = Object.keys(options) as Name[];
  const missing = names.filter((name) => typed[name] === undefined && !options[name].optional);
  if (missing.length > 0 && !process.stdin.isTTY) {
    throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(", ")}.\n\n${usage}`);
  }
  const reader = missing.length > 0 ? createInterface(process.stdin, process.stderr) : null;
  try {
    const entries: [Name, string][] = [];
    for (const name of names) {
      const asks = reader !== null && typed[name] === undefined && !options[name].optional;
      const value = asks ? await reader.question(`${options[name].words}: `) : typed[name];
      entries.push([name, value ?? ""]);
    }
    return Object.fromEntries(entries) as Record<Name, string>;
  } finally {
    reader?.close();
  }
}

/** Runs a command of whoever operates the installation, on the configuration that the portal itself runs on. */
export function operatorCommand(
  name: string,
  work: (services: Services) => Promise<void>,
): Promise<void> {
  return main(async () => {
    const runtime = openRuntime(loadEnv(process.env), name);
    try {
      await work(await jobServices(runtime, name));
    } finally {
      await runtime.db.close();
    }
  });
}
