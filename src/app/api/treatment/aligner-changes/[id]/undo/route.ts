import { patient } from "@/features/access/route-gates";
import { undoChangeRefusals } from "@/features/treatment/undo/refusals";
import {
  undoChangeAnswer,
  undoChangeBody,
  undoChangeParams,
} from "@/features/treatment/undo/schema";
import { undoChange } from "@/features/treatment/undo/undo-change";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "undoAlignerChange",
  summary:
    "Takes a change marked as done back, within 24 hours, with every arch of the same press.",
  method: "POST",
  path: "/api/treatment/aligner-changes/{id}/undo",
  gate: patient,
  params: undoChangeParams,
  body: undoChangeBody,
  answer: undoChangeAnswer,
  refusals: undoChangeRefusals,
  limit: { name: "aligner-changes", per: "session", points: 30, windowSeconds: 600 },
  run: undoChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
