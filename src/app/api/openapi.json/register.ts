import type { RegisteredHandler } from "@/server/route";
import { POST as endSession } from "../account/sessions/[id]/end/route";
import { POST as endOtherSessions } from "../account/sessions/end-others/route";
import { GET as listSessions } from "../account/sessions/route";
import { POST as stayLoggedIn } from "../account/stay-logged-in/route";
import { callback, csrf, session, signout } from "../auth/[...nextauth]/doors";
import { POST as chooseMembership } from "../login/membership/route";
import { POST as resendLoginCode } from "../login/resend/route";
import { POST as startLogin } from "../login/route";
import { POST as completePasswordReset } from "../password-resets/complete/route";
import { POST as requestPasswordReset } from "../password-resets/route";
import { POST as recordAlignerChange } from "../treatment/aligner-changes/route";
import { GET as readTreatment } from "../treatment/route";

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [
  listSessions,
  endOtherSessions,
  endSession,
  stayLoggedIn,
  callback,
  csrf,
  session,
  signout,
  chooseMembership,
  resendLoginCode,
  startLogin,
  completePasswordReset,
  requestPasswordReset,
  readTreatment,
  recordAlignerChange,
];
