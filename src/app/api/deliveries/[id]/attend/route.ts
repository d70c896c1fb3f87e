import { clinic, withStepUp } from "@/features/access/route-gates";
import { attendDelivery } from "@/features/repairs/attend-delivery";
import { attendRefusals } from "@/features/repairs/refusals";
import { attendAnswer, attendSchema, idParams } from "@/features/repairs/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "attendDelivery",
  summary: "Sends what could not be delivered once more, or says that it needs nothing",
  method: "POST",
  path: "/api/deliveries/{id}/attend",
  gate: withStepUp(clinic("staff", "admin")),
  params: idParams,
  body: attendSchema,
  answer: attendAnswer,
  refusals: attendRefusals,
  run: attendDelivery,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
