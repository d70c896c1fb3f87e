import { startApplication } from "./run/application";
import { main } from "./run/ending";
import { greet } from "./run/greeting";
import { stayUp } from "./run/stay-up";

// `npm start`: everything Archway is, on this machine.
await main(() =>
  stayUp({ ports: true }, async (prepared, supervisor) => {
    await startApplication(prepared, supervisor);
    await greet(prepared);
  }),
);
