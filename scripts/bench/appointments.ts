import type { ServerState } from "../database/state";
import { compareBookings } from "./bookings";
import { openClinic } from "./clinic";
import { compareSizes } from "./scale";
import type { Bench } from "./seed";

/** What a booking inside this process costs beside a bare insert through the same pool, and whether reads grow with the table. Answers whether the floor was kept. */
export async function benchAppointments(
  state: ServerState,
  application: NodeJS.ProcessEnv,
  bench: Bench,
  { sizes }: { readonly sizes: boolean },
): Promise<boolean> {
  const clinic = await openClinic(application, application.DATABASE_URL ?? "", bench.bookingTokens);
  try {
    const { ours, yardstick, ratio } = await compareBookings(clinic, bench.mornings);
    console.log(
      `\n16 bookings at once, without HTTP: ${ours.toFixed(0)}/s, bare inserts through the same pool ${yardstick.toFixed(0)}/s, ratio ${ratio.toFixed(3)}`,
    );
  } finally {
    await clinic.close();
  }
  return sizes ? compareSizes(state, application) : true;
}
