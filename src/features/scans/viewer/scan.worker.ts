import type { BufferGeometry } from "three";
import { PLYLoader } from "three/addons/loaders/PLYLoader.js";
import { STLLoader } from "three/addons/loaders/STLLoader.js";
import { findPose, type ScanArch } from "@/domain/scan-pictures/find-pose";
import { surfaceSampler } from "@/domain/scan-pictures/sample-surface";
import type { FromWorker, ParsedScan, ToWorker } from "./shown-scan";

const tell = (said: FromWorker, handed: Transferable[] = []) =>
  self.postMessage(said, { transfer: handed });

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    const content = await fetched(data);
    const geometry = data.isPly ? new PLYLoader().parse(content) : new STLLoader().parse(content);
    const scan = parsed(geometry, data.arch);
    if (!scan) return tell({ kind: "failed" });
    const { positions, normals, index, colours } = scan;
    const arrays = [positions, normals, index, colours].filter((array) => array !== null);
    tell({ kind: "parsed", scan }, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
  } catch {
    tell({ kind: "failed" });
  }
};

async function fetched({ href, bytes }: ToWorker): Promise<ArrayBuffer> {
  const response = await fetch(href, { credentials: "same-origin" });
  if (!response.ok || !response.body) throw new Error(`answer ${response.status}`);
  const length = Number(response.headers.get("content-length") ?? bytes) || bytes;
  const whole = new Uint8Array(length);
  let [seen, told] = [0, 0];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    whole.set(part.value, seen);
    seen += part.value.length;
    const share = seen / length;
    if (share - told >= 0.05) tell({ kind: "progress", share });
    if (share - told >= 0.05) told = share;
  }
  if (seen !== length) throw new Error("cut short");
  return whole.buffer;
}

function parsed(geometry: BufferGeometry, arch: ScanArch): ParsedScan | null {
  const position = geometry.getAttribute("position");
  if (!position) return null;
  const hasNormals = geometry.index === null && geometry.hasAttribute("normal");
  if (!hasNormals || isBlank(geometry.getAttribute("normal").array))
    geometry.computeVertexNormals();
  const positions = floats(position.array);
  const index = geometry.index ? new Uint32Array(geometry.index.array) : null;
  const sampler = surfaceSampler();
  const corners = new Float32Array(9);
  const points = index?.length ?? position.count;
  for (let i = 0; i + 2 < points; i += 3) {
    for (let corner = 0; corner < 3; corner += 1) {
      const at = (index ? (index[i + corner] ?? 0) : i + corner) * 3;
      for (let axis = 0; axis < 3; axis += 1)
        corners[corner * 3 + axis] = positions[at + axis] ?? 0;
    }
    sampler.add(corners);
  }
  const sample = sampler.end();
  if (!sample) return null;
  const colours = geometry.hasAttribute("color") ? geometry.getAttribute("color") : null;
  return {
    positions,
    normals: floats(geometry.getAttribute("normal").array),
    index,
    colours: colours ? floats(colours.array) : null,
    pose: findPose(sample, arch),
    triangles: sample.triangles,
  };
}

const floats = (array: ArrayLike<number>) =>
  array instanceof Float32Array ? array : Float32Array.from(array);

/** Some writers leave every normal zero; then they are reckoned from the corners. */
function isBlank(normals: ArrayLike<number>): boolean {
  for (let i = 0; i < Math.min(normals.length, 900); i += 1) if (normals[i] !== 0) return false;
  return true;
}
