import { describe, expect, it } from "vitest";
import { judgeCommonness } from "@/security/common-passwords";

describe("R16, S1: common passwords", () => {
  it.each([
    "password1234",
    "Password123!",
    "Passw0rd1234!",
    "password password",
    "qwertyuiop123",
    "1qaz2wsx3edc",
    "123456789012",
    "abcdefghijkl",
    "aaaaaaaaaaaa",
    "            ",
    "iloveyou12345",
    "lovelovelove",
    "unbelievable",
    "Thunderstorm",
  ])("%s is refused", async (password) => {
    expect((await judgeCommonness(password)).isCommon).toBe(true);
  });

  it.each([
    "correct horse battery staple",
    "dinosaurs eat green umbrellas on monday",
    "xK9#mQ2$vL7p",
    "Tr0ub4dor&3xyz",
    "gröna hästar äter sällan torsdagar",
    "夏の朝に白い犬が三匹走る",
    "the moss on our old garden wall turns silver every november ".repeat(2).trim(),
  ])("%s is taken", async (password) => {
    expect((await judgeCommonness(password)).isCommon).toBe(false);
  });

  it("judges the longest password that may be typed", async () => {
    for (const password of ["p4ssw0rd".repeat(16), "a".repeat(128), "aA1!".repeat(32)]) {
      expect((await judgeCommonness(password)).isCommon).toBe(true);
    }
  });
});
