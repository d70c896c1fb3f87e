import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll } from "vitest";
import { GET } from "@/app/api/events/route";
import { liveHub } from "@/features/messages/live/live-hub";
import type { World } from "../../support/world";

/** The route behind a real server, as a browser's EventSource meets it; it ends with the file's tests. */
export async function serveEvents(world: World) {
  const server = createServer(async (request, response) => {
    const headers = { cookie: request.headers.cookie ?? "" };
    const asked = new Request(`http://localhost:3000${request.url}`, { headers });
    const answer = await GET(asked, { params: Promise.resolve({}) });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (!answer.body) return response.end();
    Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await liveHub(world.runtime.env.databaseUrl).stop();
  });

  /** What comes over an open connection, and how long until the other side ends it. */
  async function listenWith(token: string) {
    const answer = await fetch(`${portal}/api/events`, {
      headers: { cookie: `archway-session=${token}` },
    });
    if (!answer.body) throw new Error(`no stream: ${answer.status}`);
    const reader = answer.body.getReader();
    const text = new TextDecoder();
    let heard = "";
    const until = async (words: string | null) => {
      while (words === null || !heard.includes(words)) {
        const { done, value } = await reader.read();
        if (done) return heard;
        heard += text.decode(value, { stream: true });
      }
      return heard;
    };
    const { status, headers } = answer;
    return { status, headers, hears: (words: string) => until(words), ends: () => until(null) };
  }
  return { listenWith };
}
