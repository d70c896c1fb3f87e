/** What is wrong with an answer, as its words are called. */
export type Slip = "fill" | "fillDate" | "fillYear" | "noSuchDate" | "unlikelyDate" | "checkEmail";

/** Older than anybody. */
const OLDEST_YEARS = 120;

/**
 * What can be seen of an answer before it is sent, so that it is said at its own question; the server judges all of it
 * again. `today` is the practice's, YYYY-MM-DD.
 */
export function slipIn(field: string, value: string, today: string): Slip | null {
  const text = value.trim();
  switch (field) {
    case "dateOfBirth":
      return slipInBirthDate(text, today);
    case "email":
      if (text === "") return "fill";
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(text) ? null : "checkEmail";
    default:
      return text === "" ? "fill" : null;
  }
}

function slipInBirthDate(text: string, today: string): Slip | null {
  const [year = "", month = "", day = ""] = text.split("-");
  if (year === "" || month === "" || day === "") return "fillDate";
  if (!/^\d{4}$/.test(year)) return "fillYear";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isDay(text)) return "noSuchDate";
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return text > today || text < oldest ? "unlikelyDate" : null;
}

/** 30 February is none. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
