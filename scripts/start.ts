import { startApplication } from "./run/application";
import { greet } from "./run/greeting";
import { onInstallation } from "./run/installation";
import { stayUp } from "./run/stay-up";

// `npm start`: everything Archway is, on this machine.
await onInstallation(() =>
  stayUp({ ports: true }, async (prepared, supervisor) => {
    await startApplication(prepared, supervisor);
    await greet(prepared);
  }),
);
