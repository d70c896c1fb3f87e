import { chromium } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../../../e2e/support/chromium";
import { median } from "../load";
import { madeFile } from "./made-file";
import { beginCase, type Portal, sendScan } from "./send-over";

const ROUNDS = 5;
const BYTES = 20_000_000;

interface Wish {
  readonly portal: Portal;
  readonly patientId: string;
  readonly labId: string;
}

/** From the press of "Show in 3D" to the first picture of one scan of 20 MB, in the Chromium of the stories. */
export async function measureViewer({ portal, patientId, labId }: Wish): Promise<void> {
  const caseId = await beginCase(portal, patientId, labId);
  const scanId = await sendScan(portal, caseId, "upper", madeFile("viewer.stl", BYTES));
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: chromiumArgs,
  });
  try {
    const first: number[] = [];
    const fetched: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addCookies([{ name: "archway-session", value: portal.token, url: portal.url }]);
      const page = await context.newPage();
      await page.goto(`${portal.url}/doctor/cases/${caseId}?step=records`);
      await page.getByRole("button", { name: "Show in 3D" }).waitFor();
      // Scripts that the page still loads are not part of the press.
      await page.waitForLoadState("load");
      first.push(await page.evaluate(untilFirstPicture));
      fetched.push(await page.evaluate(bareFetch, scanId));
      await context.close();
    }
    console.log(
      `first picture of a scan of 20 MB, 1280 × 800: ${median(first).toFixed(0)} ms after the press (${ROUNDS} visits, nothing cached, slowest ${Math.max(...first).toFixed(0)} ms); fetching its bytes alone ${median(fetched).toFixed(0)} ms`,
    );
  } finally {
    await browser.close();
  }
}

/** Runs in the page: the facts stand once the scan lies in the scene, which is drawn with the frame after them. */
function untilFirstPicture(): Promise<number> {
  const press = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Show in 3D",
  );
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const watcher = new MutationObserver(() => {
      if (!document.querySelector("section[aria-label='About the scans']")) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        requestAnimationFrame(() => resolve(performance.now() - startedMs));
      });
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    press?.click();
  });
}

async function bareFetch(scanId: string): Promise<number> {
  const startedMs = performance.now();
  await (await fetch(`/api/uploads/${scanId}`, { cache: "no-store" })).arrayBuffer();
  return performance.now() - startedMs;
}
