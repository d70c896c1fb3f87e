import { workerCommand } from "./run/application";
import { main } from "./run/ending";
import { stayUp } from "./run/stay-up";

// `npm run worker`: one more worker beside others, or on a machine of its own.
await main(() =>
  stayUp({ ports: false }, async ({ application }, supervisor) => {
    const env = { ...application, NODE_ENV: "production" as const };
    supervisor.start({ name: "Worker", run: workerCommand(), env });
    console.log("The worker runs. Ctrl-C stops it.");
  }),
);
