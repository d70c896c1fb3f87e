// "Allowed imports" of the architecture, type imports included. Nobody is exempt: code that needs
// more belongs in another room.
const own = "^src/";

/** A room may import only from these; packages are judged apart. */
function room(name, path, allowed) {
  return {
    name: `${name}-imports`,
    comment: `${name} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}`,
    severity: "error",
    from: { path },
    to: { path: own, pathNot: allowed },
  };
}

module.exports = {
  forbidden: [
    room("app", "^src/app/", [
      "^src/app/",
      "^src/features/",
      "^src/server/route\\.ts$",
      "^src/components/",
      "^src/lib/",
      "^src/domain/",
    ]),
    {
      name: "app-domain-types",
      comment: "app takes types from domain; rules are asked through features",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/domain/", dependencyTypesNot: ["type-only"] },
    },
    room("features", "^src/features/", [
      "^src/features/",
      "^src/domain/",
      "^src/db/",
      "^src/jobs/queue\\.ts$",
      "^src/ports/",
      "^src/security/",
      "^src/server/services\\.ts$",
      "^src/env\\.ts$",
      "^src/components/",
      "^src/lib/",
    ]),
    {
      name: "features-types",
      comment: "features take types, no values, from ports and env",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: ["^src/ports/", "^src/env\\.ts$"], dependencyTypesNot: ["type-only"] },
    },
    room("domain", "^src/domain/", ["^src/domain/"]),
    {
      name: "domain-packages",
      comment: "domain is pure: no package but the Temporal polyfill, nothing of Node",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { pathNot: ["^src/", "^node_modules/temporal-polyfill/"] },
    },
    room("ports", "^src/ports/", ["^src/ports/", "^src/domain/"]),
    room("adapters", "^src/adapters/", [
      "^src/adapters/",
      "^src/ports/",
      "^src/domain/",
      "^src/lib/",
      "^src/env\\.ts$",
    ]),
    room("db", "^src/db/", ["^src/db/", "^src/domain/", "^src/lib/", "^src/env\\.ts$"]),
    room("security", "^src/security/", [
      "^src/security/",
      "^src/domain/",
      "^src/lib/",
      "^src/env\\.ts$",
    ]),
    room("jobs", "^src/jobs/", ["^src/jobs/", "^src/db/", "^src/lib/", "^src/env\\.ts$"]),
    {
      name: "server-imports",
      comment: "server may import everything but app, components and simulators",
      severity: "error",
      from: { path: "^src/server/" },
      to: { path: ["^src/app/", "^src/components/", "^src/simulators/"] },
    },
    room("components", "^src/components/", ["^src/components/", "^src/lib/"]),
    room("lib", "^src/lib/", ["^src/lib/"]),
    room("simulators", "^src/simulators/", ["^src/simulators/", "^src/domain/", "^src/lib/"]),
    room("env", "^src/env", ["^src/env"]),
    room("proxy-instrumentation", "^src/(proxy|instrumentation)\\.ts$", [
      "^src/lib/",
      "^src/env\\.ts$",
      "^src/server/",
    ]),
    {
      name: "identity-tables",
      comment: "S12: only these features query the identity tables",
      severity: "error",
      from: {
        pathNot: "^src/(features/(access|registration|account|people|practices)|db|security)/",
      },
      to: { path: "^src/db/identity\\.ts$" },
    },
    {
      name: "generated-client",
      comment:
        "the Prisma client's models come through src/db, which leaves the identity tables out",
      severity: "error",
      from: { pathNot: "^src/db/" },
      to: { path: "^src/db/generated/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circular",
      severity: "error",
      from: { path: own, pathNot: "^src/db/generated/" },
      to: { circular: true },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: { pathNot: "^src/db/generated/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^src/db/generated/"] },
    // TypeScript 7 has no compiler interface for other programs; SWC reads type imports as well.
    parser: "swc",
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: "scripts/checks/aliases.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
