import { signedIn } from "@/features/access/route-gates";
import { chooseNotification } from "@/features/account/notification-choices";
import { chooseNotificationRefusals } from "@/features/account/refusals";
import { notificationChoice, notificationChosen } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "chooseNotification",
  summary: "Chooses what one is told by mail",
  method: "POST",
  path: "/api/account/notifications",
  gate: signedIn,
  body: notificationChoice,
  answer: notificationChosen,
  refusals: chooseNotificationRefusals,
  run: chooseNotification,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
