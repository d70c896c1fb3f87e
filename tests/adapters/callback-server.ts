import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A report of the phone network's, as it came. */
export interface Callback {
  readonly parameters: Record<string, string>;
  readonly signature: string | null;
}

/** Takes every callback and keeps it. */
export async function startCallbackServer() {
  const callbacks: Callback[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const signature = request.headers["x-twilio-signature"];
    callbacks.push({
      parameters: Object.fromEntries(new URLSearchParams(body)),
      signature: typeof signature === "string" ? signature : null,
    });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/webhooks/sms?delivery=1`,
    ofText: (sid: string) => callbacks.filter(({ parameters }) => parameters.MessageSid === sid),
    close: () => void server.close(),
  };
}
