import { clinic } from "@/features/access/route-gates";
import { restoreArticleRefusals } from "@/features/care/edit/refusals";
import { restoreArticle } from "@/features/care/edit/restore-article";
import { editParams, restoreArticleRequest } from "@/features/care/edit/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "restoreCareArticle",
  summary: "Puts the shipped text of an article back",
  method: "POST",
  path: "/api/settings/care/{id}/restore",
  gate: clinic("admin"),
  params: editParams,
  body: restoreArticleRequest,
  answer: changedAnswer,
  refusals: restoreArticleRefusals,
  run: restoreArticle,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
