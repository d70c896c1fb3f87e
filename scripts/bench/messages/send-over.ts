import type { Agent } from "node:http";
import { postOver } from "../post-over";

interface Sent {
  readonly threadId: string;
  readonly token: string;
  readonly key: string;
}

/** Sends a message into a thread over HTTP, as its page does. */
export function sendOver(agent: Agent, portal: string, { threadId, token, key }: Sent) {
  const body = { body: "A message of an ordinary length, as people write them about their tray." };
  return postOver(agent, `${portal}/api/threads/${threadId}/messages`, body, {
    cookie: `archway-session=${token}`,
    "idempotency-key": key,
  });
}
