import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { openApi } from "@/server/openapi";
import { commandNames, pageNames, routeNames } from "../support/outside-names";

const app = join(process.cwd(), "src/app");
const groups = ["", "(visitor)", "(patient)"];

/** The file of a page, wherever its route group is. */
function pageFile(path: string): string | undefined {
  const candidates = groups.map((group) => join(app, group, ...path.split("/"), "page.tsx"));
  return candidates.find((file) => existsSync(file));
}

const registered = new Set(registeredRoutes.map(({ spec }) => `${spec.method} ${spec.path}`));

describe("the outside names", () => {
  it.each(pageNames)("page $path is $standing", ({ path, standing }) => {
    expect(pageFile(path) !== undefined).toBe(standing === "built");
  });

  it.each(routeNames)("route $method $path is $standing", ({ method, path, standing }) => {
    expect(registered.has(`${method} ${path}`)).toBe(standing === "built");
  });

  it.each(Object.entries(commandNames))("command %s is %s", (name, standing) => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(name in scripts).toBe(standing === "built");
  });
});

/** Route files that are not made by `route()` or `rawRoute()`, and why. */
const byHand: Readonly<Record<string, string>> = {
  "[...missing]/route.ts": "answers for addresses nobody has",
  "auth/[...nextauth]/route.ts": "next-auth's own four paths",
  "labs/[labKey]/reports/[connectionId]/route.ts": "signed by the lab, from another origin",
  "openapi.json/route.ts": "the description itself",
  "webhooks/sms/route.ts": "form-encoded and signed by the provider",
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function refuses(handler: unknown): boolean {
  return typeof handler === "function" && "allows" in handler;
}

describe("the route register", () => {
  const files = readdirSync(join(app, "api"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith("route.ts"),
  );

  it("holds every route file, so that the description is complete", async () => {
    const exported: string[] = [];
    for (const file of files.filter((name) => !(name in byHand))) {
      const module: Record<string, unknown> = await import(
        /* @vite-ignore */ join(app, "api", file)
      );
      const own = methods.filter((method) => !refuses(module[method]));
      for (const method of own) {
        expect(module[method], `${file} ${method} is made by route()`).toHaveProperty("spec");
        exported.push(`${method} ${pathOf(file)}`);
      }
      // The rest is refused in words, and says which methods there are.
      for (const method of methods.filter((name) => !own.includes(name)))
        expect(module[method], `${file} ${method}`).toHaveProperty("allows", own);
    }
    const ours = [...registered].filter((name) => !name.includes(" /api/auth/"));
    expect(ours.sort()).toEqual(exported.sort());
  });

  it("names each operation once, and describes it", () => {
    const description = openApi(registeredRoutes.map(({ spec }) => spec));
    const operations = registeredRoutes.map(({ spec }) => spec.operation);
    expect(new Set(operations).size).toBe(operations.length);
    expect(description).toMatchObject({ openapi: "3.1.0" });
    const described = JSON.stringify(description).matchAll(/"operationId":"([^"]+)"/g);
    expect([...described].map((match) => match[1]).sort()).toEqual(operations.sort());
  });
});

/** A folder's name is all of a segment: these read the ending of theirs themselves. */
const calendarFiles = new Set(["appointments/[id]/route.ts", "calendar/[token]/route.ts"]);

function pathOf(file: string): string {
  const ending = calendarFiles.has(file) ? ".ics" : "";
  return `/api/${file.replace(/\/route\.ts$/, "").replace(/\[([^\]]+)\]/g, "{$1}")}${ending}`;
}
