import { describeRoutes, otherMethods } from "@/server/route";
import { registeredRoutes } from "./register";

export const dynamic = "force-dynamic";

/** The description of every server route, made from the very schemas that guard them. */
export function GET(): Response {
  return describeRoutes(registeredRoutes);
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
