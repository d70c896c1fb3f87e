import { clinic } from "@/features/access/route-gates";
import { archiveTemplate } from "@/features/messages/templates/change-template";
import { archiveTemplateRefusals } from "@/features/messages/templates/refusals";
import { archiveTemplateBody, templateParams } from "@/features/messages/templates/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "archiveTemplate",
  summary: "Take a template of messages away",
  method: "POST",
  path: "/api/message-templates/{id}/archive",
  gate: clinic(),
  params: templateParams,
  body: archiveTemplateBody,
  answer: changedAnswer,
  refusals: archiveTemplateRefusals,
  run: archiveTemplate,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
