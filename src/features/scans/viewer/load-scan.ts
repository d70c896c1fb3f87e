import type { FromWorker, ParsedScan, ShownScan, ToWorker } from "./shown-scan";

/** Fetches and reads a scan beside the page, so that the page stays quick. Ends with the signal; null: it did not work. */
export function loadScan(
  { href, bytes, fileName, arch }: ShownScan,
  {
    signal,
    progress,
  }: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<ParsedScan | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./scan.worker.ts", import.meta.url), { type: "module" });
    const end = (scan: ParsedScan | null) => {
      worker.terminate();
      resolve(scan);
    };
    signal.addEventListener("abort", () => end(null), { once: true });
    worker.onerror = () => end(null);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "progress") progress(data.share);
      else end(data.kind === "parsed" ? data.scan : null);
    };
    const asked: ToWorker = { href, bytes, arch, isPly: /\.ply$/i.test(fileName) };
    worker.postMessage(asked);
  });
}
