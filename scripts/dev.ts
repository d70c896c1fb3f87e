import { startDevelopment } from "./run/application";
import { greet } from "./run/greeting";
import { onInstallation } from "./run/installation";
import { stayUp } from "./run/stay-up";

// `npm run dev`: the same with hot reload.
await onInstallation(() =>
  stayUp({ ports: true }, async (prepared, supervisor) => {
    await startDevelopment(prepared, supervisor);
    await greet(prepared);
  }),
);
