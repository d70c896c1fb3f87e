import { otherMethods, type RegisteredHandler } from "@/server/route";
import { callback, closed, csrf, session, signout } from "./doors";

type Context = { params: Promise<{ nextauth: string[] }> };
type Door = { readonly method: "GET" | "POST"; readonly handler: RegisteredHandler };

const doors: ReadonlyMap<string, Door> = new Map<string, Door>([
  ["csrf", { method: "GET", handler: csrf }],
  ["session", { method: "GET", handler: session }],
  ["callback/credentials", { method: "POST", handler: callback }],
  ["signout", { method: "POST", handler: signout }],
]);

function entrance(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") {
  return async (request: Request, context: Context): Promise<Response> => {
    const door = doors.get((await context.params).nextauth.join("/"));
    if (!door) return closed(request, context);
    if (door.method !== method) return otherMethods(door.method)[method](request);
    const response = await door.handler(request, context);
    if (door.handler === signout && response.ok)
      response.headers.set("clear-site-data", '"cache", "storage"');
    return response;
  };
}

export const GET = entrance("GET");
export const POST = entrance("POST");
export const PUT = entrance("PUT");
export const PATCH = entrance("PATCH");
export const DELETE = entrance("DELETE");
export const OPTIONS = entrance("OPTIONS");
