import type { Mesh } from "./mesh";
import type { OnTriangle, ScanFault, ScanPart } from "./scan-facts";
import { createWords, readNumber } from "./words";

const loop = ["outer", "loop"];
const corner = ["vertex", "#", "#", "#"];
/** What must follow "facet normal"; "#" is a corner's number, "*" one of the normal's, which are not read. */
const facet = ["*", "*", "*", ...loop, ...corner, ...corner, ...corner, "endloop", "endfacet"];

/** Reads "solid … endsolid", once or several times; names are anything. */
export function readAsciiStl(mesh: Mesh, onTriangle?: OnTriangle): ScanPart {
  const corners = new Float32Array(9);
  let place: "start" | "name" | "facet" | "between" | "after" = "start";
  let step = 0;
  let read = 0;
  let isAfterFacet = false;
  let closed = 0;

  function inFacet(word: string): ScanFault | null {
    const expected = facet[step];
    if (expected === "#") {
      const value = readNumber(word);
      if (!Number.isFinite(value)) return "not_a_number";
      corners[read] = value;
      read += 1;
    } else if (expected !== "*" && expected !== word.toLowerCase()) return "not_a_scan";
    step += 1;
    return step === facet.length ? take() : null;
  }

  function take(): ScanFault | null {
    for (let i = 0; i < 9; i += 3) {
      const fault = mesh.point(corners[i] ?? NaN, corners[i + 1] ?? NaN, corners[i + 2] ?? NaN);
      if (fault) return fault;
    }
    mesh.triangles += 1;
    onTriangle?.(corners);
    place = "between";
    return null;
  }

  function begin() {
    place = "facet";
    step = 0;
    read = 0;
  }

  function next(word: string): ScanFault | null {
    if (place === "facet") return inFacet(word);
    const key = word.toLowerCase();
    if (isAfterFacet) {
      isAfterFacet = false;
      if (key === "normal") begin();
      else if (place === "between") return "not_a_scan";
      return null;
    }
    if (place === "start") {
      place = "name";
      return key === "solid" ? null : "not_a_scan";
    }
    if (place === "after") {
      if (key === "solid") place = "name";
      return null;
    }
    if (key === "facet") isAfterFacet = true;
    else if (key === "endsolid") {
      place = "after";
      closed += 1;
    } else if (place === "between") return "not_a_scan";
    return null;
  }

  const words = createWords(next);
  return {
    encoding: "ascii",
    push: words.push,
    end() {
      const fault = words.end();
      // Half a keyword at the very end was cut.
      if (fault) return fault === "not_a_scan" ? "cut_short" : fault;
      // The name behind "endsolid" may itself say "solid".
      return place === "after" || (place === "name" && closed > 0) ? null : "cut_short";
    },
  };
}
