import { callback, closed, csrf, session, signout } from "./doors";

type Context = { params: Promise<{ nextauth: string[] }> };

const doors = {
  csrf: { GET: csrf },
  session: { GET: session },
  "callback/credentials": { POST: callback },
  signout: { POST: signout },
} as const;

async function enter(method: "GET" | "POST", request: Request, context: Context) {
  const path = (await context.params).nextauth.join("/");
  const open: { GET?: typeof csrf; POST?: typeof callback } | undefined = Object.hasOwn(doors, path)
    ? doors[path as keyof typeof doors]
    : undefined;
  if (!open) return closed(request, context);
  const door = open[method];
  if (!door)
    return new Response(null, { status: 405, headers: { allow: Object.keys(open).join(", ") } });
  const response = await door(request, context);
  if (door === signout && response.ok)
    response.headers.set("clear-site-data", '"cache", "storage"');
  return response;
}

export const GET = (request: Request, context: Context) => enter("GET", request, context);
export const POST = (request: Request, context: Context) => enter("POST", request, context);
