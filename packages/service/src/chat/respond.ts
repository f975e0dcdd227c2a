import type { PipelineStage } from "@patchbay/spec";
import type { DialectCall } from "../parts/dialect.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { planRoute, type Plan } from "@patchbay/engine/routing/routing";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { viewOf } from "../routing/endpoint-health.ts";
import { loadSchemaEngine } from "../schema/load-schema-engine.ts";
import { noEndpoints } from "../routing/no-endpoints-error.ts";
import { HttpError } from "../http/http-error.ts";
import { resolve, splitVariant, type Resolution } from "../routing/resolve-models.ts";
import { cacheKeyOf, cacheWishOf, missHeaders } from "../state/response-cache.ts";
import { routeByName } from "../routing/auto-router.ts";
import { checkServerTools } from "../server-tools/run.ts";
import { newGenerationId } from "../state/generation-id.ts";
import { loadTokenizer } from "../messages/tokenizer.ts";
import { answerFromEndpoint, type EndpointAnswer } from "./answer-from-endpoint.ts";
import { fromCache } from "./from-cache.ts";
import { checkTools } from "./check-tools.ts";
import { conversationOf, isWorthStaying, type ConversationKey } from "../messages/conversation-key.ts";
import { finish, type Ending } from "./finish.ts";
import { finishLive } from "./finish-live.ts";
import { countAhead } from "../messages/message-tokens.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { measure } from "../messages/prompt.ts";
import { checkRequest, namesOf, needsOf, preferencesOf } from "./request.ts";
import { routingOf, wantsMetadata } from "./routing-metadata.ts";
import { bytesOfTurn } from "./turn.ts";

/** Responds to a request of any dialect. The errors point into the input of the dialect. */
export function respond<Body>(call: DialectCall<Body>, context: KeyedContext): Promise<HandlerResult<Body>> {
  const { toPointer } = call;
  const response = respondToCall(call, context);
  if (!toPointer) return response;
  return response.catch((error: unknown) => {
    throw error instanceof HttpError ? error.withPointers(toPointer) : error;
  });
}

/** Responds from the response cache, or from the first endpoint of the route that succeeds. */
async function respondToCall<Body>(call: DialectCall<Body>, context: KeyedContext): Promise<HandlerResult<Body>> {
  const { request: input } = call;
  const { state, key, headers, random, scope } = context;
  checkRequest(input);
  checkServerTools(input, state);
  const admission = state.billing.admit(key);
  if (admission) await admission;
  const wish = cacheWishOf(headers);
  const cacheKey = wish && cacheKeyOf(key.hash, call.dialect, call.input);
  const hit = wish && state.responses.find(cacheKey!, wish, state.now());
  if (hit) return fromCache(hit, call, context);

  const loading = state.tokenizer ?? loadTokenizer();
  const tokenizer = loading instanceof Promise ? await loading : loading;
  if (input.tools || input.response_format) await loadSchemaEngine();
  const counting = countAhead(input, tokenizer, context.signal);
  if (counting) await counting;
  const { resolution, stages: chosen, isOnline } = chooseModels(input, context, tokenizer);
  const generationId = newGenerationId(context.ids, state.now());
  const charges = state.billing.openCharges(key, { id: generationId, scope });
  const setAside = (fees: NanoUsd): void => charges.reserveFees(fees);
  const options = { tokenizer, isOnline, web: state.web, signal: context.signal, setAside };
  const preparing = prepare(input, resolution.targets[0]!.model, options);
  const prepared = preparing instanceof Promise ? await preparing : preparing;
  let known: ConversationKey | undefined;
  const conversation = (): ConversationKey => (known ??= conversationOf(input, headers, key.account));
  const pins = findPins(prepared, resolution, context, conversation);
  const plan = planFor(prepared, resolution, context, pins instanceof Promise ? await pins : pins);
  const stages = [...chosen, ...prepared.stages];
  const metadata = wantsMetadata(headers);

  const admitted = new Set<CatalogModel>();
  try {
    const asked = { key, random, scope, signal: context.signal, promptTokens: prepared.prompt.tokens };
    const dispatched = await state.dispatcher.dispatch<EndpointAnswer>(plan, asked, (selection) => {
      if (state.settings.validateHistory) checkTools(call, selection.candidate.model.id);
      return answerFromEndpoint(selection, {
        input: prepared.input,
        prepared,
        tokenizer,
        context,
        generationId,
        charges,
        admitted,
      });
    });
    const { attempts, candidate } = dispatched;
    const all: PipelineStage[] = [...stages, ...dispatched.value.stages];
    context.note.attempts = attempts;
    const ending: Ending<Body> = {
      call,
      context,
      conversation,
      metadata: metadata ? routingOf(resolution, plan, { attempts, served: candidate, stages: all }) : undefined,
      router: resolution.strategy === "direct" ? null : resolution.requested,
      charges,
      cache: wish && {
        headers: missHeaders(wish),
        keep: (turn) => {
          const entry = { value: turn, sourceId: turn.id, bytes: bytesOfTurn(turn) };
          state.responses.keep(cacheKey!, entry, wish, state.now());
        },
      },
    };
    const { value } = dispatched;
    return value.live ? await finishLive({ ...dispatched, value }, ending) : finish({ ...dispatched, value }, ending);
  } catch (error) {
    if (!(error instanceof HttpError) || !metadata || error.status === 500) throw error;
    const attempts = error.details.attempts ?? [];
    throw error.with({ routing: routingOf(resolution, plan, { attempts, served: undefined, stages }) });
  }
}

/** Resolves the requested models, including those that a router chooses. A conversation stays with the chosen model. */
function chooseModels(
  input: UnifiedRequest,
  { state, key, headers, random }: KeyedContext,
  tokenizer: Parameters<typeof measure>[1],
): { resolution: Resolution; stages: PipelineStage[]; isOnline: boolean } {
  const asked = namesOf(input, state.settings.defaultModel);
  const requested = asked[0]!.name;
  if (!asked.some(({ name }) => name.startsWith("openrouter/"))) {
    const resolution = resolveNames(state, asked);
    return { resolution: { ...resolution, requested }, stages: [], isOnline: isOnline(resolution, requested) };
  }
  const stages: PipelineStage[] = [];
  let strategy: string | undefined;
  const named = asked.flatMap(({ name, pointer }, index) => {
    if (!name.startsWith("openrouter/")) return [{ name, pointer }];
    const { id } = splitVariant(state, name);
    const routed = routeByName(id, input, measure(input, tokenizer).modalities, { state, random });
    if (!routed) return [{ name, pointer }];
    if (index === 0) strategy = routed.strategy;
    stages.push(routed.stage);
    const conversation = `${conversationOf(input, headers, key.account).id} ${id}`;
    const before = state.routed.get(conversation);
    const first = before !== undefined && routed.names.includes(before) ? before : routed.names[0]!;
    state.routed.set(conversation, first);
    return [first, ...routed.names.filter((other) => other !== first)].map((chosen) => ({ name: chosen, pointer }));
  });
  const resolution = resolveNames(state, named);
  return {
    resolution: { ...resolution, requested, strategy: strategy ?? resolution.strategy },
    stages,
    isOnline: isOnline(resolution, requested),
  };
}

function resolveNames(state: KeyedContext["state"], names: ReturnType<typeof namesOf>): Resolution {
  return resolve(
    state,
    names.map(({ name }) => name),
    "text",
    names.map(({ pointer }) => pointer),
  );
}

function isOnline({ targets }: Resolution, requested: string): boolean {
  return targets[0]!.variant === "online" || requested.endsWith(":online");
}

/** Id of a model → tag of the endpoint that the conversation is pinned to. */
type FoundPins = ReadonlyMap<string, string>;

const noPins: FoundPins = new Map();

function findPins(
  { input, prompt }: Prepared,
  resolution: Resolution,
  context: KeyedContext,
  conversation: () => ConversationKey,
): FoundPins | Promise<FoundPins> {
  return isWorthStaying(input, context.headers, prompt) ? lookUpPins(resolution, context, conversation()) : noPins;
}

async function lookUpPins(
  { targets }: Resolution,
  { state }: KeyedContext,
  { id }: ConversationKey,
): Promise<FoundPins> {
  const now = state.now();
  const found = new Map<string, string>();
  for (const { model } of targets) {
    const pin = state.pins.find(`${id} ${model.id}`, now);
    const tag = pin instanceof Promise ? await pin : pin;
    if (tag !== undefined) found.set(model.id, tag);
  }
  return found;
}

function planFor(
  { input, prompt }: Prepared,
  { targets }: Resolution,
  { state, key, random, note }: KeyedContext,
  pins: FoundPins,
): Plan {
  const { settings } = state;
  const needs = needsOf(input, prompt, settings.country);
  const plan = planRoute(
    {
      targets,
      needs,
      preferences: preferencesOf(input.provider, input.route),
      hasTools: needs.parameters.includes("tools"),
      byokKeys: state.byokKeysOf(key),
      pinOf: (model) => pins.get(model.id),
    },
    viewOf(state, random),
  );
  note.plan = plan;
  if (plan.candidates.length > 0) return plan;
  // A negative balance is reported first, even if no endpoint is available.
  state.billing.checkBalance(key);
  throw noEndpoints(
    plan.dropped,
    targets.map(({ model }) => model.id),
    { promptTokens: prompt.tokens, dataPolicyAdvice: settings.dataPolicyAdvice },
  );
}
