import { createServer } from "node:http";

export interface Received {
  readonly signature: string | undefined;
  readonly text: string;
}

/** Where a lab's reports arrive. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answers(status: number): void;
  close(): Promise<void>;
}

/** Listens on a port of its own, or on the one of an earlier receiver. */
export async function webhookReceiver(port = 0): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let status = 204;
  const server = createServer(async (incoming, response) => {
    let text = "";
    for await (const part of incoming) text += part;
    const signature = incoming.headers["lab-signature"];
    received.push({ signature: signature?.toString(), text });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${listening}/hooks`,
    received,
    answers: (next) => {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
