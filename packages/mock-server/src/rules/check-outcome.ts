import { getOwn } from "../engine/data/get-own.ts";
import type { ModelOutput } from "../upstreams/upstream.ts";
import { showValue } from "../json/show-value.ts";
import {
  anything,
  isRecord,
  integer,
  list,
  milliseconds,
  object,
  oneOf,
  text,
  wrong,
  type Check,
  type Fields,
  type RuleFault,
} from "./check.ts";
import { checkFault } from "../faults/check-fault.ts";
import { headers } from "./check-header.ts";
import { checkRaw } from "../faults/check-raw.ts";
import { answerStatus, errorStatus, isEmptyStatus } from "./check-status.ts";

/** The longest text that a rule can make a model say, in characters. */
const longestText = 1_000_000;
const mostItems = 1000;
const mostFaults = 20;
const message = text(10_000);

const toolCall = object({ name: text(1000), arguments: anything, id: text(1000) }, ["name"]);

const citation = object(
  {
    url: text(10_000),
    title: text(10_000),
    content: text(100_000),
    start_index: integer(0, 1e9),
    end_index: integer(0, 1e9),
  },
  ["url", "title", "start_index", "end_index"],
);
const filePart: Check = (given, pointer) => {
  if (isRecord(given) && given.type === "image_url")
    return object({ type: anything, image_url: object({ url: text(longestText) }, ["url"]) }, ["image_url"])(
      given,
      pointer,
    );
  return object({ type: oneOf("text", "image_url"), text: text(longestText) }, ["type", "text"])(given, pointer);
};
const file = object({ hash: text(1000), name: text(1000), content: list(filePart, mostItems) }, ["hash", "content"]);
const annotationFields = { url_citation: citation, file };

const annotation: Check = (given, pointer) => {
  const type = isRecord(given) ? given.type : undefined;
  if (type !== "url_citation" && type !== "file")
    return wrong(
      isRecord(given) ? `${pointer}/type` : pointer,
      `expected an annotation with the type url_citation or file, got ${showValue(isRecord(given) ? type : given)}`,
    );
  return object({ type: anything, [type]: annotationFields[type] }, [type])(given, pointer);
};

const error = object({ status: errorStatus, message, errorType: text(1000), retryAfterMs: milliseconds }, [
  "status",
  "message",
]);

/** What a model can say. */
const modelChecks: Readonly<Record<keyof ModelOutput, Check>> = {
  content: text(longestText),
  reasoning: text(longestText),
  toolCalls: list(toolCall, mostItems, "a list of { name, arguments }"),
  images: list(text(longestText, "a URL"), mostItems),
  annotations: list(annotation, mostItems),
  finishReason: text(1000),
  nativeFinishReason: text(1000),
  error,
};

/** The fields of a reply that a model says. */
export const modelFields = Object.keys(modelChecks) as readonly (keyof ModelOutput)[];

/** What the service can answer itself. */
const serviceFields: Readonly<Record<string, Check>> = { status: answerStatus, message, body: anything };

const faults: Check = (given, pointer) =>
  Array.isArray(given) ? list(checkFault, mostFaults)(given, pointer) : checkFault(given, pointer);

const replyObject = object({
  ...modelChecks,
  ...serviceFields,
  raw: checkRaw,
  headers: headers([]),
  delay: milliseconds,
  fault: faults,
});
const completion = object(modelChecks);

/** Finds the mistakes in what a model says, as scripts have it. */
export const checkModelOutput: Check = (given, pointer) =>
  typeof given === "string" ? text(longestText)(given, pointer) : completion(given, pointer);

/** Finds the mistakes in a reply. */
export const checkReply: Check = (given, pointer) => {
  if (typeof given === "string") return text(longestText)(given, pointer);
  if (!isRecord(given))
    return wrong(pointer, `expected a string or an object, got ${given === undefined ? "nothing" : showValue(given)}`);
  return [...replyObject(given, pointer), ...checkTogether(given, pointer)];
};

/** Fields that cannot stand together, since one of them would have no effect. */
function checkTogether(given: Fields, pointer: string): RuleFault[] {
  const has = (name: string): boolean => getOwn(given, name) !== undefined;
  const speaking = modelFields.filter(has);
  const answering = Object.keys(serviceFields).filter(has);
  if (has("raw"))
    return [...speaking, ...answering, ...["headers", "fault"].filter(has)].flatMap((name) =>
      wrong(`${pointer}/${name}`, "has no effect together with `raw`, which is the whole answer. Leave it out."),
    );
  if (answering.length === 0) return [];
  const status = typeof given.status === "number" ? given.status : 200;
  const isFailure = status >= 400;
  return [
    ...speaking.flatMap((name) =>
      wrong(
        `${pointer}/${name}`,
        `has no effect together with \`${answering[0]}\`, with which the service answers and no model is asked. Leave one of them out.`,
      ),
    ),
    ...(has("message") && !isFailure
      ? wrong(`${pointer}/message`, "needs a `status` from 400 to 599, since only a failure has a message.")
      : []),
    ...(has("message") && has("body")
      ? wrong(`${pointer}/message`, "has no effect together with `body`. Write the message into the body.")
      : []),
    ...(isEmptyStatus(status) && has("body")
      ? wrong(`${pointer}/body`, `cannot be sent with status ${status}, which has no body. Leave it out.`)
      : []),
  ];
}
