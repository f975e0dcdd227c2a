import { providerKinds } from "@patchbay/providers";
import type { CapacityConfig, DataPolicy, ProviderConfig, TimeoutsConfig } from "../config.ts";
import { defaultDataPolicy, defaultTimeouts, unlimited } from "../default-config.ts";
import type { YamlNode } from "../yaml/document.ts";
import type { Path } from "../yaml/problem.ts";
import { fail, list, object, optional, record, required, type ReadContext, type Reader } from "../yaml/reader.ts";
import { anything, baseURL, choice, duration, integer, text, yesOrNo } from "../yaml/scalars.ts";
import { secret } from "../yaml/secret.ts";

/** A slug of lower-case letters, digits, dots, dashes and underscores. */
export const slugForm: { readonly pattern: RegExp; readonly form: string } = {
  pattern: /^[a-z0-9][a-z0-9._-]{0,63}$/,
  form: "a slug such as openai or my-server",
};

export const capacity: Reader<CapacityConfig> = object<CapacityConfig>({
  concurrency: optional(integer(1), unlimited.concurrency),
  requestsPerMinute: optional(integer(1), unlimited.requestsPerMinute),
  tokensPerMinute: optional(integer(1), unlimited.tokensPerMinute),
});

const retentionDays: Reader<number | null> = (node, path, context) =>
  node.type === "scalar" && node.source === "unknown"
    ? null
    : node.type === "scalar" && /^\d{1,5}$/.test(node.source)
      ? Number(node.source)
      : fail(context, path, "expected a number of days, or unknown", node);

export const dataPolicy: Reader<DataPolicy> = object<DataPolicy>({
  training: optional(yesOrNo, defaultDataPolicy.training),
  retentionDays: { read: retentionDays, initial: defaultDataPolicy.retentionDays },
  zdr: optional(yesOrNo, defaultDataPolicy.zdr),
});

const timeouts = object<TimeoutsConfig>({
  connect: optional(duration(1), defaultTimeouts.connect),
  headers: optional(duration(1), defaultTimeouts.headers),
  firstToken: optional(duration(1), defaultTimeouts.firstToken),
  idle: optional(duration(1), defaultTimeouts.idle),
  total: optional(duration(1), defaultTimeouts.total),
});

/** A header is a secret by its name; others, such as a version, may stand in the file. */
const headers: Reader<Readonly<Record<string, string>>> = (node, path, context) => {
  if (node.type !== "map") return fail(context, path, "expected a map from names of headers to values", node);
  const isSecretName = (name: unknown): boolean => /authorization|key|token|secret|cookie/i.test(String(name));
  const value: Reader<string> = (one, at, inside) => {
    const found = secret(() => isSecretName(at.at(-1)))(one, at, inside);
    if (found === undefined || !/[\0\r\n]/.test(found)) return found;
    inside.report(at, "the value contains a line break, which a header cannot have.");
    return undefined;
  };
  return record(value, { pattern: /^[!#$%&'*+.^_`|~\w-]{1,100}$/, form: "a name of a header" })(node, path, context);
};

interface ProviderFields extends Omit<ProviderConfig, "name" | "issuer" | "apiKeys"> {
  readonly name: string | undefined;
  readonly issuer: string | undefined;
  readonly apiKey: string | undefined;
  readonly apiKeys: readonly string[] | undefined;
}

const fields = object<ProviderFields>({
  kind: required(choice(providerKinds), `Write one of ${providerKinds.join(", ")}.`),
  baseURL: optional(baseURL, undefined),
  apiKey: optional(secret(), undefined),
  apiKeys: optional(list(secret(), { of: "references such as $NAME", min: 1 }), undefined),
  name: optional(text({ most: 100 }), undefined),
  headers: optional(headers, {}),
  options: optional(record(anything, { pattern: /^\w{1,60}$/, form: "a name of an option" }), {}),
  dataPolicy: optional(dataPolicy, defaultDataPolicy),
  timeouts: optional(timeouts, defaultTimeouts),
  capacity: optional(capacity, unlimited),
  issuer: optional(text({ most: 100 }), undefined),
});

function provider(node: YamlNode, path: Path, context: ReadContext): ProviderConfig | undefined {
  const found = fields(node, path, context);
  if (found === undefined) return undefined;
  const { apiKey, apiKeys = apiKey === undefined ? [] : [apiKey], ...rest } = found;
  if (apiKey !== undefined && found.apiKeys !== undefined) {
    context.report([...path, "apiKey"], "is given twice, by `apiKey` and `apiKeys`. Use one of them.", { atKey: true });
    return undefined;
  }
  if (found.kind === "openai-compatible" && found.baseURL === undefined) {
    context.report(
      [...path, "baseURL"],
      "is required for openai-compatible. Write the URL, such as https://api.openai.com/v1.",
    );
    return undefined;
  }
  const slug = String(path.at(-1));
  return { ...rest, name: found.name ?? slug, issuer: found.issuer ?? slug, apiKeys };
}

/** Reads `providers`: slug → provider. */
export const providers: Reader<Readonly<Record<string, ProviderConfig>>> = record(provider, slugForm);
