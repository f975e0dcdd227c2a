/** The values of `--log`. */
export const logFormats = ["json", "pretty", "silent"] as const;

export type LogFormat = (typeof logFormats)[number];
