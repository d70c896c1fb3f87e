import { type Agent, request } from "node:http";

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

/** Posts JSON; anything but 201 is an error. */
export function postOver(
  agent: Agent,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const text = JSON.stringify(body);
  const own = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    origin: new URL(url).origin,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method: "POST", headers: { ...own, ...headers } },
      (answer) => {
        answer.resume();
        answer.once("error", reject);
        answer.once("end", () =>
          answer.statusCode === 201
            ? resolve()
            : reject(new Error(`${url} answered ${answer.statusCode}`)),
        );
      },
    );
    sent.once("error", reject);
    sent.end(text);
  });
}
