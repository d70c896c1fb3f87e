import { describe, expect, it } from "vitest";
import {
  articlesOf,
  assetsOf,
  isShown,
  isSpent,
  isWorthFetching,
  languageOf,
  ownerOf,
  whileSlow,
  withKeptAt,
} from "@/domain/offline/kept-page";

const hourMs = 3_600_000;
const owner = "0123456789abcdef0123456789abcdef";
const page = [
  '<!DOCTYPE html><html class="a" lang="en"><head>',
  '<link rel="stylesheet" href="/_next/static/chunks/0-a~b_c.1.css" nonce="x"/>',
  '<link rel="stylesheet" href="/accent/0b6b66.css"/><script src="/_next/static/chunks/0~d.js" async=""></script>',
  `</head><body><div data-offline-owner="${owner}" role="status"></div>`,
  '<a href="/care/cleaning">C</a><a href="/care/storing?patient=0189-ab">S</a><a href="/care">All</a>',
  '<a href="https://elsewhere.test/_next/x.js">no</a>',
  '<script nonce="x">self.__next_f.push([1,"static \\"/_next/static/chunks/0~d.js\\""])</script></body></html>',
].join("");

describe("a page that is kept", () => {
  it("says itself whose it is; a page of nobody is never kept", () => {
    expect(ownerOf(page)).toBe(owner);
    expect(ownerOf("<html><main>Login</main></html>")).toBeNull();
    expect(ownerOf('<p>data-offline-owner="short"</p>')).toBeNull();
  });

  it("names each script, style and colour it needs once, none from elsewhere", () => {
    expect(assetsOf(page)).toEqual([
      "/_next/static/chunks/0-a~b_c.1.css",
      "/accent/0b6b66.css",
      "/_next/static/chunks/0~d.js",
    ]);
  });

  it("leads to the guidance's articles", () => {
    expect(articlesOf(page)).toEqual(["/care/cleaning", "/care/storing?patient=0189-ab"]);
  });

  it("says since when it stands so, and nothing else of it changes", () => {
    const kept = withKeptAt(page, 1_700_000_000_000);
    expect(kept).toContain('<html data-kept-at="1700000000000" class="a" lang="en">');
    expect(kept.replace(' data-kept-at="1700000000000"', "")).toBe(page);
  });

  it("says that the network is slow while it is waited for, and in which language it is", () => {
    const slow = whileSlow(withKeptAt(page, 5));
    expect(slow).toContain('<html data-network="slow" data-kept-at="5" class="a" lang="en">');
    expect(languageOf(slow)).toBe("en");
    expect(languageOf("<html><p lang='x'>")).toBeUndefined();
  });

  it("keeps a script of the page that is open for a day, though no copy needs it", () => {
    const at = 1_700_000_000_000;
    expect(isSpent(at, at + 23 * hourMs)).toBe(false);
    expect(isSpent(at, at + 25 * hourMs)).toBe(true);
    expect(isSpent(Number.NaN, at)).toBe(true);
  });

  it("S10: is shown no longer than a session lasts, whatever happens to the clock", () => {
    const at = 1_700_000_000_000;
    expect(isShown(at, at + 12 * hourMs - 1)).toBe(true);
    expect(isShown(at, at + 12 * hourMs)).toBe(false);
    expect(isShown(at, at - 13 * hourMs)).toBe(false);
    expect(isShown(Number.NaN, at)).toBe(false);
  });

  it("is fetched again after a quarter of an hour, guidance after six hours", () => {
    const at = 1_700_000_000_000;
    expect(isWorthFetching(null, at, "/")).toBe(true);
    expect(isWorthFetching(at, at + hourMs / 5, "/treatment")).toBe(false);
    expect(isWorthFetching(at, at + hourMs, "/treatment")).toBe(true);
    expect(isWorthFetching(at, at + hourMs, "/care/storing")).toBe(false);
    expect(isWorthFetching(at, at + 7 * hourMs, "/care/storing")).toBe(true);
  });
});
