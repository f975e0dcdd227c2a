/** What the name of a model says about its API. */
export interface ModelVersion {
  /** Such as 2.5. Infinity for names without a version, such as `gemini-flash-latest`, which always mean the newest. */
  readonly version: number;
  /** Gemma has no system instruction. */
  readonly isGemma: boolean;
  readonly isPro: boolean;
}

/** Reads the name of a model, such as `gemini-2.5-flash` or `models/gemini-3-pro-preview`. */
export function readModelVersion(model: string): ModelVersion {
  const name = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  const [, digits] = /gemini-(\d+(?:\.\d+)?)/.exec(name) ?? [];
  return {
    version: digits === undefined ? Number.POSITIVE_INFINITY : Number(digits),
    isGemma: name.startsWith("gemma"),
    isPro: name.includes("pro"),
  };
}

/** The path of a model: names without a folder are in `models/`. */
export function modelPath(model: string): string {
  const path = model.includes("/") ? model : `models/${model}`;
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}
