import { type Signal, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

const storageKey = "patchbay-theme";

function stored(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

/** The chosen colors. `system` follows the operating system. */
export const theme: Signal<Theme> = signal(stored());

/** Counts changes of the visible colors, so that canvases are drawn again. */
export const themeChanges: Signal<number> = signal(0);

/** Shows the colors of `theme` and keeps the choice. */
export function applyTheme(next: Theme): void {
  theme.value = next;
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser without storage forgets the choice.
  }
  themeChanges.value++;
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => themeChanges.value++);
