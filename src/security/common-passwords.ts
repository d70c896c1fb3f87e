import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** zxcvbn's scale is 0 to 4; 3 is "safely unguessable" by its authors' words. */
const MIN_SCORE = 3;
/** Longer ones are judged by their start: the work grows faster than the length. */
const JUDGED_CODE_POINTS = 64;
const COMMON_LIST = "passwords-common";

let loaded: Promise<ZxcvbnFactory> | undefined;

/** The word lists (about 2 MB) are read when the first password is judged, once a process. */
function load(): Promise<ZxcvbnFactory> {
  loaded ??= Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]).then(
    ([core, common, english]) =>
      new core.ZxcvbnFactory({
        dictionary: { ...common.dictionary, ...english.dictionary },
        graphs: common.adjacencyGraphs,
      }),
  );
  return loaded;
}

/**
 * R16, S1: true for a password that is on the list of common ones, made of one or two entries of
 * it, or easily guessed. `score` (0 to 4) feeds the strength hint. Takes a normalised password.
 */
export async function judgeCommonness(
  password: string,
): Promise<{ isCommon: boolean; score: 0 | 1 | 2 | 3 | 4 }> {
  const checker = await load();
  const judged = [...password].slice(0, JUDGED_CODE_POINTS).join("");
  const { score, sequence } = checker.check(judged);
  const words = sequence.filter((match) => /[\p{L}\p{N}]/u.test(match.token));
  const isListed =
    words.length <= 2 &&
    words.every((match) => match.pattern === "dictionary" && match.dictionaryName === COMMON_LIST);
  return { isCommon: score < MIN_SCORE || isListed, score };
}
