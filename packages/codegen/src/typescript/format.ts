import { execFileSync } from "node:child_process";

/** Formats the TypeScript and JSON files in a folder. */
export function formatFolder(folder: string): void {
  execFileSync("oxfmt", [folder], { stdio: ["ignore", "ignore", "inherit"] });
}
