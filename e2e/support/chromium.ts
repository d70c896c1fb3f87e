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

/**
 * Our own arguments: those of the package switch web security off, and with it Origin headers and CSP. The sandbox
 * needs a kernel setting that containers and root do not have.
 */
export const chromiumArgs: string[] = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--use-gl=angle",
  "--use-angle=swiftshader",
];
