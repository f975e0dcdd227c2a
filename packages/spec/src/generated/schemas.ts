// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import * as z from "zod";

export const zActivityItem = z.looseObject({
  date: z.string(),
  model: z.string(),
  model_permaslug: z.string(),
  endpoint_id: z.string(),
  provider_name: z.string(),
  requests: z.int().gte(0),
  prompt_tokens: z.int().gte(0),
  cached_tokens: z.int().gte(0),
  completion_tokens: z.int().gte(0),
  reasoning_tokens: z.int().gte(0),
  usage: z.number(),
  byok_usage_inference: z.number(),
  workspace_id: z.string().optional(),
});

export const zActivityList = z.looseObject({
  data: z.array(zActivityItem),
});

export const zAdvisorRedactedResult = z.looseObject({
  type: z.literal("advisor_redacted_result"),
  encrypted_content: z.string(),
  stop_reason: z.string().nullish(),
});

export const zAdvisorResult = z.looseObject({
  type: z.literal("advisor_result"),
  text: z.string(),
  stop_reason: z.string().nullish(),
});

export const zAdvisorToolResultError = z.looseObject({
  type: z.literal("advisor_tool_result_error"),
  error_code: z.string(),
});

export const zAliasTarget = z.looseObject({
  name: z.string(),
  slug: z.string(),
});

export const zAlignmentResult = z.looseObject({
  calls: z.array(z.record(z.string(), z.unknown())),
});

export const zAlignmentRule = z.looseObject({
  rule: z.string().min(1),
  watch: z.array(z.union([z.enum(["content", "tool_calls", "refusal", "images", "audio"]), z.string()])).min(1),
});

export const zAnalysisIndices = z.looseObject({
  intelligence_index: z.number().nullable(),
  coding_index: z.number().nullable(),
  agentic_index: z.number().nullable(),
});

export const zAppliedContextEdit = z.looseObject({
  type: z.string(),
  cleared_input_tokens: z.int().gte(0).optional(),
  cleared_tool_uses: z.int().gte(0).optional(),
  cleared_thinking_turns: z.int().gte(0).optional(),
});

export const zAppliedContextManagement = z.looseObject({
  applied_edits: z.array(zAppliedContextEdit),
});

export const zArenaRating = z.looseObject({
  arena: z.string(),
  category: z.string(),
  elo: z.number(),
  rank: z.int(),
  win_rate: z.number(),
});

export const zArmorEnvironmentEntry = z.looseObject({
  name: z.string(),
  value: z.string(),
});

export const zArmorEnvironment = z.union([z.string(), zArmorEnvironmentEntry]);

export const zArmorRule = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  instructions: z.string(),
  threshold: z.number().gte(0).lte(1).nullish(),
});

export const zArmorRuleOrText = z.union([z.string(), zArmorRule]);

export const zArmorAutoMode = z.looseObject({
  hard_deny: z.array(zArmorRuleOrText).nullish(),
  soft_deny: z.array(zArmorRuleOrText).nullish(),
  allow: z.array(zArmorRuleOrText).nullish(),
  environment: z.array(zArmorEnvironment).nullish(),
});

export const zArmorContext = z.looseObject({
  v: z.number(),
  auto_mode: zArmorAutoMode.nullish(),
});

export const zAssistantAudio = z.looseObject({
  id: z.string().nullish(),
  data: z.string().nullish(),
  transcript: z.string().nullish(),
  expires_at: z.int().nullish(),
});

export const zAudioOutput = z.looseObject({
  voice: z.string().nullish(),
  format: z.string().nullish(),
});

export const zAuthCodeRecord = z.looseObject({
  id: z.string(),
  app_id: z.int(),
  created_at: z.string(),
});

export const zAuthCode = z.looseObject({
  data: zAuthCodeRecord,
});

export const zAvailabilityConstraint = z.looseObject({
  field: z.string().optional(),
  detail: z.string().optional(),
});

export const zBase64ImageSource = z.looseObject({
  type: z.literal("base64"),
  media_type: z.union([z.enum(["image/jpeg", "image/png", "image/gif", "image/webp"]), z.string()]),
  data: z.string(),
});

export const zBase64PdfSource = z.looseObject({
  type: z.literal("base64"),
  media_type: z.string(),
  data: z.string(),
});

export const zBashCodeExecutionToolResultError = z.looseObject({
  type: z.literal("bash_code_execution_tool_result_error"),
  error_code: z.union([
    z.enum([
      "invalid_tool_input",
      "unavailable",
      "too_many_requests",
      "execution_time_exceeded",
      "output_file_too_large",
    ]),
    z.string(),
  ]),
});

export const zBlockCacheControl = z.looseObject({
  type: z.literal("ephemeral"),
  ttl: z.union([z.enum(["5m", "1h"]), z.string()]).nullish(),
});

export const zBashToolResultBlock = z.looseObject({
  type: z.literal("openrouter_bash_tool_result"),
  tool_use_id: z.string(),
  content: z.record(z.string(), z.unknown()),
  container_id: z.string().nullish(),
  files: z.array(z.record(z.string(), z.unknown())).nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zBrowserStateChange = z.looseObject({
  type: z.string(),
});

export const zBrowserTab = z.looseObject({
  tab_id: z.string(),
  title: z.string(),
  url: z.string(),
  active: z.boolean().nullish(),
});

export const zCacheControl = z.looseObject({
  type: z.literal("ephemeral"),
  ttl: z.union([z.enum(["5m", "1h"]), z.string()]).nullish(),
});

export const zBrowserStateBlock = z.looseObject({
  type: z.literal("browser_state"),
  tabs: z.array(zBrowserTab),
  state_changes: z.array(zBrowserStateChange).nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zCacheMissReason = z.looseObject({
  type: z.union([
    z.enum([
      "model_changed",
      "system_changed",
      "tools_changed",
      "messages_changed",
      "previous_message_not_found",
      "unavailable",
    ]),
    z.string(),
  ]),
  cache_missed_input_tokens: z.int().gte(0).optional(),
});

export const zChunkDebug = z.looseObject({
  echo_upstream_body: z.record(z.string(), z.unknown()).optional(),
});

export const zCitationCharLocation = z.looseObject({
  type: z.literal("char_location"),
  cited_text: z.string(),
  document_index: z.int().gte(0),
  document_title: z.string().nullable(),
  start_char_index: z.int().gte(0),
  end_char_index: z.int().gte(0),
  file_id: z.string().nullish(),
});

export const zCitationContentBlockLocation = z.looseObject({
  type: z.literal("content_block_location"),
  cited_text: z.string(),
  document_index: z.int().gte(0),
  document_title: z.string().nullable(),
  start_block_index: z.int().gte(0),
  end_block_index: z.int().gte(0),
  file_id: z.string().nullish(),
});

export const zCitationPageLocation = z.looseObject({
  type: z.literal("page_location"),
  cited_text: z.string(),
  document_index: z.int().gte(0),
  document_title: z.string().nullable(),
  start_page_number: z.int().gte(1),
  end_page_number: z.int().gte(1),
  file_id: z.string().nullish(),
});

export const zCitationSearchResultLocation = z.looseObject({
  type: z.literal("search_result_location"),
  cited_text: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  search_result_index: z.int().gte(0),
  start_block_index: z.int().gte(0),
  end_block_index: z.int().gte(0),
});

export const zCitationWebSearchResultLocation = z.looseObject({
  type: z.literal("web_search_result_location"),
  cited_text: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  encrypted_index: z.string(),
});

export const zCitationsConfig = z.looseObject({
  enabled: z.boolean().nullish(),
});

export const zClearedToolInputs = z.union([z.boolean(), z.array(z.string())]);

export const zCodeChallengeMethod = z.union([z.enum(["S256", "plain"]), z.string()]);

export const zCodeExecutionOutput = z.looseObject({
  type: z.string(),
  file_id: z.string(),
});

export const zBashCodeExecutionResult = z.looseObject({
  type: z.literal("bash_code_execution_result"),
  stdout: z.string(),
  return_code: z.int(),
  stderr: z.string(),
  content: z.array(zCodeExecutionOutput),
});

export const zCodeExecutionResult = z.looseObject({
  type: z.literal("code_execution_result"),
  stdout: z.string(),
  return_code: z.int(),
  stderr: z.string(),
  content: z.array(zCodeExecutionOutput),
});

export const zCompactionBlock = z.looseObject({
  type: z.literal("compaction"),
  content: z.string().nullish(),
  encrypted_content: z.string().nullish(),
  signature: z.string().nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zCompactionDelta = z.looseObject({
  type: z.literal("compaction_delta"),
  content: z.string().nullable(),
  encrypted_content: z.string().nullish(),
});

export const zCompletionTokensDetails = z.looseObject({
  reasoning_tokens: z.int().gte(0).nullish(),
  audio_tokens: z.int().gte(0).nullish(),
  image_tokens: z.int().gte(0).nullish(),
  accepted_prediction_tokens: z.int().gte(0).nullish(),
  rejected_prediction_tokens: z.int().gte(0).nullish(),
});

export const zConsideredEndpoint = z.looseObject({
  provider: z.string(),
  model: z.string(),
  selected: z.boolean(),
});

export const zConsideredEndpoints = z.looseObject({
  total: z.int().gte(0),
  available: z.array(zConsideredEndpoint),
});

export const zContainerSkill = z.looseObject({
  type: z.string(),
  skill_id: z.string(),
  version: z.string().optional(),
});

export const zContainerUploadBlock = z.looseObject({
  type: z.literal("container_upload"),
  file_id: z.string(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zContentBlockStopEvent = z.looseObject({
  type: z.literal("content_block_stop"),
  index: z.int().gte(0),
});

export const zContextAmount = z.looseObject({
  type: z.union([z.enum(["input_tokens", "tool_uses", "thinking_turns", "all"]), z.string()]),
  value: z.int().gte(0).nullish(),
});

export const zContextAmountOrAll = z.union([z.string(), zContextAmount]);

export const zContextCompressionPlugin = z.looseObject({
  id: z.literal("context-compression"),
  enabled: z.boolean().nullish(),
  engine: z.literal("middle-out").nullish(),
});

export const zContextEdit = z.looseObject({
  type: z.union([z.enum(["clear_tool_uses_20250919", "clear_thinking_20251015", "compact_20260112"]), z.string()]),
  trigger: zContextAmount.nullish(),
  keep: zContextAmountOrAll.nullish(),
  clear_at_least: zContextAmount.nullish(),
  clear_tool_inputs: zClearedToolInputs.nullish(),
  exclude_tools: z.array(z.string()).nullish(),
  instructions: z.string().nullish(),
  pause_after_compaction: z.boolean().nullish(),
});

export const zContextManagement = z.looseObject({
  edits: z.array(zContextEdit).nullish(),
});

export const zCostDetails = z.looseObject({
  upstream_inference_cost: z.number().nullish(),
  upstream_inference_prompt_cost: z.number(),
  upstream_inference_completions_cost: z.number(),
  server_tool_cost: z.number().nullish(),
});

export const zCostTier = z.union([z.enum(["low", "medium", "high", "xhigh", "max"]), z.string()]);

export const zAutoBetaRouterPlugin = z.looseObject({
  id: z.literal("auto-beta-router"),
  enabled: z.boolean().nullish(),
  allowed_models: z.array(z.string().max(256)).max(1024).nullish(),
  excluded_models: z.array(z.string().max(256)).max(1024).nullish(),
  cost_tier: zCostTier.nullish(),
  cost_quality_tradeoff: z.int().gte(0).lte(10).nullish(),
});

export const zAutoRouterPlugin = z.looseObject({
  id: z.literal("auto-router"),
  enabled: z.boolean().nullish(),
  allowed_models: z.array(z.string().max(256)).max(1024).nullish(),
  excluded_models: z.array(z.string().max(256)).max(1024).nullish(),
  cost_tier: zCostTier.nullish(),
  cost_quality_tradeoff: z.int().gte(0).lte(10).nullish(),
  pin_model: z.boolean().nullish(),
});

export const zCreditTotals = z.looseObject({
  total_credits: z.number(),
  total_usage: z.number(),
});

export const zCredits = z.looseObject({
  data: zCreditTotals,
});

export const zDailyRequests = z.looseObject({
  limit: z.int(),
  used: z.int(),
  remaining: z.int(),
});

export const zDataRegion = z.union([z.enum(["global", "europe", "us"]), z.string()]);

export const zDatetimeToolParameters = z.looseObject({
  timezone: z.string().nullish(),
});

export const zDatetimeTool = z.looseObject({
  type: z.literal("openrouter:datetime"),
  parameters: zDatetimeToolParameters.nullish(),
});

export const zDebugOptions = z.looseObject({
  echo_upstream_body: z.boolean().nullish(),
});

export const zDefaultParameters = z.looseObject({
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  top_k: z.int().nullish(),
  frequency_penalty: z.number().nullish(),
  presence_penalty: z.number().nullish(),
  repetition_penalty: z.number().nullish(),
});

export const zDeferredBm25Search = z.looseObject({
  type: z.literal("bm25"),
  max_results: z.int().gte(1).nullish(),
});

export const zDeferredCustomSearch = z.looseObject({
  type: z.literal("custom"),
  tool_id: z.string(),
  result_key: z.string(),
  max_results: z.int().gte(1).nullish(),
});

export const zDeferredRegexSearch = z.looseObject({
  type: z.literal("regex"),
  max_results: z.int().gte(1).nullish(),
});

export const zDeferredToolSearchResultBlock = z.looseObject({
  type: z.literal("openrouter_tool_search_result"),
  tool_use_id: z.string(),
  content: z.record(z.string(), z.unknown()),
});

export const zDeferredToolsSearch = z.discriminatedUnion("type", [
  zDeferredRegexSearch,
  zDeferredBm25Search,
  zDeferredCustomSearch,
]);

export const zDeferredTools = z.looseObject({
  protocol: z.literal("v1"),
  profile: z.literal("portable"),
  search: zDeferredToolsSearch,
  validation: z.literal("runtime"),
});

export const zDeletedApiKey = z.looseObject({
  deleted: z.literal(true),
});

export const zEchoedInstructions = z.union([z.string(), z.array(z.record(z.string(), z.unknown()))]);

export const zEchoedReasoningOptions = z.looseObject({
  effort: z.string().nullish(),
  summary: z.string().nullish(),
  max_tokens: z.int().nullish(),
  enabled: z.boolean().nullish(),
  context: z.string().nullish(),
  mode: z.string().nullish(),
});

export const zEchoedTextOptions = z.looseObject({
  format: z.record(z.string(), z.unknown()).optional(),
  verbosity: z.string().nullish(),
});

export const zEchoedTool = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
});

export const zEchoedToolChoice = z.union([z.string(), z.record(z.string(), z.unknown())]);

export const zEmbeddingMedia = z.looseObject({
  data: z.string(),
  format: z.string().nullish(),
});

export const zEmbeddingAudio = z.looseObject({
  type: z.literal("input_audio"),
  input_audio: zEmbeddingMedia,
});

export const zEmbeddingFile = z.looseObject({
  type: z.literal("input_file"),
  input_file: zEmbeddingMedia,
});

export const zEmbeddingText = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
});

export const zEmbeddingTokensDetails = z.looseObject({
  cached_tokens: z.int().gte(0).optional(),
  cache_write_tokens: z.int().gte(0).optional(),
  text_tokens: z.int().gte(0).optional(),
  image_tokens: z.int().gte(0).optional(),
  audio_tokens: z.int().gte(0).optional(),
  video_tokens: z.int().gte(0).optional(),
  file_tokens: z.int().gte(0).optional(),
});

export const zEmbeddingUsage = z.looseObject({
  prompt_tokens: z.int().gte(0),
  total_tokens: z.int().gte(0),
  cost: z.number().optional(),
  is_byok: z.boolean().optional(),
  cost_details: zCostDetails.nullish(),
  prompt_tokens_details: zEmbeddingTokensDetails.optional(),
});

export const zEmbeddingVector = z.union([z.array(z.number()), z.string()]);

export const zEmbedding = z.looseObject({
  object: z.literal("embedding"),
  index: z.int().gte(0).optional(),
  embedding: zEmbeddingVector,
});

export const zEmbeddingList = z.looseObject({
  id: z.string().optional(),
  object: z.literal("list"),
  model: z.string(),
  provider: z.string().optional(),
  data: z.array(zEmbedding),
  usage: zEmbeddingUsage.optional(),
});

export const zEmbeddingVideo = z.looseObject({
  type: z.literal("input_video"),
  input_video: zEmbeddingMedia,
});

export const zEncryptedCodeExecutionResult = z.looseObject({
  type: z.literal("encrypted_code_execution_result"),
  encrypted_stdout: z.string(),
  return_code: z.int(),
  stderr: z.string(),
  content: z.array(zCodeExecutionOutput),
});

export const zEnforcementMode = z.union([z.enum(["enforce", "audit"]), z.string()]);

export const zAlignmentPlugin = z.looseObject({
  id: z.literal("alignment"),
  rules: z.array(zAlignmentRule).min(1),
  mode: zEnforcementMode.nullish(),
  threshold: z.number().gte(0.01).lte(1).nullish(),
  max_retries: z.int().gte(0).nullish(),
  instruct: z.boolean().nullish(),
});

export const zArmorPlugin = z.looseObject({
  id: z.literal("armor"),
  enabled: z.boolean().nullish(),
  mode: zEnforcementMode.nullish(),
  on_error: z.union([z.enum(["block", "log"]), z.string()]).nullish(),
  output_mode: z.union([z.enum(["text", "custom_item", "claude_code_compatibility"]), z.string()]).nullish(),
  evaluate_native_tools: z.boolean().nullish(),
  use_cc_style_default_rules: z.boolean().nullish(),
  classifier_context: zArmorContext.nullish(),
});

export const zErrorAvailability = z.looseObject({
  code: z.union([
    z.enum([
      "model_not_found",
      "wrong_endpoint",
      "no_endpoints",
      "model_deprecated",
      "model_unavailable_upstream",
      "capacity_exhausted",
      "temporarily_unavailable",
      "region_restricted",
      "privacy_restricted",
      "constraint_filtered",
      "free_variant_ended",
    ]),
    z.string(),
  ]),
  retryable: z.boolean(),
  requested_models: z.array(z.string()).optional(),
  docs_url: z.string().optional(),
  retry_after: z.number().nullish(),
  affected_providers: z.array(z.string()).optional(),
  excluded_by: z
    .array(
      z.union([
        z.enum([
          "geo",
          "data_region",
          "data_policy:zdr",
          "data_policy:training",
          "max_price",
          "context_length",
          "require_parameters",
          "quantization",
          "allowed_providers",
        ]),
        z.string(),
      ]),
    )
    .optional(),
  fallback_models: z.array(z.string()).optional(),
  constraint: zAvailabilityConstraint.optional(),
});

export const zErrorStatusOrName = z.union([z.int(), z.string()]);

export const zExchangeCodeRequest = z.looseObject({
  code: z.string().min(1),
  code_verifier: z.string().nullish(),
  code_challenge_method: zCodeChallengeMethod.nullish(),
});

export const zExchangedKey = z.looseObject({
  key: z.string(),
  user_id: z.string().nullable(),
});

export const zExcludedEndpoint = z.looseObject({
  model: z.string(),
  endpoint: z.string(),
  provider: z.string(),
  reason: z.union([
    z.enum([
      "off",
      "region",
      "tier",
      "unlisted",
      "ignored",
      "zdr",
      "training",
      "distillation",
      "quantization",
      "price",
      "modality",
      "context",
      "length",
      "tools",
      "schema",
      "parameters",
    ]),
    z.string(),
  ]),
});

export const zExternalUser = z.looseObject({
  user: z.string().min(1),
  api_key: z.string().nullish(),
});

export const zFallbackModel = z.looseObject({
  model: z.string(),
});

export const zFallbackTrigger = z.looseObject({
  type: z.string(),
  category: z.string().nullish(),
});

export const zFallbackBlock = z.looseObject({
  type: z.literal("fallback"),
  from: zFallbackModel,
  to: zFallbackModel,
  trigger: zFallbackTrigger.nullish(),
});

export const zFileInput = z.looseObject({
  filename: z.string().nullish(),
  file_data: z.string().nullish(),
  file_id: z.string().nullish(),
});

export const zFilePart = z.looseObject({
  type: z.literal("file"),
  file: zFileInput,
});

export const zFileSource = z.looseObject({
  type: z.literal("file"),
  file_id: z.string(),
});

export const zFilesToolParameters = z.record(z.string(), z.unknown());

export const zFilesTool = z.looseObject({
  type: z.literal("openrouter:files"),
  parameters: zFilesToolParameters.nullish(),
});

export const zFinishReason = z.union([z.enum(["stop", "length", "tool_calls", "content_filter", "error"]), z.string()]);

export const zFunctionCall = z.looseObject({
  name: z.string(),
  arguments: z.string(),
});

export const zFunctionCallDelta = z.looseObject({
  name: z.string().optional(),
  arguments: z.string().optional(),
});

export const zFunctionDefinition = z.looseObject({
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
  defer_loading: z.boolean().nullish(),
});

export const zFunctionTool = z.looseObject({
  type: z.literal("function"),
  function: zFunctionDefinition,
  defer_loading: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zGenerationAttemptFailure = z.looseObject({
  code: z.int(),
  message: z.string(),
  provider_name: z.string().nullable(),
  raw: z.string().nullable(),
});

export const zGenerationFailure = z.looseObject({
  message: z.string().nullable(),
  status: z.int().nullable(),
  provider_name: z.string().nullable(),
  raw: z.string().nullable(),
  previous_errors: z.array(zGenerationAttemptFailure),
});

export const zGenerationInput = z.looseObject({
  messages: z.array(z.unknown()).optional(),
  prompt: z.string().optional(),
});

export const zGenerationOutput = z.looseObject({
  completion: z.string().nullable(),
  reasoning: z.string().nullable(),
});

export const zGenerationContent = z.looseObject({
  input: zGenerationInput,
  output: zGenerationOutput,
  error: zGenerationFailure.nullable(),
});

export const zGenerationContentDetail = z.looseObject({
  data: zGenerationContent,
});

export const zGrammarFormat = z.looseObject({
  type: z.literal("grammar"),
  grammar: z.string(),
});

export const zImageDetail = z.union([z.enum(["auto", "low", "high", "original"]), z.string()]);

export const zImageGenerationToolParameters = z.looseObject({
  model: z.string().nullish(),
});

export const zImageGenerationTool = z.looseObject({
  type: z.literal("openrouter:image_generation"),
  parameters: zImageGenerationToolParameters.nullish(),
});

export const zImageReference = z.looseObject({
  url: z.string(),
});

export const zAssistantImage = z.looseObject({
  type: z.literal("image_url").nullish(),
  index: z.int().nullish(),
  image_url: zImageReference,
});

export const zEmbeddingImage = z.looseObject({
  type: z.literal("image_url"),
  image_url: zImageReference,
});

export const zEmbeddingPart = z.discriminatedUnion("type", [
  zEmbeddingText,
  zEmbeddingImage,
  zEmbeddingAudio,
  zEmbeddingVideo,
  zEmbeddingFile,
]);

export const zEmbeddingInput = z.looseObject({
  content: z.array(zEmbeddingPart).min(1),
});

export const zEmbeddingInputItem = z.union([z.string(), z.int(), z.array(z.int()), zEmbeddingInput]);

export const zEmbeddingInputs = z.union([z.string(), z.array(zEmbeddingInputItem).min(1)]);

export const zImageTransformations = z.looseObject({
  oversized_image: z.union([z.enum(["downsize", "error"]), z.string()]).nullish(),
});

export const zImageUrl = z.looseObject({
  url: z.string(),
  detail: zImageDetail.nullish(),
});

export const zImagePart = z.looseObject({
  type: z.literal("image_url"),
  image_url: zImageUrl,
});

export const zInputAudio = z.looseObject({
  data: z.string(),
  format: z.union([z.enum(["wav", "mp3", "flac", "m4a", "ogg", "aiff", "aac", "pcm16", "pcm24"]), z.string()]),
});

export const zAudioPart = z.looseObject({
  type: z.literal("input_audio"),
  input_audio: zInputAudio,
});

export const zInputJsonDelta = z.looseObject({
  type: z.literal("input_json_delta"),
  partial_json: z.string(),
});

export const zInputTransformation = z.looseObject({
  type: z.string(),
  path: z.string().optional(),
  reason: z.string().optional(),
});

export const zJevRouterPlugin = z.looseObject({
  id: z.literal("jev-router"),
  models: z.array(z.string().max(1024)).max(1024).nullish(),
  allowed_models: z.array(z.string().max(1024)).max(1024).nullish(),
  excluded_models: z.array(z.string().max(1024)).max(1024).nullish(),
  cost_tier: z.string().nullish(),
});

export const zJsonObjectFormat = z.looseObject({
  type: z.literal("json_object"),
});

export const zJsonOutputFormat = z.looseObject({
  type: z.literal("json_schema"),
  schema: z.record(z.string(), z.unknown()),
});

export const zLatencyCutoffs = z.looseObject({
  p50: z.number().nullish(),
  p75: z.number().nullish(),
  p90: z.number().nullish(),
  p99: z.number().nullish(),
});

export const zLatencyPreference = z.union([z.number(), zLatencyCutoffs]);

export const zLegacyRateLimit = z.looseObject({
  requests: z.int(),
  interval: z.string(),
  note: z.string(),
});

export const zLimitReset = z.union([z.enum(["daily", "weekly", "monthly"]), z.string()]);

export const zApiKey = z.looseObject({
  hash: z.string(),
  name: z.string(),
  label: z.string(),
  disabled: z.boolean(),
  limit: z.number().nullable(),
  limit_remaining: z.number().nullable(),
  limit_reset: zLimitReset.nullable(),
  include_byok_in_limit: z.boolean(),
  usage: z.number(),
  usage_daily: z.number(),
  usage_weekly: z.number(),
  usage_monthly: z.number(),
  byok_usage: z.number(),
  byok_usage_daily: z.number(),
  byok_usage_weekly: z.number(),
  byok_usage_monthly: z.number(),
  created_at: z.string(),
  updated_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
  expires_at: z.string().nullish(),
  creator_user_id: z.string().nullable(),
  external_user: z.string().nullable(),
  workspace_id: z.string(),
});

export const zApiKeyDetail = z.looseObject({
  data: zApiKey,
});

export const zApiKeyList = z.looseObject({
  data: z.array(zApiKey),
});

export const zCreatedApiKey = z.looseObject({
  data: zApiKey,
  key: z.string(),
});

export const zKeyBudget = z.looseObject({
  scope: z.union([
    z.enum(["workspace_default_member", "workspace_default_key", "member", "api_key", "workspace", "key_limit"]),
    z.string(),
  ]),
  limit_usd: z.number(),
  spend_usd: z.number(),
  remaining_usd: z.number(),
  reset_interval: zLimitReset.nullable(),
  resets_at: z.string().nullable(),
  budget_id: z.string().nullable(),
  guardrail_id: z.string().nullable(),
  include_byok: z.boolean(),
});

export const zCurrentKey = z.looseObject({
  label: z.string(),
  limit: z.number().nullable(),
  limit_remaining: z.number().nullable(),
  limit_reset: zLimitReset.nullable(),
  include_byok_in_limit: z.boolean(),
  usage: z.number(),
  usage_daily: z.number(),
  usage_weekly: z.number(),
  usage_monthly: z.number(),
  byok_usage: z.number(),
  byok_usage_daily: z.number(),
  byok_usage_weekly: z.number(),
  byok_usage_monthly: z.number(),
  is_free_tier: z.boolean(),
  is_management_key: z.boolean(),
  is_provisioning_key: z.boolean(),
  expires_at: z.string().nullish(),
  creator_user_id: z.string().nullable(),
  organization_id: z.string().nullable(),
  workspace_id: z.string().nullable(),
  allowed_data_regions: z.array(zDataRegion),
  free_model_daily_requests: zDailyRequests,
  budgets: z.array(zKeyBudget),
  effective_budget: zKeyBudget.nullable(),
  rate_limit: zLegacyRateLimit,
});

export const zCurrentKeyDetail = z.looseObject({
  data: zCurrentKey,
});

export const zLimitResetParam = z.union([z.enum(["daily", "weekly", "monthly"]), z.string()]);

export const zCreateAuthCodeRequest = z.looseObject({
  callback_url: z
    .string()
    .regex(
      /^(https:\/\/(([a-zA-Z0-9-]+\.)*[a-zA-Z][a-zA-Z0-9-]*|((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9]))|http:\/\/(localhost|127\.0\.0\.1))(:([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?([\/?#][!-~]*)?$/,
    ),
  code_challenge: z.string().nullish(),
  code_challenge_method: zCodeChallengeMethod.nullish(),
  expires_at: z.iso.datetime({ offset: true }).nullish(),
  key_label: z.string().nullish(),
  limit: z.number().gte(0).nullish(),
  usage_limit_type: zLimitResetParam.nullish(),
  workspace_id: z.string().nullish(),
});

export const zCreateKeyRequest = z.looseObject({
  name: z.string().min(1),
  limit: z.number().gte(0).nullish(),
  limit_reset: zLimitResetParam.nullish(),
  include_byok_in_limit: z.boolean().nullish(),
  expires_at: z.iso.datetime({ offset: true }).nullish(),
  creator_user_id: z.string().nullish(),
  workspace_id: z.string().nullish(),
  external: zExternalUser.nullish(),
});

export const zMaxPriceValue = z.union([z.string().regex(/^[0-9]{1,15}(\.[0-9]{1,9})?$/), z.number().gte(0)]);

export const zMaxPrice = z.looseObject({
  prompt: zMaxPriceValue.nullish(),
  completion: zMaxPriceValue.nullish(),
  request: zMaxPriceValue.nullish(),
  image: zMaxPriceValue.nullish(),
  audio: zMaxPriceValue.nullish(),
});

export const zMcpServerToolConfiguration = z.looseObject({
  enabled: z.boolean().nullish(),
  allowed_tools: z.array(z.string()).nullish(),
});

export const zMcpServer = z.looseObject({
  type: z.literal("url"),
  name: z.string(),
  url: z.string(),
  authorization_token: z.string().nullish(),
  tool_configuration: zMcpServerToolConfiguration.nullish(),
});

export const zMcpTextBlock = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
});

export const zMcpTool = z.looseObject({
  name: z.string(),
  description: z.string().nullish(),
  input_schema: z.record(z.string(), z.unknown()),
});

export const zMcpToolConfig = z.looseObject({
  enabled: z.boolean().nullish(),
  defer_loading: z.boolean().nullish(),
});

export const zMcpToolListingBlock = z.looseObject({
  type: z.literal("mcp_tool_listing"),
  mcp_server_name: z.string(),
  tools: z.array(zMcpTool),
  cache_control: zBlockCacheControl.nullish(),
});

export const zMcpToolResultContent = z.union([z.string(), z.array(zMcpTextBlock)]);

export const zMcpToolResultBlock = z.looseObject({
  type: z.literal("mcp_tool_result"),
  tool_use_id: z.string(),
  content: zMcpToolResultContent.nullish(),
  is_error: z.boolean().nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zMcpToolUseBlock = z.looseObject({
  type: z.literal("mcp_tool_use"),
  id: z.string(),
  name: z.string(),
  server_name: z.string(),
  input: z.record(z.string(), z.unknown()),
  cache_control: zBlockCacheControl.nullish(),
});

export const zMessagePingEvent = z.looseObject({
  type: z.literal("ping"),
});

export const zMessagesAdvisorTool = z.looseObject({
  type: z.literal("advisor_20260301"),
  name: z.string(),
  model: z.string().nullish(),
  max_uses: z.int().gte(1).nullish(),
  max_tokens: z.int().gte(1).nullish(),
  caching: zCacheControl.nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesBashTool = z.looseObject({
  type: z.union([z.literal("bash_20241022"), z.literal("bash_20250124")]),
  name: z.string(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesCacheCreation = z.looseObject({
  ephemeral_5m_input_tokens: z.int().gte(0),
  ephemeral_1h_input_tokens: z.int().gte(0),
});

export const zMessagesCodeExecutionTool = z.looseObject({
  type: z.union([
    z.literal("code_execution_20250522"),
    z.literal("code_execution_20250825"),
    z.literal("code_execution_20260120"),
    z.literal("code_execution_20260521"),
  ]),
  name: z.string(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesComputerTool = z.looseObject({
  type: z.union([z.literal("computer_20241022"), z.literal("computer_20250124"), z.literal("computer_20251124")]),
  name: z.string(),
  display_width_px: z.int().gte(1).nullish(),
  display_height_px: z.int().gte(1).nullish(),
  display_number: z.int().gte(0).nullish(),
  enable_zoom: z.boolean().nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesContainer = z.looseObject({
  id: z.string(),
  expires_at: z.string(),
  skills: z.array(zContainerSkill).nullish(),
});

export const zMessagesCustomTool = z.looseObject({
  type: z.literal("custom").nullish(),
  name: z.string().min(1),
  description: z.string().nullish(),
  input_schema: z.record(z.string(), z.unknown()),
  eager_input_streaming: z.boolean().nullish(),
  input_examples: z.array(z.record(z.string(), z.unknown())).nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesDiagnostics = z.looseObject({
  cache_miss_reason: zCacheMissReason.nullable(),
});

export const zMessagesDiagnosticsParams = z.looseObject({
  previous_message_id: z.string().nullish(),
});

export const zMessagesEffort = z.union([z.enum(["low", "medium", "high", "xhigh", "max"]), z.string()]);

export const zMessagesErrorDetails = z.looseObject({
  error_code: z.string().optional(),
  unsupported: z.array(z.string()).nullish(),
});

export const zMessagesError = z.looseObject({
  type: z.union([
    z.enum([
      "invalid_request_error",
      "authentication_error",
      "billing_error",
      "permission_error",
      "not_found_error",
      "request_too_large",
      "rate_limit_error",
      "api_error",
      "overloaded_error",
      "timeout_error",
    ]),
    z.string(),
  ]),
  message: z.string(),
  error_type: z.string().optional(),
  details: zMessagesErrorDetails.nullish(),
});

export const zMessagesFallback = z.looseObject({
  model: z.string().max(256),
});

export const zMessagesMcpToolset = z.looseObject({
  type: z.literal("mcp_toolset"),
  mcp_server_name: z.string().nullish(),
  configs: z.record(z.string(), zMcpToolConfig).nullish(),
  default_config: zMcpToolConfig.nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesMemoryTool = z.looseObject({
  type: z.literal("memory_20250818"),
  name: z.string(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesMetadata = z.looseObject({
  user_id: z.string().nullish(),
});

export const zMessagesOutputTokensDetails = z.looseObject({
  thinking_tokens: z.int().gte(0),
});

export const zMessagesSafeguard = z.looseObject({
  type: z.string(),
  classifier_context: z.record(z.string(), z.unknown()).nullish(),
});

export const zMessagesServerToolUse = z.looseObject({
  web_search_requests: z.int().gte(0),
  web_fetch_requests: z.int().gte(0),
});

export const zMessagesStopDetails = z.looseObject({
  type: z.string(),
  category: z
    .union([z.enum(["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"]), z.string()])
    .nullish(),
  explanation: z.string().nullish(),
});

export const zMessagesStopReason = z.union([
  z.enum([
    "end_turn",
    "max_tokens",
    "stop_sequence",
    "tool_use",
    "pause_turn",
    "compaction",
    "refusal",
    "model_context_window_exceeded",
  ]),
  z.string(),
]);

export const zMessageDelta = z.looseObject({
  stop_reason: zMessagesStopReason.nullable(),
  stop_sequence: z.string().nullable(),
  stop_details: zMessagesStopDetails.nullish(),
  container: zMessagesContainer.nullish(),
});

export const zMessagesTextEditorTool = z.looseObject({
  type: z.union([
    z.literal("text_editor_20241022"),
    z.literal("text_editor_20250124"),
    z.literal("text_editor_20250429"),
    z.literal("text_editor_20250728"),
  ]),
  name: z.string(),
  max_characters: z.int().gte(1).nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesToolSearchTool = z.looseObject({
  type: z.union([
    z.literal("tool_search_tool_bm25"),
    z.literal("tool_search_tool_bm25_20251119"),
    z.literal("tool_search_tool_regex"),
    z.literal("tool_search_tool_regex_20251119"),
  ]),
  name: z.string(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesToolset = z.looseObject({
  type: z.union([z.literal("browser_toolset_20260801"), z.literal("computer_toolset_20260801")]),
  configs: z.record(z.string(), z.unknown()).nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesUnknownTool = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "custom",
          "web_search_20250305",
          "web_search_20260209",
          "web_search_20260318",
          "web_fetch_20250910",
          "web_fetch_20260209",
          "web_fetch_20260309",
          "web_fetch_20260318",
          "code_execution_20250522",
          "code_execution_20250825",
          "code_execution_20260120",
          "code_execution_20260521",
          "bash_20241022",
          "bash_20250124",
          "text_editor_20241022",
          "text_editor_20250124",
          "text_editor_20250429",
          "text_editor_20250728",
          "memory_20250818",
          "computer_20241022",
          "computer_20250124",
          "computer_20251124",
          "browser_toolset_20260801",
          "computer_toolset_20260801",
          "tool_search_tool_bm25",
          "tool_search_tool_bm25_20251119",
          "tool_search_tool_regex",
          "tool_search_tool_regex_20251119",
          "advisor_20260301",
          "mcp_toolset",
          "openrouter:bash",
          "openrouter:datetime",
          "openrouter:image_generation",
          "openrouter:experimental__search_models",
          "openrouter:web_fetch",
          "openrouter:web_search",
          "openrouter:shell",
          "openrouter:tool_search",
        ].includes(tag),
    ),
});

export const zMessagesUsageIteration = z.looseObject({
  type: z.union([z.enum(["message", "compaction", "advisor_message", "fallback_message"]), z.string()]),
  model: z.string().nullish(),
  input_tokens: z.int().gte(0).optional(),
  output_tokens: z.int().gte(0).optional(),
  cache_creation_input_tokens: z.int().gte(0).nullish(),
  cache_read_input_tokens: z.int().gte(0).nullish(),
  cache_creation: zMessagesCacheCreation.nullish(),
});

export const zMessageDeltaUsage = z.looseObject({
  input_tokens: z.int().gte(0).nullish(),
  output_tokens: z.int().gte(0),
  cache_creation: zMessagesCacheCreation.nullish(),
  cache_creation_input_tokens: z.int().gte(0).nullish(),
  cache_read_input_tokens: z.int().gte(0).nullish(),
  output_tokens_details: zMessagesOutputTokensDetails.nullish(),
  server_tool_use: zMessagesServerToolUse.nullish(),
  iterations: z.array(zMessagesUsageIteration).nullish(),
  cost: z.number().nullish(),
  is_byok: z.boolean().optional(),
  cost_details: zCostDetails.nullish(),
});

export const zMessageDeltaEvent = z.looseObject({
  type: z.literal("message_delta"),
  delta: zMessageDelta,
  usage: zMessageDeltaUsage,
  context_management: zAppliedContextManagement.nullish(),
});

export const zMessagesUsage = z.looseObject({
  input_tokens: z.int().gte(0),
  output_tokens: z.int().gte(0),
  cache_creation: zMessagesCacheCreation.nullable(),
  cache_creation_input_tokens: z.int().gte(0).nullable(),
  cache_read_input_tokens: z.int().gte(0).nullable(),
  inference_geo: z.string().nullable(),
  output_tokens_details: zMessagesOutputTokensDetails.nullable(),
  server_tool_use: zMessagesServerToolUse.nullable(),
  service_tier: z.union([z.enum(["standard", "priority", "batch"]), z.string()]).nullable(),
  speed: z.union([z.enum(["standard", "fast"]), z.string()]).nullish(),
  iterations: z.array(zMessagesUsageIteration).nullish(),
  cost: z.number().nullish(),
  is_byok: z.boolean().optional(),
  cost_details: zCostDetails.nullish(),
});

export const zMessagesUserLocation = z.looseObject({
  type: z.literal("approximate"),
  city: z.string().nullish(),
  region: z.string().nullish(),
  country: z.string().nullish(),
  timezone: z.string().nullish(),
});

export const zMessagesWebSearchTool = z.looseObject({
  type: z.union([z.literal("web_search_20250305"), z.literal("web_search_20260209"), z.literal("web_search_20260318")]),
  name: z.string(),
  allowed_domains: z.array(z.string()).nullish(),
  blocked_domains: z.array(z.string()).nullish(),
  max_uses: z.int().gte(1).nullish(),
  user_location: zMessagesUserLocation.nullish(),
  response_inclusion: z.string().nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zModelArchitecture = z.looseObject({
  modality: z.string().nullable(),
  input_modalities: z.array(z.union([z.enum(["text", "image", "file", "audio", "video"]), z.string()])),
  output_modalities: z.array(
    z.union([
      z.enum(["text", "image", "embeddings", "audio", "video", "rerank", "decisions", "speech", "transcription"]),
      z.string(),
    ]),
  ),
  tokenizer: z
    .union([
      z.enum([
        "Router",
        "Media",
        "Other",
        "GPT",
        "Claude",
        "Gemini",
        "Gemma",
        "Grok",
        "Cohere",
        "Nova",
        "Qwen",
        "Yi",
        "DeepSeek",
        "Mistral",
        "Llama2",
        "Llama3",
        "Llama4",
        "PaLM",
        "RWKV",
        "Qwen3",
      ]),
      z.string(),
    ])
    .optional(),
  instruct_type: z
    .union([
      z.enum([
        "none",
        "airoboros",
        "alpaca",
        "alpaca-modif",
        "chatml",
        "claude",
        "code-llama",
        "gemma",
        "llama2",
        "llama3",
        "mistral",
        "nemotron",
        "neural",
        "openchat",
        "phi3",
        "rwkv",
        "vicuna",
        "zephyr",
        "deepseek-r1",
        "deepseek-v3.1",
        "qwq",
        "qwen3",
      ]),
      z.string(),
    ])
    .nullish(),
});

export const zModelBenchmarks = z.looseObject({
  artificial_analysis: zAnalysisIndices.optional(),
  design_arena: z.array(zArenaRating),
});

export const zModelLinks = z.looseObject({
  details: z.string(),
});

export const zModelTotal = z.looseObject({
  count: z.int().gte(0),
});

export const zModelCount = z.looseObject({
  data: zModelTotal,
});

export const zModerationPlugin = z.looseObject({
  id: z.literal("moderation"),
});

export const zNamedFunction = z.looseObject({
  name: z.string(),
});

export const zNamedJsonSchema = z.looseObject({
  name: z.string().min(1).max(64),
  description: z.string().nullish(),
  schema: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
});

export const zJsonSchemaFormat = z.looseObject({
  type: z.literal("json_schema"),
  json_schema: zNamedJsonSchema,
});

export const zNestedTool = z.looseObject({
  type: z.string(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
});

export const zFusionPlugin = z.looseObject({
  id: z.literal("fusion"),
  enabled: z.boolean().nullish(),
  preset: z.union([z.enum(["general-high", "general-budget", "general-fast"]), z.string()]).nullish(),
  analysis_models: z.array(z.string()).min(1).max(8).nullish(),
  model: z.string().nullish(),
  max_tool_calls: z.int().gte(1).lte(16).nullish(),
  tools: z.array(zNestedTool).max(8).nullish(),
});

export const zNetworkAllowlist = z.looseObject({
  type: z.literal("allowlist"),
  allowed_domains: z.array(z.string()),
});

export const zNetworkDisabled = z.looseObject({
  type: z.literal("disabled"),
});

export const zContainerNetwork = z.discriminatedUnion("type", [zNetworkDisabled, zNetworkAllowlist]);

export const zExistingContainer = z.looseObject({
  type: z.literal("container_reference"),
  container_id: z.string().min(1).max(20),
  file_ids: z.array(z.string()).nullish(),
  network_policy: zContainerNetwork.nullish(),
});

export const zNewContainer = z.looseObject({
  type: z.literal("container_auto"),
  file_ids: z.array(z.string()).nullish(),
  network_policy: zContainerNetwork.nullish(),
});

export const zBashEnvironment = z.discriminatedUnion("type", [zNewContainer, zExistingContainer]);

export const zPageLinks = z.looseObject({
  next: z.string().nullable(),
});

export const zParameterName = z.union([
  z.enum([
    "temperature",
    "top_p",
    "top_k",
    "min_p",
    "top_a",
    "frequency_penalty",
    "presence_penalty",
    "repetition_penalty",
    "max_tokens",
    "max_completion_tokens",
    "logit_bias",
    "logprobs",
    "top_logprobs",
    "prediction",
    "seed",
    "response_format",
    "structured_outputs",
    "stop",
    "tools",
    "tool_choice",
    "parallel_tool_calls",
    "include_reasoning",
    "reasoning",
    "reasoning_effort",
    "web_search_options",
    "verbosity",
  ]),
  z.string(),
]);

export const zParetoRouterPlugin = z.looseObject({
  id: z.literal("pareto-router"),
  enabled: z.boolean().nullish(),
  min_coding_score: z.number().gte(0).lte(1).nullish(),
  max_price: z.number().gte(0).nullish(),
  price_source: z.union([z.enum(["prompt", "weighted_avg"]), z.string()]).nullish(),
});

export const zParsedImage = z.looseObject({
  type: z.literal("image_url"),
  image_url: zImageReference,
});

export const zParsedText = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
});

export const zParsedPart = z.discriminatedUnion("type", [zParsedText, zParsedImage]);

export const zParsedFile = z.looseObject({
  hash: z.string(),
  name: z.string().nullish(),
  content: z.array(zParsedPart),
});

export const zFileAnnotation = z.looseObject({
  type: z.literal("file"),
  file: zParsedFile,
});

export const zPdfOptions = z.looseObject({
  engine: z.union([z.enum(["mistral-ocr", "cloudflare-ai", "native", "pdf-text"]), z.string()]).nullish(),
});

export const zFileParserPlugin = z.looseObject({
  id: z.literal("file-parser"),
  enabled: z.boolean().nullish(),
  pdf: zPdfOptions.nullish(),
});

export const zPerRequestLimits = z.looseObject({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
});

export const zPercentiles = z.looseObject({
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p99: z.number(),
});

export const zPipelineStage = z.looseObject({
  type: z.union([
    z.enum(["guardrail", "plugin", "server_tools", "response_healing", "context_compression"]),
    z.string(),
  ]),
  name: z.string(),
  guardrail_id: z.string().optional(),
  guardrail_scope: z.string().optional(),
  summary: z.string().optional(),
  cost_usd: z.number().nullish(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export const zPlainTextSource = z.looseObject({
  type: z.literal("text"),
  media_type: z.string(),
  data: z.string(),
});

export const zPreviousError = z.looseObject({
  provider: z.string().optional(),
  model: z.string().optional(),
  code: zErrorStatusOrName.nullish(),
  status: z.int().nullish(),
  message: z.string().optional(),
});

export const zPricingOverride = z.looseObject({
  min_prompt_tokens: z.number().optional(),
  utc_start: z.number().optional(),
  utc_end: z.number().optional(),
  utc_days: z
    .array(
      z.union([z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]), z.string()]),
    )
    .optional(),
  prompt: z.string().optional(),
  completion: z.string().optional(),
  audio: z.string().optional(),
  input_audio_cache: z.string().optional(),
  input_cache_read: z.string().optional(),
  input_cache_write: z.string().optional(),
  input_cache_write_1h: z.string().optional(),
});

export const zPricing = z.looseObject({
  prompt: z.string(),
  completion: z.string(),
  image: z.string().optional(),
  image_output: z.string().optional(),
  image_token: z.string().optional(),
  audio: z.string().optional(),
  audio_output: z.string().optional(),
  input_audio_cache: z.string().optional(),
  input_cache_read: z.string().optional(),
  input_cache_write: z.string().optional(),
  input_cache_write_1h: z.string().optional(),
  internal_reasoning: z.string().optional(),
  request: z.string().optional(),
  web_search: z.string().optional(),
  discount: z.number().optional(),
  overrides: z.array(zPricingOverride).optional(),
});

export const zPromptCacheBreakpoint = z.looseObject({
  mode: z.literal("explicit"),
  ttl: z.string().nullish(),
});

export const zPromptCacheOptions = z.looseObject({
  mode: z.literal("explicit"),
  ttl: z.string().nullish(),
});

export const zPromptTokensDetails = z.looseObject({
  cached_tokens: z.int().gte(0).optional(),
  cache_write_tokens: z.int().gte(0).optional(),
  audio_tokens: z.int().gte(0).optional(),
  video_tokens: z.int().gte(0).optional(),
});

export const zProvider = z.looseObject({
  name: z.string(),
  slug: z.string(),
  privacy_policy_url: z.string().nullable(),
  terms_of_service_url: z.string().nullish(),
  status_page_url: z.string().nullish(),
  headquarters: z.string().nullish(),
  datacenters: z.array(z.string()).nullish(),
});

export const zProviderList = z.looseObject({
  data: z.array(zProvider),
});

export const zProviderResponse = z.looseObject({
  id: z.string().optional(),
  provider_name: z.string().optional(),
  endpoint_id: z.string().optional(),
  model_permaslug: z.string().optional(),
  status: z.int().nullable(),
  latency: z.number().optional(),
  is_byok: z.boolean().optional(),
  routed_service_tier: z.union([z.enum(["flex", "priority", "ultrafast"]), z.string()]).optional(),
});

export const zGeneration = z.looseObject({
  id: z.string(),
  api_type: z
    .union([
      z.enum([
        "completions",
        "responses",
        "messages",
        "embeddings",
        "rerank",
        "decisions",
        "video",
        "tts",
        "stt",
        "image",
      ]),
      z.string(),
    ])
    .nullable(),
  model: z.string(),
  created_at: z.string(),
  origin: z.string(),
  usage: z.number(),
  total_cost: z.number(),
  is_byok: z.boolean(),
  usage_estimated: z.boolean().optional(),
  data_region: zDataRegion,
  streamed: z.boolean().nullable(),
  cancelled: z.boolean().nullable(),
  generation_time: z.number().nullable(),
  latency: z.number().nullable(),
  moderation_latency: z.number().nullable(),
  tokens_prompt: z.int().nullable(),
  tokens_completion: z.int().nullable(),
  native_tokens_prompt: z.int().nullable(),
  native_tokens_completion: z.int().nullable(),
  native_tokens_reasoning: z.int().nullable(),
  native_tokens_cached: z.int().nullable(),
  native_tokens_completion_images: z.int().nullable(),
  num_media_prompt: z.int().nullable(),
  num_input_audio_prompt: z.int().nullable(),
  num_media_completion: z.int().nullable(),
  num_search_results: z.int().nullable(),
  num_fetches: z.int().nullable(),
  cache_discount: z.number().nullable(),
  upstream_inference_cost: z.number().nullable(),
  finish_reason: z.string().nullable(),
  native_finish_reason: z.string().nullable(),
  provider_name: z.string().nullable(),
  upstream_id: z.string().nullable(),
  router: z.string().nullable(),
  preset_id: z.string().nullable(),
  service_tier: z.string().nullable(),
  external_user: z.string().nullable(),
  http_referer: z.string().nullable(),
  user_agent: z.string().nullable(),
  workspace_id: z.string().nullable(),
  web_search_engine: z.string().nullable(),
  app_id: z.int().nullable(),
  request_id: z.string().nullish(),
  session_id: z.string().nullish(),
  response_cache_source_id: z.string().nullish(),
  provider_responses: z.array(zProviderResponse).nullable(),
});

export const zGenerationDetail = z.looseObject({
  data: zGeneration,
});

export const zProviderSortKey = z.union([z.enum(["price", "throughput", "latency", "exacto"]), z.string()]);

export const zProviderSort = z.looseObject({
  by: zProviderSortKey.nullish(),
  partition: z.union([z.enum(["model", "none"]), z.string()]).nullish(),
});

export const zPythonFormat = z.looseObject({
  type: z.literal("python"),
});

export const zReasoningContext = z.union([z.enum(["auto", "all_turns", "current_turn"]), z.string()]);

export const zReasoningEffort = z.union([
  z.enum(["max", "xhigh", "high", "medium", "low", "minimal", "none"]),
  z.string(),
]);

export const zReasoningFormat = z.union([
  z.enum([
    "unknown",
    "openai-responses-v1",
    "azure-openai-responses-v1",
    "bedrock-openai-responses-v1",
    "bedrock-xai-responses-v1",
    "xai-responses-v1",
    "meta-responses-v1",
    "anthropic-claude-v1",
    "google-gemini-v1",
  ]),
  z.string(),
]);

export const zReasoningEncrypted = z.looseObject({
  type: z.literal("reasoning.encrypted"),
  data: z.string(),
  id: z.string().nullish(),
  format: zReasoningFormat.nullish(),
  index: z.int().nullish(),
});

export const zReasoningMode = z.union([z.enum(["standard", "pro"]), z.string()]);

export const zReasoningServerToolCall = z.looseObject({
  type: z.literal("reasoning.server_tool_call"),
  tool_name: z.string(),
  arguments: z.string(),
  result: z.string(),
  tool_call_id: z.string().nullish(),
  id: z.string().nullish(),
  format: zReasoningFormat.nullish(),
  index: z.int().nullish(),
});

export const zReasoningSummary = z.looseObject({
  type: z.literal("reasoning.summary"),
  summary: z.string(),
  id: z.string().nullish(),
  format: zReasoningFormat.nullish(),
  index: z.int().nullish(),
});

export const zReasoningSummaryLevel = z.union([z.enum(["auto", "concise", "detailed"]), z.string()]);

export const zReasoningOptions = z.looseObject({
  effort: zReasoningEffort.nullish(),
  max_tokens: z.int().gte(1).nullish(),
  summary: zReasoningSummaryLevel.nullish(),
  exclude: z.boolean().nullish(),
  enabled: z.boolean().nullish(),
  context: zReasoningContext.nullish(),
  mode: zReasoningMode.nullish(),
});

export const zReasoningText = z.looseObject({
  type: z.literal("reasoning.text"),
  text: z.string().nullish(),
  signature: z.string().nullish(),
  id: z.string().nullish(),
  format: zReasoningFormat.nullish(),
  index: z.int().nullish(),
});

export const zReasoningDetail = z.discriminatedUnion("type", [
  zReasoningSummary,
  zReasoningEncrypted,
  zReasoningText,
  zReasoningServerToolCall,
]);

export const zReasoningUpdate = z.looseObject({
  effort: zReasoningEffort,
});

export const zConfigurationUpdate = z.looseObject({
  reasoning: zReasoningUpdate,
});

export const zRedactedThinkingBlock = z.looseObject({
  type: z.literal("redacted_thinking"),
  data: z.string(),
});

export const zRefusalPart = z.looseObject({
  type: z.literal("refusal"),
  refusal: z.string(),
});

export const zRequestIssue = z.looseObject({
  in: z.union([z.enum(["body", "query", "path", "header"]), z.string()]),
  pointer: z.string(),
  message: z.string(),
  expected: z.string().optional(),
  received: z.string().optional(),
});

export const zErrorMetadata = z.looseObject({
  error_type: z
    .union([
      z.enum([
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "invalid_request",
        "invalid_prompt",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_download_failed",
        "authentication",
        "payment_required",
        "permission_denied",
        "not_found",
        "image_not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "rate_limit_exceeded",
        "server",
        "unmapped",
        "provider_unavailable",
        "provider_overloaded",
        "timeout",
      ]),
      z.string(),
    ])
    .optional(),
  provider_code: z.string().nullish(),
  provider_name: z.string().nullish(),
  raw: z.unknown().optional(),
  model_slug: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  flagged_input: z.string().optional(),
  patterns: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  limit_source: z.string().optional(),
  previous_errors: z.array(zPreviousError).optional(),
  file_annotations: z.array(zFileAnnotation).optional(),
  excluded_endpoints: z.array(zExcludedEndpoint).optional(),
  issues: z.array(zRequestIssue).optional(),
});

export const zErrorDetail = z.looseObject({
  code: zErrorStatusOrName,
  message: z.string(),
  metadata: zErrorMetadata.nullish(),
  availability: zErrorAvailability.optional(),
});

export const zRerankDocument = z.looseObject({
  text: z.string().nullish(),
  image: z.string().nullish(),
});

export const zRankedDocument = z.looseObject({
  index: z.int().gte(0),
  relevance_score: z.number(),
  document: zRerankDocument,
});

export const zRerankDocumentOrText = z.union([z.string(), zRerankDocument]);

export const zRerankUsage = z.looseObject({
  total_tokens: z.int().gte(0).optional(),
  search_units: z.int().gte(0).optional(),
  cost: z.number().optional(),
});

export const zRanking = z.looseObject({
  id: z.string().optional(),
  model: z.string(),
  provider: z.string().optional(),
  results: z.array(zRankedDocument),
  usage: zRerankUsage.optional(),
});

export const zResponseApplyPatchCallOperationDiffDeltaEvent = z.looseObject({
  type: z.literal("response.apply_patch_call_operation_diff.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  delta: z.string(),
});

export const zResponseApplyPatchCallOperationDiffDoneEvent = z.looseObject({
  type: z.literal("response.apply_patch_call_operation_diff.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  diff: z.string(),
});

export const zResponseApplyPatchOperation = z.looseObject({
  type: z.union([z.enum(["create_file", "update_file", "delete_file"]), z.string()]),
  path: z.string(),
  diff: z.string().nullish(),
});

export const zResponseApplyPatchTool = z.looseObject({
  type: z.literal("apply_patch"),
});

export const zResponseAudioDeltaEvent = z.looseObject({
  type: z.literal("response.audio.delta"),
  sequence_number: z.int(),
  delta: z.string(),
});

export const zResponseAudioDoneEvent = z.looseObject({
  type: z.literal("response.audio.done"),
  sequence_number: z.int(),
});

export const zResponseAudioTranscriptDeltaEvent = z.looseObject({
  type: z.literal("response.audio.transcript.delta"),
  sequence_number: z.int(),
  delta: z.string(),
});

export const zResponseAudioTranscriptDoneEvent = z.looseObject({
  type: z.literal("response.audio.transcript.done"),
  sequence_number: z.int(),
});

export const zResponseAutoContainer = z.looseObject({
  type: z.literal("auto"),
  file_ids: z.array(z.string()).nullish(),
  memory_limit: z.union([z.enum(["1g", "4g", "16g", "64g"]), z.string()]).nullish(),
});

export const zResponseCodeInterpreterCallCodeDeltaEvent = z.looseObject({
  type: z.literal("response.code_interpreter_call_code.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  delta: z.string(),
});

export const zResponseCodeInterpreterCallCodeDoneEvent = z.looseObject({
  type: z.literal("response.code_interpreter_call_code.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  code: z.string(),
});

export const zResponseCodeInterpreterCallCompletedEvent = z.looseObject({
  type: z.literal("response.code_interpreter_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseCodeInterpreterCallInProgressEvent = z.looseObject({
  type: z.literal("response.code_interpreter_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseCodeInterpreterCallInterpretingEvent = z.looseObject({
  type: z.literal("response.code_interpreter_call.interpreting"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseCodeInterpreterContainer = z.union([z.string(), zResponseAutoContainer]);

export const zResponseCodeInterpreterFile = z.looseObject({
  type: z.literal("file"),
  id: z.string().nullish(),
  filename: z.string().nullish(),
  media_type: z.string().nullish(),
  size_bytes: z.int().nullish(),
  sha256: z.string().nullish(),
  status: z.string().nullish(),
  error_code: z.string().nullish(),
  download_url: z.string().nullish(),
  expires_at: z.string().nullish(),
});

export const zResponseCodeInterpreterImage = z.looseObject({
  type: z.literal("image"),
  url: z.string(),
});

export const zResponseCodeInterpreterLogs = z.looseObject({
  type: z.literal("logs"),
  logs: z.string(),
});

export const zResponseCodeInterpreterTool = z.looseObject({
  type: z.literal("code_interpreter"),
  container: zResponseCodeInterpreterContainer,
});

export const zResponseCompaction = z.looseObject({
  type: z.literal("compaction"),
  id: z.string().nullish(),
  encrypted_content: z.string(),
});

export const zResponseCompactionCompactingEvent = z.looseObject({
  type: z.literal("response.compaction.compacting"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseCompactionTrigger = z.looseObject({
  type: z.literal("compaction_trigger"),
});

export const zResponseComputerTool = z.looseObject({
  type: z.literal("computer"),
});

export const zResponseComputerUseTool = z.looseObject({
  type: z.literal("computer_use_preview"),
  display_width: z.int(),
  display_height: z.int(),
  environment: z.union([z.enum(["windows", "mac", "linux", "ubuntu", "browser"]), z.string()]),
});

export const zResponseContainerFileCitation = z.looseObject({
  type: z.literal("container_file_citation"),
  container_id: z.string(),
  file_id: z.string(),
  filename: z.string(),
  start_index: z.int(),
  end_index: z.int(),
});

export const zResponseContextCompaction = z.looseObject({
  type: z.literal("context_compaction"),
  id: z.string().nullish(),
  encrypted_content: z.string().nullish(),
});

export const zResponseCostDetails = z.looseObject({
  upstream_inference_cost: z.number().nullish(),
  upstream_inference_input_cost: z.number(),
  upstream_inference_output_cost: z.number(),
  server_tool_cost: z.number().nullish(),
});

export const zResponseCustomGrammarFormat = z.looseObject({
  type: z.literal("grammar"),
  syntax: z.union([z.enum(["lark", "regex"]), z.string()]),
  definition: z.string(),
});

export const zResponseCustomTextFormat = z.looseObject({
  type: z.literal("text"),
});

export const zResponseCustomToolCallInputDeltaEvent = z.looseObject({
  type: z.literal("response.custom_tool_call_input.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  delta: z.string(),
});

export const zResponseCustomToolCallInputDoneEvent = z.looseObject({
  type: z.literal("response.custom_tool_call_input.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  input: z.string(),
});

export const zResponseCustomToolFormat = z.discriminatedUnion("type", [
  zResponseCustomTextFormat,
  zResponseCustomGrammarFormat,
]);

export const zResponseCustomTool = z.looseObject({
  type: z.literal("custom"),
  name: z.string().min(1),
  description: z.string().nullish(),
  format: zResponseCustomToolFormat.nullish(),
  async: z.boolean().nullish(),
  defer_loading: z.boolean().nullish(),
});

export const zResponseDebugTimings = z.looseObject({
  event: z
    .union([
      z.enum(["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"]),
      z.string(),
    ])
    .optional(),
  epoch_ms: z.int().optional(),
  start_ms: z.int().optional(),
});

export const zResponseDebug = z.looseObject({
  echo_upstream_body: z.record(z.string(), z.unknown()).optional(),
  timings: zResponseDebugTimings.optional(),
});

export const zResponseDebugEvent = z.looseObject({
  type: z.literal("response.debug"),
  sequence_number: z.int(),
  debug: zResponseDebug,
});

export const zResponseEncryptedContent = z.looseObject({
  type: z.literal("encrypted_content"),
  encrypted_content: z.string(),
});

export const zResponseErrorEvent = z.looseObject({
  type: z.literal("error"),
  sequence_number: z.int(),
  code: z.string().nullable(),
  message: z.string(),
  param: z.string().nullable(),
});

export const zResponseFailureCode = z.union([
  z.enum([
    "server_error",
    "rate_limit_exceeded",
    "invalid_prompt",
    "vector_store_timeout",
    "invalid_image",
    "invalid_image_format",
    "invalid_base64_image",
    "invalid_image_url",
    "image_too_large",
    "image_too_small",
    "image_parse_error",
    "image_content_policy_violation",
    "invalid_image_mode",
    "image_file_too_large",
    "unsupported_image_media_type",
    "empty_image_file",
    "failed_to_download_image",
    "image_file_not_found",
    "bio_policy",
    "cyber_policy",
    "misalignment_policy_violation",
    "data_residency_mismatch",
  ]),
  z.string(),
]);

export const zResponseFailure = z.looseObject({
  code: zResponseFailureCode,
  message: z.string(),
});

export const zResponseFileCitation = z.looseObject({
  type: z.literal("file_citation"),
  file_id: z.string(),
  filename: z.string().nullish(),
  index: z.int(),
});

export const zResponseFilePath = z.looseObject({
  type: z.literal("file_path"),
  file_id: z.string(),
  index: z.int(),
});

export const zResponseFileSearchCallCompletedEvent = z.looseObject({
  type: z.literal("response.file_search_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseFileSearchCallInProgressEvent = z.looseObject({
  type: z.literal("response.file_search_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseFileSearchCallSearchingEvent = z.looseObject({
  type: z.literal("response.file_search_call.searching"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseFileSearchTool = z.looseObject({
  type: z.literal("file_search"),
  vector_store_ids: z.array(z.string()),
  max_num_results: z.int().nullish(),
  filters: z.unknown().optional(),
  ranking_options: z.unknown().optional(),
});

export const zResponseFunctionCallArgumentsDeltaEvent = z.looseObject({
  type: z.literal("response.function_call_arguments.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  delta: z.string(),
});

export const zResponseFunctionCallArgumentsDoneEvent = z.looseObject({
  type: z.literal("response.function_call_arguments.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  name: z.string(),
  arguments: z.string(),
});

export const zResponseFunctionTool = z.looseObject({
  type: z.literal("function"),
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
  async: z.boolean().nullish(),
  defer_loading: z.boolean().nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  output_schema: z.record(z.string(), z.unknown()).nullish(),
});

export const zResponseFusionAnswer = z.looseObject({
  model: z.string(),
  content: z.string().nullish(),
});

export const zResponseFusionCallAnalysisInProgressEvent = z.looseObject({
  type: z.literal("response.fusion_call.analysis.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  analyst_model: z.string(),
  judge_model: z.string().optional(),
});

export const zResponseFusionCallCompletedEvent = z.looseObject({
  type: z.literal("response.fusion_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseFusionCallInProgressEvent = z.looseObject({
  type: z.literal("response.fusion_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseFusionCallPanelAddedEvent = z.looseObject({
  type: z.literal("response.fusion_call.panel.added"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  model: z.string(),
});

export const zResponseFusionCallPanelCompletedEvent = z.looseObject({
  type: z.literal("response.fusion_call.panel.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  model: z.string(),
  content: z.string(),
});

export const zResponseFusionCallPanelDeltaEvent = z.looseObject({
  type: z.literal("response.fusion_call.panel.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  model: z.string(),
  delta: z.string(),
});

export const zResponseFusionCallPanelFailedEvent = z.looseObject({
  type: z.literal("response.fusion_call.panel.failed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  model: z.string(),
  error: z.string(),
  status_code: z.int().optional(),
});

export const zResponseFusionCallPanelReasoningDeltaEvent = z.looseObject({
  type: z.literal("response.fusion_call.panel.reasoning.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  model: z.string(),
  delta: z.string(),
});

export const zResponseFusionCoverage = z.looseObject({
  point: z.string(),
  models: z.array(z.string()),
});

export const zResponseFusionFailure = z.looseObject({
  model: z.string(),
  error: z.string(),
  status_code: z.int().nullish(),
});

export const zResponseFusionInsight = z.looseObject({
  model: z.string(),
  insight: z.string(),
});

export const zResponseFusionSource = z.looseObject({
  title: z.string(),
  url: z.string(),
});

export const zResponseFusionStance = z.looseObject({
  model: z.string(),
  stance: z.string(),
});

export const zResponseFusionContradiction = z.looseObject({
  topic: z.string(),
  stances: z.array(zResponseFusionStance),
});

export const zResponseFusionAnalysis = z.looseObject({
  consensus: z.array(z.string()).nullish(),
  contradictions: z.array(zResponseFusionContradiction).nullish(),
  partial_coverage: z.array(zResponseFusionCoverage).nullish(),
  unique_insights: z.array(zResponseFusionInsight).nullish(),
  blind_spots: z.array(z.string()).nullish(),
});

export const zResponseFusionCallAnalysisCompletedEvent = z.looseObject({
  type: z.literal("response.fusion_call.analysis.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  analysis: zResponseFusionAnalysis,
});

export const zResponseHealingPlugin = z.looseObject({
  id: z.literal("response-healing"),
  enabled: z.boolean().nullish(),
});

export const zResponseImageGenCallCompletedEvent = z.looseObject({
  type: z.literal("response.image_generation_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseImageGenCallGeneratingEvent = z.looseObject({
  type: z.literal("response.image_generation_call.generating"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseImageGenCallInProgressEvent = z.looseObject({
  type: z.literal("response.image_generation_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseImageGenCallPartialImageEvent = z.looseObject({
  type: z.literal("response.image_generation_call.partial_image"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  partial_image_index: z.int(),
  partial_image_b64: z.string(),
});

export const zResponseImageGenerationTool = z.looseObject({
  type: z.literal("image_generation"),
  model: z.string().nullish(),
  size: z.string().nullish(),
  quality: z.union([z.enum(["low", "medium", "high", "auto"]), z.string()]).nullish(),
  background: z.union([z.enum(["transparent", "opaque", "auto"]), z.string()]).nullish(),
  output_format: z.union([z.enum(["png", "webp", "jpeg"]), z.string()]).nullish(),
  output_compression: z.int().gte(0).lte(100).nullish(),
  partial_images: z.int().gte(0).lte(3).nullish(),
  moderation: z.union([z.enum(["auto", "low"]), z.string()]).nullish(),
  input_fidelity: z.union([z.enum(["high", "low"]), z.string()]).nullish(),
  input_image_mask: z.unknown().optional(),
});

export const zResponseIncludable = z.union([
  z.enum([
    "reasoning.encrypted_content",
    "message.output_text.logprobs",
    "message.input_image.image_url",
    "file_search_call.results",
    "web_search_call.action.sources",
    "web_search_call.results",
    "computer_call_output.output.image_url",
    "code_interpreter_call.outputs",
  ]),
  z.string(),
]);

export const zResponseIncompleteDetails = z.looseObject({
  reason: z.union([z.enum(["max_output_tokens", "content_filter"]), z.string()]).optional(),
});

export const zResponseInputAudio = z.looseObject({
  type: z.literal("input_audio"),
  input_audio: zInputAudio,
});

export const zResponseInputFile = z.looseObject({
  type: z.literal("input_file"),
  filename: z.string().nullish(),
  file_data: z.string().nullish(),
  file_url: z.string().nullish(),
  file_id: z.string().nullish(),
  prompt_cache_breakpoint: zPromptCacheBreakpoint.nullish(),
});

export const zResponseInputImage = z.looseObject({
  type: z.literal("input_image"),
  image_url: z.string().nullish(),
  file_id: z.string().nullish(),
  detail: zImageDetail.nullish(),
  prompt_cache_breakpoint: zPromptCacheBreakpoint.nullish(),
});

export const zResponseInputText = z.looseObject({
  type: z.literal("input_text"),
  text: z.string(),
  prompt_cache_breakpoint: zPromptCacheBreakpoint.nullish(),
});

export const zResponseInputTokensDetails = z.looseObject({
  cached_tokens: z.int(),
  cache_write_tokens: z.int().nullish(),
});

export const zResponseItemReference = z.looseObject({
  type: z.literal("item_reference"),
  id: z.string(),
});

export const zResponseItemStatus = z.union([
  z.enum(["in_progress", "completed", "incomplete", "failed", "searching", "generating", "interpreting"]),
  z.string(),
]);

export const zResponseAdvisorCall = z.looseObject({
  type: z.literal("openrouter:advisor"),
  id: z.string().nullish(),
  instance_name: z.string().nullish(),
  model: z.string().nullish(),
  prompt: z.string().nullish(),
  advice: z.string().nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseApplyPatchCall = z.looseObject({
  type: z.literal("apply_patch_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  operation: zResponseApplyPatchOperation,
  status: zResponseItemStatus.nullish(),
});

export const zResponseApplyPatchCallOutput = z.looseObject({
  type: z.literal("apply_patch_call_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  output: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseBashCall = z.looseObject({
  type: z.literal("openrouter:bash"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  arguments: z.string().nullish(),
  command: z.string().nullish(),
  stdout: z.string().nullish(),
  stderr: z.string().nullish(),
  exitCode: z.int().nullish(),
  container_id: z.string().nullish(),
  files: z.array(zResponseContainerFileCitation).nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseBrowserUseCall = z.looseObject({
  type: z.literal("openrouter:browser_use"),
  id: z.string().nullish(),
  action: z.string().nullish(),
  screenshotB64: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseCustomToolCall = z.looseObject({
  type: z.literal("custom_tool_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  name: z.string(),
  input: z.string(),
  namespace: z.string().nullish(),
  async: z.boolean().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseDatetimeCall = z.looseObject({
  type: z.literal("openrouter:datetime"),
  id: z.string().nullish(),
  datetime: z.string().nullish(),
  timezone: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseFileSearchCall = z.looseObject({
  type: z.literal("file_search_call"),
  id: z.string().nullish(),
  queries: z.array(z.string()),
  results: z.array(z.unknown()).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseFilesCall = z.looseObject({
  type: z.literal("openrouter:files"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  arguments: z.string().nullish(),
  operation: z.string().nullish(),
  file_id: z.string().nullish(),
  filename: z.string().nullish(),
  result: z.string().nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseFunctionCall = z.looseObject({
  type: z.literal("function_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
  namespace: z.string().nullish(),
  caller: z.unknown().optional(),
  async: z.boolean().nullish(),
  subagent_id: z.string().nullish(),
  subagent_items: z.array(z.unknown()).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseFusionCall = z.looseObject({
  type: z.literal("openrouter:fusion"),
  id: z.string().nullish(),
  responses: z.array(zResponseFusionAnswer).nullish(),
  analysis: zResponseFusionAnalysis.nullish(),
  sources: z.array(zResponseFusionSource).nullish(),
  failed_models: z.array(zResponseFusionFailure).nullish(),
  failure_reason: z.string().nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseImageGenerationCall = z.looseObject({
  type: z.literal("image_generation_call"),
  id: z.string().nullish(),
  result: z.string().nullish(),
  prompt: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseKeepaliveEvent = z.looseObject({
  type: z.literal("keepalive"),
  sequence_number: z.int(),
});

export const zResponseLocalShellAction = z.looseObject({
  type: z.string(),
  command: z.array(z.string()),
  env: z.record(z.string(), z.string()).nullish(),
  timeout_ms: z.int().nullish(),
  user: z.string().nullish(),
  working_directory: z.string().nullish(),
});

export const zResponseLocalShellCall = z.looseObject({
  type: z.literal("local_shell_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  action: zResponseLocalShellAction,
  status: zResponseItemStatus.nullish(),
});

export const zResponseLocalShellCallOutput = z.looseObject({
  type: z.literal("local_shell_call_output"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  output: z.string(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseLocalShellTool = z.looseObject({
  type: z.literal("local_shell"),
});

export const zResponseMcpApprovalRequest = z.looseObject({
  type: z.literal("mcp_approval_request"),
  id: z.string().nullish(),
  server_label: z.string(),
  name: z.string(),
  arguments: z.string(),
});

export const zResponseMcpApprovalResponse = z.looseObject({
  type: z.literal("mcp_approval_response"),
  id: z.string().nullish(),
  approval_request_id: z.string(),
  approve: z.boolean(),
  reason: z.string().nullish(),
});

export const zResponseMcpCallArgumentsDeltaEvent = z.looseObject({
  type: z.literal("response.mcp_call_arguments.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  delta: z.string(),
});

export const zResponseMcpCallArgumentsDoneEvent = z.looseObject({
  type: z.literal("response.mcp_call_arguments.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  arguments: z.string(),
});

export const zResponseMcpCallCompletedEvent = z.looseObject({
  type: z.literal("response.mcp_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpCallFailedEvent = z.looseObject({
  type: z.literal("response.mcp_call.failed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpCallInProgressEvent = z.looseObject({
  type: z.literal("response.mcp_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpError = z.looseObject({
  type: z.union([z.enum(["mcp_protocol_error", "http_error", "mcp_tool_execution_error"]), z.string()]),
  code: z.int().nullish(),
  message: z.string().nullish(),
  content: z.unknown().optional(),
});

export const zResponseMcpErrorOrText = z.union([z.string(), zResponseMcpError]);

export const zResponseMcpCall = z.looseObject({
  type: z.literal("mcp_call"),
  id: z.string().nullish(),
  server_label: z.string(),
  name: z.string(),
  arguments: z.string(),
  output: z.string().nullish(),
  error: zResponseMcpErrorOrText.nullish(),
  approval_request_id: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseMcpListToolsCompletedEvent = z.looseObject({
  type: z.literal("response.mcp_list_tools.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpListToolsFailedEvent = z.looseObject({
  type: z.literal("response.mcp_list_tools.failed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpListToolsInProgressEvent = z.looseObject({
  type: z.literal("response.mcp_list_tools.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseMcpListedTool = z.looseObject({
  name: z.string(),
  description: z.string().nullish(),
  input_schema: z.unknown().optional(),
  annotations: z.unknown().optional(),
});

export const zResponseMcpListTools = z.looseObject({
  type: z.literal("mcp_list_tools"),
  id: z.string().nullish(),
  server_label: z.string(),
  tools: z.array(zResponseMcpListedTool),
  error: z.string().nullish(),
});

export const zResponseMcpToolFilter = z.looseObject({
  tool_names: z.array(z.string()).nullish(),
  read_only: z.boolean().nullish(),
});

export const zResponseMcpAllowedTools = z.union([z.array(z.string()), zResponseMcpToolFilter]);

export const zResponseMcpApprovalFilter = z.looseObject({
  always: zResponseMcpToolFilter.nullish(),
  never: zResponseMcpToolFilter.nullish(),
});

export const zResponseMcpApproval = z.union([z.string(), zResponseMcpApprovalFilter]);

export const zResponseMcpTool = z.looseObject({
  type: z.literal("mcp"),
  server_label: z.string(),
  server_url: z.string().nullish(),
  server_description: z.string().nullish(),
  connector_id: z.string().nullish(),
  authorization: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  allowed_tools: zResponseMcpAllowedTools.nullish(),
  require_approval: zResponseMcpApproval.nullish(),
});

export const zResponseMemoryCall = z.looseObject({
  type: z.literal("openrouter:memory"),
  id: z.string().nullish(),
  action: z.union([z.enum(["read", "write", "delete"]), z.string()]).nullish(),
  key: z.string().nullish(),
  value: z.unknown().optional(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseModality = z.union([z.enum(["text", "image"]), z.string()]);

export const zResponseOutputRefusal = z.looseObject({
  type: z.literal("refusal"),
  refusal: z.string(),
});

export const zResponseOutputTokensDetails = z.looseObject({
  reasoning_tokens: z.int(),
});

export const zResponsePhase = z.union([z.enum(["commentary", "final_answer"]), z.string()]);

export const zResponseProgram = z.looseObject({
  type: z.literal("program"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  code: z.string().nullish(),
  fingerprint: z.string().nullish(),
});

export const zResponseProgramOutput = z.looseObject({
  type: z.literal("program_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  result: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseProgrammaticTool = z.looseObject({
  type: z.literal("programmatic_tool_calling"),
});

export const zResponseReasoningOptions = z.looseObject({
  effort: zReasoningEffort.nullish(),
  max_tokens: z.int().gte(1).nullish(),
  enabled: z.boolean().nullish(),
  summary: zReasoningSummaryLevel.nullish(),
  generate_summary: zReasoningSummaryLevel.nullish(),
  context: zReasoningContext.nullish(),
  mode: zReasoningMode.nullish(),
});

export const zResponseConfigurationUpdate = z.looseObject({
  type: z.literal("configuration_update"),
  id: z.string().nullish(),
  reasoning: zResponseReasoningOptions.nullish(),
});

export const zResponseReasoningSummaryTextDeltaEvent = z.looseObject({
  type: z.literal("response.reasoning_summary_text.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  summary_index: z.int(),
  delta: z.string(),
});

export const zResponseReasoningSummaryTextDoneEvent = z.looseObject({
  type: z.literal("response.reasoning_summary_text.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  summary_index: z.int(),
  text: z.string(),
});

export const zResponseReasoningText = z.looseObject({
  type: z.literal("reasoning_text"),
  text: z.string(),
});

export const zResponseReasoningTextDeltaEvent = z.looseObject({
  type: z.literal("response.reasoning_text.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  delta: z.string(),
});

export const zResponseReasoningTextDoneEvent = z.looseObject({
  type: z.literal("response.reasoning_text.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  text: z.string(),
});

export const zResponseRefusalDeltaEvent = z.looseObject({
  type: z.literal("response.refusal.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  delta: z.string(),
});

export const zResponseRefusalDoneEvent = z.looseObject({
  type: z.literal("response.refusal.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  refusal: z.string(),
});

export const zResponseSafetyCheck = z.looseObject({
  id: z.string(),
  code: z.string().nullish(),
  message: z.string().nullish(),
});

export const zResponseComputerCall = z.looseObject({
  type: z.literal("computer_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  action: z.unknown().optional(),
  pending_safety_checks: z.array(zResponseSafetyCheck).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseComputerCallOutput = z.looseObject({
  type: z.literal("computer_call_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  output: z.unknown(),
  acknowledged_safety_checks: z.array(zResponseSafetyCheck).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseSearchFilters = z.looseObject({
  allowed_domains: z.array(z.string()).nullish(),
  blocked_domains: z.array(z.string()).nullish(),
  excluded_domains: z.array(z.string()).nullish(),
});

export const zResponseSearchModelsCall = z.looseObject({
  type: z.literal("openrouter:experimental__search_models"),
  id: z.string().nullish(),
  query: z.string().nullish(),
  arguments: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerApplyPatchCall = z.looseObject({
  type: z.literal("openrouter:apply_patch"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  operation: zResponseApplyPatchOperation.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerCodeInterpreterCall = z.looseObject({
  type: z.literal("openrouter:code_interpreter"),
  id: z.string().nullish(),
  code: z.string().nullish(),
  language: z.string().nullish(),
  stdout: z.string().nullish(),
  stderr: z.string().nullish(),
  exitCode: z.int().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerFileSearchCall = z.looseObject({
  type: z.literal("openrouter:file_search"),
  id: z.string().nullish(),
  queries: z.array(z.string()).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerImageGenerationCall = z.looseObject({
  type: z.literal("openrouter:image_generation"),
  id: z.string().nullish(),
  prompt: z.string().nullish(),
  revisedPrompt: z.string().nullish(),
  result: z.string().nullish(),
  imageB64: z.string().nullish(),
  imageUrl: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerMcpCall = z.looseObject({
  type: z.literal("openrouter:mcp"),
  id: z.string().nullish(),
  serverLabel: z.string().nullish(),
  toolName: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerToolSearchCall = z.looseObject({
  type: z.literal("openrouter:tool_search"),
  id: z.string().nullish(),
  query: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseServerToolSearchParameters = z.looseObject({
  max_results: z.int().gte(1).nullish(),
});

export const zResponseServerToolSearchTool = z.looseObject({
  type: z.literal("openrouter:tool_search"),
  parameters: zResponseServerToolSearchParameters.nullish(),
});

export const zResponseShellAction = z.looseObject({
  commands: z.array(z.string()),
  max_output_length: z.int().nullish(),
  timeout_ms: z.int().nullish(),
});

export const zResponseShellCall = z.looseObject({
  type: z.literal("shell_call"),
  id: z.string().nullish(),
  call_id: z.string(),
  action: zResponseShellAction.nullish(),
  arguments: z.string().nullish(),
  environment: z.unknown().optional(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseShellCallCommandAddedEvent = z.looseObject({
  type: z.literal("response.shell_call_command.added"),
  sequence_number: z.int(),
  output_index: z.int(),
  command_index: z.int(),
  command: z.string(),
});

export const zResponseShellCallCommandDeltaEvent = z.looseObject({
  type: z.literal("response.shell_call_command.delta"),
  sequence_number: z.int(),
  output_index: z.int(),
  command_index: z.int(),
  delta: z.string(),
});

export const zResponseShellCallCommandDoneEvent = z.looseObject({
  type: z.literal("response.shell_call_command.done"),
  sequence_number: z.int(),
  output_index: z.int(),
  command_index: z.int(),
  command: z.string(),
});

export const zResponseShellOutcome = z.looseObject({
  type: z.union([z.enum(["exit", "timeout"]), z.string()]),
  exit_code: z.int().nullish(),
});

export const zResponseShellOutput = z.looseObject({
  stdout: z.string(),
  stderr: z.string(),
  outcome: zResponseShellOutcome,
});

export const zResponseServerShellCall = z.looseObject({
  type: z.literal("openrouter:shell"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  action: zResponseShellAction.nullish(),
  arguments: z.string().nullish(),
  output: z.array(zResponseShellOutput).nullish(),
  container_id: z.string().nullish(),
  files: z.array(zResponseContainerFileCitation).nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseShellCallOutput = z.looseObject({
  type: z.literal("shell_call_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  output: z.array(zResponseShellOutput),
  max_output_length: z.int().nullish(),
  container_id: z.string().nullish(),
  files: z.array(zResponseContainerFileCitation).nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseShellCallOutputContentDoneEvent = z.looseObject({
  type: z.literal("response.shell_call_output_content.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  command_index: z.int(),
  output: z.array(zResponseShellOutput),
});

export const zResponseShellOutputDelta = z.looseObject({
  stdout: z.string().optional(),
  stderr: z.string().optional(),
});

export const zResponseShellCallOutputContentDeltaEvent = z.looseObject({
  type: z.literal("response.shell_call_output_content.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  command_index: z.int(),
  delta: zResponseShellOutputDelta,
});

export const zResponseShellTool = z.looseObject({
  type: z.literal("shell"),
  environment: z.unknown().optional(),
});

export const zResponseShellToolParameters = z.looseObject({
  engine: z.union([z.enum(["auto", "openrouter"]), z.string()]).nullish(),
  environment: zBashEnvironment.nullish(),
});

export const zResponseServerShellTool = z.looseObject({
  type: z.literal("openrouter:shell"),
  parameters: zResponseShellToolParameters.nullish(),
});

export const zResponseStatus = z.union([
  z.enum(["completed", "incomplete", "failed", "in_progress", "cancelled", "queued"]),
  z.string(),
]);

export const zResponseStreamOptions = z.looseObject({
  include_obfuscation: z.boolean().nullish(),
});

export const zResponseSubagentCall = z.looseObject({
  type: z.literal("openrouter:subagent"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  instance_name: z.string().nullish(),
  name: z.string().nullish(),
  model: z.string().nullish(),
  task_name: z.string().nullish(),
  task_description: z.string().nullish(),
  outcome: z.string().nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseSummaryText = z.looseObject({
  type: z.literal("summary_text"),
  text: z.string(),
});

export const zResponseReasoning = z.looseObject({
  type: z.literal("reasoning"),
  id: z.string().nullish(),
  summary: z.array(zResponseSummaryText),
  content: z.array(zResponseReasoningText).nullish(),
  encrypted_content: z.string().nullish(),
  signature: z.string().nullish(),
  format: zReasoningFormat.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseReasoningSummaryPartAddedEvent = z.looseObject({
  type: z.literal("response.reasoning_summary_part.added"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  summary_index: z.int(),
  part: zResponseSummaryText,
});

export const zResponseReasoningSummaryPartDoneEvent = z.looseObject({
  type: z.literal("response.reasoning_summary_part.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  summary_index: z.int(),
  part: zResponseSummaryText,
});

export const zResponseTextEditorCall = z.looseObject({
  type: z.literal("openrouter:text_editor"),
  id: z.string().nullish(),
  command: z.union([z.enum(["view", "create", "str_replace", "insert"]), z.string()]).nullish(),
  filePath: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseTextFormatJsonObject = z.looseObject({
  type: z.literal("json_object"),
});

export const zResponseTextFormatJsonSchema = z.looseObject({
  type: z.literal("json_schema"),
  name: z.string().min(1).max(64),
  description: z.string().nullish(),
  schema: z.record(z.string(), z.unknown()),
  strict: z.boolean().nullish(),
});

export const zResponseTextFormatText = z.looseObject({
  type: z.literal("text"),
});

export const zResponseTextFormat = z.discriminatedUnion("type", [
  zResponseTextFormatText,
  zResponseTextFormatJsonObject,
  zResponseTextFormatJsonSchema,
]);

export const zResponseToolChoiceTarget = z.looseObject({
  type: z.string(),
  name: z.string().nullish(),
  namespace: z.string().nullish(),
  server_label: z.string().nullish(),
  mode: z.union([z.enum(["auto", "required"]), z.string()]).nullish(),
  tools: z.array(z.record(z.string(), z.unknown())).nullish(),
});

export const zResponseToolSearchExecution = z.union([z.enum(["server", "client"]), z.string()]);

export const zResponseToolSearchCall = z.looseObject({
  type: z.literal("tool_search_call"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  arguments: z.unknown().optional(),
  execution: zResponseToolSearchExecution.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseToolSearchOutput = z.looseObject({
  type: z.literal("tool_search_output"),
  id: z.string().nullish(),
  call_id: z.string().nullish(),
  tools: z.array(z.unknown()),
  execution: zResponseToolSearchExecution.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseToolSearchTool = z.looseObject({
  type: z.literal("tool_search"),
  description: z.string().nullish(),
  execution: z.union([z.enum(["server", "client"]), z.string()]).nullish(),
  parameters: z.unknown().optional(),
});

export const zResponseTopLogprob = z.looseObject({
  token: z.string().nullish(),
  logprob: z.number().nullish(),
  bytes: z.array(z.int()).nullish(),
});

export const zResponseLogprob = z.looseObject({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.int()).nullish(),
  top_logprobs: z.array(zResponseTopLogprob).nullish(),
});

export const zResponseTextDeltaEvent = z.looseObject({
  type: z.literal("response.output_text.delta"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  delta: z.string(),
  logprobs: z.array(zResponseLogprob),
});

export const zResponseTextDoneEvent = z.looseObject({
  type: z.literal("response.output_text.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  text: z.string(),
  logprobs: z.array(zResponseLogprob),
});

export const zResponseUrlCitation = z.looseObject({
  type: z.literal("url_citation"),
  url: z.string(),
  title: z.string(),
  content: z.string().nullish(),
  start_index: z.int(),
  end_index: z.int(),
});

export const zResponseWebFetchCall = z.looseObject({
  type: z.literal("openrouter:web_fetch"),
  id: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  content: z.string().nullish(),
  httpStatus: z.int().nullish(),
  error: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseWebSearchCallCompletedEvent = z.looseObject({
  type: z.literal("response.web_search_call.completed"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseWebSearchCallInProgressEvent = z.looseObject({
  type: z.literal("response.web_search_call.in_progress"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseWebSearchCallSearchingEvent = z.looseObject({
  type: z.literal("response.web_search_call.searching"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
});

export const zResponseWebSearchFindInPage = z.looseObject({
  type: z.literal("find_in_page"),
  url: z.string(),
  pattern: z.string(),
});

export const zResponseWebSearchOpenPage = z.looseObject({
  type: z.literal("open_page"),
  url: z.string().nullish(),
});

export const zResponseWebSearchSource = z.looseObject({
  type: z.string(),
  url: z.string().nullish(),
});

export const zResponseWebSearchQuery = z.looseObject({
  type: z.literal("search"),
  query: z.string().nullish(),
  queries: z.array(z.string()).nullish(),
  sources: z.array(zResponseWebSearchSource).nullish(),
});

export const zRoutingAttempt = z.looseObject({
  provider: z.string(),
  model: z.string(),
  status: z.int(),
});

export const zRoutingParameters = z.looseObject({
  quality_floor: z.number().optional(),
  throughput_floor: z.number().optional(),
  version_group: z.string().optional(),
});

export const zRoutingMetadata = z.looseObject({
  requested: z.string(),
  strategy: z.union([
    z.enum(["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"]),
    z.string(),
  ]),
  region: z.string().nullable(),
  summary: z.string(),
  attempt: z.int().gte(0),
  is_byok: z.boolean(),
  endpoints: zConsideredEndpoints,
  params: zRoutingParameters.optional(),
  attempts: z.array(zRoutingAttempt).optional(),
  pipeline: z.array(zPipelineStage).optional(),
  generation_time: z.int().optional(),
});

export const zErrorBody = z.looseObject({
  error: zErrorDetail,
  user_id: z.string().nullish(),
  openrouter_metadata: zRoutingMetadata.optional(),
});

export const zMessageErrorEvent = z.looseObject({
  type: z.literal("error"),
  error: zMessagesError,
  request_id: z.string().nullish(),
  openrouter_metadata: zRoutingMetadata.optional(),
});

export const zMessageStopEvent = z.looseObject({
  type: z.literal("message_stop"),
  openrouter_metadata: zRoutingMetadata.optional(),
});

export const zMessagesErrorBody = z.looseObject({
  type: z.literal("error"),
  error: zMessagesError,
  request_id: z.string().nullable(),
  metadata: zErrorMetadata.optional(),
  openrouter_metadata: zRoutingMetadata.nullish(),
});

export const zSafeguardResult = z.looseObject({
  type: z.string(),
  status: z.record(z.string(), z.unknown()),
});

export const zSearchContextSize = z.union([z.enum(["low", "medium", "high"]), z.string()]);

export const zSearchEngine = z.union([
  z.enum(["auto", "native", "exa", "parallel", "firecrawl", "perplexity"]),
  z.string(),
]);

export const zSearchLocation = z.looseObject({
  type: z.literal("approximate").nullish(),
  city: z.string().nullish(),
  region: z.string().nullish(),
  country: z.string().nullish(),
  timezone: z.string().nullish(),
});

export const zSearchMode = z.union([
  z.enum(["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"]),
  z.string(),
]);

export const zSearchModelsToolParameters = z.looseObject({
  max_results: z.int().gte(1).nullish(),
});

export const zSearchModelsTool = z.looseObject({
  type: z.literal("openrouter:experimental__search_models"),
  parameters: zSearchModelsToolParameters.nullish(),
});

export const zServerToolErrorCode = z.union([
  z.enum(["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"]),
  z.string(),
]);

export const zCodeExecutionToolResultError = z.looseObject({
  type: z.literal("code_execution_tool_result_error"),
  error_code: zServerToolErrorCode,
});

export const zServerToolUse = z.looseObject({
  tool_calls_requested: z.int().gte(0).nullish(),
  tool_calls_executed: z.int().gte(0).nullish(),
  web_search_requests: z.int().gte(0).nullish(),
});

export const zResponseUsage = z.looseObject({
  input_tokens: z.int(),
  input_tokens_details: zResponseInputTokensDetails,
  output_tokens: z.int(),
  output_tokens_details: zResponseOutputTokensDetails,
  total_tokens: z.int(),
  cost: z.number().nullish(),
  is_byok: z.boolean().optional(),
  cost_details: zResponseCostDetails.nullish(),
  server_tool_use_details: zServerToolUse.nullish(),
});

export const zServiceTier = z.union([
  z.enum(["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"]),
  z.string(),
]);

export const zShellToolResultBlock = z.looseObject({
  type: z.literal("openrouter_shell_tool_result"),
  tool_use_id: z.string(),
  content: z.record(z.string(), z.unknown()),
  container_id: z.string().nullish(),
  files: z.array(z.record(z.string(), z.unknown())).nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zSignatureDelta = z.looseObject({
  type: z.literal("signature_delta"),
  signature: z.string(),
});

export const zSkillParams = z.looseObject({
  type: z.union([z.enum(["anthropic", "custom"]), z.string()]),
  skill_id: z.string(),
  version: z.string().nullish(),
});

export const zMessagesContainerParams = z.looseObject({
  id: z.string().nullish(),
  skills: z.array(zSkillParams).nullish(),
});

export const zMessagesContainerOrId = z.union([z.string(), zMessagesContainerParams]);

export const zSortPreference = z.union([zProviderSortKey, zProviderSort]);

export const zStopAtCost = z.looseObject({
  type: z.literal("max_cost"),
  max_cost_in_dollars: z.number().gte(0),
});

export const zStopAtFinishReason = z.looseObject({
  type: z.literal("finish_reason_is"),
  reason: z.string().min(1),
});

export const zStopAtStepCount = z.looseObject({
  type: z.literal("step_count_is"),
  step_count: z.int().gte(1),
});

export const zStopAtTokens = z.looseObject({
  type: z.literal("max_tokens_used"),
  max_tokens: z.int().gte(1),
});

export const zStopAtToolCall = z.looseObject({
  type: z.literal("has_tool_call"),
  tool_name: z.string().min(1),
});

export const zStopSequences = z.union([z.string(), z.array(z.string()).max(4)]);

export const zStopServerToolsCondition = z.discriminatedUnion("type", [
  zStopAtStepCount,
  zStopAtToolCall,
  zStopAtTokens,
  zStopAtCost,
  zStopAtFinishReason,
]);

export const zStreamOptions = z.looseObject({
  include_usage: z.boolean().nullish(),
});

export const zSupportedReasoningEffort = z.union([
  z.enum(["max", "xhigh", "high", "medium", "low", "minimal", "none"]),
  z.string(),
]);

export const zModelReasoning = z.looseObject({
  mandatory: z.boolean(),
  default_enabled: z.boolean().optional(),
  default_effort: zSupportedReasoningEffort.nullish(),
  supported_efforts: z.array(z.union([zSupportedReasoningEffort, z.null()])).nullish(),
  supports_max_tokens: z.boolean().optional(),
});

export const zSupportedToolChoice = z.looseObject({
  auto: z.boolean(),
  none: z.boolean(),
  required: z.boolean(),
  function: z.boolean(),
});

export const zSwitchyardRouterPlugin = z.looseObject({
  id: z.literal("switchyard-router"),
  algorithm: z
    .union([z.enum(["capability", "stage", "auto", "random", "composite", "passthrough"]), z.string()])
    .nullish(),
  judge_model: z.string().nullish(),
});

export const zSystemMessageOutputConfig = z.looseObject({
  effort: zMessagesEffort.nullish(),
});

export const zTaskBudget = z.looseObject({
  type: z.literal("tokens"),
  total: z.int().gte(0),
  remaining: z.int().gte(0).nullish(),
});

export const zOutputConfig = z.looseObject({
  effort: zMessagesEffort.nullish(),
  format: zJsonOutputFormat.nullish(),
  task_budget: zTaskBudget.nullish(),
});

export const zTextDelta = z.looseObject({
  type: z.literal("text_delta"),
  text: z.string(),
});

export const zTextEditorCreateResult = z.looseObject({
  type: z.literal("text_editor_code_execution_create_result"),
  is_file_update: z.boolean(),
});

export const zTextEditorReplaceResult = z.looseObject({
  type: z.literal("text_editor_code_execution_str_replace_result"),
  lines: z.array(z.string()).nullish(),
  old_start: z.int().nullish(),
  old_lines: z.int().nullish(),
  new_start: z.int().nullish(),
  new_lines: z.int().nullish(),
});

export const zTextEditorToolResultError = z.looseObject({
  type: z.literal("text_editor_code_execution_tool_result_error"),
  error_code: z.union([
    z.enum(["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"]),
    z.string(),
  ]),
  error_message: z.string().nullish(),
});

export const zTextEditorViewResult = z.looseObject({
  type: z.literal("text_editor_code_execution_view_result"),
  content: z.string(),
  file_type: z.union([z.enum(["text", "image", "pdf"]), z.string()]),
  num_lines: z.int().nullish(),
  start_line: z.int().nullish(),
  total_lines: z.int().nullish(),
});

export const zTextFormat = z.looseObject({
  type: z.literal("text"),
});

export const zResponseFormat = z.discriminatedUnion("type", [
  zTextFormat,
  zJsonObjectFormat,
  zJsonSchemaFormat,
  zGrammarFormat,
  zPythonFormat,
]);

export const zTextPart = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
  cache_control: zCacheControl.nullish(),
  prompt_cache_breakpoint: zPromptCacheBreakpoint.nullish(),
});

export const zTextContent = z.union([z.string(), z.array(zTextPart)]);

export const zDeveloperMessage = z.looseObject({
  role: z.literal("developer"),
  content: zTextContent,
  name: z.string().nullish(),
  configuration_update: zConfigurationUpdate.nullish(),
});

export const zPrediction = z.looseObject({
  type: z.literal("content"),
  content: zTextContent,
});

export const zSystemMessage = z.looseObject({
  role: z.literal("system"),
  content: zTextContent,
  name: z.string().nullish(),
  configuration_update: zConfigurationUpdate.nullish(),
});

export const zThinkingBetweenTools = z.looseObject({
  type: z.literal("between_tools"),
});

export const zThinkingBlock = z.looseObject({
  type: z.literal("thinking"),
  thinking: z.string(),
  signature: z.string(),
});

export const zThinkingBlockBinding = z.looseObject({
  mismatch_behavior: z.string().nullish(),
  prefix_mismatch_behavior: z.string().nullish(),
});

export const zThinkingDelta = z.looseObject({
  type: z.literal("thinking_delta"),
  thinking: z.string(),
  estimated_tokens: z.int().gte(0).nullish(),
});

export const zThinkingDisabled = z.looseObject({
  type: z.literal("disabled"),
});

export const zThinkingDisplay = z.union([z.enum(["summarized", "omitted", "updates"]), z.string()]);

export const zThinkingAdaptive = z.looseObject({
  type: z.literal("adaptive"),
  display: zThinkingDisplay.nullish(),
  block_binding: zThinkingBlockBinding.nullish(),
});

export const zThinkingEnabled = z.looseObject({
  type: z.literal("enabled"),
  budget_tokens: z.int().gte(1),
  display: zThinkingDisplay.nullish(),
  block_binding: zThinkingBlockBinding.nullish(),
});

export const zThinkingConfig = z.discriminatedUnion("type", [
  zThinkingEnabled,
  zThinkingAdaptive,
  zThinkingBetweenTools,
  zThinkingDisabled,
]);

export const zThreadContinue = z.looseObject({
  type: z.literal("continue"),
  previous_message_id: z.string(),
});

export const zThreadCreate = z.looseObject({
  type: z.literal("create"),
});

export const zMessageThread = z.discriminatedUnion("type", [zThreadCreate, zThreadContinue]);

export const zThroughputCutoffs = z.looseObject({
  p50: z.number().nullish(),
  p75: z.number().nullish(),
  p90: z.number().nullish(),
  p99: z.number().nullish(),
});

export const zThroughputPreference = z.union([z.number(), zThroughputCutoffs]);

export const zProviderPreferences = z.looseObject({
  order: z.array(z.string()).nullish(),
  only: z.array(z.string()).nullish(),
  ignore: z.array(z.string()).nullish(),
  allow_fallbacks: z.boolean().nullish(),
  require_parameters: z.boolean().nullish(),
  data_collection: z.union([z.enum(["deny", "allow"]), z.string()]).nullish(),
  zdr: z.boolean().nullish(),
  enforce_distillable_text: z.boolean().nullish(),
  quantizations: z
    .array(
      z.union([
        z.enum(["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"]),
        z.string(),
      ]),
    )
    .nullish(),
  sort: zSortPreference.nullish(),
  max_price: zMaxPrice.nullish(),
  preferred_min_throughput: zThroughputPreference.nullish(),
  preferred_max_latency: zLatencyPreference.nullish(),
  options: z.record(z.string(), z.record(z.string(), z.unknown())).nullish(),
});

export const zTokenCountContextManagement = z.looseObject({
  original_input_tokens: z.int().gte(0),
});

export const zMessagesTokenCount = z.looseObject({
  input_tokens: z.int().gte(0),
  context_management: zTokenCountContextManagement.nullish(),
});

export const zToolCall = z.looseObject({
  id: z.string(),
  type: z.literal("function"),
  function: zFunctionCall,
});

export const zToolCallDelta = z.looseObject({
  index: z.int().gte(0),
  id: z.string().optional(),
  type: z.literal("function").optional(),
  function: zFunctionCallDelta.optional(),
});

export const zToolCaller = z.looseObject({
  type: z.union([
    z.enum(["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]),
    z.string(),
  ]),
  tool_id: z.string().nullish(),
});

export const zServerToolUseBlock = z.looseObject({
  type: z.literal("server_tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  caller: zToolCaller.optional(),
});

export const zServerToolUseBlockParam = z.looseObject({
  type: z.literal("server_tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  caller: zToolCaller.nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zToolChoiceAny = z.looseObject({
  type: z.literal("any"),
  disable_parallel_tool_use: z.boolean().nullish(),
});

export const zToolChoiceAuto = z.looseObject({
  type: z.literal("auto"),
  disable_parallel_tool_use: z.boolean().nullish(),
});

export const zToolChoiceMode = z.union([z.enum(["none", "auto", "required"]), z.string()]);

export const zResponseToolChoice = z.union([zToolChoiceMode, zResponseToolChoiceTarget]);

export const zToolChoiceNone = z.looseObject({
  type: z.literal("none"),
});

export const zToolChoiceTarget = z.looseObject({
  type: z.string(),
  function: zNamedFunction.nullish(),
});

export const zToolChoice = z.union([zToolChoiceMode, zToolChoiceTarget]);

export const zToolChoiceTool = z.looseObject({
  type: z.literal("tool"),
  name: z.string(),
  disable_parallel_tool_use: z.boolean().nullish(),
});

export const zMessagesToolChoice = z.discriminatedUnion("type", [
  zToolChoiceAuto,
  zToolChoiceAny,
  zToolChoiceTool,
  zToolChoiceNone,
]);

export const zToolEngine = z.union([z.enum(["auto", "native", "openrouter"]), z.string()]);

export const zBashToolParameters = z.looseObject({
  engine: zToolEngine.nullish(),
  environment: zBashEnvironment.nullish(),
});

export const zBashTool = z.looseObject({
  type: z.literal("openrouter:bash"),
  parameters: zBashToolParameters.nullish(),
});

export const zResponseApplyPatchToolParameters = z.looseObject({
  engine: zToolEngine.nullish(),
});

export const zResponseServerApplyPatchTool = z.looseObject({
  type: z.literal("openrouter:apply_patch"),
  parameters: zResponseApplyPatchToolParameters.nullish(),
});

export const zToolReasoning = z.looseObject({
  effort: zReasoningEffort.nullish(),
  max_tokens: z.int().gte(1).nullish(),
});

export const zAdvisorToolParameters = z.looseObject({
  name: z.string().min(1).max(64).nullish(),
  model: z.string().nullish(),
  instructions: z.string().nullish(),
  forward_transcript: z.boolean().nullish(),
  max_completion_tokens: z.int().gte(1).nullish(),
  reasoning: zToolReasoning.nullish(),
  stream: z.boolean().nullish(),
  temperature: z.number().nullish(),
});

export const zAdvisorTool = z.looseObject({
  type: z.literal("openrouter:advisor"),
  parameters: zAdvisorToolParameters.nullish(),
});

export const zFusionToolParameters = z.looseObject({
  analysis_models: z.array(z.string()).min(1).max(8).nullish(),
  model: z.string().nullish(),
  max_tool_calls: z.int().gte(1).lte(16).nullish(),
  max_completion_tokens: z.int().gte(1).nullish(),
  reasoning: zToolReasoning.nullish(),
  temperature: z.number().nullish(),
  cache_control: zCacheControl.nullish(),
  tools: z.array(zNestedTool).max(8).nullish(),
});

export const zFusionTool = z.looseObject({
  type: z.literal("openrouter:fusion"),
  parameters: zFusionToolParameters.nullish(),
});

export const zSubagentToolParameters = z.looseObject({
  name: z.string().min(1).max(64).nullish(),
  model: z.string().nullish(),
  instructions: z.string().nullish(),
  inherit_functions: z.boolean().nullish(),
  inherited_function_names: z.array(z.string()).nullish(),
  max_completion_tokens: z.int().gte(1).nullish(),
  max_tool_calls: z.int().gte(1).lte(25).nullish(),
  reasoning: zToolReasoning.nullish(),
  temperature: z.number().nullish(),
  tools: z.array(zNestedTool).nullish(),
});

export const zSubagentTool = z.looseObject({
  type: z.literal("openrouter:subagent"),
  parameters: zSubagentToolParameters.nullish(),
});

export const zToolReferenceBlock = z.looseObject({
  type: z.literal("tool_reference"),
  tool_name: z.string(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zToolSearchResult = z.looseObject({
  type: z.literal("tool_search_tool_search_result"),
  tool_references: z.array(zToolReferenceBlock),
});

export const zToolSearchToolResultError = z.looseObject({
  type: z.literal("tool_search_tool_result_error"),
  error_code: zServerToolErrorCode,
  error_message: z.string().nullish(),
});

export const zToolUseBlock = z.looseObject({
  type: z.literal("tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  caller: zToolCaller.optional(),
  toolset_name: z.string().nullish(),
});

export const zToolUseBlockParam = z.looseObject({
  type: z.literal("tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
  caller: zToolCaller.nullish(),
  toolset_name: z.string().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zTopLogprob = z.looseObject({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.int()).nullable(),
});

export const zTokenLogprob = z.looseObject({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.int()).nullable(),
  top_logprobs: z.array(zTopLogprob),
});

export const zLogprobs = z.looseObject({
  content: z.array(zTokenLogprob).nullable(),
  refusal: z.array(zTokenLogprob).nullish(),
});

export const zTopProvider = z.looseObject({
  context_length: z.int().nullish(),
  max_completion_tokens: z.int().nullish(),
  is_moderated: z.boolean(),
});

export const zModel = z.looseObject({
  id: z.string(),
  canonical_slug: z.string(),
  name: z.string(),
  created: z.int(),
  description: z.string().optional(),
  context_length: z.int().nullable(),
  hugging_face_id: z.string().nullish(),
  knowledge_cutoff: z.string().nullish(),
  expiration_date: z.string().nullish(),
  alias_target: zAliasTarget.optional(),
  architecture: zModelArchitecture,
  pricing: zPricing,
  top_provider: zTopProvider,
  per_request_limits: zPerRequestLimits.nullable(),
  supported_parameters: z.array(zParameterName),
  default_parameters: zDefaultParameters.nullable(),
  supported_voices: z.array(z.string()).nullable(),
  reasoning: zModelReasoning.optional(),
  benchmarks: zModelBenchmarks.optional(),
  links: zModelLinks,
});

export const zModelDetail = z.looseObject({
  data: zModel,
});

export const zModelList = z.looseObject({
  data: z.array(zModel),
  total_count: z.int().gte(0),
  links: zPageLinks,
});

export const zTraceConfig = z.looseObject({
  trace_id: z.string().nullish(),
  trace_name: z.string().nullish(),
  span_name: z.string().nullish(),
  generation_name: z.string().nullish(),
  parent_span_id: z.string().nullish(),
});

export const zEmbeddingRequest = z.looseObject({
  model: z.string().max(256),
  input: zEmbeddingInputs,
  encoding_format: z.union([z.enum(["float", "base64"]), z.string()]).nullish(),
  dimensions: z.int().gte(1).nullish(),
  input_type: z.string().nullish(),
  provider: zProviderPreferences.nullish(),
  session_id: z.string().max(256).nullish(),
  trace: zTraceConfig.nullish(),
  user: z.string().nullish(),
});

export const zRerankRequest = z.looseObject({
  model: z.string().max(256),
  query: z.string(),
  documents: z.array(zRerankDocumentOrText).min(1),
  top_n: z.int().gte(1).nullish(),
  provider: zProviderPreferences.nullish(),
  session_id: z.string().max(256).nullish(),
  trace: zTraceConfig.nullish(),
  user: z.string().nullish(),
});

export const zUnknownAdvisorContent = z.looseObject({
  type: z
    .string()
    .refine((tag) => !["advisor_result", "advisor_redacted_result", "advisor_tool_result_error"].includes(tag)),
});

export const zAdvisorContent = z.union([
  zAdvisorResult,
  zAdvisorRedactedResult,
  zAdvisorToolResultError,
  zUnknownAdvisorContent,
]);

export const zAdvisorToolResultBlock = z.looseObject({
  type: z.literal("advisor_tool_result"),
  tool_use_id: z.string(),
  content: zAdvisorContent,
  cache_control: zBlockCacheControl.nullish(),
});

export const zUnknownAnnotation = z.looseObject({
  type: z
    .string()
    .refine((tag) => !["url_citation", "file_citation", "file_path", "container_file_citation"].includes(tag)),
});

export const zResponseAnnotation = z.union([
  zResponseUrlCitation,
  zResponseFileCitation,
  zResponseFilePath,
  zResponseContainerFileCitation,
  zUnknownAnnotation,
]);

export const zResponseOutputText = z.looseObject({
  type: z.literal("output_text"),
  text: z.string(),
  annotations: z.array(zResponseAnnotation).nullish(),
  logprobs: z.array(zResponseLogprob).nullish(),
});

export const zResponseOutputTextAnnotationAddedEvent = z.looseObject({
  type: z.literal("response.output_text.annotation.added"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  annotation_index: z.int(),
  annotation: zResponseAnnotation,
});

export const zUnknownBashCodeExecutionContent = z.looseObject({
  type: z
    .string()
    .refine((tag) => !["bash_code_execution_result", "bash_code_execution_tool_result_error"].includes(tag)),
});

export const zBashCodeExecutionContent = z.union([
  zBashCodeExecutionResult,
  zBashCodeExecutionToolResultError,
  zUnknownBashCodeExecutionContent,
]);

export const zBashCodeExecutionToolResultBlock = z.looseObject({
  type: z.literal("bash_code_execution_tool_result"),
  tool_use_id: z.string(),
  content: zBashCodeExecutionContent,
  cache_control: zBlockCacheControl.nullish(),
});

export const zUnknownCodeExecutionContent = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        !["code_execution_result", "encrypted_code_execution_result", "code_execution_tool_result_error"].includes(tag),
    ),
});

export const zCodeExecutionContent = z.union([
  zCodeExecutionResult,
  zEncryptedCodeExecutionResult,
  zCodeExecutionToolResultError,
  zUnknownCodeExecutionContent,
]);

export const zCodeExecutionToolResultBlock = z.looseObject({
  type: z.literal("code_execution_tool_result"),
  tool_use_id: z.string(),
  content: zCodeExecutionContent,
  cache_control: zBlockCacheControl.nullish(),
});

export const zUnknownCodeInterpreterOutput = z.looseObject({
  type: z.string().refine((tag) => !["logs", "image", "file"].includes(tag)),
});

export const zResponseCodeInterpreterOutput = z.union([
  zResponseCodeInterpreterLogs,
  zResponseCodeInterpreterImage,
  zResponseCodeInterpreterFile,
  zUnknownCodeInterpreterOutput,
]);

export const zResponseCodeInterpreterCall = z.looseObject({
  type: z.literal("code_interpreter_call"),
  id: z.string().nullish(),
  code: z.string().nullish(),
  container_id: z.string().nullish(),
  outputs: z.array(zResponseCodeInterpreterOutput).nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zUnknownContentBlock = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "text",
          "thinking",
          "redacted_thinking",
          "tool_use",
          "server_tool_use",
          "web_search_tool_result",
          "web_fetch_tool_result",
          "code_execution_tool_result",
          "bash_code_execution_tool_result",
          "text_editor_code_execution_tool_result",
          "tool_search_tool_result",
          "mcp_tool_use",
          "mcp_tool_result",
          "mcp_tool_listing",
          "container_upload",
          "compaction",
          "advisor_tool_result",
          "fallback",
          "openrouter_shell_tool_result",
          "openrouter_bash_tool_result",
          "openrouter_tool_search_result",
        ].includes(tag),
    ),
});

export const zUnknownContentBlockDelta = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "text_delta",
          "input_json_delta",
          "thinking_delta",
          "signature_delta",
          "citations_delta",
          "compaction_delta",
        ].includes(tag),
    ),
});

export const zUnknownContentBlockParam = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "text",
          "image",
          "document",
          "search_result",
          "thinking",
          "redacted_thinking",
          "tool_use",
          "tool_result",
          "server_tool_use",
          "web_search_tool_result",
          "web_fetch_tool_result",
          "code_execution_tool_result",
          "bash_code_execution_tool_result",
          "text_editor_code_execution_tool_result",
          "tool_search_tool_result",
          "mcp_tool_use",
          "mcp_tool_result",
          "mcp_tool_listing",
          "container_upload",
          "compaction",
          "advisor_tool_result",
          "fallback",
          "openrouter_shell_tool_result",
          "openrouter_bash_tool_result",
          "openrouter_tool_search_result",
          "tool_addition",
          "tool_removal",
        ].includes(tag),
    ),
});

export const zUnknownInputContent = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "input_text",
          "input_image",
          "input_file",
          "input_audio",
          "input_video",
          "output_text",
          "refusal",
          "reasoning_text",
          "encrypted_content",
        ].includes(tag),
    ),
});

export const zUnknownInputItem = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "message",
          "reasoning",
          "function_call",
          "custom_tool_call",
          "web_search_call",
          "file_search_call",
          "code_interpreter_call",
          "image_generation_call",
          "computer_call",
          "local_shell_call",
          "shell_call",
          "shell_call_output",
          "apply_patch_call",
          "mcp_call",
          "mcp_list_tools",
          "mcp_approval_request",
          "compaction",
          "tool_search_call",
          "tool_search_output",
          "program",
          "program_output",
          "openrouter:advisor",
          "openrouter:apply_patch",
          "openrouter:bash",
          "openrouter:browser_use",
          "openrouter:code_interpreter",
          "openrouter:datetime",
          "openrouter:experimental__search_models",
          "openrouter:file_search",
          "openrouter:files",
          "openrouter:fusion",
          "openrouter:image_generation",
          "openrouter:mcp",
          "openrouter:memory",
          "openrouter:shell",
          "openrouter:subagent",
          "openrouter:text_editor",
          "openrouter:tool_search",
          "openrouter:web_fetch",
          "openrouter:web_search",
          "function_call_output",
          "custom_tool_call_output",
          "computer_call_output",
          "local_shell_call_output",
          "apply_patch_call_output",
          "mcp_approval_response",
          "compaction_trigger",
          "context_compaction",
          "item_reference",
          "configuration_update",
          "agent_message",
          "additional_tools",
        ].includes(tag),
    ),
});

export const zUnknownMessageStreamEvent = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "message_start",
          "content_block_start",
          "content_block_delta",
          "content_block_stop",
          "message_delta",
          "message_stop",
          "ping",
          "error",
        ].includes(tag),
    ),
});

export const zUnknownNamespaceMember = z.looseObject({
  type: z.string().refine((tag) => !["function", "custom"].includes(tag)),
});

export const zResponseNamespaceMember = z.union([zResponseFunctionTool, zResponseCustomTool, zUnknownNamespaceMember]);

export const zResponseNamespaceTool = z.looseObject({
  type: z.literal("namespace"),
  name: z.string().min(1),
  description: z.string().nullish(),
  tools: z.array(zResponseNamespaceMember),
});

export const zUnknownOutputContent = z.looseObject({
  type: z.string().refine((tag) => !["output_text", "refusal", "reasoning_text"].includes(tag)),
});

export const zResponseOutputContent = z.union([
  zResponseOutputText,
  zResponseOutputRefusal,
  zResponseReasoningText,
  zUnknownOutputContent,
]);

export const zResponseContentPartAddedEvent = z.looseObject({
  type: z.literal("response.content_part.added"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  part: zResponseOutputContent,
});

export const zResponseContentPartDoneEvent = z.looseObject({
  type: z.literal("response.content_part.done"),
  sequence_number: z.int(),
  item_id: z.string(),
  output_index: z.int(),
  content_index: z.int(),
  part: zResponseOutputContent,
});

export const zResponseOutputMessage = z.looseObject({
  type: z.literal("message"),
  id: z.string(),
  role: z.literal("assistant"),
  status: zResponseItemStatus,
  content: z.array(zResponseOutputContent),
  phase: zResponsePhase.nullish(),
});

export const zUnknownOutputItem = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "message",
          "reasoning",
          "function_call",
          "custom_tool_call",
          "web_search_call",
          "file_search_call",
          "code_interpreter_call",
          "image_generation_call",
          "computer_call",
          "local_shell_call",
          "shell_call",
          "shell_call_output",
          "apply_patch_call",
          "mcp_call",
          "mcp_list_tools",
          "mcp_approval_request",
          "compaction",
          "tool_search_call",
          "tool_search_output",
          "program",
          "program_output",
          "openrouter:advisor",
          "openrouter:apply_patch",
          "openrouter:bash",
          "openrouter:browser_use",
          "openrouter:code_interpreter",
          "openrouter:datetime",
          "openrouter:experimental__search_models",
          "openrouter:file_search",
          "openrouter:files",
          "openrouter:fusion",
          "openrouter:image_generation",
          "openrouter:mcp",
          "openrouter:memory",
          "openrouter:shell",
          "openrouter:subagent",
          "openrouter:text_editor",
          "openrouter:tool_search",
          "openrouter:web_fetch",
          "openrouter:web_search",
        ].includes(tag),
    ),
});

export const zUnknownResponseEvent = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "response.created",
          "response.in_progress",
          "response.queued",
          "response.completed",
          "response.incomplete",
          "response.failed",
          "error",
          "response.output_item.added",
          "response.output_item.done",
          "response.content_part.added",
          "response.content_part.done",
          "response.output_text.delta",
          "response.output_text.done",
          "response.output_text.annotation.added",
          "response.refusal.delta",
          "response.refusal.done",
          "response.reasoning_text.delta",
          "response.reasoning_text.done",
          "response.reasoning_summary_part.added",
          "response.reasoning_summary_part.done",
          "response.reasoning_summary_text.delta",
          "response.reasoning_summary_text.done",
          "response.function_call_arguments.delta",
          "response.function_call_arguments.done",
          "response.custom_tool_call_input.delta",
          "response.custom_tool_call_input.done",
          "response.web_search_call.in_progress",
          "response.web_search_call.searching",
          "response.web_search_call.completed",
          "response.file_search_call.in_progress",
          "response.file_search_call.searching",
          "response.file_search_call.completed",
          "response.image_generation_call.in_progress",
          "response.image_generation_call.generating",
          "response.image_generation_call.completed",
          "response.image_generation_call.partial_image",
          "response.code_interpreter_call.in_progress",
          "response.code_interpreter_call.interpreting",
          "response.code_interpreter_call.completed",
          "response.code_interpreter_call_code.delta",
          "response.code_interpreter_call_code.done",
          "response.mcp_call.in_progress",
          "response.mcp_call.completed",
          "response.mcp_call.failed",
          "response.mcp_call_arguments.delta",
          "response.mcp_call_arguments.done",
          "response.mcp_list_tools.in_progress",
          "response.mcp_list_tools.completed",
          "response.mcp_list_tools.failed",
          "response.apply_patch_call_operation_diff.delta",
          "response.apply_patch_call_operation_diff.done",
          "response.fusion_call.in_progress",
          "response.fusion_call.completed",
          "response.fusion_call.panel.added",
          "response.fusion_call.panel.delta",
          "response.fusion_call.panel.reasoning.delta",
          "response.fusion_call.panel.completed",
          "response.fusion_call.panel.failed",
          "response.fusion_call.analysis.in_progress",
          "response.fusion_call.analysis.completed",
          "response.audio.delta",
          "response.audio.done",
          "response.audio.transcript.delta",
          "response.audio.transcript.done",
          "response.compaction.compacting",
          "response.shell_call_command.added",
          "response.shell_call_command.delta",
          "response.shell_call_command.done",
          "response.shell_call_output_content.delta",
          "response.shell_call_output_content.done",
          "keepalive",
          "response.debug",
        ].includes(tag),
    ),
});

export const zUnknownResponseTool = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "function",
          "custom",
          "namespace",
          "web_search",
          "web_search_2025_08_26",
          "web_search_preview",
          "web_search_preview_2025_03_11",
          "file_search",
          "computer",
          "computer_use_preview",
          "tool_search",
          "programmatic_tool_calling",
          "code_interpreter",
          "mcp",
          "image_generation",
          "local_shell",
          "shell",
          "apply_patch",
          "openrouter:advisor",
          "openrouter:apply_patch",
          "openrouter:bash",
          "openrouter:datetime",
          "openrouter:files",
          "openrouter:fusion",
          "openrouter:image_generation",
          "openrouter:experimental__search_models",
          "openrouter:shell",
          "openrouter:subagent",
          "openrouter:tool_search",
          "openrouter:web_fetch",
          "openrouter:web_search",
        ].includes(tag),
    ),
});

export const zUnknownTextCitation = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "char_location",
          "page_location",
          "content_block_location",
          "web_search_result_location",
          "search_result_location",
        ].includes(tag),
    ),
});

export const zTextCitation = z.union([
  zCitationCharLocation,
  zCitationPageLocation,
  zCitationContentBlockLocation,
  zCitationWebSearchResultLocation,
  zCitationSearchResultLocation,
  zUnknownTextCitation,
]);

export const zCitationsDelta = z.looseObject({
  type: z.literal("citations_delta"),
  citation: zTextCitation,
});

export const zContentBlockDelta = z.union([
  zTextDelta,
  zInputJsonDelta,
  zThinkingDelta,
  zSignatureDelta,
  zCitationsDelta,
  zCompactionDelta,
  zUnknownContentBlockDelta,
]);

export const zContentBlockDeltaEvent = z.looseObject({
  type: z.literal("content_block_delta"),
  index: z.int().gte(0),
  delta: zContentBlockDelta,
});

export const zTextBlock = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
  citations: z.array(zTextCitation).nullable(),
});

export const zTextBlockParam = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
  citations: z.array(zTextCitation).nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zMessagesSystemPrompt = z.union([z.string(), z.array(zTextBlockParam)]);

export const zSearchResultBlock = z.looseObject({
  type: z.literal("search_result"),
  source: z.string(),
  title: z.string(),
  content: z.array(zTextBlockParam),
  citations: zCitationsConfig.nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zUnknownTextEditorCodeExecutionContent = z.looseObject({
  type: z
    .string()
    .refine(
      (tag) =>
        ![
          "text_editor_code_execution_view_result",
          "text_editor_code_execution_create_result",
          "text_editor_code_execution_str_replace_result",
          "text_editor_code_execution_tool_result_error",
        ].includes(tag),
    ),
});

export const zTextEditorCodeExecutionContent = z.union([
  zTextEditorViewResult,
  zTextEditorCreateResult,
  zTextEditorReplaceResult,
  zTextEditorToolResultError,
  zUnknownTextEditorCodeExecutionContent,
]);

export const zTextEditorCodeExecutionToolResultBlock = z.looseObject({
  type: z.literal("text_editor_code_execution_tool_result"),
  tool_use_id: z.string(),
  content: zTextEditorCodeExecutionContent,
  cache_control: zBlockCacheControl.nullish(),
});

export const zUnknownToolResultContentBlock = z.looseObject({
  type: z
    .string()
    .refine((tag) => !["text", "image", "document", "search_result", "tool_reference", "browser_state"].includes(tag)),
});

export const zUnknownToolSearchContent = z.looseObject({
  type: z.string().refine((tag) => !["tool_search_tool_search_result", "tool_search_tool_result_error"].includes(tag)),
});

export const zToolSearchContent = z.union([zToolSearchResult, zToolSearchToolResultError, zUnknownToolSearchContent]);

export const zToolSearchToolResultBlock = z.looseObject({
  type: z.literal("tool_search_tool_result"),
  tool_use_id: z.string(),
  content: zToolSearchContent,
  cache_control: zBlockCacheControl.nullish(),
});

export const zUnknownWebFetchContent = z.looseObject({
  type: z.string().refine((tag) => !["web_fetch_result", "web_fetch_tool_result_error"].includes(tag)),
});

export const zUnknownWebSearchAction = z.looseObject({
  type: z.string().refine((tag) => !["search", "open_page", "find_in_page"].includes(tag)),
});

export const zResponseWebSearchAction = z.union([
  zResponseWebSearchQuery,
  zResponseWebSearchOpenPage,
  zResponseWebSearchFindInPage,
  zUnknownWebSearchAction,
]);

export const zResponseServerWebSearchCall = z.looseObject({
  type: z.literal("openrouter:web_search"),
  id: z.string().nullish(),
  action: zResponseWebSearchAction.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseWebSearchCall = z.looseObject({
  type: z.literal("web_search_call"),
  id: z.string().nullish(),
  action: zResponseWebSearchAction.nullish(),
  status: zResponseItemStatus.nullish(),
});

export const zResponseOutputItem = z.union([
  zResponseOutputMessage,
  zResponseReasoning,
  zResponseFunctionCall,
  zResponseCustomToolCall,
  zResponseWebSearchCall,
  zResponseFileSearchCall,
  zResponseCodeInterpreterCall,
  zResponseImageGenerationCall,
  zResponseComputerCall,
  zResponseLocalShellCall,
  zResponseShellCall,
  zResponseShellCallOutput,
  zResponseApplyPatchCall,
  zResponseMcpCall,
  zResponseMcpListTools,
  zResponseMcpApprovalRequest,
  zResponseCompaction,
  zResponseToolSearchCall,
  zResponseToolSearchOutput,
  zResponseProgram,
  zResponseProgramOutput,
  zResponseAdvisorCall,
  zResponseServerApplyPatchCall,
  zResponseBashCall,
  zResponseBrowserUseCall,
  zResponseServerCodeInterpreterCall,
  zResponseDatetimeCall,
  zResponseSearchModelsCall,
  zResponseServerFileSearchCall,
  zResponseFilesCall,
  zResponseFusionCall,
  zResponseServerImageGenerationCall,
  zResponseServerMcpCall,
  zResponseMemoryCall,
  zResponseServerShellCall,
  zResponseSubagentCall,
  zResponseTextEditorCall,
  zResponseServerToolSearchCall,
  zResponseWebFetchCall,
  zResponseServerWebSearchCall,
  zUnknownOutputItem,
]);

export const zResponseObject = z.looseObject({
  id: z.string(),
  object: z.literal("response"),
  created_at: z.int(),
  completed_at: z.int().nullable(),
  status: zResponseStatus,
  model: z.string(),
  output: z.array(zResponseOutputItem),
  output_text: z.string().optional(),
  error: zResponseFailure.nullable(),
  error_type: z.string().optional(),
  incomplete_details: zResponseIncompleteDetails.nullable(),
  usage: zResponseUsage.nullish(),
  openrouter_metadata: zRoutingMetadata.optional(),
  instructions: zEchoedInstructions.nullable(),
  metadata: z.record(z.string(), z.string()).nullable(),
  parallel_tool_calls: z.boolean(),
  temperature: z.number().nullable(),
  top_p: z.number().nullable(),
  top_logprobs: z.int().nullish(),
  presence_penalty: z.number().nullable(),
  frequency_penalty: z.number().nullable(),
  tool_choice: zEchoedToolChoice,
  tools: z.array(zEchoedTool),
  text: zEchoedTextOptions.optional(),
  reasoning: zEchoedReasoningOptions.nullish(),
  max_output_tokens: z.int().nullish(),
  max_tool_calls: z.int().nullish(),
  truncation: z.string().nullish(),
  service_tier: z.string().nullish(),
  background: z.boolean().nullish(),
  store: z.boolean().optional(),
  previous_response_id: z.string().nullish(),
  prompt: z.record(z.string(), z.unknown()).nullish(),
  prompt_cache_key: z.string().nullish(),
  prompt_cache_options: z.record(z.string(), z.unknown()).nullish(),
  safety_identifier: z.string().nullish(),
  user: z.string().nullish(),
});

export const zResponseCompletedEvent = z.looseObject({
  type: z.literal("response.completed"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseCreatedEvent = z.looseObject({
  type: z.literal("response.created"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseFailedEvent = z.looseObject({
  type: z.literal("response.failed"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseInProgressEvent = z.looseObject({
  type: z.literal("response.in_progress"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseIncompleteEvent = z.looseObject({
  type: z.literal("response.incomplete"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseOutputItemAddedEvent = z.looseObject({
  type: z.literal("response.output_item.added"),
  sequence_number: z.int(),
  output_index: z.int(),
  item: zResponseOutputItem,
});

export const zResponseOutputItemDoneEvent = z.looseObject({
  type: z.literal("response.output_item.done"),
  sequence_number: z.int(),
  output_index: z.int(),
  item: zResponseOutputItem,
});

export const zResponseQueuedEvent = z.looseObject({
  type: z.literal("response.queued"),
  sequence_number: z.int(),
  response: zResponseObject,
});

export const zResponseStreamEvent = z.union([
  zResponseCreatedEvent,
  zResponseInProgressEvent,
  zResponseQueuedEvent,
  zResponseCompletedEvent,
  zResponseIncompleteEvent,
  zResponseFailedEvent,
  zResponseErrorEvent,
  zResponseOutputItemAddedEvent,
  zResponseOutputItemDoneEvent,
  zResponseContentPartAddedEvent,
  zResponseContentPartDoneEvent,
  zResponseTextDeltaEvent,
  zResponseTextDoneEvent,
  zResponseOutputTextAnnotationAddedEvent,
  zResponseRefusalDeltaEvent,
  zResponseRefusalDoneEvent,
  zResponseReasoningTextDeltaEvent,
  zResponseReasoningTextDoneEvent,
  zResponseReasoningSummaryPartAddedEvent,
  zResponseReasoningSummaryPartDoneEvent,
  zResponseReasoningSummaryTextDeltaEvent,
  zResponseReasoningSummaryTextDoneEvent,
  zResponseFunctionCallArgumentsDeltaEvent,
  zResponseFunctionCallArgumentsDoneEvent,
  zResponseCustomToolCallInputDeltaEvent,
  zResponseCustomToolCallInputDoneEvent,
  zResponseWebSearchCallInProgressEvent,
  zResponseWebSearchCallSearchingEvent,
  zResponseWebSearchCallCompletedEvent,
  zResponseFileSearchCallInProgressEvent,
  zResponseFileSearchCallSearchingEvent,
  zResponseFileSearchCallCompletedEvent,
  zResponseImageGenCallInProgressEvent,
  zResponseImageGenCallGeneratingEvent,
  zResponseImageGenCallCompletedEvent,
  zResponseImageGenCallPartialImageEvent,
  zResponseCodeInterpreterCallInProgressEvent,
  zResponseCodeInterpreterCallInterpretingEvent,
  zResponseCodeInterpreterCallCompletedEvent,
  zResponseCodeInterpreterCallCodeDeltaEvent,
  zResponseCodeInterpreterCallCodeDoneEvent,
  zResponseMcpCallInProgressEvent,
  zResponseMcpCallCompletedEvent,
  zResponseMcpCallFailedEvent,
  zResponseMcpCallArgumentsDeltaEvent,
  zResponseMcpCallArgumentsDoneEvent,
  zResponseMcpListToolsInProgressEvent,
  zResponseMcpListToolsCompletedEvent,
  zResponseMcpListToolsFailedEvent,
  zResponseApplyPatchCallOperationDiffDeltaEvent,
  zResponseApplyPatchCallOperationDiffDoneEvent,
  zResponseFusionCallInProgressEvent,
  zResponseFusionCallCompletedEvent,
  zResponseFusionCallPanelAddedEvent,
  zResponseFusionCallPanelDeltaEvent,
  zResponseFusionCallPanelReasoningDeltaEvent,
  zResponseFusionCallPanelCompletedEvent,
  zResponseFusionCallPanelFailedEvent,
  zResponseFusionCallAnalysisInProgressEvent,
  zResponseFusionCallAnalysisCompletedEvent,
  zResponseAudioDeltaEvent,
  zResponseAudioDoneEvent,
  zResponseAudioTranscriptDeltaEvent,
  zResponseAudioTranscriptDoneEvent,
  zResponseCompactionCompactingEvent,
  zResponseShellCallCommandAddedEvent,
  zResponseShellCallCommandDeltaEvent,
  zResponseShellCallCommandDoneEvent,
  zResponseShellCallOutputContentDeltaEvent,
  zResponseShellCallOutputContentDoneEvent,
  zResponseKeepaliveEvent,
  zResponseDebugEvent,
  zUnknownResponseEvent,
]);

export const zUpdateKeyRequest = z.looseObject({
  name: z.string().min(1).nullish(),
  disabled: z.boolean().nullish(),
  limit: z.number().gte(0).nullish(),
  limit_reset: zLimitResetParam.nullish(),
  include_byok_in_limit: z.boolean().nullish(),
  workspace_id: z.string().nullish(),
});

export const zUrlCitation = z.looseObject({
  url: z.string(),
  title: z.string(),
  content: z.string().nullish(),
  start_index: z.int(),
  end_index: z.int(),
});

export const zUrlCitationAnnotation = z.looseObject({
  type: z.literal("url_citation"),
  url_citation: zUrlCitation,
});

export const zAnnotation = z.discriminatedUnion("type", [zUrlCitationAnnotation, zFileAnnotation]);

export const zChatCompletionMessage = z.looseObject({
  role: z.literal("assistant"),
  content: z.string().nullable(),
  refusal: z.string().nullish(),
  reasoning: z.string().nullish(),
  reasoning_details: z.array(zReasoningDetail).optional(),
  tool_calls: z.array(zToolCall).optional(),
  images: z.array(zAssistantImage).optional(),
  audio: zAssistantAudio.nullish(),
  annotations: z.array(zAnnotation).optional(),
});

export const zChatCompletionChoice = z.looseObject({
  index: z.int().gte(0),
  message: zChatCompletionMessage,
  finish_reason: zFinishReason.nullable(),
  native_finish_reason: z.string().nullish(),
  logprobs: zLogprobs.nullish(),
  error: zErrorDetail.optional(),
});

export const zChunkDelta = z.looseObject({
  role: z.literal("assistant").optional(),
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning: z.string().nullish(),
  reasoning_details: z.array(zReasoningDetail).optional(),
  tool_calls: z.array(zToolCallDelta).optional(),
  images: z.array(zAssistantImage).optional(),
  audio: zAssistantAudio.optional(),
  annotations: z.array(zAnnotation).optional(),
});

export const zChunkChoice = z.looseObject({
  index: z.int().gte(0),
  delta: zChunkDelta,
  finish_reason: zFinishReason.nullable(),
  native_finish_reason: z.string().nullish(),
  logprobs: zLogprobs.nullish(),
  error: zErrorDetail.optional(),
});

export const zUrlSource = z.looseObject({
  type: z.literal("url"),
  url: z.string(),
});

export const zImageSource = z.discriminatedUnion("type", [zBase64ImageSource, zUrlSource, zFileSource]);

export const zImageBlock = z.looseObject({
  type: z.literal("image"),
  source: zImageSource,
  transformations: zImageTransformations.nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zContentSourceBlock = z.discriminatedUnion("type", [zTextBlockParam, zImageBlock]);

export const zSourceContent = z.union([z.string(), z.array(zContentSourceBlock)]);

export const zContentSource = z.looseObject({
  type: z.literal("content"),
  content: zSourceContent,
});

export const zDocumentSource = z.discriminatedUnion("type", [
  zBase64PdfSource,
  zPlainTextSource,
  zContentSource,
  zUrlSource,
  zFileSource,
]);

export const zDocumentBlock = z.looseObject({
  type: z.literal("document"),
  source: zDocumentSource,
  title: z.string().nullish(),
  context: z.string().nullish(),
  citations: zCitationsConfig.nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zToolResultContentBlock = z.union([
  zTextBlockParam,
  zImageBlock,
  zDocumentBlock,
  zSearchResultBlock,
  zToolReferenceBlock,
  zBrowserStateBlock,
  zUnknownToolResultContentBlock,
]);

export const zToolResultContent = z.union([z.string(), z.array(zToolResultContentBlock)]);

export const zToolResultBlock = z.looseObject({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: zToolResultContent.nullish(),
  is_error: z.boolean().nullish(),
  toolset_name: z.string().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zUsage = z.looseObject({
  prompt_tokens: z.int().gte(0),
  completion_tokens: z.int().gte(0),
  total_tokens: z.int().gte(0),
  prompt_tokens_details: zPromptTokensDetails.nullish(),
  completion_tokens_details: zCompletionTokensDetails.nullish(),
  cost: z.number().nullish(),
  is_byok: z.boolean().optional(),
  cost_details: zCostDetails.nullish(),
  server_tool_use_details: zServerToolUse.nullish(),
});

export const zChatCompletion = z.looseObject({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: z.int(),
  model: z.string(),
  provider: z.string().optional(),
  choices: z.array(zChatCompletionChoice),
  system_fingerprint: z.string().nullable(),
  service_tier: z.string().nullish(),
  usage: zUsage.optional(),
  openrouter_metadata: zRoutingMetadata.optional(),
  alignment: zAlignmentResult.optional(),
  safeguard_results: z.array(zSafeguardResult).optional(),
  error: zErrorDetail.optional(),
});

export const zChatCompletionChunk = z.looseObject({
  id: z.string(),
  object: z.literal("chat.completion.chunk"),
  created: z.int(),
  model: z.string(),
  provider: z.string().optional(),
  choices: z.array(zChunkChoice),
  system_fingerprint: z.string().optional(),
  service_tier: z.string().nullish(),
  usage: zUsage.optional(),
  openrouter_metadata: zRoutingMetadata.optional(),
  alignment: zAlignmentResult.optional(),
  safeguard_results: z.array(zSafeguardResult).optional(),
  debug: zChunkDebug.optional(),
  error: zErrorDetail.optional(),
});

export const zUsageOptions = z.looseObject({
  include: z.boolean().nullish(),
});

export const zVerbosity = z.union([z.enum(["low", "medium", "high", "xhigh", "max"]), z.string()]);

export const zResponseTextOptions = z.looseObject({
  format: zResponseTextFormat.nullish(),
  verbosity: zVerbosity.nullish(),
});

export const zVideoProcessing = z.union([z.enum(["agentic", "static"]), z.string()]);

export const zResponseInputVideo = z.looseObject({
  type: z.literal("input_video"),
  video_url: z.string(),
  processing: zVideoProcessing.nullish(),
});

export const zResponseInputContent = z.union([
  zResponseInputText,
  zResponseInputImage,
  zResponseInputFile,
  zResponseInputAudio,
  zResponseInputVideo,
  zResponseOutputText,
  zResponseOutputRefusal,
  zResponseReasoningText,
  zResponseEncryptedContent,
  zUnknownInputContent,
]);

export const zResponseAgentMessage = z.looseObject({
  type: z.literal("agent_message"),
  id: z.string().nullish(),
  author: z.string(),
  recipient: z.string(),
  agent: z.unknown().optional(),
  content: z.array(zResponseInputContent),
});

export const zResponseContent = z.union([z.string(), z.array(zResponseInputContent)]);

export const zResponseCustomToolCallOutput = z.looseObject({
  type: z.literal("custom_tool_call_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  output: zResponseContent,
  status: zResponseItemStatus.nullish(),
});

export const zResponseFunctionCallOutput = z.looseObject({
  type: z.literal("function_call_output"),
  id: z.string().nullish(),
  call_id: z.string(),
  output: zResponseContent,
  status: zResponseItemStatus.nullish(),
});

export const zResponseInputMessage = z.looseObject({
  type: z.literal("message").nullish(),
  role: z.union([z.enum(["user", "assistant", "system", "developer"]), z.string()]),
  content: zResponseContent.nullish(),
  id: z.string().nullish(),
  status: zResponseItemStatus.nullish(),
  phase: zResponsePhase.nullish(),
});

export const zResponsePromptVariable = z.union([z.string(), zResponseInputContent]);

export const zResponsePrompt = z.looseObject({
  id: z.string(),
  version: z.string().nullish(),
  variables: z.record(z.string(), zResponsePromptVariable).nullish(),
});

export const zVideoUrl = z.looseObject({
  url: z.string(),
  processing: zVideoProcessing.nullish(),
});

export const zLegacyVideoPart = z.looseObject({
  type: z.literal("input_video"),
  video_url: zVideoUrl,
});

export const zVideoPart = z.looseObject({
  type: z.literal("video_url"),
  video_url: zVideoUrl,
});

export const zContentPart = z.discriminatedUnion("type", [
  zTextPart,
  zImagePart,
  zAudioPart,
  zVideoPart,
  zLegacyVideoPart,
  zFilePart,
  zRefusalPart,
]);

export const zMessageContent = z.union([z.string(), z.array(zContentPart)]);

export const zAssistantMessage = z.looseObject({
  role: z.literal("assistant"),
  content: zMessageContent.nullish(),
  name: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning_details: z.array(zReasoningDetail).nullish(),
  tool_calls: z.array(zToolCall).nullish(),
  images: z.array(zAssistantImage).nullish(),
  audio: zAssistantAudio.nullish(),
  annotations: z.array(zAnnotation).nullish(),
  model: z.string().nullish(),
});

export const zToolMessage = z.looseObject({
  role: z.literal("tool"),
  content: zMessageContent,
  tool_call_id: z.string(),
  name: z.string().nullish(),
});

export const zUserMessage = z.looseObject({
  role: z.literal("user"),
  content: zMessageContent,
  name: z.string().nullish(),
});

export const zChatMessage = z.discriminatedUnion("role", [
  zSystemMessage,
  zDeveloperMessage,
  zUserMessage,
  zAssistantMessage,
  zToolMessage,
]);

export const zWebFetchPlugin = z.looseObject({
  id: z.literal("web-fetch"),
  allowed_domains: z.array(z.string()).nullish(),
  blocked_domains: z.array(z.string()).nullish(),
  max_uses: z.int().gte(1).nullish(),
  max_content_tokens: z.int().gte(1).nullish(),
});

export const zWebFetchSource = z.discriminatedUnion("type", [zBase64PdfSource, zPlainTextSource]);

export const zWebFetchDocument = z.looseObject({
  type: z.literal("document"),
  source: zWebFetchSource,
  title: z.string().nullish(),
  citations: zCitationsConfig.nullish(),
});

export const zWebFetchResult = z.looseObject({
  type: z.literal("web_fetch_result"),
  url: z.string(),
  content: zWebFetchDocument,
  retrieved_at: z.string().nullish(),
});

export const zWebFetchToolParameters = z.looseObject({
  engine: z.union([z.enum(["auto", "native", "openrouter", "exa", "parallel", "firecrawl"]), z.string()]).nullish(),
  allowed_domains: z.array(z.string()).nullish(),
  blocked_domains: z.array(z.string()).nullish(),
  max_content_tokens: z.int().gte(1).nullish(),
  max_uses: z.int().gte(1).nullish(),
});

export const zWebFetchTool = z.looseObject({
  type: z.literal("openrouter:web_fetch"),
  parameters: zWebFetchToolParameters.nullish(),
});

export const zWebFetchToolReference = z.looseObject({
  type: z.literal("tool_reference"),
  name: z.string(),
});

export const zWebFetchToolResultError = z.looseObject({
  type: z.literal("web_fetch_tool_result_error"),
  error_code: z.union([
    z.enum([
      "invalid_tool_input",
      "url_too_long",
      "url_not_allowed",
      "url_not_in_prior_context",
      "url_not_accessible",
      "unsupported_content_type",
      "too_many_requests",
      "max_uses_exceeded",
      "unavailable",
      "content_too_large",
    ]),
    z.string(),
  ]),
});

export const zWebFetchContent = z.union([zWebFetchResult, zWebFetchToolResultError, zUnknownWebFetchContent]);

export const zWebFetchToolResultBlock = z.looseObject({
  type: z.literal("web_fetch_tool_result"),
  tool_use_id: z.string(),
  content: zWebFetchContent,
  caller: zToolCaller.nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zWebFetchUrlSource = z.looseObject({
  type: z.union([z.enum(["all", "none", "only", "except"]), z.string()]),
  tools: z.array(zWebFetchToolReference).nullish(),
});

export const zWebFetchUrlSources = z.looseObject({
  user_input: zWebFetchUrlSource.nullish(),
  client_tool_results: zWebFetchUrlSource.nullish(),
  server_tool_results: zWebFetchUrlSource.nullish(),
});

export const zMessagesWebFetchTool = z.looseObject({
  type: z.union([
    z.literal("web_fetch_20250910"),
    z.literal("web_fetch_20260209"),
    z.literal("web_fetch_20260309"),
    z.literal("web_fetch_20260318"),
  ]),
  name: z.string(),
  allowed_domains: z.array(z.string()).nullish(),
  blocked_domains: z.array(z.string()).nullish(),
  max_uses: z.int().gte(1).nullish(),
  citations: zCitationsConfig.nullish(),
  max_content_tokens: z.int().gte(1).nullish(),
  use_cache: z.boolean().nullish(),
  url_sources: zWebFetchUrlSources.nullish(),
  response_inclusion: z.string().nullish(),
  allowed_callers: z.array(z.string()).nullish(),
  defer_loading: z.boolean().nullish(),
  strict: z.boolean().nullish(),
  cache_control: zCacheControl.nullish(),
});

export const zWebSearchOptions = z.looseObject({
  search_context_size: zSearchContextSize.nullish(),
  user_location: z.record(z.string(), z.unknown()).nullish(),
});

export const zWebSearchResultBlock = z.looseObject({
  type: z.literal("web_search_result"),
  url: z.string(),
  title: z.string(),
  encrypted_content: z.string(),
  page_age: z.string().nullish(),
});

export const zWebSearchToolResultError = z.looseObject({
  type: z.literal("web_search_tool_result_error"),
  error_code: z.union([
    z.enum([
      "invalid_tool_input",
      "unavailable",
      "max_uses_exceeded",
      "too_many_requests",
      "query_too_long",
      "request_too_large",
    ]),
    z.string(),
  ]),
});

export const zWebSearchToolResultContent = z.union([z.array(zWebSearchResultBlock), zWebSearchToolResultError]);

export const zWebSearchToolResultBlock = z.looseObject({
  type: z.literal("web_search_tool_result"),
  tool_use_id: z.string(),
  content: zWebSearchToolResultContent,
  caller: zToolCaller.nullish(),
  cache_control: zBlockCacheControl.nullish(),
});

export const zContentBlock = z.union([
  zTextBlock,
  zThinkingBlock,
  zRedactedThinkingBlock,
  zToolUseBlock,
  zServerToolUseBlock,
  zWebSearchToolResultBlock,
  zWebFetchToolResultBlock,
  zCodeExecutionToolResultBlock,
  zBashCodeExecutionToolResultBlock,
  zTextEditorCodeExecutionToolResultBlock,
  zToolSearchToolResultBlock,
  zMcpToolUseBlock,
  zMcpToolResultBlock,
  zMcpToolListingBlock,
  zContainerUploadBlock,
  zCompactionBlock,
  zAdvisorToolResultBlock,
  zFallbackBlock,
  zShellToolResultBlock,
  zBashToolResultBlock,
  zDeferredToolSearchResultBlock,
  zUnknownContentBlock,
]);

export const zContentBlockStartEvent = z.looseObject({
  type: z.literal("content_block_start"),
  index: z.int().gte(0),
  content_block: zContentBlock,
});

export const zMessagesResponse = z.looseObject({
  id: z.string(),
  type: z.literal("message"),
  role: z.literal("assistant"),
  model: z.string(),
  content: z.array(zContentBlock),
  stop_reason: zMessagesStopReason.nullable(),
  stop_sequence: z.string().nullable(),
  stop_details: zMessagesStopDetails.nullish(),
  container: zMessagesContainer.nullish(),
  usage: zMessagesUsage,
  context_management: zAppliedContextManagement.nullish(),
  diagnostics: zMessagesDiagnostics.nullish(),
  input_transformations: z.array(zInputTransformation).nullish(),
  provider: z.string().optional(),
  openrouter_metadata: zRoutingMetadata.optional(),
});

export const zMessageStartEvent = z.looseObject({
  type: z.literal("message_start"),
  message: zMessagesResponse,
});

export const zMessageStreamEvent = z.union([
  zMessageStartEvent,
  zContentBlockStartEvent,
  zContentBlockDeltaEvent,
  zContentBlockStopEvent,
  zMessageDeltaEvent,
  zMessageStopEvent,
  zMessagePingEvent,
  zMessageErrorEvent,
  zUnknownMessageStreamEvent,
]);

export const zWorkloadPerformance = z.looseObject({
  latency: zPercentiles.nullish(),
  throughput: zPercentiles.nullish(),
  request_count: z.int().nullish(),
});

export const zEndpoint = z.looseObject({
  name: z.string(),
  model_id: z.string(),
  model_name: z.string(),
  provider_name: z.string(),
  tag: z.string(),
  context_length: z.int(),
  max_completion_tokens: z.int().nullable(),
  max_prompt_tokens: z.int().nullable(),
  pricing: zPricing,
  quantization: z
    .union([
      z.enum(["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"]),
      z.string(),
    ])
    .nullable(),
  status: z
    .union([z.literal(0), z.literal(-1), z.literal(-2), z.literal(-3), z.literal(-5), z.literal(-10), z.number()])
    .optional(),
  uptime_last_5m: z.number().nullable(),
  uptime_last_30m: z.number().nullable(),
  uptime_last_1d: z.number().nullable(),
  latency_last_30m: zPercentiles.nullable(),
  throughput_last_30m: zPercentiles.nullable(),
  perf_last_30m_by_workload: z.record(z.string(), zWorkloadPerformance).optional(),
  supports_implicit_caching: z.boolean(),
  supports_voice_cloning: z.boolean().optional(),
  supports_diarization: z.boolean().optional(),
  supports_image_reference: z.boolean().optional(),
  supports_multiple_audio_references: z.boolean().optional(),
  service_tier: z.string().nullish(),
  native_tools: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  supported_parameters: z.array(zParameterName),
  supports_tool_choice: zSupportedToolChoice,
});

export const zEndpointList = z.looseObject({
  data: z.array(zEndpoint),
});

export const zServedModel = z.looseObject({
  id: z.string(),
  name: z.string(),
  created: z.int(),
  description: z.string(),
  architecture: zModelArchitecture,
  endpoints: z.array(zEndpoint),
});

export const zModelEndpoints = z.looseObject({
  data: zServedModel,
});

export const zXSearch = z.looseObject({
  allowed_x_handles: z.array(z.string()).nullish(),
  excluded_x_handles: z.array(z.string()).nullish(),
  enable_image_understanding: z.boolean().nullish(),
  enable_video_understanding: z.boolean().nullish(),
  from_date: z.string().nullish(),
  to_date: z.string().nullish(),
});

export const zResponseWebSearchTool = z.looseObject({
  type: z.union([
    z.literal("web_search"),
    z.literal("web_search_2025_08_26"),
    z.literal("web_search_preview"),
    z.literal("web_search_preview_2025_03_11"),
  ]),
  engine: zSearchEngine.nullish(),
  mode: zSearchMode.nullish(),
  filters: zResponseSearchFilters.nullish(),
  max_results: z.int().gte(1).lte(25).nullish(),
  max_uses: z.int().gte(1).nullish(),
  search_context_size: zSearchContextSize.nullish(),
  user_location: zSearchLocation.nullish(),
  x_search: zXSearch.nullish(),
  external_web_access: z.boolean().nullish(),
});

export const zWebPlugin = z.looseObject({
  id: z.literal("web"),
  enabled: z.boolean().nullish(),
  engine: zSearchEngine.nullish(),
  max_results: z.int().gte(1).nullish(),
  max_uses: z.int().gte(1).nullish(),
  mode: zSearchMode.nullish(),
  search_prompt: z.string().nullish(),
  include_domains: z.array(z.string()).nullish(),
  exclude_domains: z.array(z.string()).nullish(),
  user_location: zSearchLocation.nullish(),
  x_search: zXSearch.nullish(),
});

export const zPlugin = z.discriminatedUnion("id", [
  zWebPlugin,
  zWebFetchPlugin,
  zFileParserPlugin,
  zResponseHealingPlugin,
  zContextCompressionPlugin,
  zModerationPlugin,
  zAutoRouterPlugin,
  zAutoBetaRouterPlugin,
  zParetoRouterPlugin,
  zFusionPlugin,
  zSwitchyardRouterPlugin,
  zJevRouterPlugin,
  zAlignmentPlugin,
  zArmorPlugin,
]);

export const zWebSearchToolParameters = z.looseObject({
  engine: zSearchEngine.nullish(),
  mode: zSearchMode.nullish(),
  max_results: z.int().gte(1).lte(25).nullish(),
  max_uses: z.int().gte(1).nullish(),
  max_total_results: z.int().gte(1).nullish(),
  max_characters: z.int().gte(1).lte(100000).nullish(),
  search_context_size: zSearchContextSize.nullish(),
  allowed_domains: z.array(z.string()).nullish(),
  excluded_domains: z.array(z.string()).nullish(),
  user_location: zSearchLocation.nullish(),
  x_search: zXSearch.nullish(),
});

export const zWebSearchShorthand = z.looseObject({
  type: z.union([
    z.literal("web_search"),
    z.literal("web_search_preview"),
    z.literal("web_search_preview_2025_03_11"),
    z.literal("web_search_2025_08_26"),
  ]),
  parameters: zWebSearchToolParameters.nullish(),
  engine: zSearchEngine.nullish(),
  mode: zSearchMode.nullish(),
  max_results: z.int().gte(1).lte(25).nullish(),
  max_uses: z.int().gte(1).nullish(),
  max_total_results: z.int().gte(1).nullish(),
  max_characters: z.int().gte(1).lte(100000).nullish(),
  search_context_size: zSearchContextSize.nullish(),
  allowed_domains: z.array(z.string()).nullish(),
  excluded_domains: z.array(z.string()).nullish(),
  user_location: zSearchLocation.nullish(),
  x_search: zXSearch.nullish(),
});

export const zWebSearchTool = z.looseObject({
  type: z.literal("openrouter:web_search"),
  parameters: zWebSearchToolParameters.nullish(),
});

export const zChatTool = z.discriminatedUnion("type", [
  zFunctionTool,
  zAdvisorTool,
  zBashTool,
  zDatetimeTool,
  zFilesTool,
  zFusionTool,
  zImageGenerationTool,
  zSearchModelsTool,
  zSubagentTool,
  zWebFetchTool,
  zWebSearchTool,
  zWebSearchShorthand.extend({ type: z.literal("web_search") }),
  zWebSearchShorthand.extend({ type: z.literal("web_search_preview") }),
  zWebSearchShorthand.extend({ type: z.literal("web_search_preview_2025_03_11") }),
  zWebSearchShorthand.extend({ type: z.literal("web_search_2025_08_26") }),
]);

export const zChatCompletionRequest = z.looseObject({
  messages: z.array(zChatMessage).min(1),
  model: z.string().max(256).nullish(),
  models: z.array(z.string().max(256)).max(100).nullish(),
  stream: z.boolean().nullish(),
  stream_options: zStreamOptions.nullish(),
  max_tokens: z.int().gte(1).nullish(),
  max_completion_tokens: z.int().gte(1).nullish(),
  temperature: z.number().gte(0).lte(2).nullish(),
  top_p: z.number().gt(0).lte(1).nullish(),
  top_k: z.int().gte(0).nullish(),
  min_p: z.number().gte(0).lte(1).nullish(),
  top_a: z.number().gte(0).lte(1).nullish(),
  frequency_penalty: z.number().gte(-2).lte(2).nullish(),
  presence_penalty: z.number().gte(-2).lte(2).nullish(),
  repetition_penalty: z.number().gt(0).lte(2).nullish(),
  seed: z.int().nullish(),
  stop: zStopSequences.nullish(),
  logit_bias: z.record(z.string(), z.number().gte(-100).lte(100)).nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().gte(0).lte(20).nullish(),
  tools: z.array(zChatTool).nullish(),
  deferred_tools: zDeferredTools.nullish(),
  tool_choice: zToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  max_tool_calls: z.int().gte(1).lte(30).nullish(),
  stop_server_tools_when: z.array(zStopServerToolsCondition).nullish(),
  response_format: zResponseFormat.nullish(),
  structured_outputs: z.boolean().nullish(),
  reasoning: zReasoningOptions.nullish(),
  reasoning_effort: zReasoningEffort.nullish(),
  include_reasoning: z.boolean().nullish(),
  verbosity: zVerbosity.nullish(),
  modalities: z.array(z.union([z.enum(["text", "image", "audio"]), z.string()])).nullish(),
  image_config: z.record(z.string(), z.unknown()).nullish(),
  audio: zAudioOutput.nullish(),
  prediction: zPrediction.nullish(),
  provider: zProviderPreferences.nullish(),
  plugins: z.array(zPlugin).nullish(),
  cache_control: zCacheControl.nullish(),
  prompt_cache_key: z.string().nullish(),
  prompt_cache_options: zPromptCacheOptions.nullish(),
  service_tier: zServiceTier.nullish(),
  session_id: z.string().max(256).nullish(),
  user: z.string().nullish(),
  metadata: z.record(z.string(), z.string().max(512)).nullish(),
  trace: zTraceConfig.nullish(),
  debug: zDebugOptions.nullish(),
  web_search_options: zWebSearchOptions.nullish(),
  x_search_filter: z.record(z.string(), z.unknown()).nullish(),
  preset: z.string().nullish(),
  transforms: z.array(z.string()).nullish(),
  usage: zUsageOptions.nullish(),
  route: z.string().nullish(),
});

export const zMessagesTool = z.union([
  zMessagesCustomTool,
  zMessagesWebSearchTool,
  zMessagesWebFetchTool,
  zMessagesCodeExecutionTool,
  zMessagesBashTool,
  zMessagesTextEditorTool,
  zMessagesMemoryTool,
  zMessagesComputerTool,
  zMessagesToolset,
  zMessagesToolSearchTool,
  zMessagesAdvisorTool,
  zMessagesMcpToolset,
  zBashTool,
  zDatetimeTool,
  zImageGenerationTool,
  zSearchModelsTool,
  zWebFetchTool,
  zWebSearchTool,
  zResponseServerShellTool,
  zResponseServerToolSearchTool,
  zMessagesUnknownTool,
]);

export const zResponseTool = z.union([
  zResponseFunctionTool,
  zResponseCustomTool,
  zResponseNamespaceTool,
  zResponseWebSearchTool,
  zResponseFileSearchTool,
  zResponseComputerTool,
  zResponseComputerUseTool,
  zResponseToolSearchTool,
  zResponseProgrammaticTool,
  zResponseCodeInterpreterTool,
  zResponseMcpTool,
  zResponseImageGenerationTool,
  zResponseLocalShellTool,
  zResponseShellTool,
  zResponseApplyPatchTool,
  zAdvisorTool,
  zResponseServerApplyPatchTool,
  zBashTool,
  zDatetimeTool,
  zFilesTool,
  zFusionTool,
  zImageGenerationTool,
  zSearchModelsTool,
  zResponseServerShellTool,
  zSubagentTool,
  zResponseServerToolSearchTool,
  zWebFetchTool,
  zWebSearchTool,
  zUnknownResponseTool,
]);

export const zResponseAdditionalTools = z.looseObject({
  type: z.literal("additional_tools"),
  id: z.string().nullish(),
  role: z.string().nullish(),
  tools: z.array(zResponseTool),
});

export const zResponseInputItem = z.union([
  zResponseInputMessage,
  zResponseReasoning,
  zResponseFunctionCall,
  zResponseCustomToolCall,
  zResponseWebSearchCall,
  zResponseFileSearchCall,
  zResponseCodeInterpreterCall,
  zResponseImageGenerationCall,
  zResponseComputerCall,
  zResponseLocalShellCall,
  zResponseShellCall,
  zResponseShellCallOutput,
  zResponseApplyPatchCall,
  zResponseMcpCall,
  zResponseMcpListTools,
  zResponseMcpApprovalRequest,
  zResponseCompaction,
  zResponseToolSearchCall,
  zResponseToolSearchOutput,
  zResponseProgram,
  zResponseProgramOutput,
  zResponseAdvisorCall,
  zResponseServerApplyPatchCall,
  zResponseBashCall,
  zResponseBrowserUseCall,
  zResponseServerCodeInterpreterCall,
  zResponseDatetimeCall,
  zResponseSearchModelsCall,
  zResponseServerFileSearchCall,
  zResponseFilesCall,
  zResponseFusionCall,
  zResponseServerImageGenerationCall,
  zResponseServerMcpCall,
  zResponseMemoryCall,
  zResponseServerShellCall,
  zResponseSubagentCall,
  zResponseTextEditorCall,
  zResponseServerToolSearchCall,
  zResponseWebFetchCall,
  zResponseServerWebSearchCall,
  zResponseFunctionCallOutput,
  zResponseCustomToolCallOutput,
  zResponseComputerCallOutput,
  zResponseLocalShellCallOutput,
  zResponseApplyPatchCallOutput,
  zResponseMcpApprovalResponse,
  zResponseCompactionTrigger,
  zResponseContextCompaction,
  zResponseItemReference,
  zResponseConfigurationUpdate,
  zResponseAgentMessage,
  zResponseAdditionalTools,
  zUnknownInputItem,
]);

export const zResponsesInput = z.union([z.string(), z.array(zResponseInputItem)]);

export const zResponsesRequest = z.looseObject({
  input: zResponsesInput,
  model: z.string().max(256).nullish(),
  models: z.array(z.string().max(256)).max(100).nullish(),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  stream_options: zResponseStreamOptions.nullish(),
  max_output_tokens: z.int().gte(1).nullish(),
  max_tool_calls: z.int().gte(1).nullish(),
  temperature: z.number().gte(0).lte(2).nullish(),
  top_p: z.number().gte(0).lte(1).nullish(),
  top_k: z.int().gte(0).nullish(),
  top_logprobs: z.int().gte(0).lte(20).nullish(),
  frequency_penalty: z.number().gte(-2).lte(2).nullish(),
  presence_penalty: z.number().gte(-2).lte(2).nullish(),
  tools: z.array(zResponseTool).nullish(),
  deferred_tools: zDeferredTools.nullish(),
  tool_choice: zResponseToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  stop_server_tools_when: z.array(zStopServerToolsCondition).nullish(),
  text: zResponseTextOptions.nullish(),
  reasoning: zResponseReasoningOptions.nullish(),
  include: z.array(zResponseIncludable).nullish(),
  modalities: z.array(zResponseModality).nullish(),
  image_config: z.record(z.string(), z.unknown()).nullish(),
  prompt: zResponsePrompt.nullish(),
  truncation: z.union([z.enum(["auto", "disabled"]), z.string()]).nullish(),
  background: z.boolean().nullish(),
  store: z.boolean().nullish(),
  previous_response_id: z.string().nullish(),
  provider: zProviderPreferences.nullish(),
  plugins: z.array(zPlugin).nullish(),
  cache_control: zCacheControl.nullish(),
  prompt_cache_key: z.string().nullish(),
  prompt_cache_options: zPromptCacheOptions.nullish(),
  service_tier: zServiceTier.nullish(),
  session_id: z.string().max(256).nullish(),
  safety_identifier: z.string().nullish(),
  user: z.string().max(256).nullish(),
  metadata: z.record(z.string(), z.string().max(512)).nullish(),
  client_metadata: z.record(z.string(), z.unknown()).nullish(),
  trace: zTraceConfig.nullish(),
  debug: zDebugOptions.nullish(),
});

export const zToolChange = z.looseObject({
  type: z.union([
    z.enum(["tool_reference", "mcp_tool_reference", "mcp_toolset_reference", "tool_definition"]),
    z.string(),
  ]),
  name: z.string().nullish(),
  server_name: z.string().nullish(),
  definition: zMessagesTool.nullish(),
});

export const zToolAdditionBlock = z.looseObject({
  type: z.literal("tool_addition"),
  tool: zToolChange,
  cache_control: zCacheControl.nullish(),
});

export const zToolRemovalBlock = z.looseObject({
  type: z.literal("tool_removal"),
  tool: zToolChange,
  cache_control: zCacheControl.nullish(),
});

export const zContentBlockParam = z.union([
  zTextBlockParam,
  zImageBlock,
  zDocumentBlock,
  zSearchResultBlock,
  zThinkingBlock,
  zRedactedThinkingBlock,
  zToolUseBlockParam,
  zToolResultBlock,
  zServerToolUseBlockParam,
  zWebSearchToolResultBlock,
  zWebFetchToolResultBlock,
  zCodeExecutionToolResultBlock,
  zBashCodeExecutionToolResultBlock,
  zTextEditorCodeExecutionToolResultBlock,
  zToolSearchToolResultBlock,
  zMcpToolUseBlock,
  zMcpToolResultBlock,
  zMcpToolListingBlock,
  zContainerUploadBlock,
  zCompactionBlock,
  zAdvisorToolResultBlock,
  zFallbackBlock,
  zShellToolResultBlock,
  zBashToolResultBlock,
  zDeferredToolSearchResultBlock,
  zToolAdditionBlock,
  zToolRemovalBlock,
  zUnknownContentBlockParam,
]);

export const zMessagesContent = z.union([z.string(), z.array(zContentBlockParam)]);

export const zMessagesAssistantMessage = z.looseObject({
  role: z.literal("assistant"),
  content: zMessagesContent,
});

export const zMessagesSystemMessage = z.looseObject({
  role: z.literal("system"),
  content: zMessagesContent.nullish(),
  clear_at: z.union([z.enum(["next_user_message", "never"]), z.string()]).nullish(),
  output_config: zSystemMessageOutputConfig.nullish(),
});

export const zMessagesUserMessage = z.looseObject({
  role: z.literal("user"),
  content: zMessagesContent,
});

export const zMessagesMessage = z.discriminatedUnion("role", [
  zMessagesUserMessage,
  zMessagesAssistantMessage,
  zMessagesSystemMessage,
]);

export const zMessagesCountTokensRequest = z.looseObject({
  model: z.string().min(1).max(256),
  messages: z.array(zMessagesMessage).min(1).max(100000),
  system: zMessagesSystemPrompt.nullish(),
  thinking: zThinkingConfig.nullish(),
  tools: z.array(zMessagesTool).nullish(),
  tool_choice: zMessagesToolChoice.nullish(),
  output_config: zOutputConfig.nullish(),
  context_management: zContextManagement.nullish(),
  cache_control: zCacheControl.nullish(),
  mcp_servers: z.array(zMcpServer).nullish(),
});

export const zMessagesRequest = z.looseObject({
  model: z.string().min(1).max(256),
  messages: z.array(zMessagesMessage).min(1).max(100000),
  max_tokens: z.int().gte(0).nullish(),
  system: zMessagesSystemPrompt.nullish(),
  stream: z.boolean().nullish(),
  temperature: z.number().gte(0).lte(2).nullish(),
  top_p: z.number().gte(0).lte(1).nullish(),
  top_k: z.int().gte(0).nullish(),
  stop_sequences: z.array(z.string()).nullish(),
  thinking: zThinkingConfig.nullish(),
  tools: z.array(zMessagesTool).nullish(),
  tool_choice: zMessagesToolChoice.nullish(),
  output_config: zOutputConfig.nullish(),
  context_management: zContextManagement.nullish(),
  cache_control: zCacheControl.nullish(),
  metadata: zMessagesMetadata.nullish(),
  service_tier: z.union([z.enum(["auto", "standard_only"]), z.string()]).nullish(),
  speed: z.union([z.enum(["standard", "fast"]), z.string()]).nullish(),
  thread: zMessageThread.nullish(),
  container: zMessagesContainerOrId.nullish(),
  mcp_servers: z.array(zMcpServer).nullish(),
  inference_geo: z.string().nullish(),
  diagnostics: zMessagesDiagnosticsParams.nullish(),
  models: z.array(z.string().max(256)).max(100).nullish(),
  fallbacks: z.array(zMessagesFallback).max(3).nullish(),
  provider: zProviderPreferences.nullish(),
  plugins: z.array(zPlugin).nullish(),
  session_id: z.string().max(256).nullish(),
  trace: zTraceConfig.nullish(),
  user: z.string().max(256).nullish(),
  safeguards: z.array(zMessagesSafeguard).nullish(),
  deferred_tools: zDeferredTools.nullish(),
  stop_server_tools_when: z.array(zStopServerToolsCondition).nullish(),
});
