import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { POST } from "@/app/api/cases/[id]/submit/route";

// The route that submits a case in a process of its own, which a test may kill at any moment.
const server = createServer(async (asked, answer) => {
  const address = new URL(asked.url ?? "/", `http://${asked.headers.host}`);
  const id = address.pathname.split("/")[3] ?? "";
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) headers.set(name, String(value));
  const request = new Request(address, { method: "POST", headers, body: await text(asked) });
  const response = await POST(request, { params: Promise.resolve({ id }) });
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  answer.end(await response.text());
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.stdout.write("answering\n"));
