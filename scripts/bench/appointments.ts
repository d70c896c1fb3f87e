import type { ServerState } from "../database/state";
import { compareBookings } from "./bookings";
import { openClinic } from "./clinic";
import { compareSizes } from "./scale";
import type { Bench } from "./seed";

/** What a booking may cost beside a bare insert, and whether reads grow with the table. Answers whether the floor was kept. */
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
      `\n16 bookings at once: ${ours.toFixed(0)}/s, bare inserts ${yardstick.toFixed(0)}/s, ratio ${ratio.toFixed(3)}`,
    );
  } finally {
    await clinic.close();
  }
  return sizes ? compareSizes(state, application) : true;
}
