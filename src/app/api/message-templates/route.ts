import { clinic } from "@/features/access/route-gates";
import { threadRefusals } from "@/features/messages/refusals";
import { addTemplate } from "@/features/messages/templates/add-template";
import { listTemplates } from "@/features/messages/templates/list-templates";
import { addTemplateRefusals } from "@/features/messages/templates/refusals";
import {
  addTemplateBody,
  MAX_TEMPLATE_BYTES,
  templateAdded,
  templatesQuery,
  templateViews,
} from "@/features/messages/templates/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listTemplates",
  summary: "The templates of messages one may use, filled in for a thread",
  method: "GET",
  path: "/api/message-templates",
  gate: clinic(),
  query: templatesQuery,
  answer: templateViews,
  refusals: threadRefusals,
  run: listTemplates,
});

export const POST = route({
  operation: "addTemplate",
  summary: "Keep words to send again: one's own, or everybody's",
  method: "POST",
  path: "/api/message-templates",
  status: 201,
  gate: clinic(),
  body: addTemplateBody,
  maxBodyBytes: MAX_TEMPLATE_BYTES,
  answer: templateAdded,
  refusals: addTemplateRefusals,
  run: addTemplate,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
