import { startDevelopment } from "./run/application";
import { main } from "./run/ending";
import { greet } from "./run/greeting";
import { stayUp } from "./run/stay-up";

// `npm run dev`: the same with hot reload.
await main(() =>
  stayUp({ ports: true }, async (prepared, supervisor) => {
    await startDevelopment(prepared, supervisor);
    await greet(prepared);
  }),
);
