import { rmSync } from "node:fs";
import { join } from "node:path";
import { onOwnDemo } from "./checks/own-demo";
import { root } from "./database/paths";
import { takePictures } from "./gallery/take";
import { openViewers } from "./gallery/viewers";
import { main } from "./run/ending";

// `npm run gallery`: pictures of every page and designed state, per role, into `.gallery/`.
await main(() =>
  onOwnDemo("gallery", async ({ settings, tools }) => {
    const folder = join(root, ".gallery");
    rmSync(folder, { recursive: true, force: true });
    const viewers = await openViewers(tools.DATABASE_OWNER_URL ?? "");
    const missing = await takePictures(settings.appUrl, viewers, folder);
    console.log(`Open ${join(".gallery", "index.html")}.`);
    if (missing.length === 0) return;
    console.log(`Not taken:\n${missing.join("\n")}`);
    process.exitCode = 1;
  }),
);
