import {
  AmbientLight,
  Box3,
  BufferAttribute,
  BufferGeometry,
  DirectionalLight,
  DoubleSide,
  Group,
  Line,
  LineBasicMaterial,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PerspectiveCamera,
  Raycaster,
  Scene,
  SphereGeometry,
  Spherical,
  Vector2,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import type { ScanArch } from "@/domain/scan-pictures/find-pose";
import type { ParsedScan } from "./shown-scan";

export type SceneView = "front" | "left" | "right" | "top" | "bottom";
export interface Size {
  readonly width: number;
  readonly depth: number;
  readonly height: number;
}

/** Seen from the patient's front: x to their left, y up, z to the front. A hair beside the poles keeps the front in place. */
const towards: Record<SceneView, readonly [number, number, number]> = {
  front: [0, 0, 1],
  left: [1, 0, 0],
  right: [-1, 0, 0],
  top: [0, 1, 0.001],
  bottom: [0, -1, 0.001],
};
const SHARPEST = 2;
const TURN = Math.PI / 18;

export type ScanScene = ReturnType<typeof openScene>;

/** The one place that knows three. It draws when something moved and at no other time. Throws where there is no WebGL. */
export function openScene(canvas: HTMLCanvasElement, said: { lost: (isLost: boolean) => void }) {
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true });
  const [scene, jaws, marks] = [new Scene(), new Group(), new Group()];
  const camera = new PerspectiveCamera(28, 1, 1, 5000);
  const lamp = new DirectionalLight(0xffffff, 2.2);
  lamp.position.set(-0.5, 0.9, 1);
  camera.add(lamp);
  scene.add(camera, jaws, marks, new AmbientLight(0xffffff, 1.1));
  const controls = new OrbitControls(camera, canvas);
  const material = new MeshStandardMaterial({ color: 0xe9e0d0, roughness: 0.62, side: DoubleSide });
  const tinted = new MeshStandardMaterial({
    vertexColors: true,
    roughness: 0.62,
    side: DoubleSide,
  });
  const meshes = new Map<ScanArch, Mesh<BufferGeometry, MeshStandardMaterial>>();
  let [asked, isClosed] = [0, false];
  const draw = () => {
    if (asked !== 0 || isClosed) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      renderer.render(scene, camera);
    });
  };
  const lost = () => said.lost(true);
  const restored = () => {
    said.lost(false);
    draw();
  };
  canvas.addEventListener("webglcontextlost", lost);
  canvas.addEventListener("webglcontextrestored", restored);
  controls.addEventListener("change", draw);

  function look(view: SceneView) {
    const box = new Box3();
    for (const mesh of meshes.values()) if (mesh.visible) box.expandByObject(mesh);
    if (box.isEmpty()) return;
    const size = box.getSize(new Vector3());
    const middle = box.getCenter(controls.target);
    const narrow = Math.min(1, camera.aspect);
    const far = (size.length() / 2 / Math.sin((camera.fov * Math.PI) / 360) / narrow) * 0.86;
    camera.position.copy(middle).addScaledVector(new Vector3(...towards[view]).normalize(), far);
    camera.near = far / 100;
    camera.far = far * 10;
    camera.updateProjectionMatrix();
    controls.update();
    draw();
  }

  return {
    draw,
    look,
    /** Lays the jaws as they stand in a mouth. True: they did not share one place and were moved apart. */
    show(scans: readonly { readonly arch: ScanArch; readonly scan: ParsedScan }[]): boolean {
      const [first] = scans;
      if (!first) return false;
      const { biting, front } = first.scan.pose;
      const up = new Vector3(...biting).multiplyScalar(first.arch === "upper" ? -1 : 1);
      const ahead = new Vector3(...front);
      const basis = new Matrix4().makeBasis(new Vector3().crossVectors(up, ahead), up, ahead);
      for (const { arch, scan } of scans) {
        const geometry = new BufferGeometry();
        geometry.setAttribute("position", new BufferAttribute(scan.positions, 3));
        geometry.setAttribute("normal", new BufferAttribute(scan.normals, 3));
        if (scan.colours) geometry.setAttribute("color", new BufferAttribute(scan.colours, 3));
        if (scan.index) geometry.setIndex(new BufferAttribute(scan.index, 1));
        geometry.applyMatrix4(basis.clone().transpose());
        const mesh = new Mesh(geometry, scan.colours ? tinted : material);
        meshes.set(arch, mesh);
        jaws.add(mesh);
      }
      const isApart = moveApart(meshes.get("upper"), meshes.get("lower"));
      look("front");
      return isApart;
    },
    only(shown: ReadonlySet<ScanArch>) {
      for (const [arch, mesh] of meshes) mesh.visible = shown.has(arch);
      draw();
    },
    sizeOf(arch: ScanArch): Size {
      meshes.get(arch)?.geometry.computeBoundingBox();
      const size = meshes.get(arch)?.geometry.boundingBox?.getSize(new Vector3()) ?? new Vector3();
      return { width: size.x, depth: size.z, height: size.y };
    },
    turn(across: number, up: number) {
      const offset = camera.position.clone().sub(controls.target);
      const place = new Spherical().setFromVector3(offset);
      place.theta += across * TURN;
      place.phi -= up * TURN;
      camera.position.copy(controls.target).add(offset.setFromSpherical(place.makeSafe()));
      controls.update();
      draw();
    },
    zoom(nearer: number) {
      camera.position.sub(controls.target).multiplyScalar(nearer).add(controls.target);
      controls.update();
      draw();
    },
    resize(width: number, height: number) {
      if (width === 0 || height === 0) return;
      renderer.setPixelRatio(Math.min(SHARPEST, window.devicePixelRatio));
      renderer.setSize(width, height, false);
      const before = Math.min(1, camera.aspect);
      camera.aspect = width / height;
      // What was seen whole is still seen whole in a narrower view.
      const further = before / Math.min(1, camera.aspect);
      camera.position.sub(controls.target).multiplyScalar(further).add(controls.target);
      camera.updateProjectionMatrix();
      draw();
    },
    /** The surface under a place of the canvas, from -1 to 1 across and up. */
    pick(x: number, y: number): Vector3 | null {
      const ray = new Raycaster();
      // Where the camera is, even when nothing was drawn since it moved.
      camera.updateMatrixWorld();
      ray.setFromCamera(new Vector2(x, y), camera);
      const shown = [...meshes.values()].filter(({ visible }) => visible);
      return ray.intersectObjects(shown, false)[0]?.point ?? null;
    },
    mark(points: readonly Vector3[], colour: string) {
      clear(marks);
      const ball = new SphereGeometry(0.45, 16, 12);
      for (const point of points) {
        const mesh = new Mesh(ball, new MeshBasicMaterial({ color: colour, depthTest: false }));
        mesh.position.copy(point);
        marks.add(mesh);
      }
      for (let i = 0; i + 1 < points.length; i += 2) {
        const ends = new BufferGeometry().setFromPoints(points.slice(i, i + 2));
        marks.add(new Line(ends, new LineBasicMaterial({ color: colour, depthTest: false })));
      }
      draw();
    },
    /** The picture as it is drawn now, on this background. */
    picture(background: string): Promise<Blob | null> {
      renderer.render(scene, camera);
      const copy = document.createElement("canvas");
      [copy.width, copy.height] = [canvas.width, canvas.height];
      const pen = copy.getContext("2d");
      if (!pen) return Promise.resolve(null);
      pen.fillStyle = background;
      pen.fillRect(0, 0, copy.width, copy.height);
      pen.drawImage(canvas, 0, 0);
      return new Promise((resolve) => copy.toBlob(resolve, "image/png"));
    },
    close() {
      isClosed = true;
      cancelAnimationFrame(asked);
      canvas.removeEventListener("webglcontextlost", lost);
      canvas.removeEventListener("webglcontextrestored", restored);
      controls.dispose();
      for (const { geometry } of meshes.values()) geometry.dispose();
      clear(marks);
      material.dispose();
      tinted.dispose();
      renderer.dispose();
    },
  };
}

/** Jaws in a bite overlap by a few millimetres; where more than half of one is inside the other, each has a place of its own. */
function moveApart(upper: Mesh | undefined, lower: Mesh | undefined): boolean {
  for (const mesh of [upper, lower]) mesh?.geometry.computeBoundingBox();
  const [above, below] = [upper?.geometry.boundingBox, lower?.geometry.boundingBox];
  if (!upper || !above || !below) return false;
  const overlap = below.max.y - above.min.y;
  const least = Math.min(above.max.y - above.min.y, below.max.y - below.min.y);
  if (overlap <= least / 2) return false;
  upper.position.y = overlap + 2;
  return true;
}

function clear(group: Group): void {
  for (const child of [...group.children]) {
    if (child instanceof Mesh || child instanceof Line) {
      child.geometry.dispose();
      child.material.dispose();
    }
    group.remove(child);
  }
}
