import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeBookingRules } from "@/features/settings/times/change-rules";
import { timesRefusals } from "@/features/settings/times/refusals";
import { bookingRulesRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeBookingRules",
  summary: "Notice windows, horizon, start times, gap and held times",
  method: "POST",
  path: "/api/settings/booking-rules",
  gate: withStepUp(clinic("admin")),
  body: bookingRulesRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: changeBookingRules,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
