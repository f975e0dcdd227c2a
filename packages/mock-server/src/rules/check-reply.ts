import { getOwn } from "@patchbay/engine/data/get-own";
import type { ProviderError } from "@patchbay/service/parts/part";
import type { ModelOutput } from "@patchbay/service/upstreams/model-output";
import { showValue } from "@patchbay/service/json/show-value";
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
  type FieldChecks,
  type Fields,
  type RuleProblem,
} from "./check.ts";
import { checkFault } from "../faults/check-fault.ts";
import { headers } from "./check-header.ts";
import { checkRaw } from "../faults/check-raw.ts";
import type { RuleReplyObject } from "./rule.ts";
import { responseStatus, errorStatus, isEmptyStatus } from "./check-status.ts";

/** The longest string in the model's output, in characters. */
const longestText = 1_000_000;
const mostItems = 1000;
const mostFaults = 20;
const message = text(10_000);

type ToolCall = NonNullable<ModelOutput["toolCalls"]>[number];

const toolCall = object({ name: text(1000), arguments: anything, id: text(1000) } satisfies FieldChecks<ToolCall>, [
  "name",
]);

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

const error = object(
  {
    status: errorStatus,
    message,
    errorType: text(1000),
    retryAfterMs: milliseconds,
  } satisfies FieldChecks<ProviderError>,
  ["status", "message"],
);

const modelChecks: FieldChecks<ModelOutput> = {
  content: text(longestText),
  reasoning: text(longestText),
  toolCalls: list(toolCall, mostItems, "a list of { name, arguments }"),
  images: list(text(longestText, "a URL"), mostItems),
  annotations: list(annotation, mostItems),
  finishReason: text(1000),
  nativeFinishReason: text(1000),
  error,
};

/** The fields of a reply that are the model's output. */
export const modelFields = Object.keys(modelChecks) as readonly (keyof ModelOutput)[];

/** The fields of a reply with which the API itself responds, without a call to a model. */
const responseChecks: FieldChecks<Pick<RuleReplyObject, "status" | "message" | "body">> = {
  status: responseStatus,
  message,
  body: anything,
};

const faults: Check = (given, pointer) =>
  Array.isArray(given) ? list(checkFault, mostFaults)(given, pointer) : checkFault(given, pointer);

const replyObject = object({
  ...modelChecks,
  ...responseChecks,
  raw: checkRaw,
  headers: headers([]),
  delay: milliseconds,
  fault: faults,
} satisfies FieldChecks<RuleReplyObject>);
const modelOutput = object(modelChecks);

/** Returns the mistakes in a model's output, as the option `script` lists it. */
export const checkModelOutput: Check = (given, pointer) =>
  typeof given === "string" ? text(longestText)(given, pointer) : modelOutput(given, pointer);

/** Returns the mistakes in a reply. */
export const checkReply: Check = (given, pointer) => {
  if (typeof given === "string") return text(longestText)(given, pointer);
  if (!isRecord(given))
    return wrong(pointer, `expected a string or an object, got ${given === undefined ? "nothing" : showValue(given)}`);
  return [...replyObject(given, pointer), ...checkTogether(given, pointer)];
};

/** Returns the mistakes of fields that exclude each other, because one of them would have no effect. */
function checkTogether(given: Fields, pointer: string): RuleProblem[] {
  const has = (name: string): boolean => getOwn(given, name) !== undefined;
  const outputFields = modelFields.filter(has);
  const responseFields = Object.keys(responseChecks).filter(has);
  if (has("raw"))
    return [...outputFields, ...responseFields, ...["headers", "fault"].filter(has)].flatMap((name) =>
      wrong(`${pointer}/${name}`, "has no effect together with `raw`, which is the whole response. Remove it."),
    );
  if (responseFields.length === 0) return [];
  const status = typeof given.status === "number" ? given.status : 200;
  const isFailure = status >= 400;
  return [
    ...outputFields.flatMap((name) =>
      wrong(
        `${pointer}/${name}`,
        `has no effect together with \`${responseFields[0]}\`, because the API then responds without a call to a model. Remove one of them.`,
      ),
    ),
    ...(has("message") && !isFailure
      ? wrong(`${pointer}/message`, "needs a `status` from 400 to 599, since only an error has a message.")
      : []),
    ...(has("message") && has("body")
      ? wrong(`${pointer}/message`, "has no effect together with `body`. Write the message into the body.")
      : []),
    ...(isEmptyStatus(status) && has("body")
      ? wrong(`${pointer}/body`, `cannot be sent with status ${status}, which has no body. Remove it.`)
      : []),
  ];
}
