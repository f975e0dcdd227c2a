// What the installation of each server puts on the disk.
import { installPacked, sizeOfInstalled } from "../support/installed-size.mjs";
import { digits, ratio } from "../support/report.mjs";

/** Adds the table and the goal. `wanted` are servers with the names of their packages. */
export function compareInstalled(wanted, report) {
  const { installed, ours, packed } = installPacked("@patchbay/mock-server");
  const rows = wanted
    .filter(({ packageName }) => packageName !== undefined)
    .map(({ name, packageName }) => {
      const { size, packages } = sizeOfInstalled(packageName, import.meta.dirname);
      return [name, ratio(size, installed), digits(size), String(packages)];
    });
  report.table(
    "Installed size",
    ["server", "relative to ours", "MB", "packages"],
    [["ours", "1.00×", digits(installed), "–"], ...rows],
  );
  report.note(
    `Of the installed size of ours, ${digits(ours)} MB are packages of this repository, whose tarballs have ${digits(packed)} MB.`,
  );
  report.goal({ name: "installed size", measured: installed, atMost: 15, unit: " MB" });
}
