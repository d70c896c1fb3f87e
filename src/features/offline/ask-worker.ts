import type { Asked, Said } from "./protocol";

const ANSWER_MS = 10_000;

/** Asks the worker that serves this page; null where there is none, or it stays silent. */
export function askWorker(question: Asked): Promise<Said | null> {
  const worker = globalThis.navigator?.serviceWorker?.controller;
  if (!worker) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const silence = setTimeout(() => resolve(null), ANSWER_MS);
    port1.onmessage = ({ data }: MessageEvent<Said | null>) => {
      clearTimeout(silence);
      port1.close();
      resolve(data);
    };
    worker.postMessage(question, [port2]);
  });
}
