/** What the practice's own system is told about a patient's portal (R4). */
export const portalStatuses = ["none", "invited", "registered"] as const;
export type PortalStatus = (typeof portalStatuses)[number];

export function isPortalStatus(value: unknown): value is PortalStatus {
  return portalStatuses.some((status) => status === value);
}
