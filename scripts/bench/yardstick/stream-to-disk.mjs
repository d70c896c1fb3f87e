// The bare yardstick of an upload: what is sent is written to a file, and nothing else.
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const [port, folder] = process.argv.slice(2);
let files = 0;

createServer(async (request, response) => {
  if (request.method === "PUT") {
    files += 1;
    await pipeline(request, createWriteStream(join(folder, `bare-${files}`)));
  }
  response.end("{}");
}).listen(Number(port), "127.0.0.1");
