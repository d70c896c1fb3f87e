/** Nobody takes anything for so long: whoever asked has gone, and the database is held open for nothing. */
const stalledMs = 60_000;

/**
 * A stream that is filled as it is read: `fill` waits in `put` until there is room. It ends with `end`, and breaks off
 * where `fill` fails, so that nobody takes a part for the whole.
 */
export function exportStream(): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly fill: (texts: AsyncIterable<string>) => Promise<void>;
  readonly end: () => void;
  readonly breakOff: (error: unknown) => void;
} {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const bytes = new TextEncoder();
  // Whoever reads hears of it; here it would be nobody's.
  writer.closed.catch(() => undefined);
  return {
    stream: readable,
    async fill(texts) {
      for await (const text of texts) {
        await inTime(writer.ready);
        void writer.write(bytes.encode(text)).catch(() => undefined);
      }
      await inTime(writer.ready);
    },
    end() {
      void writer.close().catch(() => undefined);
    },
    breakOff(error) {
      void writer.abort(error).catch(() => undefined);
    },
  };
}

async function inTime(ready: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the export was not read")), stalledMs);
  });
  try {
    await Promise.race([ready, stalled]);
  } finally {
    clearTimeout(timer);
  }
}
