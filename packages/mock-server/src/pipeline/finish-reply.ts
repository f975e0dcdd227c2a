import type { IncomingRequest } from "@patchbay/service/http/request";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import { describeProblems } from "../rules/check-rule.ts";
import { collectFrames } from "../faults/collect-frames.ts";
import { faultHeader, formatFaults, parseFaultHeader, type RequestedFaults } from "../faults/fault-header.ts";
import { headerText } from "../rules/header-text.ts";
import type { Fault, FaultReport } from "../faults/fault.ts";
import type { JournalNote } from "../journal/journal-entry.ts";
import { applyRuleReply, getRuleReply, type Play } from "../rules/play.ts";
import type { RuleReplyObject } from "../rules/rule.ts";
import { explainMisses } from "../rules/scenario.ts";
import { inErrorForm } from "@patchbay/service/handlers/run-handler";

const nothing: RequestedFaults = { faults: [], response: undefined, delay: 0 };

/** The faults that the header of a request requests. Throws an `HttpError` for an invalid header. */
export function askedFaults({ headers, allowFaults = true }: IncomingRequest): RequestedFaults & { ignored?: boolean } {
  const text = headers.get(faultHeader);
  if (text === null) return nothing;
  if (!allowFaults) return { ...nothing, ignored: true };
  const asked = parseFaultHeader(text);
  if ("faults" in asked) return asked;
  throw new HttpError(400, `The header ${faultHeader} is invalid: ${describeProblems(asked)}`, {
    metadata: {
      issues: asked.map(({ pointer, message }) => ({ in: "header", pointer: `/${faultHeader}${pointer}`, message })),
    },
  });
}

/**
 * Writes the error of a reply in the form of its dialect, applies the faults and the delay of the rule and the request, and
 * names the applied faults in a header.
 */
export function withRuleReply(
  sent: Reply,
  play: Play | undefined,
  { faults, delay, ignored }: ReturnType<typeof askedFaults>,
  note: JournalNote,
): Reply | Promise<Reply> {
  const reply = inErrorForm(sent, note.path);
  if (ignored) return withHeader(reply, faultHeader, "not applied (the control API is off for this address)");
  if (!play && faults.length === 0 && delay === 0) return reply;
  if (!play) return withFaults(reply, {}, { faults, delay, note });
  const operation = note.operation ?? "";
  const { ruleReply, unused } = getRuleReply(play, operation);
  const isPlain = ruleReply.fault === undefined && ruleReply.delay === undefined && ruleReply.headers === undefined;
  if (unused.length === 0 && isPlain && faults.length === 0 && delay === 0) return reply;
  if (unused.length === 0) return withFaults(reply, ruleReply, { faults, delay, note });
  const reason = `the rule specifies a model's output, and ${operation} calls no chat model`;
  const skipped = faultsOf(ruleReply).map(({ kind }) => ({ kind, applied: false, reason }));
  const differences = unused.map((field) => ({ field: `reply.${field}`, expected: "a chat", received: operation }));
  note.nearMisses = [{ rule: play.rule, differences }];
  const missed = withHeader(reply, "x-patchbay-near-miss", explainMisses(note.nearMisses));
  return withFaults(missed, {}, { faults, delay, note, skipped });
}

function withFaults(
  given: Reply,
  ruleReply: RuleReplyObject,
  {
    faults,
    delay,
    note,
    skipped = [],
  }: { faults: readonly Fault[]; delay: number; note: JournalNote; skipped?: readonly FaultReport[] },
): Reply | Promise<Reply> {
  const all = [...faultsOf(ruleReply), ...faults];
  const change = (reply: Reply): Reply => {
    const total = (ruleReply.delay ?? 0) + delay;
    const { reply: made, reports } = applyRuleReply(reply, { ...ruleReply, delay: total, fault: all });
    if (skipped.length + reports.length === 0) return made;
    note.faults = [...skipped, ...reports];
    return withHeader(made, faultHeader, formatFaults(note.faults));
  };
  return all.length > 0 && given.body.kind === "live" ? collectFrames(given).then(change) : change(given);
}

function faultsOf({ fault = [] }: RuleReplyObject): readonly Fault[] {
  return Array.isArray(fault) ? (fault as readonly Fault[]) : [fault as Fault];
}

function withHeader(reply: Reply, name: string, text: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: headerText(text) } };
}
