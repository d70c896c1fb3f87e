import { loginWords } from "./demo";
import type { Prepared } from "./prepare";

/** What a start ends with: where it is, and in the demo one login per role. */
export async function greet({ settings, tools }: Prepared): Promise<void> {
  const lines = ["", `Archway is running: ${settings.appUrl}`];
  if (settings.mode === "demo") {
    const simulators = `http://localhost:${settings.simulatorsPort}`;
    lines.push(`Mails, texts, lab and practice system of the demo: ${simulators}`, "");
    lines.push(...(await loginWords(tools, simulators)));
  }
  lines.push("", "Ctrl-C stops it.");
  console.log(lines.join("\n"));
}
