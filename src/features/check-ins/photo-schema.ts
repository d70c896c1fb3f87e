import type { CheckInView } from "@/domain/check-ins/photo-set";

/** A photo in its place, as SQL's JSON gives it. */
export interface PlacedPhoto {
  readonly view: CheckInView;
  readonly withAligner: boolean;
  readonly uploadId: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** The photos of check-in `c` as one JSON value. */
export const photosJson = `(select coalesce(json_agg(json_build_object('view', f.view, 'withAligner', f.with_aligner,
    'uploadId', f.upload_id, 'width', u.width, 'height', u.height)), '[]')
  from tenant.check_in_photo f
  join tenant.upload u on u.practice_id = f.practice_id and u.id = f.upload_id and u.state = 'stored'
  where f.practice_id = c.practice_id and f.check_in_id = c.id)`;

/** An instant column as ISO 8601. */
export const isoSql = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
