import { clinic } from "@/features/access/route-gates";
import { changeTemplate } from "@/features/messages/templates/change-template";
import { changeTemplateRefusals } from "@/features/messages/templates/refusals";
import {
  changeTemplateBody,
  MAX_TEMPLATE_BYTES,
  templateParams,
} from "@/features/messages/templates/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeTemplate",
  summary: "Other words for a template of messages",
  method: "POST",
  path: "/api/message-templates/{id}",
  gate: clinic(),
  params: templateParams,
  body: changeTemplateBody,
  maxBodyBytes: MAX_TEMPLATE_BYTES,
  answer: changedAnswer,
  refusals: changeTemplateRefusals,
  run: changeTemplate,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
