import type { Reply } from "@patchbay/service/http/reply";

/**
 * Calls a function once, when the body of a reply has been sent or its client has disconnected. `report` gets the errors at the end of a
 * response: nothing waits for it, so that they would end the process.
 */
export function onceEnded(reply: Reply, end: (complete: boolean) => void, report: (error: unknown) => void): Reply {
  let isOpen = true;
  const once = (complete: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    end(complete);
  };
  const { body } = reply;
  const before = body.ended;
  const ended = (sent: number, complete: boolean, progress?: number): void => {
    // A writer can report the end of a response and then the end of its connection.
    if (!isOpen) return;
    try {
      if (body.kind === "live") body.ended(sent, complete, progress);
      else before?.(sent, complete);
    } catch (error) {
      report(error);
    } finally {
      once(complete);
    }
  };
  return { ...reply, body: { ...body, ended } };
}
