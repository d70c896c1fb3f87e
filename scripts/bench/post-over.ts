import { type Agent, request } from "node:http";

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
