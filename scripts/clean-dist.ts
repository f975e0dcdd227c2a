// Removes the dist folder of a package before a build, so that output of files that were moved or deleted is not published.
import { rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
