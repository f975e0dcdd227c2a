/** The result of a check. */
export interface CheckResult {
  readonly state: "ok" | "warning" | "failed";
  readonly detail: string;
  /** What to do; undefined if it is ok. */
  readonly advice?: string;
}
