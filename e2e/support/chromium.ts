import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium of the npm package on Linux x64, else the system's: nothing is downloaded. */
export async function chromiumPath(): Promise<string> {
  if (process.platform === "linux" && process.arch === "x64") return sparticuz.executablePath();
  const found = systemBrowsers.find((path) => existsSync(path));
  if (!found) throw new Error("No browser found. Install Chromium to run the browser stories.");
  return found;
}
