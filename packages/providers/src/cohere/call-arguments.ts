/** Passes on the arguments of one call while they arrive. */
export interface CallArguments {
  /** The text that can be passed on. */
  readonly push: (text: string) => string;
  /** The rest. Absent arguments and `null` become an empty object. */
  readonly end: () => string;
}

/** Creates the buffer of a call. It holds text back only as long as the arguments could still be `null`, in any pieces. */
export function createCallArguments(): CallArguments {
  let held: string | undefined = "";
  return {
    push: (text) => {
      if (held === undefined) return text;
      held += text;
      if ("null".startsWith(held.trim())) return "";
      const released = held;
      held = undefined;
      return released;
    },
    end: () => {
      const rest = held;
      held = undefined;
      if (rest === undefined) return "";
      const trimmed = rest.trim();
      return trimmed === "" || trimmed === "null" ? "{}" : rest;
    },
  };
}
