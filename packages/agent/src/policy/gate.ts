import type { ChatCompletionRequest, Endpoint } from "@patchbay/client";
import { narrow, routingRules } from "./endpoints.ts";
import { PolicyError, type PolicyViolation } from "./error.ts";
import { findModel, isListed } from "./model.ts";
import { checkPolicy, type PolicyOptions } from "./options.ts";
import { stricter } from "./preferences.ts";
import { leaks, withoutThirdParties } from "./third-party.ts";
import { withoutVariant } from "../text/model-id.ts";

/** A policy that checks every request of a run, including those of sub-agents. */
export interface Policy {
  readonly kind: "policy";
  /** Returns the request to send; throws `PolicyError` if it is not allowed. Called before any request of a step. */
  readonly apply: (request: ChatCompletionRequest) => Promise<ChatCompletionRequest>;
}

/**
 * Creates a policy for one class of data. It rejects everything that it cannot check: presets, routers, aliases, models
 * that are not in the catalog, and all models while the catalog is unavailable. Allowed requests carry the same
 * constraints as `provider`, so that the API enforces them, too; the stricter of two constraints applies. A policy
 * without constraints allows everything.
 *
 * @throws AgentError if an option is invalid
 * @example
 * ```ts
 * const personal = createPolicy({ name: "personal data", catalog, zdr: true, allow: ["anthropic/*"], maxPrice: { prompt: 3 } });
 * await agent.run(document, { policy: personal });
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
    const passed = await withConstraints(request, models, terms);
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
    const why = `cannot be checked: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new PolicyError(
      terms.name,
      models.map((model) => ({ model, code: "catalog_unavailable" as const, message: why })),
      { cause },
    );
  }
}

/** Adds the constraints of the policy to the request, so that the API enforces them, too. */
async function withConstraints(
  request: ChatCompletionRequest,
  models: readonly (string | undefined)[],
  terms: Terms,
): Promise<ChatCompletionRequest> {
  const { catalog, providers: { ignore } = {}, allowThirdParties } = terms;
  const lists = await Promise.all((ignore ? models : []).map((name) => endpointsOf(name, catalog)));
  const provider = stricter(request.provider, terms, lists.flat());
  return {
    ...request,
    ...(Object.keys(provider).length > 0 && { provider }),
    ...(!allowThirdParties && { plugins: withoutThirdParties(request) }),
  };
}

async function endpointsOf(name: string | undefined, catalog: PolicyOptions["catalog"]): Promise<readonly Endpoint[]> {
  const found = name === undefined ? undefined : await findModel(catalog, name);
  return found ? catalog.listEndpoints(found.model.id) : [];
}

/** The models that may respond; `undefined` stands for the default model of the account. */
function modelsOf({ model, models }: ChatCompletionRequest): (string | undefined)[] {
  const names = [...(model == null ? [] : [model]), ...(models ?? [])];
  return names.length > 0 ? names : [undefined];
}

function presetOf({ preset }: ChatCompletionRequest): PolicyViolation[] {
  if (preset == null) return [];
  const why = `the preset ${JSON.stringify(preset)} may change the model and the data policy of the request`;
  return [{ model: undefined, code: "unknown_model", message: why }];
}

/** Why a model is rejected; `undefined` if it is allowed. */
async function refusalOf(
  name: string | undefined,
  request: ChatCompletionRequest,
  { catalog, allow, deny, zdr, dataCollection, maxPrice, providers, allowThirdParties }: Terms,
): Promise<PolicyViolation | undefined> {
  const refuse = (reason: PolicyViolation["code"], why: string): PolicyViolation => ({
    model: name,
    code: reason,
    message: why,
  });
  if (name === undefined)
    return refuse("unknown_model", "the request has no model, so the default model of the account would respond");
  const found = await findModel(catalog, name);
  if (!found) return refuse("unknown_model", "is not a model in the catalog, or lets the API choose the model");
  const { variant, model } = found;
  const { id } = model;
  if (deny && [id, withoutVariant(id)].some((one) => isListed(one, deny))) return refuse("denied", "is denied");
  if (allow && !isListed(id, allow)) return refuse("not_allowed", "is not on the allow list");
  if (variant === "online" && !allowThirdParties) return refuse("third_party", "sends the prompt to a search service");
  const isPaidInKind = dataCollection === "deny" && id.endsWith(":free") && !allow?.includes(id);
  if (isPaidInKind && (await catalog.listZdrEndpoints(id)).length === 0)
    return refuse("data_training", "is free, and no provider serves it with zero data retention");
  if (!zdr && !maxPrice && !providers) return undefined;
  const rules = await routingRules(catalog, id, request, variant);
  const { rule, left } = narrow(await catalog.listEndpoints(id), rules);
  return rule && refuse(rule.name, rule.miss(left));
}
