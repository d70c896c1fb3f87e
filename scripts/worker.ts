import { workerCommand } from "./run/application";
import { onInstallation } from "./run/installation";
import { stayUp } from "./run/stay-up";

// `npm run worker`: one more worker beside others, or on a machine of its own.
await onInstallation(() =>
  stayUp({ ports: false }, async ({ application }, supervisor) => {
    const env = { ...application, NODE_ENV: "production" as const };
    supervisor.start({ name: "Worker", run: workerCommand(), env });
    console.log("The worker runs. Ctrl-C stops it.");
  }),
);
