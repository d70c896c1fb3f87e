import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { type Answer, expectDecent, expectRefused, openScene, origin, verdict } from "./callers";

await openScene();

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;
type Module = Readonly<Record<string, Handler | undefined>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

async function ask(
  file: string,
  method: string,
  path: string,
  params: Record<string, string | string[]> = {},
): Promise<Answer> {
  const module: Module = await import(
    /* @vite-ignore */ join(process.cwd(), "src/app/api", file, "route.ts")
  );
  const handler = module[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  const request = new Request(`${origin}${path}`, { method, headers: { origin } });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const paths = [...new Set(registeredRoutes.map(({ spec }) => spec.path))];
const ours = paths.filter((path) => !path.startsWith("/api/auth/"));

describe.each(ours)("%s", (path) => {
  const has = registeredRoutes
    .filter(({ spec }) => spec.path === path)
    .map(({ spec }) => spec.method);
  // A file's ending belongs to what its address stands for: the folder is named by the parameter alone.
  const file = path.replace("/api/", "").replace(/\{(\w+)\}(\.ics)?/g, "[$1]");

  it("refuses other methods with 405, in words, and says which there are", async () => {
    for (const method of methods.filter((name) => !has.some((one) => one === name))) {
      const answer = await ask(file, method, path);
      expectDecent(answer, method);
      expect(verdict(answer)).toBe("405 wrong_method");
      const allowed = (answer.headers.get("allow") ?? "").split(", ");
      expect(allowed.filter((name) => methods.includes(name)).sort()).toEqual([...has].sort());
    }
    const told = await ask(file, "OPTIONS", path);
    expect(told.status).toBe(204);
    expect(told.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("addresses under /api that nobody has", () => {
  it.each(methods)("%s answers 404 in words", async (method) => {
    const answer = await ask("[...missing]", method, "/api/people/1");
    expectDecent(answer, method);
    expect(verdict(answer)).toBe("404 not_found");
  });
});

describe("S10: next-auth", () => {
  const closed = [
    "_log",
    "signin",
    "signin/credentials",
    "providers",
    "callback",
    "callback/google",
    "error",
    "verify-request",
    "__proto__",
    "constructor",
  ];

  it.each(closed)("%s is not there, whatever is asked of it", async (door) => {
    for (const method of methods) {
      const answer = await ask("auth/[...nextauth]", method, `/api/auth/${door}?error=x&error=y`, {
        nextauth: door.split("/"),
      });
      expect(answer.status, method).toBeGreaterThanOrEqual(400);
      expect(answer.status, method).toBeLessThan(405);
      expectRefused(answer, method);
    }
  });

  it.each([
    ["csrf", "POST"],
    ["session", "POST"],
    ["session", "DELETE"],
    ["signout", "GET"],
    ["callback/credentials", "GET"],
    ["callback/credentials", "PUT"],
  ])("%s takes no %s", async (door, method) => {
    const answer = await ask("auth/[...nextauth]", method, `/api/auth/${door}`, {
      nextauth: door.split("/"),
    });
    expectDecent(answer, door);
    expect(verdict(answer)).toBe("405 wrong_method");
  });
});
