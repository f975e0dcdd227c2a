import type { ChatCompletionRequest, Endpoint } from "@patchbay/client";
import { narrow, routingRules } from "./endpoints.ts";
import { PolicyError, type PolicyViolation } from "./error.ts";
import { baseOf, findModel, isListed } from "./model.ts";
import { checkPolicy, type PolicyOptions } from "./options.ts";
import { stricter } from "./preferences.ts";
import { leaks, withoutThirdParties } from "./third-party.ts";

/** A gate that every request of a run has to pass, those of agents that it calls included. */
export interface Policy {
  readonly kind: "policy";
  /** The request as it may be sent; throws `PolicyError` when it may not. It is asked before anything of a step is sent. */
  readonly apply: (request: ChatCompletionRequest) => Promise<ChatCompletionRequest>;
}

/**
 * A gate for one class of data. What it cannot know it refuses: presets, routers, aliases, models that the catalogue does not have, and
 * everything while the catalogue cannot be had. What passes carries the same wishes as `provider`, so that the service enforces
 * them, too; of two wishes the stricter one. A policy that asks for nothing lets everything pass.
 *
 * @throws AgentError when an option makes no sense
 * @example
 * ```ts
 * const personal = policy({ name: "personal data", catalogue, zdr: true, allow: ["anthropic/*"], maxPrice: { prompt: 3 } });
 * await bot.run(letter, { policy: personal });
 * ```
 */
export function createPolicy(options: PolicyOptions): Policy {
  checkPolicy(options);
  const { allow, deny, zdr, dataCollection, maxPrice, providers } = options;
  const isPrivate = zdr === true || dataCollection === "deny";
  const { allowThirdParties = !isPrivate } = options;
  const isOpen = allowThirdParties && !isPrivate && !allow && !deny && !maxPrice && !providers;
  const terms = { ...options, allowThirdParties };
  return { kind: "policy", apply: async (request) => (isOpen ? request : pass(request, terms)) };
}

type Terms = PolicyOptions & { readonly allowThirdParties: boolean };

async function pass(request: ChatCompletionRequest, terms: Terms): Promise<ChatCompletionRequest> {
  const models = modelsOf(request);
  try {
    const passed = await wishing(request, models, terms);
    const refused = await Promise.all(models.map((model) => refusalOf(model, passed, terms)));
    const refusals = [
      ...presetOf(request),
      ...(terms.allowThirdParties ? [] : leaks(request)),
      ...refused.filter((one) => one !== undefined),
    ];
    if (refusals.length === 0) return passed;
    throw new PolicyError(terms.name, refusals);
  } catch (cause) {
    if (cause instanceof PolicyError) throw cause;
    const why = `cannot be looked up: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new PolicyError(
      terms.name,
      models.map((model) => ({ model, code: "catalog_unavailable" as const, message: why })),
      { cause },
    );
  }
}

/** The request with the wishes of the policy, so that the service keeps to them, too. */
async function wishing(
  request: ChatCompletionRequest,
  models: readonly (string | undefined)[],
  terms: Terms,
): Promise<ChatCompletionRequest> {
  const { catalog: catalogue, providers: { ignore } = {}, allowThirdParties } = terms;
  const lists = await Promise.all((ignore ? models : []).map((name) => endpointsOf(name, catalogue)));
  const provider = stricter(request.provider, terms, lists.flat());
  return {
    ...request,
    ...(Object.keys(provider).length > 0 && { provider }),
    ...(!allowThirdParties && { plugins: withoutThirdParties(request) }),
  };
}

async function endpointsOf(
  name: string | undefined,
  catalogue: PolicyOptions["catalog"],
): Promise<readonly Endpoint[]> {
  const found = name === undefined ? undefined : await findModel(catalogue, name);
  return found ? catalogue.listEndpoints(found.model.id) : [];
}

/** The models that may answer; undefined stands for that of the account. */
function modelsOf({ model, models }: ChatCompletionRequest): (string | undefined)[] {
  const names = [...(model == null ? [] : [model]), ...(models ?? [])];
  return names.length > 0 ? names : [undefined];
}

function presetOf({ preset }: ChatCompletionRequest): PolicyViolation[] {
  if (preset == null) return [];
  const why = `the preset ${JSON.stringify(preset)} may change the model and what is done with the request`;
  return [{ model: undefined, code: "unknown_model", message: why }];
}

/** Why a model may not be asked; undefined when it may. */
async function refusalOf(
  name: string | undefined,
  request: ChatCompletionRequest,
  { catalog: catalogue, allow, deny, zdr, dataCollection, maxPrice, providers, allowThirdParties }: Terms,
): Promise<PolicyViolation | undefined> {
  const refuse = (reason: PolicyViolation["code"], why: string): PolicyViolation => ({
    model: name,
    code: reason,
    message: why,
  });
  if (name === undefined) return refuse("unknown_model", "no model is named, so the account's default would answer");
  const found = await findModel(catalogue, name);
  if (!found) return refuse("unknown_model", "is no model of the catalogue, or leaves the choice to the service");
  const { variant, model } = found;
  const { id } = model;
  if (deny && [id, baseOf(id)].some((one) => isListed(one, deny))) return refuse("denied", "is denied");
  if (allow && !isListed(id, allow)) return refuse("not_allowed", "is not on the allow-list");
  if (variant === "online" && !allowThirdParties)
    return refuse("third_party", "shows what is sent to a search service");
  const isPaidInKind = dataCollection === "deny" && id.endsWith(":free") && !allow?.includes(id);
  if (isPaidInKind && (await catalogue.listZdrEndpoints(id)).length === 0)
    return refuse("data_training", "is free, and nobody who serves it promises to keep nothing");
  if (!zdr && !maxPrice && !providers) return undefined;
  const rules = await routingRules(catalogue, id, request, variant);
  const { rule, left } = narrow(await catalogue.listEndpoints(id), rules);
  return rule && refuse(rule.name, rule.miss(left));
}
