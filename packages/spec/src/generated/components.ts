// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { UnknownTag } from "./types/index.ts";

export interface components {
  schemas: {
    ActivityItem: {
      date: string;
      model: string;
      model_permaslug: string;
      endpoint_id: string;
      provider_name: string;
      requests: number;
      prompt_tokens: number;
      cached_tokens: number;
      completion_tokens: number;
      reasoning_tokens: number;
      usage: number;
      byok_usage_inference: number;
      workspace_id?: string;
    };
    ActivityList: {
      data: components["schemas"]["ActivityItem"][];
    };
    AdvisorContent:
      | components["schemas"]["AdvisorResult"]
      | components["schemas"]["AdvisorRedactedResult"]
      | components["schemas"]["AdvisorToolResultError"]
      | components["schemas"]["UnknownAdvisorContent"];
    AdvisorRedactedResult: {
      type: "advisor_redacted_result";
      encrypted_content: string;
      stop_reason?: string | null | undefined;
    };
    AdvisorResult: {
      type: "advisor_result";
      text: string;
      stop_reason?: string | null | undefined;
    };
    AdvisorTool: {
      type: "openrouter:advisor";
      parameters?: components["schemas"]["AdvisorToolParameters"] | null | undefined;
    };
    AdvisorToolParameters: {
      name?: string | null | undefined;
      model?: string | null | undefined;
      instructions?: string | null | undefined;
      forward_transcript?: boolean | null | undefined;
      max_completion_tokens?: number | null | undefined;
      reasoning?: components["schemas"]["ToolReasoning"] | null | undefined;
      stream?: boolean | null | undefined;
      temperature?: number | null | undefined;
    };
    AdvisorToolResultBlock: {
      type: "advisor_tool_result";
      tool_use_id: string;
      content: components["schemas"]["AdvisorContent"];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    AdvisorToolResultError: {
      type: "advisor_tool_result_error";
      error_code: string;
    };
    AliasTarget: {
      name: string;
      slug: string;
    };
    AlignmentPlugin: {
      id: "alignment";
      rules: components["schemas"]["AlignmentRule"][];
      mode?: components["schemas"]["EnforcementMode"] | null | undefined;
      threshold?: number | null | undefined;
      max_retries?: number | null | undefined;
      instruct?: boolean | null | undefined;
    };
    AlignmentResult: {
      calls: {
        [key: string]: unknown;
      }[];
    };
    AlignmentRule: {
      rule: string;
      watch: ("content" | "tool_calls" | "refusal" | "images" | "audio" | (string & {}))[];
    };
    AnalysisIndices: {
      intelligence_index: number | null;
      coding_index: number | null;
      agentic_index: number | null;
    };
    Annotation: components["schemas"]["UrlCitationAnnotation"] | components["schemas"]["FileAnnotation"];
    ApiKey: {
      hash: string;
      name: string;
      label: string;
      disabled: boolean;
      limit: number | null;
      limit_remaining: number | null;
      limit_reset: components["schemas"]["LimitReset"] | null;
      include_byok_in_limit: boolean;
      usage: number;
      usage_daily: number;
      usage_weekly: number;
      usage_monthly: number;
      byok_usage: number;
      byok_usage_daily: number;
      byok_usage_weekly: number;
      byok_usage_monthly: number;
      created_at: string;
      updated_at: string | null;
      last_used_at: string | null;
      expires_at?: string | null;
      creator_user_id: string | null;
      external_user: string | null;
      workspace_id: string;
    };
    ApiKeyDetail: {
      data: components["schemas"]["ApiKey"];
    };
    ApiKeyList: {
      data: components["schemas"]["ApiKey"][];
    };
    AppliedContextEdit: {
      type: string;
      cleared_input_tokens?: number;
      cleared_tool_uses?: number;
      cleared_thinking_turns?: number;
    };
    AppliedContextManagement: {
      applied_edits: components["schemas"]["AppliedContextEdit"][];
    };
    ArenaRating: {
      arena: string;
      category: string;
      elo: number;
      rank: number;
      win_rate: number;
    };
    ArmorAutoMode: {
      hard_deny?: components["schemas"]["ArmorRuleOrText"][] | null | undefined;
      soft_deny?: components["schemas"]["ArmorRuleOrText"][] | null | undefined;
      allow?: components["schemas"]["ArmorRuleOrText"][] | null | undefined;
      environment?: components["schemas"]["ArmorEnvironment"][] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ArmorContext: {
      v: number;
      auto_mode?: components["schemas"]["ArmorAutoMode"] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ArmorEnvironment: string | components["schemas"]["ArmorEnvironmentEntry"];
    ArmorEnvironmentEntry: {
      name: string;
      value: string;
    };
    ArmorPlugin: {
      id: "armor";
      enabled?: boolean | null | undefined;
      mode?: components["schemas"]["EnforcementMode"] | null | undefined;
      on_error?: "block" | "log" | null | (string & {}) | undefined;
      output_mode?: "text" | "custom_item" | "claude_code_compatibility" | null | (string & {}) | undefined;
      evaluate_native_tools?: boolean | null | undefined;
      use_cc_style_default_rules?: boolean | null | undefined;
      classifier_context?: components["schemas"]["ArmorContext"] | null | undefined;
    };
    ArmorRule: {
      id: string;
      name?: string | null | undefined;
      instructions: string;
      threshold?: number | null | undefined;
    };
    ArmorRuleOrText: string | components["schemas"]["ArmorRule"];
    AssistantAudio: {
      id?: string | null | undefined;
      data?: string | null | undefined;
      transcript?: string | null | undefined;
      expires_at?: number | null | undefined;
    };
    AssistantImage: {
      type?: "image_url" | null | undefined;
      index?: number | null | undefined;
      image_url: components["schemas"]["ImageReference"];
    };
    AssistantMessage: {
      role: "assistant";
      content?: components["schemas"]["MessageContent"] | null | undefined;
      name?: string | null | undefined;
      refusal?: string | null | undefined;
      reasoning?: string | null | undefined;
      reasoning_content?: string | null | undefined;
      reasoning_details?: components["schemas"]["ReasoningDetail"][] | null | undefined;
      tool_calls?: components["schemas"]["ToolCall"][] | null | undefined;
      images?: components["schemas"]["AssistantImage"][] | null | undefined;
      audio?: components["schemas"]["AssistantAudio"] | null | undefined;
      annotations?: components["schemas"]["Annotation"][] | null | undefined;
      model?: string | null | undefined;
    };
    AudioOutput: {
      voice?: string | null | undefined;
      format?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    AudioPart: {
      type: "input_audio";
      input_audio: components["schemas"]["InputAudio"];
    };
    AuthCode: {
      data: components["schemas"]["AuthCodeRecord"];
    };
    AuthCodeRecord: {
      id: string;
      app_id: number;
      created_at: string;
    };
    AutoBetaRouterPlugin: {
      id: "auto-beta-router";
      enabled?: boolean | null | undefined;
      allowed_models?: string[] | null | undefined;
      excluded_models?: string[] | null | undefined;
      cost_tier?: components["schemas"]["CostTier"] | null | undefined;
      cost_quality_tradeoff?: number | null | undefined;
    };
    AutoRouterPlugin: {
      id: "auto-router";
      enabled?: boolean | null | undefined;
      allowed_models?: string[] | null | undefined;
      excluded_models?: string[] | null | undefined;
      cost_tier?: components["schemas"]["CostTier"] | null | undefined;
      cost_quality_tradeoff?: number | null | undefined;
      pin_model?: boolean | null | undefined;
    };
    AvailabilityConstraint: {
      field?: string;
      detail?: string;
    };
    Base64ImageSource: {
      type: "base64";
      media_type: "image/jpeg" | "image/png" | "image/gif" | "image/webp" | (string & {});
      data: string;
    };
    Base64PdfSource: {
      type: "base64";
      media_type: string;
      data: string;
    };
    BashCodeExecutionContent:
      | components["schemas"]["BashCodeExecutionResult"]
      | components["schemas"]["BashCodeExecutionToolResultError"]
      | components["schemas"]["UnknownBashCodeExecutionContent"];
    BashCodeExecutionResult: {
      type: "bash_code_execution_result";
      stdout: string;
      return_code: number;
      stderr: string;
      content: components["schemas"]["CodeExecutionOutput"][];
    };
    BashCodeExecutionToolResultBlock: {
      type: "bash_code_execution_tool_result";
      tool_use_id: string;
      content: components["schemas"]["BashCodeExecutionContent"];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    BashCodeExecutionToolResultError: {
      type: "bash_code_execution_tool_result_error";
      error_code:
        | "invalid_tool_input"
        | "unavailable"
        | "too_many_requests"
        | "execution_time_exceeded"
        | "output_file_too_large"
        | (string & {});
    };
    BashEnvironment: components["schemas"]["NewContainer"] | components["schemas"]["ExistingContainer"];
    BashTool: {
      type: "openrouter:bash";
      parameters?: components["schemas"]["BashToolParameters"] | null | undefined;
    };
    BashToolParameters: {
      engine?: components["schemas"]["ToolEngine"] | null | undefined;
      environment?: components["schemas"]["BashEnvironment"] | null | undefined;
    };
    BashToolResultBlock: {
      type: "openrouter_bash_tool_result";
      tool_use_id: string;
      content: {
        [key: string]: unknown;
      };
      container_id?: string | null | undefined;
      files?:
        | {
            [key: string]: unknown;
          }[]
        | null
        | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    BlockCacheControl: {
      type: "ephemeral";
      ttl?: "5m" | "1h" | null | (string & {}) | undefined;
    };
    BrowserStateBlock: {
      type: "browser_state";
      tabs: components["schemas"]["BrowserTab"][];
      state_changes?: components["schemas"]["BrowserStateChange"][] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    BrowserStateChange: {
      type: string;
    };
    BrowserTab: {
      tab_id: string;
      title: string;
      url: string;
      active?: boolean | null | undefined;
    };
    CacheControl: {
      type: "ephemeral";
      ttl?: "5m" | "1h" | null | (string & {}) | undefined;
    };
    CacheMissReason: {
      type:
        | "model_changed"
        | "system_changed"
        | "tools_changed"
        | "messages_changed"
        | "previous_message_not_found"
        | "unavailable"
        | (string & {});
      cache_missed_input_tokens?: number;
    };
    ChatCompletion: {
      id: string;
      object: "chat.completion";
      created: number;
      model: string;
      provider?: string;
      choices: components["schemas"]["ChatCompletionChoice"][];
      system_fingerprint: string | null;
      service_tier?: string | null;
      usage?: components["schemas"]["Usage"];
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
      alignment?: components["schemas"]["AlignmentResult"];
      safeguard_results?: components["schemas"]["SafeguardResult"][];
      error?: components["schemas"]["ErrorDetail"];
    };
    ChatCompletionChoice: {
      index: number;
      message: components["schemas"]["ChatCompletionMessage"];
      finish_reason: components["schemas"]["FinishReason"] | null;
      native_finish_reason?: string | null;
      logprobs?: components["schemas"]["Logprobs"] | null;
      error?: components["schemas"]["ErrorDetail"];
    };
    ChatCompletionChunk: {
      id: string;
      object: "chat.completion.chunk";
      created: number;
      model: string;
      provider?: string;
      choices: components["schemas"]["ChunkChoice"][];
      system_fingerprint?: string;
      service_tier?: string | null;
      usage?: components["schemas"]["Usage"];
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
      alignment?: components["schemas"]["AlignmentResult"];
      safeguard_results?: components["schemas"]["SafeguardResult"][];
      debug?: components["schemas"]["ChunkDebug"];
      error?: components["schemas"]["ErrorDetail"];
    };
    ChatCompletionMessage: {
      role: "assistant";
      content: string | null;
      refusal?: string | null;
      reasoning?: string | null;
      reasoning_details?: components["schemas"]["ReasoningDetail"][];
      tool_calls?: components["schemas"]["ToolCall"][];
      images?: components["schemas"]["AssistantImage"][];
      audio?: components["schemas"]["AssistantAudio"] | null;
      annotations?: components["schemas"]["Annotation"][];
    };
    ChatCompletionRequest: {
      messages: components["schemas"]["ChatMessage"][];
      model?: string | null | undefined;
      models?: string[] | null | undefined;
      stream?: boolean | null | undefined;
      stream_options?: components["schemas"]["StreamOptions"] | null | undefined;
      max_tokens?: number | null | undefined;
      max_completion_tokens?: number | null | undefined;
      temperature?: number | null | undefined;
      top_p?: number | null | undefined;
      top_k?: number | null | undefined;
      min_p?: number | null | undefined;
      top_a?: number | null | undefined;
      frequency_penalty?: number | null | undefined;
      presence_penalty?: number | null | undefined;
      repetition_penalty?: number | null | undefined;
      seed?: number | null | undefined;
      stop?: components["schemas"]["StopSequences"] | null | undefined;
      logit_bias?:
        | {
            [key: string]: number;
          }
        | null
        | undefined;
      logprobs?: boolean | null | undefined;
      top_logprobs?: number | null | undefined;
      tools?: components["schemas"]["ChatTool"][] | null | undefined;
      deferred_tools?: components["schemas"]["DeferredTools"] | null | undefined;
      tool_choice?: components["schemas"]["ToolChoice"] | null | undefined;
      parallel_tool_calls?: boolean | null | undefined;
      max_tool_calls?: number | null | undefined;
      stop_server_tools_when?: components["schemas"]["StopServerToolsCondition"][] | null | undefined;
      response_format?: components["schemas"]["ResponseFormat"] | null | undefined;
      structured_outputs?: boolean | null | undefined;
      reasoning?: components["schemas"]["ReasoningOptions"] | null | undefined;
      reasoning_effort?: components["schemas"]["ReasoningEffort"] | null | undefined;
      include_reasoning?: boolean | null | undefined;
      verbosity?: components["schemas"]["Verbosity"] | null | undefined;
      modalities?: ("text" | "image" | "audio" | (string & {}))[] | null | undefined;
      image_config?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      audio?: components["schemas"]["AudioOutput"] | null | undefined;
      prediction?: components["schemas"]["Prediction"] | null | undefined;
      provider?: components["schemas"]["ProviderPreferences"] | null | undefined;
      plugins?: components["schemas"]["Plugin"][] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      prompt_cache_key?: string | null | undefined;
      prompt_cache_options?: components["schemas"]["PromptCacheOptions"] | null | undefined;
      service_tier?: components["schemas"]["ServiceTier"] | null | undefined;
      session_id?: string | null | undefined;
      user?: string | null | undefined;
      metadata?:
        | {
            [key: string]: string;
          }
        | null
        | undefined;
      trace?: components["schemas"]["TraceConfig"] | null | undefined;
      debug?: components["schemas"]["DebugOptions"] | null | undefined;
      web_search_options?: components["schemas"]["WebSearchOptions"] | null | undefined;
      x_search_filter?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      preset?: string | null | undefined;
      transforms?: string[] | null | undefined;
      usage?: components["schemas"]["UsageOptions"] | null | undefined;
      route?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ChatMessage:
      | components["schemas"]["SystemMessage"]
      | components["schemas"]["DeveloperMessage"]
      | components["schemas"]["UserMessage"]
      | components["schemas"]["AssistantMessage"]
      | components["schemas"]["ToolMessage"];
    ChatTool:
      | components["schemas"]["FunctionTool"]
      | components["schemas"]["AdvisorTool"]
      | components["schemas"]["BashTool"]
      | components["schemas"]["DatetimeTool"]
      | components["schemas"]["FilesTool"]
      | components["schemas"]["FusionTool"]
      | components["schemas"]["ImageGenerationTool"]
      | components["schemas"]["SearchModelsTool"]
      | components["schemas"]["SubagentTool"]
      | components["schemas"]["WebFetchTool"]
      | components["schemas"]["WebSearchTool"]
      | components["schemas"]["WebSearchShorthand"];
    ChunkChoice: {
      index: number;
      delta: components["schemas"]["ChunkDelta"];
      finish_reason: components["schemas"]["FinishReason"] | null;
      native_finish_reason?: string | null;
      logprobs?: components["schemas"]["Logprobs"] | null;
      error?: components["schemas"]["ErrorDetail"];
    };
    ChunkDebug: {
      echo_upstream_body?: {
        [key: string]: unknown;
      };
    };
    ChunkDelta: {
      role?: "assistant";
      content?: string | null;
      refusal?: string | null;
      reasoning?: string | null;
      reasoning_details?: components["schemas"]["ReasoningDetail"][];
      tool_calls?: components["schemas"]["ToolCallDelta"][];
      images?: components["schemas"]["AssistantImage"][];
      audio?: components["schemas"]["AssistantAudio"];
      annotations?: components["schemas"]["Annotation"][];
    };
    CitationCharLocation: {
      type: "char_location";
      cited_text: string;
      document_index: number;
      document_title: string | null;
      start_char_index: number;
      end_char_index: number;
      file_id?: string | null | undefined;
    };
    CitationContentBlockLocation: {
      type: "content_block_location";
      cited_text: string;
      document_index: number;
      document_title: string | null;
      start_block_index: number;
      end_block_index: number;
      file_id?: string | null | undefined;
    };
    CitationPageLocation: {
      type: "page_location";
      cited_text: string;
      document_index: number;
      document_title: string | null;
      start_page_number: number;
      end_page_number: number;
      file_id?: string | null | undefined;
    };
    CitationSearchResultLocation: {
      type: "search_result_location";
      cited_text: string;
      source: string;
      title: string | null;
      search_result_index: number;
      start_block_index: number;
      end_block_index: number;
    };
    CitationWebSearchResultLocation: {
      type: "web_search_result_location";
      cited_text: string;
      url: string;
      title: string | null;
      encrypted_index: string;
    };
    CitationsConfig: {
      enabled?: boolean | null | undefined;
    };
    CitationsDelta: {
      type: "citations_delta";
      citation: components["schemas"]["TextCitation"];
    };
    ClearedToolInputs: boolean | string[];
    CodeChallengeMethod: "S256" | "plain" | (string & {});
    CodeExecutionContent:
      | components["schemas"]["CodeExecutionResult"]
      | components["schemas"]["EncryptedCodeExecutionResult"]
      | components["schemas"]["CodeExecutionToolResultError"]
      | components["schemas"]["UnknownCodeExecutionContent"];
    CodeExecutionOutput: {
      type: string;
      file_id: string;
    };
    CodeExecutionResult: {
      type: "code_execution_result";
      stdout: string;
      return_code: number;
      stderr: string;
      content: components["schemas"]["CodeExecutionOutput"][];
    };
    CodeExecutionToolResultBlock: {
      type: "code_execution_tool_result";
      tool_use_id: string;
      content: components["schemas"]["CodeExecutionContent"];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    CodeExecutionToolResultError: {
      type: "code_execution_tool_result_error";
      error_code: components["schemas"]["ServerToolErrorCode"];
    };
    CompactionBlock: {
      type: "compaction";
      content?: string | null | undefined;
      encrypted_content?: string | null | undefined;
      signature?: string | null | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    CompactionDelta: {
      type: "compaction_delta";
      content: string | null;
      encrypted_content?: string | null;
    };
    CompletionTokensDetails: {
      reasoning_tokens?: number | null;
      audio_tokens?: number | null;
      image_tokens?: number | null;
      accepted_prediction_tokens?: number | null;
      rejected_prediction_tokens?: number | null;
    };
    ConfigurationUpdate: {
      reasoning: components["schemas"]["ReasoningUpdate"];
    };
    ConsideredEndpoint: {
      provider: string;
      model: string;
      selected: boolean;
    };
    ConsideredEndpoints: {
      total: number;
      available: components["schemas"]["ConsideredEndpoint"][];
    };
    ContainerNetwork: components["schemas"]["NetworkDisabled"] | components["schemas"]["NetworkAllowlist"];
    ContainerSkill: {
      type: string;
      skill_id: string;
      version?: string;
    };
    ContainerUploadBlock: {
      type: "container_upload";
      file_id: string;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    ContentBlock:
      | components["schemas"]["TextBlock"]
      | components["schemas"]["ThinkingBlock"]
      | components["schemas"]["RedactedThinkingBlock"]
      | components["schemas"]["ToolUseBlock"]
      | components["schemas"]["ServerToolUseBlock"]
      | components["schemas"]["WebSearchToolResultBlock"]
      | components["schemas"]["WebFetchToolResultBlock"]
      | components["schemas"]["CodeExecutionToolResultBlock"]
      | components["schemas"]["BashCodeExecutionToolResultBlock"]
      | components["schemas"]["TextEditorCodeExecutionToolResultBlock"]
      | components["schemas"]["ToolSearchToolResultBlock"]
      | components["schemas"]["McpToolUseBlock"]
      | components["schemas"]["McpToolResultBlock"]
      | components["schemas"]["McpToolListingBlock"]
      | components["schemas"]["ContainerUploadBlock"]
      | components["schemas"]["CompactionBlock"]
      | components["schemas"]["AdvisorToolResultBlock"]
      | components["schemas"]["FallbackBlock"]
      | components["schemas"]["ShellToolResultBlock"]
      | components["schemas"]["BashToolResultBlock"]
      | components["schemas"]["DeferredToolSearchResultBlock"]
      | components["schemas"]["UnknownContentBlock"];
    ContentBlockDelta:
      | components["schemas"]["TextDelta"]
      | components["schemas"]["InputJsonDelta"]
      | components["schemas"]["ThinkingDelta"]
      | components["schemas"]["SignatureDelta"]
      | components["schemas"]["CitationsDelta"]
      | components["schemas"]["CompactionDelta"]
      | components["schemas"]["UnknownContentBlockDelta"];
    ContentBlockDeltaEvent: {
      type: "content_block_delta";
      index: number;
      delta: components["schemas"]["ContentBlockDelta"];
    };
    ContentBlockParam:
      | components["schemas"]["TextBlockParam"]
      | components["schemas"]["ImageBlock"]
      | components["schemas"]["DocumentBlock"]
      | components["schemas"]["SearchResultBlock"]
      | components["schemas"]["ThinkingBlock"]
      | components["schemas"]["RedactedThinkingBlock"]
      | components["schemas"]["ToolUseBlockParam"]
      | components["schemas"]["ToolResultBlock"]
      | components["schemas"]["ServerToolUseBlockParam"]
      | components["schemas"]["WebSearchToolResultBlock"]
      | components["schemas"]["WebFetchToolResultBlock"]
      | components["schemas"]["CodeExecutionToolResultBlock"]
      | components["schemas"]["BashCodeExecutionToolResultBlock"]
      | components["schemas"]["TextEditorCodeExecutionToolResultBlock"]
      | components["schemas"]["ToolSearchToolResultBlock"]
      | components["schemas"]["McpToolUseBlock"]
      | components["schemas"]["McpToolResultBlock"]
      | components["schemas"]["McpToolListingBlock"]
      | components["schemas"]["ContainerUploadBlock"]
      | components["schemas"]["CompactionBlock"]
      | components["schemas"]["AdvisorToolResultBlock"]
      | components["schemas"]["FallbackBlock"]
      | components["schemas"]["ShellToolResultBlock"]
      | components["schemas"]["BashToolResultBlock"]
      | components["schemas"]["DeferredToolSearchResultBlock"]
      | components["schemas"]["ToolAdditionBlock"]
      | components["schemas"]["ToolRemovalBlock"]
      | components["schemas"]["UnknownContentBlockParam"];
    ContentBlockStartEvent: {
      type: "content_block_start";
      index: number;
      content_block: components["schemas"]["ContentBlock"];
    };
    ContentBlockStopEvent: {
      type: "content_block_stop";
      index: number;
    };
    ContentPart:
      | components["schemas"]["TextPart"]
      | components["schemas"]["ImagePart"]
      | components["schemas"]["AudioPart"]
      | components["schemas"]["VideoPart"]
      | components["schemas"]["LegacyVideoPart"]
      | components["schemas"]["FilePart"]
      | components["schemas"]["RefusalPart"];
    ContentSource: {
      type: "content";
      content: components["schemas"]["SourceContent"];
    };
    ContentSourceBlock: components["schemas"]["TextBlockParam"] | components["schemas"]["ImageBlock"];
    ContextAmount: {
      type: "input_tokens" | "tool_uses" | "thinking_turns" | "all" | (string & {});
      value?: number | null | undefined;
    };
    ContextAmountOrAll: string | components["schemas"]["ContextAmount"];
    ContextCompressionPlugin: {
      id: "context-compression";
      enabled?: boolean | null | undefined;
      engine?: "middle-out" | null | undefined;
    };
    ContextEdit: {
      type: "clear_tool_uses_20250919" | "clear_thinking_20251015" | "compact_20260112" | (string & {});
      trigger?: components["schemas"]["ContextAmount"] | null | undefined;
      keep?: components["schemas"]["ContextAmountOrAll"] | null | undefined;
      clear_at_least?: components["schemas"]["ContextAmount"] | null | undefined;
      clear_tool_inputs?: components["schemas"]["ClearedToolInputs"] | null | undefined;
      exclude_tools?: string[] | null | undefined;
      instructions?: string | null | undefined;
      pause_after_compaction?: boolean | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ContextManagement: {
      edits?: components["schemas"]["ContextEdit"][] | null | undefined;
    };
    CostDetails: {
      upstream_inference_cost?: number | null;
      upstream_inference_prompt_cost: number;
      upstream_inference_completions_cost: number;
      server_tool_cost?: number | null;
    };
    CostTier: "low" | "medium" | "high" | "xhigh" | "max" | (string & {});
    CreateAuthCodeRequest: {
      callback_url: string;
      code_challenge?: string | null | undefined;
      code_challenge_method?: components["schemas"]["CodeChallengeMethod"] | null | undefined;
      expires_at?: string | null | undefined;
      key_label?: string | null | undefined;
      limit?: number | null | undefined;
      usage_limit_type?: components["schemas"]["LimitResetParam"] | null | undefined;
      workspace_id?: string | null | undefined;
    };
    CreateKeyRequest: {
      name: string;
      limit?: number | null | undefined;
      limit_reset?: components["schemas"]["LimitResetParam"] | null | undefined;
      include_byok_in_limit?: boolean | null | undefined;
      expires_at?: string | null | undefined;
      creator_user_id?: string | null | undefined;
      workspace_id?: string | null | undefined;
      external?: components["schemas"]["ExternalUser"] | null | undefined;
    };
    CreatedApiKey: {
      data: components["schemas"]["ApiKey"];
      key: string;
    };
    CreditTotals: {
      total_credits: number;
      total_usage: number;
    };
    Credits: {
      data: components["schemas"]["CreditTotals"];
    };
    CurrentKey: {
      label: string;
      limit: number | null;
      limit_remaining: number | null;
      limit_reset: components["schemas"]["LimitReset"] | null;
      include_byok_in_limit: boolean;
      usage: number;
      usage_daily: number;
      usage_weekly: number;
      usage_monthly: number;
      byok_usage: number;
      byok_usage_daily: number;
      byok_usage_weekly: number;
      byok_usage_monthly: number;
      is_free_tier: boolean;
      is_management_key: boolean;
      is_provisioning_key: boolean;
      expires_at?: string | null;
      creator_user_id: string | null;
      organization_id: string | null;
      workspace_id: string | null;
      allowed_data_regions: components["schemas"]["DataRegion"][];
      free_model_daily_requests: components["schemas"]["DailyRequests"];
      budgets: components["schemas"]["KeyBudget"][];
      effective_budget: components["schemas"]["KeyBudget"] | null;
      rate_limit: components["schemas"]["LegacyRateLimit"];
    };
    CurrentKeyDetail: {
      data: components["schemas"]["CurrentKey"];
    };
    DailyRequests: {
      limit: number;
      used: number;
      remaining: number;
    };
    DataRegion: "global" | "europe" | "us" | (string & {});
    DatetimeTool: {
      type: "openrouter:datetime";
      parameters?: components["schemas"]["DatetimeToolParameters"] | null | undefined;
    };
    DatetimeToolParameters: {
      timezone?: string | null | undefined;
    };
    DebugOptions: {
      echo_upstream_body?: boolean | null | undefined;
    };
    DefaultParameters: {
      temperature?: number | null;
      top_p?: number | null;
      top_k?: number | null;
      frequency_penalty?: number | null;
      presence_penalty?: number | null;
      repetition_penalty?: number | null;
    };
    DeferredBm25Search: {
      type: "bm25";
      max_results?: number | null | undefined;
    };
    DeferredCustomSearch: {
      type: "custom";
      tool_id: string;
      result_key: string;
      max_results?: number | null | undefined;
    };
    DeferredRegexSearch: {
      type: "regex";
      max_results?: number | null | undefined;
    };
    DeferredToolSearchResultBlock: {
      type: "openrouter_tool_search_result";
      tool_use_id: string;
      content: {
        [key: string]: unknown;
      };
    };
    DeferredTools: {
      protocol: "v1";
      profile: "portable";
      search: components["schemas"]["DeferredToolsSearch"];
      validation: "runtime";
    };
    DeferredToolsSearch:
      | components["schemas"]["DeferredRegexSearch"]
      | components["schemas"]["DeferredBm25Search"]
      | components["schemas"]["DeferredCustomSearch"];
    DeletedApiKey: {
      deleted: true;
    };
    DeveloperMessage: {
      role: "developer";
      content: components["schemas"]["TextContent"];
      name?: string | null | undefined;
      configuration_update?: components["schemas"]["ConfigurationUpdate"] | null | undefined;
    };
    DocumentBlock: {
      type: "document";
      source: components["schemas"]["DocumentSource"];
      title?: string | null | undefined;
      context?: string | null | undefined;
      citations?: components["schemas"]["CitationsConfig"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    DocumentSource:
      | components["schemas"]["Base64PdfSource"]
      | components["schemas"]["PlainTextSource"]
      | components["schemas"]["ContentSource"]
      | components["schemas"]["UrlSource"]
      | components["schemas"]["FileSource"];
    EchoedInstructions:
      | string
      | {
          [key: string]: unknown;
        }[];
    EchoedReasoningOptions: {
      effort?: string | null;
      summary?: string | null;
      max_tokens?: number | null;
      enabled?: boolean | null;
      context?: string | null;
      mode?: string | null;
    } & {
      [key: string]: unknown;
    };
    EchoedTextOptions: {
      format?: {
        [key: string]: unknown;
      };
      verbosity?: string | null;
    } & {
      [key: string]: unknown;
    };
    EchoedTool: {
      type: string;
      name?: string;
      description?: string | null;
      parameters?: {
        [key: string]: unknown;
      } | null;
      strict?: boolean | null;
    } & {
      [key: string]: unknown;
    };
    EchoedToolChoice:
      | string
      | {
          [key: string]: unknown;
        };
    Embedding: {
      object: "embedding";
      index?: number;
      embedding: components["schemas"]["EmbeddingVector"];
    };
    EmbeddingAudio: {
      type: "input_audio";
      input_audio: components["schemas"]["EmbeddingMedia"];
    };
    EmbeddingFile: {
      type: "input_file";
      input_file: components["schemas"]["EmbeddingMedia"];
    };
    EmbeddingImage: {
      type: "image_url";
      image_url: components["schemas"]["ImageReference"];
    };
    EmbeddingInput: {
      content: components["schemas"]["EmbeddingPart"][];
    };
    EmbeddingInputItem: string | number | number[] | components["schemas"]["EmbeddingInput"];
    EmbeddingInputs: string | components["schemas"]["EmbeddingInputItem"][];
    EmbeddingList: {
      id?: string;
      object: "list";
      model: string;
      provider?: string;
      data: components["schemas"]["Embedding"][];
      usage?: components["schemas"]["EmbeddingUsage"];
    };
    EmbeddingMedia: {
      data: string;
      format?: string | null | undefined;
    };
    EmbeddingPart:
      | components["schemas"]["EmbeddingText"]
      | components["schemas"]["EmbeddingImage"]
      | components["schemas"]["EmbeddingAudio"]
      | components["schemas"]["EmbeddingVideo"]
      | components["schemas"]["EmbeddingFile"];
    EmbeddingRequest: {
      model: string;
      input: components["schemas"]["EmbeddingInputs"];
      encoding_format?: "float" | "base64" | null | (string & {}) | undefined;
      dimensions?: number | null | undefined;
      input_type?: string | null | undefined;
      provider?: components["schemas"]["ProviderPreferences"] | null | undefined;
      session_id?: string | null | undefined;
      trace?: components["schemas"]["TraceConfig"] | null | undefined;
      user?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    EmbeddingText: {
      type: "text";
      text: string;
    };
    EmbeddingTokensDetails: {
      cached_tokens?: number;
      cache_write_tokens?: number;
      text_tokens?: number;
      image_tokens?: number;
      audio_tokens?: number;
      video_tokens?: number;
      file_tokens?: number;
    };
    EmbeddingUsage: {
      prompt_tokens: number;
      total_tokens: number;
      cost?: number;
      is_byok?: boolean;
      cost_details?: components["schemas"]["CostDetails"] | null;
      prompt_tokens_details?: components["schemas"]["EmbeddingTokensDetails"];
    };
    EmbeddingVector: number[] | string;
    EmbeddingVideo: {
      type: "input_video";
      input_video: components["schemas"]["EmbeddingMedia"];
    };
    EncryptedCodeExecutionResult: {
      type: "encrypted_code_execution_result";
      encrypted_stdout: string;
      return_code: number;
      stderr: string;
      content: components["schemas"]["CodeExecutionOutput"][];
    };
    Endpoint: {
      name: string;
      model_id: string;
      model_name: string;
      provider_name: string;
      tag: string;
      context_length: number;
      max_completion_tokens: number | null;
      max_prompt_tokens: number | null;
      pricing: components["schemas"]["Pricing"];
      quantization:
        | "int4"
        | "int8"
        | "fp4"
        | "mxfp4"
        | "nvfp4"
        | "fp6"
        | "fp8"
        | "mxfp8"
        | "fp16"
        | "bf16"
        | "fp32"
        | "unknown"
        | null
        | (string & {});
      status?: 0 | -1 | -2 | -3 | -5 | -10 | (number & {});
      uptime_last_5m: number | null;
      uptime_last_30m: number | null;
      uptime_last_1d: number | null;
      latency_last_30m: components["schemas"]["Percentiles"] | null;
      throughput_last_30m: components["schemas"]["Percentiles"] | null;
      perf_last_30m_by_workload?: {
        [key: string]: components["schemas"]["WorkloadPerformance"];
      };
      supports_implicit_caching: boolean;
      supports_voice_cloning?: boolean;
      supports_diarization?: boolean;
      supports_image_reference?: boolean;
      supports_multiple_audio_references?: boolean;
      service_tier?: string | null;
      native_tools?: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      supported_parameters: components["schemas"]["ParameterName"][];
      supports_tool_choice: components["schemas"]["SupportedToolChoice"];
    };
    EndpointList: {
      data: components["schemas"]["Endpoint"][];
    };
    EnforcementMode: "enforce" | "audit" | (string & {});
    ErrorAvailability: {
      code:
        | "model_not_found"
        | "wrong_endpoint"
        | "no_endpoints"
        | "model_deprecated"
        | "model_unavailable_upstream"
        | "capacity_exhausted"
        | "temporarily_unavailable"
        | "region_restricted"
        | "privacy_restricted"
        | "constraint_filtered"
        | "free_variant_ended"
        | (string & {});
      retryable: boolean;
      requested_models?: string[];
      docs_url?: string;
      retry_after?: number | null;
      affected_providers?: string[];
      excluded_by?: (
        | "geo"
        | "data_region"
        | "data_policy:zdr"
        | "data_policy:training"
        | "max_price"
        | "context_length"
        | "require_parameters"
        | "quantization"
        | "allowed_providers"
        | (string & {})
      )[];
      fallback_models?: string[];
      constraint?: components["schemas"]["AvailabilityConstraint"];
    };
    ErrorBody: {
      error: components["schemas"]["ErrorDetail"];
      user_id?: string | null;
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
    };
    ErrorDetail: {
      code: components["schemas"]["ErrorStatusOrName"];
      message: string;
      metadata?: components["schemas"]["ErrorMetadata"] | null;
      availability?: components["schemas"]["ErrorAvailability"];
    };
    ErrorMetadata: {
      error_type?:
        | "context_length_exceeded"
        | "max_tokens_exceeded"
        | "token_limit_exceeded"
        | "string_too_long"
        | "invalid_request"
        | "invalid_prompt"
        | "content_policy_violation"
        | "refusal"
        | "invalid_image"
        | "image_too_large"
        | "image_too_small"
        | "unsupported_image_format"
        | "image_download_failed"
        | "authentication"
        | "payment_required"
        | "permission_denied"
        | "not_found"
        | "image_not_found"
        | "precondition_failed"
        | "payload_too_large"
        | "unprocessable"
        | "rate_limit_exceeded"
        | "server"
        | "unmapped"
        | "provider_unavailable"
        | "provider_overloaded"
        | "timeout"
        | (string & {});
      provider_code?: string | null;
      provider_name?: string | null;
      raw?: unknown;
      model_slug?: string;
      reasons?: string[];
      flagged_input?: string;
      patterns?: string[];
      headers?: {
        [key: string]: string;
      };
      limit_source?: string;
      previous_errors?: components["schemas"]["PreviousError"][];
      file_annotations?: components["schemas"]["FileAnnotation"][];
      excluded_endpoints?: components["schemas"]["ExcludedEndpoint"][];
      issues?: components["schemas"]["RequestIssue"][];
    } & {
      [key: string]: unknown;
    };
    ErrorStatusOrName: number | string;
    ExchangeCodeRequest: {
      code: string;
      code_verifier?: string | null | undefined;
      code_challenge_method?: components["schemas"]["CodeChallengeMethod"] | null | undefined;
    };
    ExchangedKey: {
      key: string;
      user_id: string | null;
    };
    ExcludedEndpoint: {
      model: string;
      endpoint: string;
      provider: string;
      reason:
        | "off"
        | "region"
        | "tier"
        | "unlisted"
        | "ignored"
        | "zdr"
        | "training"
        | "distillation"
        | "quantization"
        | "price"
        | "modality"
        | "context"
        | "length"
        | "tools"
        | "schema"
        | "parameters"
        | (string & {});
    };
    ExistingContainer: {
      type: "container_reference";
      container_id: string;
      file_ids?: string[] | null | undefined;
      network_policy?: components["schemas"]["ContainerNetwork"] | null | undefined;
    };
    ExternalUser: {
      user: string;
      api_key?: string | null | undefined;
    };
    FallbackBlock: {
      type: "fallback";
      from: components["schemas"]["FallbackModel"];
      to: components["schemas"]["FallbackModel"];
      trigger?: components["schemas"]["FallbackTrigger"] | null | undefined;
    };
    FallbackModel: {
      model: string;
    };
    FallbackTrigger: {
      type: string;
      category?: string | null | undefined;
    };
    FileAnnotation: {
      type: "file";
      file: components["schemas"]["ParsedFile"];
    };
    FileInput: {
      filename?: string | null | undefined;
      file_data?: string | null | undefined;
      file_id?: string | null | undefined;
    };
    FileParserPlugin: {
      id: "file-parser";
      enabled?: boolean | null | undefined;
      pdf?: components["schemas"]["PdfOptions"] | null | undefined;
    };
    FilePart: {
      type: "file";
      file: components["schemas"]["FileInput"];
    };
    FileSource: {
      type: "file";
      file_id: string;
    };
    FilesTool: {
      type: "openrouter:files";
      parameters?: components["schemas"]["FilesToolParameters"] | null | undefined;
    };
    FilesToolParameters: {
      [key: string]: unknown;
    };
    FinishReason: "stop" | "length" | "tool_calls" | "content_filter" | "error" | (string & {});
    FunctionCall: {
      name: string;
      arguments: string;
    };
    FunctionCallDelta: {
      name?: string;
      arguments?: string;
    };
    FunctionDefinition: {
      name: string;
      description?: string | null | undefined;
      parameters?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      strict?: boolean | null | undefined;
      defer_loading?: boolean | null | undefined;
    };
    FunctionTool: {
      type: "function";
      function: components["schemas"]["FunctionDefinition"];
      defer_loading?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    FusionPlugin: {
      id: "fusion";
      enabled?: boolean | null | undefined;
      preset?: "general-high" | "general-budget" | "general-fast" | null | (string & {}) | undefined;
      analysis_models?: string[] | null | undefined;
      model?: string | null | undefined;
      max_tool_calls?: number | null | undefined;
      tools?: components["schemas"]["NestedTool"][] | null | undefined;
    };
    FusionTool: {
      type: "openrouter:fusion";
      parameters?: components["schemas"]["FusionToolParameters"] | null | undefined;
    };
    FusionToolParameters: {
      analysis_models?: string[] | null | undefined;
      model?: string | null | undefined;
      max_tool_calls?: number | null | undefined;
      max_completion_tokens?: number | null | undefined;
      reasoning?: components["schemas"]["ToolReasoning"] | null | undefined;
      temperature?: number | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      tools?: components["schemas"]["NestedTool"][] | null | undefined;
    };
    Generation: {
      id: string;
      api_type:
        | "completions"
        | "responses"
        | "messages"
        | "embeddings"
        | "rerank"
        | "decisions"
        | "video"
        | "tts"
        | "stt"
        | "image"
        | null
        | (string & {});
      model: string;
      created_at: string;
      origin: string;
      usage: number;
      total_cost: number;
      is_byok: boolean;
      usage_estimated?: boolean;
      data_region: components["schemas"]["DataRegion"];
      streamed: boolean | null;
      cancelled: boolean | null;
      generation_time: number | null;
      latency: number | null;
      moderation_latency: number | null;
      tokens_prompt: number | null;
      tokens_completion: number | null;
      native_tokens_prompt: number | null;
      native_tokens_completion: number | null;
      native_tokens_reasoning: number | null;
      native_tokens_cached: number | null;
      native_tokens_completion_images: number | null;
      num_media_prompt: number | null;
      num_input_audio_prompt: number | null;
      num_media_completion: number | null;
      num_search_results: number | null;
      num_fetches: number | null;
      cache_discount: number | null;
      upstream_inference_cost: number | null;
      finish_reason: string | null;
      native_finish_reason: string | null;
      provider_name: string | null;
      upstream_id: string | null;
      router: string | null;
      preset_id: string | null;
      service_tier: string | null;
      external_user: string | null;
      http_referer: string | null;
      user_agent: string | null;
      workspace_id: string | null;
      web_search_engine: string | null;
      app_id: number | null;
      request_id?: string | null;
      session_id?: string | null;
      response_cache_source_id?: string | null;
      provider_responses: components["schemas"]["ProviderResponse"][] | null;
    };
    GenerationAttemptFailure: {
      code: number;
      message: string;
      provider_name: string | null;
      raw: string | null;
    };
    GenerationContent: {
      input: components["schemas"]["GenerationInput"];
      output: components["schemas"]["GenerationOutput"];
      error: components["schemas"]["GenerationFailure"] | null;
    };
    GenerationContentDetail: {
      data: components["schemas"]["GenerationContent"];
    };
    GenerationDetail: {
      data: components["schemas"]["Generation"];
    };
    GenerationFailure: {
      message: string | null;
      status: number | null;
      provider_name: string | null;
      raw: string | null;
      previous_errors: components["schemas"]["GenerationAttemptFailure"][];
    };
    GenerationInput: {
      messages?: unknown[];
      prompt?: string;
    };
    GenerationOutput: {
      completion: string | null;
      reasoning: string | null;
    };
    GrammarFormat: {
      type: "grammar";
      grammar: string;
    };
    ImageBlock: {
      type: "image";
      source: components["schemas"]["ImageSource"];
      transformations?: components["schemas"]["ImageTransformations"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ImageDetail: "auto" | "low" | "high" | "original" | (string & {});
    ImageGenerationTool: {
      type: "openrouter:image_generation";
      parameters?: components["schemas"]["ImageGenerationToolParameters"] | null | undefined;
    };
    ImageGenerationToolParameters: {
      model?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ImagePart: {
      type: "image_url";
      image_url: components["schemas"]["ImageUrl"];
    };
    ImageReference: {
      url: string;
    };
    ImageSource:
      | components["schemas"]["Base64ImageSource"]
      | components["schemas"]["UrlSource"]
      | components["schemas"]["FileSource"];
    ImageTransformations: {
      oversized_image?: "downsize" | "error" | null | (string & {}) | undefined;
    };
    ImageUrl: {
      url: string;
      detail?: components["schemas"]["ImageDetail"] | null | undefined;
    };
    InputAudio: {
      data: string;
      format: "wav" | "mp3" | "flac" | "m4a" | "ogg" | "aiff" | "aac" | "pcm16" | "pcm24" | (string & {});
    };
    InputJsonDelta: {
      type: "input_json_delta";
      partial_json: string;
    };
    InputTransformation: {
      type: string;
      path?: string;
      reason?: string;
    };
    JevRouterPlugin: {
      id: "jev-router";
      models?: string[] | null | undefined;
      allowed_models?: string[] | null | undefined;
      excluded_models?: string[] | null | undefined;
      cost_tier?: string | null | undefined;
    };
    JsonObjectFormat: {
      type: "json_object";
    };
    JsonOutputFormat: {
      type: "json_schema";
      schema: {
        [key: string]: unknown;
      };
    };
    JsonSchemaFormat: {
      type: "json_schema";
      json_schema: components["schemas"]["NamedJsonSchema"];
    };
    KeyBudget: {
      scope:
        | "workspace_default_member"
        | "workspace_default_key"
        | "member"
        | "api_key"
        | "workspace"
        | "key_limit"
        | (string & {});
      limit_usd: number;
      spend_usd: number;
      remaining_usd: number;
      reset_interval: components["schemas"]["LimitReset"] | null;
      resets_at: string | null;
      budget_id: string | null;
      guardrail_id: string | null;
      include_byok: boolean;
    };
    LatencyCutoffs: {
      p50?: number | null | undefined;
      p75?: number | null | undefined;
      p90?: number | null | undefined;
      p99?: number | null | undefined;
    };
    LatencyPreference: number | components["schemas"]["LatencyCutoffs"];
    LegacyRateLimit: {
      requests: number;
      interval: string;
      note: string;
    };
    LegacyVideoPart: {
      type: "input_video";
      video_url: components["schemas"]["VideoUrl"];
    };
    LimitReset: "daily" | "weekly" | "monthly" | (string & {});
    LimitResetParam: "daily" | "weekly" | "monthly" | (string & {});
    Logprobs: {
      content: components["schemas"]["TokenLogprob"][] | null;
      refusal?: components["schemas"]["TokenLogprob"][] | null;
    };
    MaxPrice: {
      prompt?: components["schemas"]["MaxPriceValue"] | null | undefined;
      completion?: components["schemas"]["MaxPriceValue"] | null | undefined;
      request?: components["schemas"]["MaxPriceValue"] | null | undefined;
      image?: components["schemas"]["MaxPriceValue"] | null | undefined;
      audio?: components["schemas"]["MaxPriceValue"] | null | undefined;
    };
    MaxPriceValue: string | number;
    McpServer: {
      type: "url";
      name: string;
      url: string;
      authorization_token?: string | null | undefined;
      tool_configuration?: components["schemas"]["McpServerToolConfiguration"] | null | undefined;
    };
    McpServerToolConfiguration: {
      enabled?: boolean | null | undefined;
      allowed_tools?: string[] | null | undefined;
    };
    McpTextBlock: {
      type: "text";
      text: string;
    };
    McpTool: {
      name: string;
      description?: string | null | undefined;
      input_schema: {
        [key: string]: unknown;
      };
    };
    McpToolConfig: {
      enabled?: boolean | null | undefined;
      defer_loading?: boolean | null | undefined;
    };
    McpToolListingBlock: {
      type: "mcp_tool_listing";
      mcp_server_name: string;
      tools: components["schemas"]["McpTool"][];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    McpToolResultBlock: {
      type: "mcp_tool_result";
      tool_use_id: string;
      content?: components["schemas"]["McpToolResultContent"] | null | undefined;
      is_error?: boolean | null | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    McpToolResultContent: string | components["schemas"]["McpTextBlock"][];
    McpToolUseBlock: {
      type: "mcp_tool_use";
      id: string;
      name: string;
      server_name: string;
      input: {
        [key: string]: unknown;
      };
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    MessageContent: string | components["schemas"]["ContentPart"][];
    MessageDelta: {
      stop_reason: components["schemas"]["MessagesStopReason"] | null;
      stop_sequence: string | null;
      stop_details?: components["schemas"]["MessagesStopDetails"] | null;
      container?: components["schemas"]["MessagesContainer"] | null;
    };
    MessageDeltaEvent: {
      type: "message_delta";
      delta: components["schemas"]["MessageDelta"];
      usage: components["schemas"]["MessageDeltaUsage"];
      context_management?: components["schemas"]["AppliedContextManagement"] | null;
    };
    MessageDeltaUsage: {
      input_tokens?: number | null;
      output_tokens: number;
      cache_creation?: components["schemas"]["MessagesCacheCreation"] | null;
      cache_creation_input_tokens?: number | null;
      cache_read_input_tokens?: number | null;
      output_tokens_details?: components["schemas"]["MessagesOutputTokensDetails"] | null;
      server_tool_use?: components["schemas"]["MessagesServerToolUse"] | null;
      iterations?: components["schemas"]["MessagesUsageIteration"][] | null;
      cost?: number | null;
      is_byok?: boolean;
      cost_details?: components["schemas"]["CostDetails"] | null;
    };
    MessageErrorEvent: {
      type: "error";
      error: components["schemas"]["MessagesError"];
      request_id?: string | null;
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
    };
    MessagePingEvent: {
      type: "ping";
    };
    MessageStartEvent: {
      type: "message_start";
      message: components["schemas"]["MessagesResponse"];
    };
    MessageStopEvent: {
      type: "message_stop";
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
    };
    MessageStreamEvent:
      | components["schemas"]["MessageStartEvent"]
      | components["schemas"]["ContentBlockStartEvent"]
      | components["schemas"]["ContentBlockDeltaEvent"]
      | components["schemas"]["ContentBlockStopEvent"]
      | components["schemas"]["MessageDeltaEvent"]
      | components["schemas"]["MessageStopEvent"]
      | components["schemas"]["MessagePingEvent"]
      | components["schemas"]["MessageErrorEvent"]
      | components["schemas"]["UnknownMessageStreamEvent"];
    MessageThread: components["schemas"]["ThreadCreate"] | components["schemas"]["ThreadContinue"];
    MessagesAdvisorTool: {
      type: "advisor_20260301";
      name: string;
      model?: string | null | undefined;
      max_uses?: number | null | undefined;
      max_tokens?: number | null | undefined;
      caching?: components["schemas"]["CacheControl"] | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesAssistantMessage: {
      role: "assistant";
      content: components["schemas"]["MessagesContent"];
    };
    MessagesBashTool: {
      type: "bash_20241022" | "bash_20250124";
      name: string;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesCacheCreation: {
      ephemeral_5m_input_tokens: number;
      ephemeral_1h_input_tokens: number;
    };
    MessagesCodeExecutionTool: {
      type:
        | "code_execution_20250522"
        | "code_execution_20250825"
        | "code_execution_20260120"
        | "code_execution_20260521";
      name: string;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesComputerTool: {
      type: "computer_20241022" | "computer_20250124" | "computer_20251124";
      name: string;
      display_width_px?: number | null | undefined;
      display_height_px?: number | null | undefined;
      display_number?: number | null | undefined;
      enable_zoom?: boolean | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesContainer: {
      id: string;
      expires_at: string;
      skills?: components["schemas"]["ContainerSkill"][] | null;
    };
    MessagesContainerOrId: string | components["schemas"]["MessagesContainerParams"];
    MessagesContainerParams: {
      id?: string | null | undefined;
      skills?: components["schemas"]["SkillParams"][] | null | undefined;
    };
    MessagesContent: string | components["schemas"]["ContentBlockParam"][];
    MessagesCountTokensRequest: {
      model: string;
      messages: components["schemas"]["MessagesMessage"][];
      system?: components["schemas"]["MessagesSystemPrompt"] | null | undefined;
      thinking?: components["schemas"]["ThinkingConfig"] | null | undefined;
      tools?: components["schemas"]["MessagesTool"][] | null | undefined;
      tool_choice?: components["schemas"]["MessagesToolChoice"] | null | undefined;
      output_config?: components["schemas"]["OutputConfig"] | null | undefined;
      context_management?: components["schemas"]["ContextManagement"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      mcp_servers?: components["schemas"]["McpServer"][] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    MessagesCustomTool: {
      type?: "custom" | null | undefined;
      name: string;
      description?: string | null | undefined;
      input_schema: {
        [key: string]: unknown;
      };
      eager_input_streaming?: boolean | null | undefined;
      input_examples?:
        | {
            [key: string]: unknown;
          }[]
        | null
        | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesDiagnostics: {
      cache_miss_reason: components["schemas"]["CacheMissReason"] | null;
    };
    MessagesDiagnosticsParams: {
      previous_message_id?: string | null | undefined;
    };
    MessagesEffort: "low" | "medium" | "high" | "xhigh" | "max" | (string & {});
    MessagesError: {
      type:
        | "invalid_request_error"
        | "authentication_error"
        | "billing_error"
        | "permission_error"
        | "not_found_error"
        | "request_too_large"
        | "rate_limit_error"
        | "api_error"
        | "overloaded_error"
        | "timeout_error"
        | (string & {});
      message: string;
      error_type?: string;
      details?: components["schemas"]["MessagesErrorDetails"] | null;
    };
    MessagesErrorBody: {
      type: "error";
      error: components["schemas"]["MessagesError"];
      request_id: string | null;
      metadata?: components["schemas"]["ErrorMetadata"];
      openrouter_metadata?: components["schemas"]["RoutingMetadata"] | null;
    };
    MessagesErrorDetails: {
      error_code?: string;
      unsupported?: string[] | null;
    } & {
      [key: string]: unknown;
    };
    MessagesFallback: {
      model: string;
    } & {
      [key: string]: unknown;
    };
    MessagesMcpToolset: {
      type: "mcp_toolset";
      mcp_server_name?: string | null | undefined;
      configs?:
        | {
            [key: string]: components["schemas"]["McpToolConfig"];
          }
        | null
        | undefined;
      default_config?: components["schemas"]["McpToolConfig"] | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesMemoryTool: {
      type: "memory_20250818";
      name: string;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesMessage:
      | components["schemas"]["MessagesUserMessage"]
      | components["schemas"]["MessagesAssistantMessage"]
      | components["schemas"]["MessagesSystemMessage"];
    MessagesMetadata: {
      user_id?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    MessagesOutputTokensDetails: {
      thinking_tokens: number;
    };
    MessagesRequest: {
      model: string;
      messages: components["schemas"]["MessagesMessage"][];
      max_tokens?: number | null | undefined;
      system?: components["schemas"]["MessagesSystemPrompt"] | null | undefined;
      stream?: boolean | null | undefined;
      temperature?: number | null | undefined;
      top_p?: number | null | undefined;
      top_k?: number | null | undefined;
      stop_sequences?: string[] | null | undefined;
      thinking?: components["schemas"]["ThinkingConfig"] | null | undefined;
      tools?: components["schemas"]["MessagesTool"][] | null | undefined;
      tool_choice?: components["schemas"]["MessagesToolChoice"] | null | undefined;
      output_config?: components["schemas"]["OutputConfig"] | null | undefined;
      context_management?: components["schemas"]["ContextManagement"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      metadata?: components["schemas"]["MessagesMetadata"] | null | undefined;
      service_tier?: "auto" | "standard_only" | null | (string & {}) | undefined;
      speed?: "standard" | "fast" | null | (string & {}) | undefined;
      thread?: components["schemas"]["MessageThread"] | null | undefined;
      container?: components["schemas"]["MessagesContainerOrId"] | null | undefined;
      mcp_servers?: components["schemas"]["McpServer"][] | null | undefined;
      inference_geo?: string | null | undefined;
      diagnostics?: components["schemas"]["MessagesDiagnosticsParams"] | null | undefined;
      models?: string[] | null | undefined;
      fallbacks?: components["schemas"]["MessagesFallback"][] | null | undefined;
      provider?: components["schemas"]["ProviderPreferences"] | null | undefined;
      plugins?: components["schemas"]["Plugin"][] | null | undefined;
      session_id?: string | null | undefined;
      trace?: components["schemas"]["TraceConfig"] | null | undefined;
      user?: string | null | undefined;
      safeguards?: components["schemas"]["MessagesSafeguard"][] | null | undefined;
      deferred_tools?: components["schemas"]["DeferredTools"] | null | undefined;
      stop_server_tools_when?: components["schemas"]["StopServerToolsCondition"][] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    MessagesResponse: {
      id: string;
      type: "message";
      role: "assistant";
      model: string;
      content: components["schemas"]["ContentBlock"][];
      stop_reason: components["schemas"]["MessagesStopReason"] | null;
      stop_sequence: string | null;
      stop_details?: components["schemas"]["MessagesStopDetails"] | null;
      container?: components["schemas"]["MessagesContainer"] | null;
      usage: components["schemas"]["MessagesUsage"];
      context_management?: components["schemas"]["AppliedContextManagement"] | null;
      diagnostics?: components["schemas"]["MessagesDiagnostics"] | null;
      input_transformations?: components["schemas"]["InputTransformation"][] | null;
      provider?: string;
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
    };
    MessagesSafeguard: {
      type: string;
      classifier_context?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
    } & {
      [key: string]: unknown;
    };
    MessagesServerToolUse: {
      web_search_requests: number;
      web_fetch_requests: number;
    };
    MessagesStopDetails: {
      type: string;
      category?: "cyber" | "bio" | "frontier_llm" | "reasoning_extraction" | "general_harms" | null | (string & {});
      explanation?: string | null;
    };
    MessagesStopReason:
      | "end_turn"
      | "max_tokens"
      | "stop_sequence"
      | "tool_use"
      | "pause_turn"
      | "compaction"
      | "refusal"
      | "model_context_window_exceeded"
      | (string & {});
    MessagesSystemMessage: {
      role: "system";
      content?: components["schemas"]["MessagesContent"] | null | undefined;
      clear_at?: "next_user_message" | "never" | null | (string & {}) | undefined;
      output_config?: components["schemas"]["SystemMessageOutputConfig"] | null | undefined;
    };
    MessagesSystemPrompt: string | components["schemas"]["TextBlockParam"][];
    MessagesTextEditorTool: {
      type: "text_editor_20241022" | "text_editor_20250124" | "text_editor_20250429" | "text_editor_20250728";
      name: string;
      max_characters?: number | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesTokenCount: {
      input_tokens: number;
      context_management?: components["schemas"]["TokenCountContextManagement"] | null;
    };
    MessagesTool:
      | components["schemas"]["MessagesCustomTool"]
      | components["schemas"]["MessagesWebSearchTool"]
      | components["schemas"]["MessagesWebFetchTool"]
      | components["schemas"]["MessagesCodeExecutionTool"]
      | components["schemas"]["MessagesBashTool"]
      | components["schemas"]["MessagesTextEditorTool"]
      | components["schemas"]["MessagesMemoryTool"]
      | components["schemas"]["MessagesComputerTool"]
      | components["schemas"]["MessagesToolset"]
      | components["schemas"]["MessagesToolSearchTool"]
      | components["schemas"]["MessagesAdvisorTool"]
      | components["schemas"]["MessagesMcpToolset"]
      | components["schemas"]["BashTool"]
      | components["schemas"]["DatetimeTool"]
      | components["schemas"]["ImageGenerationTool"]
      | components["schemas"]["SearchModelsTool"]
      | components["schemas"]["WebFetchTool"]
      | components["schemas"]["WebSearchTool"]
      | components["schemas"]["ResponseServerShellTool"]
      | components["schemas"]["ResponseServerToolSearchTool"]
      | components["schemas"]["MessagesUnknownTool"];
    MessagesToolChoice:
      | components["schemas"]["ToolChoiceAuto"]
      | components["schemas"]["ToolChoiceAny"]
      | components["schemas"]["ToolChoiceTool"]
      | components["schemas"]["ToolChoiceNone"];
    MessagesToolSearchTool: {
      type:
        | "tool_search_tool_bm25"
        | "tool_search_tool_bm25_20251119"
        | "tool_search_tool_regex"
        | "tool_search_tool_regex_20251119";
      name: string;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesToolset: {
      type: "browser_toolset_20260801" | "computer_toolset_20260801";
      configs?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesUnknownTool: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    MessagesUsage: {
      input_tokens: number;
      output_tokens: number;
      cache_creation: components["schemas"]["MessagesCacheCreation"] | null;
      cache_creation_input_tokens: number | null;
      cache_read_input_tokens: number | null;
      inference_geo: string | null;
      output_tokens_details: components["schemas"]["MessagesOutputTokensDetails"] | null;
      server_tool_use: components["schemas"]["MessagesServerToolUse"] | null;
      service_tier: "standard" | "priority" | "batch" | null | (string & {});
      speed?: "standard" | "fast" | null | (string & {});
      iterations?: components["schemas"]["MessagesUsageIteration"][] | null;
      cost?: number | null;
      is_byok?: boolean;
      cost_details?: components["schemas"]["CostDetails"] | null;
    };
    MessagesUsageIteration: {
      type: "message" | "compaction" | "advisor_message" | "fallback_message" | (string & {});
      model?: string | null;
      input_tokens?: number;
      output_tokens?: number;
      cache_creation_input_tokens?: number | null;
      cache_read_input_tokens?: number | null;
      cache_creation?: components["schemas"]["MessagesCacheCreation"] | null;
    };
    MessagesUserLocation: {
      type: "approximate";
      city?: string | null | undefined;
      region?: string | null | undefined;
      country?: string | null | undefined;
      timezone?: string | null | undefined;
    };
    MessagesUserMessage: {
      role: "user";
      content: components["schemas"]["MessagesContent"];
    };
    MessagesWebFetchTool: {
      type: "web_fetch_20250910" | "web_fetch_20260209" | "web_fetch_20260309" | "web_fetch_20260318";
      name: string;
      allowed_domains?: string[] | null | undefined;
      blocked_domains?: string[] | null | undefined;
      max_uses?: number | null | undefined;
      citations?: components["schemas"]["CitationsConfig"] | null | undefined;
      max_content_tokens?: number | null | undefined;
      use_cache?: boolean | null | undefined;
      url_sources?: components["schemas"]["WebFetchUrlSources"] | null | undefined;
      response_inclusion?: string | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    MessagesWebSearchTool: {
      type: "web_search_20250305" | "web_search_20260209" | "web_search_20260318";
      name: string;
      allowed_domains?: string[] | null | undefined;
      blocked_domains?: string[] | null | undefined;
      max_uses?: number | null | undefined;
      user_location?: components["schemas"]["MessagesUserLocation"] | null | undefined;
      response_inclusion?: string | null | undefined;
      allowed_callers?: string[] | null | undefined;
      defer_loading?: boolean | null | undefined;
      strict?: boolean | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    Model: {
      id: string;
      canonical_slug: string;
      name: string;
      created: number;
      description?: string;
      context_length: number | null;
      hugging_face_id?: string | null;
      knowledge_cutoff?: string | null;
      expiration_date?: string | null;
      alias_target?: components["schemas"]["AliasTarget"];
      architecture: components["schemas"]["ModelArchitecture"];
      pricing: components["schemas"]["Pricing"];
      top_provider: components["schemas"]["TopProvider"];
      per_request_limits: components["schemas"]["PerRequestLimits"] | null;
      supported_parameters: components["schemas"]["ParameterName"][];
      default_parameters: components["schemas"]["DefaultParameters"] | null;
      supported_voices: string[] | null;
      reasoning?: components["schemas"]["ModelReasoning"];
      benchmarks?: components["schemas"]["ModelBenchmarks"];
      links: components["schemas"]["ModelLinks"];
    };
    ModelArchitecture: {
      modality: string | null;
      input_modalities: ("text" | "image" | "file" | "audio" | "video" | (string & {}))[];
      output_modalities: (
        | "text"
        | "image"
        | "embeddings"
        | "audio"
        | "video"
        | "rerank"
        | "decisions"
        | "speech"
        | "transcription"
        | (string & {})
      )[];
      tokenizer?:
        | "Router"
        | "Media"
        | "Other"
        | "GPT"
        | "Claude"
        | "Gemini"
        | "Gemma"
        | "Grok"
        | "Cohere"
        | "Nova"
        | "Qwen"
        | "Yi"
        | "DeepSeek"
        | "Mistral"
        | "Llama2"
        | "Llama3"
        | "Llama4"
        | "PaLM"
        | "RWKV"
        | "Qwen3"
        | (string & {});
      instruct_type?:
        | "none"
        | "airoboros"
        | "alpaca"
        | "alpaca-modif"
        | "chatml"
        | "claude"
        | "code-llama"
        | "gemma"
        | "llama2"
        | "llama3"
        | "mistral"
        | "nemotron"
        | "neural"
        | "openchat"
        | "phi3"
        | "rwkv"
        | "vicuna"
        | "zephyr"
        | "deepseek-r1"
        | "deepseek-v3.1"
        | "qwq"
        | "qwen3"
        | null
        | (string & {});
    };
    ModelBenchmarks: {
      artificial_analysis?: components["schemas"]["AnalysisIndices"];
      design_arena: components["schemas"]["ArenaRating"][];
    };
    ModelCount: {
      data: components["schemas"]["ModelTotal"];
    };
    ModelDetail: {
      data: components["schemas"]["Model"];
    };
    ModelEndpoints: {
      data: components["schemas"]["ServedModel"];
    };
    ModelLinks: {
      details: string;
    };
    ModelList: {
      data: components["schemas"]["Model"][];
      total_count: number;
      links: components["schemas"]["PageLinks"];
    };
    ModelReasoning: {
      mandatory: boolean;
      default_enabled?: boolean;
      default_effort?: components["schemas"]["SupportedReasoningEffort"] | null;
      supported_efforts?: (components["schemas"]["SupportedReasoningEffort"] | null)[] | null;
      supports_max_tokens?: boolean;
    };
    ModelTotal: {
      count: number;
    };
    ModerationPlugin: {
      id: "moderation";
    };
    NamedFunction: {
      name: string;
    };
    NamedJsonSchema: {
      name: string;
      description?: string | null | undefined;
      schema?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      strict?: boolean | null | undefined;
    };
    NestedTool: {
      type: string;
      parameters?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
    } & {
      [key: string]: unknown;
    };
    NetworkAllowlist: {
      type: "allowlist";
      allowed_domains: string[];
    };
    NetworkDisabled: {
      type: "disabled";
    };
    NewContainer: {
      type: "container_auto";
      file_ids?: string[] | null | undefined;
      network_policy?: components["schemas"]["ContainerNetwork"] | null | undefined;
    };
    OutputConfig: {
      effort?: components["schemas"]["MessagesEffort"] | null | undefined;
      format?: components["schemas"]["JsonOutputFormat"] | null | undefined;
      task_budget?: components["schemas"]["TaskBudget"] | null | undefined;
    };
    PageLinks: {
      next: string | null;
    };
    ParameterName:
      | "temperature"
      | "top_p"
      | "top_k"
      | "min_p"
      | "top_a"
      | "frequency_penalty"
      | "presence_penalty"
      | "repetition_penalty"
      | "max_tokens"
      | "max_completion_tokens"
      | "logit_bias"
      | "logprobs"
      | "top_logprobs"
      | "prediction"
      | "seed"
      | "response_format"
      | "structured_outputs"
      | "stop"
      | "tools"
      | "tool_choice"
      | "parallel_tool_calls"
      | "include_reasoning"
      | "reasoning"
      | "reasoning_effort"
      | "web_search_options"
      | "verbosity"
      | (string & {});
    ParetoRouterPlugin: {
      id: "pareto-router";
      enabled?: boolean | null | undefined;
      min_coding_score?: number | null | undefined;
      max_price?: number | null | undefined;
      price_source?: "prompt" | "weighted_avg" | null | (string & {}) | undefined;
    };
    ParsedFile: {
      hash: string;
      name?: string | null | undefined;
      content: components["schemas"]["ParsedPart"][];
    };
    ParsedImage: {
      type: "image_url";
      image_url: components["schemas"]["ImageReference"];
    };
    ParsedPart: components["schemas"]["ParsedText"] | components["schemas"]["ParsedImage"];
    ParsedText: {
      type: "text";
      text: string;
    };
    PdfOptions: {
      engine?: "mistral-ocr" | "cloudflare-ai" | "native" | "pdf-text" | null | (string & {}) | undefined;
    };
    PerRequestLimits: {
      prompt_tokens: number;
      completion_tokens: number;
    };
    Percentiles: {
      p50: number;
      p75: number;
      p90: number;
      p99: number;
    };
    PipelineStage: {
      type: "guardrail" | "plugin" | "server_tools" | "response_healing" | "context_compression" | (string & {});
      name: string;
      guardrail_id?: string;
      guardrail_scope?: string;
      summary?: string;
      cost_usd?: number | null;
      data?: {
        [key: string]: unknown;
      };
    };
    PlainTextSource: {
      type: "text";
      media_type: string;
      data: string;
    };
    Plugin:
      | components["schemas"]["WebPlugin"]
      | components["schemas"]["WebFetchPlugin"]
      | components["schemas"]["FileParserPlugin"]
      | components["schemas"]["ResponseHealingPlugin"]
      | components["schemas"]["ContextCompressionPlugin"]
      | components["schemas"]["ModerationPlugin"]
      | components["schemas"]["AutoRouterPlugin"]
      | components["schemas"]["AutoBetaRouterPlugin"]
      | components["schemas"]["ParetoRouterPlugin"]
      | components["schemas"]["FusionPlugin"]
      | components["schemas"]["SwitchyardRouterPlugin"]
      | components["schemas"]["JevRouterPlugin"]
      | components["schemas"]["AlignmentPlugin"]
      | components["schemas"]["ArmorPlugin"];
    Prediction: {
      type: "content";
      content: components["schemas"]["TextContent"];
    };
    PreviousError: {
      provider?: string;
      model?: string;
      code?: components["schemas"]["ErrorStatusOrName"] | null;
      status?: number | null;
      message?: string;
    };
    Pricing: {
      prompt: string;
      completion: string;
      image?: string;
      image_output?: string;
      image_token?: string;
      audio?: string;
      audio_output?: string;
      input_audio_cache?: string;
      input_cache_read?: string;
      input_cache_write?: string;
      input_cache_write_1h?: string;
      internal_reasoning?: string;
      request?: string;
      web_search?: string;
      discount?: number;
      overrides?: components["schemas"]["PricingOverride"][];
    };
    PricingOverride: {
      min_prompt_tokens?: number;
      utc_start?: number;
      utc_end?: number;
      utc_days?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | (string & {}))[];
      prompt?: string;
      completion?: string;
      audio?: string;
      input_audio_cache?: string;
      input_cache_read?: string;
      input_cache_write?: string;
      input_cache_write_1h?: string;
    };
    PromptCacheBreakpoint: {
      mode: "explicit";
      ttl?: string | null | undefined;
    };
    PromptCacheOptions: {
      mode: "explicit";
      ttl?: string | null | undefined;
    };
    PromptTokensDetails: {
      cached_tokens?: number;
      cache_write_tokens?: number;
      audio_tokens?: number;
      video_tokens?: number;
    };
    Provider: {
      name: string;
      slug: string;
      privacy_policy_url: string | null;
      terms_of_service_url?: string | null;
      status_page_url?: string | null;
      headquarters?: string | null;
      datacenters?: string[] | null;
    };
    ProviderList: {
      data: components["schemas"]["Provider"][];
    };
    ProviderPreferences: {
      order?: string[] | null | undefined;
      only?: string[] | null | undefined;
      ignore?: string[] | null | undefined;
      allow_fallbacks?: boolean | null | undefined;
      require_parameters?: boolean | null | undefined;
      data_collection?: "deny" | "allow" | null | (string & {}) | undefined;
      zdr?: boolean | null | undefined;
      enforce_distillable_text?: boolean | null | undefined;
      quantizations?:
        | (
            | "int4"
            | "int8"
            | "fp4"
            | "mxfp4"
            | "nvfp4"
            | "fp6"
            | "fp8"
            | "mxfp8"
            | "fp16"
            | "bf16"
            | "fp32"
            | "unknown"
            | (string & {})
          )[]
        | null
        | undefined;
      sort?: components["schemas"]["SortPreference"] | null | undefined;
      max_price?: components["schemas"]["MaxPrice"] | null | undefined;
      preferred_min_throughput?: components["schemas"]["ThroughputPreference"] | null | undefined;
      preferred_max_latency?: components["schemas"]["LatencyPreference"] | null | undefined;
      options?:
        | {
            [key: string]: {
              [key: string]: unknown;
            };
          }
        | null
        | undefined;
    } & {
      [key: string]: unknown;
    };
    ProviderResponse: {
      id?: string;
      provider_name?: string;
      endpoint_id?: string;
      model_permaslug?: string;
      status: number | null;
      latency?: number;
      is_byok?: boolean;
      routed_service_tier?: "flex" | "priority" | "ultrafast" | (string & {});
    };
    ProviderSort: {
      by?: components["schemas"]["ProviderSortKey"] | null | undefined;
      partition?: "model" | "none" | null | (string & {}) | undefined;
    };
    ProviderSortKey: "price" | "throughput" | "latency" | "exacto" | (string & {});
    PythonFormat: {
      type: "python";
    };
    RankedDocument: {
      index: number;
      relevance_score: number;
      document: components["schemas"]["RerankDocument"];
    };
    Ranking: {
      id?: string;
      model: string;
      provider?: string;
      results: components["schemas"]["RankedDocument"][];
      usage?: components["schemas"]["RerankUsage"];
    };
    ReasoningContext: "auto" | "all_turns" | "current_turn" | (string & {});
    ReasoningDetail:
      | components["schemas"]["ReasoningSummary"]
      | components["schemas"]["ReasoningEncrypted"]
      | components["schemas"]["ReasoningText"]
      | components["schemas"]["ReasoningServerToolCall"];
    ReasoningEffort: "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {});
    ReasoningEncrypted: {
      type: "reasoning.encrypted";
      data: string;
      id?: string | null | undefined;
      format?: components["schemas"]["ReasoningFormat"] | null | undefined;
      index?: number | null | undefined;
    };
    ReasoningFormat:
      | "unknown"
      | "openai-responses-v1"
      | "azure-openai-responses-v1"
      | "bedrock-openai-responses-v1"
      | "bedrock-xai-responses-v1"
      | "xai-responses-v1"
      | "meta-responses-v1"
      | "anthropic-claude-v1"
      | "google-gemini-v1"
      | (string & {});
    ReasoningMode: "standard" | "pro" | (string & {});
    ReasoningOptions: {
      effort?: components["schemas"]["ReasoningEffort"] | null | undefined;
      max_tokens?: number | null | undefined;
      summary?: components["schemas"]["ReasoningSummaryLevel"] | null | undefined;
      exclude?: boolean | null | undefined;
      enabled?: boolean | null | undefined;
      context?: components["schemas"]["ReasoningContext"] | null | undefined;
      mode?: components["schemas"]["ReasoningMode"] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ReasoningServerToolCall: {
      type: "reasoning.server_tool_call";
      tool_name: string;
      arguments: string;
      result: string;
      tool_call_id?: string | null | undefined;
      id?: string | null | undefined;
      format?: components["schemas"]["ReasoningFormat"] | null | undefined;
      index?: number | null | undefined;
    };
    ReasoningSummary: {
      type: "reasoning.summary";
      summary: string;
      id?: string | null | undefined;
      format?: components["schemas"]["ReasoningFormat"] | null | undefined;
      index?: number | null | undefined;
    };
    ReasoningSummaryLevel: "auto" | "concise" | "detailed" | (string & {});
    ReasoningText: {
      type: "reasoning.text";
      text?: string | null | undefined;
      signature?: string | null | undefined;
      id?: string | null | undefined;
      format?: components["schemas"]["ReasoningFormat"] | null | undefined;
      index?: number | null | undefined;
    };
    ReasoningUpdate: {
      effort: components["schemas"]["ReasoningEffort"];
    };
    RedactedThinkingBlock: {
      type: "redacted_thinking";
      data: string;
    };
    RefusalPart: {
      type: "refusal";
      refusal: string;
    };
    RequestIssue: {
      in: "body" | "query" | "path" | "header" | (string & {});
      pointer: string;
      message: string;
      expected?: string;
      received?: string;
    };
    RerankDocument: {
      text?: string | null | undefined;
      image?: string | null | undefined;
    };
    RerankDocumentOrText: string | components["schemas"]["RerankDocument"];
    RerankRequest: {
      model: string;
      query: string;
      documents: components["schemas"]["RerankDocumentOrText"][];
      top_n?: number | null | undefined;
      provider?: components["schemas"]["ProviderPreferences"] | null | undefined;
      session_id?: string | null | undefined;
      trace?: components["schemas"]["TraceConfig"] | null | undefined;
      user?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    RerankUsage: {
      total_tokens?: number;
      search_units?: number;
      cost?: number;
    };
    ResponseAdditionalTools: {
      type: "additional_tools";
      id?: string | null | undefined;
      role?: string | null | undefined;
      tools: components["schemas"]["ResponseTool"][];
    };
    ResponseAdvisorCall: {
      type: "openrouter:advisor";
      id?: string | null | undefined;
      instance_name?: string | null | undefined;
      model?: string | null | undefined;
      prompt?: string | null | undefined;
      advice?: string | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseAgentMessage: {
      type: "agent_message";
      id?: string | null | undefined;
      author: string;
      recipient: string;
      agent?: unknown;
      content: components["schemas"]["ResponseInputContent"][];
    };
    ResponseAnnotation:
      | components["schemas"]["ResponseUrlCitation"]
      | components["schemas"]["ResponseFileCitation"]
      | components["schemas"]["ResponseFilePath"]
      | components["schemas"]["ResponseContainerFileCitation"]
      | components["schemas"]["UnknownAnnotation"];
    ResponseApplyPatchCall: {
      type: "apply_patch_call";
      id?: string | null | undefined;
      call_id: string;
      operation: components["schemas"]["ResponseApplyPatchOperation"];
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseApplyPatchCallOperationDiffDeltaEvent: {
      type: "response.apply_patch_call_operation_diff.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      delta: string;
    };
    ResponseApplyPatchCallOperationDiffDoneEvent: {
      type: "response.apply_patch_call_operation_diff.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      diff: string;
    };
    ResponseApplyPatchCallOutput: {
      type: "apply_patch_call_output";
      id?: string | null | undefined;
      call_id: string;
      output?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseApplyPatchOperation: {
      type: "create_file" | "update_file" | "delete_file" | (string & {});
      path: string;
      diff?: string | null | undefined;
    };
    ResponseApplyPatchTool: {
      type: "apply_patch";
    };
    ResponseApplyPatchToolParameters: {
      engine?: components["schemas"]["ToolEngine"] | null | undefined;
    };
    ResponseAudioDeltaEvent: {
      type: "response.audio.delta";
      sequence_number: number;
      delta: string;
    };
    ResponseAudioDoneEvent: {
      type: "response.audio.done";
      sequence_number: number;
    };
    ResponseAudioTranscriptDeltaEvent: {
      type: "response.audio.transcript.delta";
      sequence_number: number;
      delta: string;
    };
    ResponseAudioTranscriptDoneEvent: {
      type: "response.audio.transcript.done";
      sequence_number: number;
    };
    ResponseAutoContainer: {
      type: "auto";
      file_ids?: string[] | null | undefined;
      memory_limit?: "1g" | "4g" | "16g" | "64g" | null | (string & {}) | undefined;
    };
    ResponseBashCall: {
      type: "openrouter:bash";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      arguments?: string | null | undefined;
      command?: string | null | undefined;
      stdout?: string | null | undefined;
      stderr?: string | null | undefined;
      exitCode?: number | null | undefined;
      container_id?: string | null | undefined;
      files?: components["schemas"]["ResponseContainerFileCitation"][] | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseBrowserUseCall: {
      type: "openrouter:browser_use";
      id?: string | null | undefined;
      action?: string | null | undefined;
      screenshotB64?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseCodeInterpreterCall: {
      type: "code_interpreter_call";
      id?: string | null | undefined;
      code?: string | null | undefined;
      container_id?: string | null | undefined;
      outputs?: components["schemas"]["ResponseCodeInterpreterOutput"][] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseCodeInterpreterCallCodeDeltaEvent: {
      type: "response.code_interpreter_call_code.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      delta: string;
    };
    ResponseCodeInterpreterCallCodeDoneEvent: {
      type: "response.code_interpreter_call_code.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      code: string;
    };
    ResponseCodeInterpreterCallCompletedEvent: {
      type: "response.code_interpreter_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseCodeInterpreterCallInProgressEvent: {
      type: "response.code_interpreter_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseCodeInterpreterCallInterpretingEvent: {
      type: "response.code_interpreter_call.interpreting";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseCodeInterpreterContainer: string | components["schemas"]["ResponseAutoContainer"];
    ResponseCodeInterpreterFile: {
      type: "file";
      id?: string | null | undefined;
      filename?: string | null | undefined;
      media_type?: string | null | undefined;
      size_bytes?: number | null | undefined;
      sha256?: string | null | undefined;
      status?: string | null | undefined;
      error_code?: string | null | undefined;
      download_url?: string | null | undefined;
      expires_at?: string | null | undefined;
    };
    ResponseCodeInterpreterImage: {
      type: "image";
      url: string;
    };
    ResponseCodeInterpreterLogs: {
      type: "logs";
      logs: string;
    };
    ResponseCodeInterpreterOutput:
      | components["schemas"]["ResponseCodeInterpreterLogs"]
      | components["schemas"]["ResponseCodeInterpreterImage"]
      | components["schemas"]["ResponseCodeInterpreterFile"]
      | components["schemas"]["UnknownCodeInterpreterOutput"];
    ResponseCodeInterpreterTool: {
      type: "code_interpreter";
      container: components["schemas"]["ResponseCodeInterpreterContainer"];
    };
    ResponseCompaction: {
      type: "compaction";
      id?: string | null | undefined;
      encrypted_content: string;
    };
    ResponseCompactionCompactingEvent: {
      type: "response.compaction.compacting";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseCompactionTrigger: {
      type: "compaction_trigger";
    };
    ResponseCompletedEvent: {
      type: "response.completed";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseComputerCall: {
      type: "computer_call";
      id?: string | null | undefined;
      call_id: string;
      action?: unknown;
      pending_safety_checks?: components["schemas"]["ResponseSafetyCheck"][] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseComputerCallOutput: {
      type: "computer_call_output";
      id?: string | null | undefined;
      call_id: string;
      output: unknown;
      acknowledged_safety_checks?: components["schemas"]["ResponseSafetyCheck"][] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseComputerTool: {
      type: "computer";
    };
    ResponseComputerUseTool: {
      type: "computer_use_preview";
      display_width: number;
      display_height: number;
      environment: "windows" | "mac" | "linux" | "ubuntu" | "browser" | (string & {});
    };
    ResponseConfigurationUpdate: {
      type: "configuration_update";
      id?: string | null | undefined;
      reasoning?: components["schemas"]["ResponseReasoningOptions"] | null | undefined;
    };
    ResponseContainerFileCitation: {
      type: "container_file_citation";
      container_id: string;
      file_id: string;
      filename: string;
      start_index: number;
      end_index: number;
    };
    ResponseContent: string | components["schemas"]["ResponseInputContent"][];
    ResponseContentPartAddedEvent: {
      type: "response.content_part.added";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      part: components["schemas"]["ResponseOutputContent"];
    };
    ResponseContentPartDoneEvent: {
      type: "response.content_part.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      part: components["schemas"]["ResponseOutputContent"];
    };
    ResponseContextCompaction: {
      type: "context_compaction";
      id?: string | null | undefined;
      encrypted_content?: string | null | undefined;
    };
    ResponseCostDetails: {
      upstream_inference_cost?: number | null;
      upstream_inference_input_cost: number;
      upstream_inference_output_cost: number;
      server_tool_cost?: number | null;
    };
    ResponseCreatedEvent: {
      type: "response.created";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseCustomGrammarFormat: {
      type: "grammar";
      syntax: "lark" | "regex" | (string & {});
      definition: string;
    };
    ResponseCustomTextFormat: {
      type: "text";
    };
    ResponseCustomTool: {
      type: "custom";
      name: string;
      description?: string | null | undefined;
      format?: components["schemas"]["ResponseCustomToolFormat"] | null | undefined;
      async?: boolean | null | undefined;
      defer_loading?: boolean | null | undefined;
    };
    ResponseCustomToolCall: {
      type: "custom_tool_call";
      id?: string | null | undefined;
      call_id: string;
      name: string;
      input: string;
      namespace?: string | null | undefined;
      async?: boolean | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseCustomToolCallInputDeltaEvent: {
      type: "response.custom_tool_call_input.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      delta: string;
    };
    ResponseCustomToolCallInputDoneEvent: {
      type: "response.custom_tool_call_input.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      input: string;
    };
    ResponseCustomToolCallOutput: {
      type: "custom_tool_call_output";
      id?: string | null | undefined;
      call_id: string;
      output: components["schemas"]["ResponseContent"];
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseCustomToolFormat:
      | components["schemas"]["ResponseCustomTextFormat"]
      | components["schemas"]["ResponseCustomGrammarFormat"];
    ResponseDatetimeCall: {
      type: "openrouter:datetime";
      id?: string | null | undefined;
      datetime?: string | null | undefined;
      timezone?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseDebug: {
      echo_upstream_body?: {
        [key: string]: unknown;
      };
      timings?: components["schemas"]["ResponseDebugTimings"];
    };
    ResponseDebugEvent: {
      type: "response.debug";
      sequence_number: number;
      debug: components["schemas"]["ResponseDebug"];
    };
    ResponseDebugTimings: {
      event?:
        | "adapter_request"
        | "upstream_headers_received"
        | "first_token_received"
        | "upstream_body_ended"
        | (string & {});
      epoch_ms?: number;
      start_ms?: number;
    };
    ResponseEncryptedContent: {
      type: "encrypted_content";
      encrypted_content: string;
    };
    ResponseErrorEvent: {
      type: "error";
      sequence_number: number;
      code: string | null;
      message: string;
      param: string | null;
    };
    ResponseFailedEvent: {
      type: "response.failed";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseFailure: {
      code: components["schemas"]["ResponseFailureCode"];
      message: string;
    };
    ResponseFailureCode:
      | "server_error"
      | "rate_limit_exceeded"
      | "invalid_prompt"
      | "vector_store_timeout"
      | "invalid_image"
      | "invalid_image_format"
      | "invalid_base64_image"
      | "invalid_image_url"
      | "image_too_large"
      | "image_too_small"
      | "image_parse_error"
      | "image_content_policy_violation"
      | "invalid_image_mode"
      | "image_file_too_large"
      | "unsupported_image_media_type"
      | "empty_image_file"
      | "failed_to_download_image"
      | "image_file_not_found"
      | "bio_policy"
      | "cyber_policy"
      | "misalignment_policy_violation"
      | "data_residency_mismatch"
      | (string & {});
    ResponseFileCitation: {
      type: "file_citation";
      file_id: string;
      filename?: string | null | undefined;
      index: number;
    };
    ResponseFilePath: {
      type: "file_path";
      file_id: string;
      index: number;
    };
    ResponseFileSearchCall: {
      type: "file_search_call";
      id?: string | null | undefined;
      queries: string[];
      results?: unknown[] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseFileSearchCallCompletedEvent: {
      type: "response.file_search_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseFileSearchCallInProgressEvent: {
      type: "response.file_search_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseFileSearchCallSearchingEvent: {
      type: "response.file_search_call.searching";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseFileSearchTool: {
      type: "file_search";
      vector_store_ids: string[];
      max_num_results?: number | null | undefined;
      filters?: unknown;
      ranking_options?: unknown;
    };
    ResponseFilesCall: {
      type: "openrouter:files";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      arguments?: string | null | undefined;
      operation?: string | null | undefined;
      file_id?: string | null | undefined;
      filename?: string | null | undefined;
      result?: string | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseFormat:
      | components["schemas"]["TextFormat"]
      | components["schemas"]["JsonObjectFormat"]
      | components["schemas"]["JsonSchemaFormat"]
      | components["schemas"]["GrammarFormat"]
      | components["schemas"]["PythonFormat"];
    ResponseFunctionCall: {
      type: "function_call";
      id?: string | null | undefined;
      call_id: string;
      name: string;
      arguments: string;
      namespace?: string | null | undefined;
      caller?: unknown;
      async?: boolean | null | undefined;
      subagent_id?: string | null | undefined;
      subagent_items?: unknown[] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseFunctionCallArgumentsDeltaEvent: {
      type: "response.function_call_arguments.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      delta: string;
    };
    ResponseFunctionCallArgumentsDoneEvent: {
      type: "response.function_call_arguments.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      name: string;
      arguments: string;
    };
    ResponseFunctionCallOutput: {
      type: "function_call_output";
      id?: string | null | undefined;
      call_id: string;
      output: components["schemas"]["ResponseContent"];
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseFunctionTool: {
      type: "function";
      name: string;
      description?: string | null | undefined;
      parameters?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      strict?: boolean | null | undefined;
      async?: boolean | null | undefined;
      defer_loading?: boolean | null | undefined;
      allowed_callers?: string[] | null | undefined;
      output_schema?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
    };
    ResponseFusionAnalysis: {
      consensus?: string[] | null | undefined;
      contradictions?: components["schemas"]["ResponseFusionContradiction"][] | null | undefined;
      partial_coverage?: components["schemas"]["ResponseFusionCoverage"][] | null | undefined;
      unique_insights?: components["schemas"]["ResponseFusionInsight"][] | null | undefined;
      blind_spots?: string[] | null | undefined;
    };
    ResponseFusionAnswer: {
      model: string;
      content?: string | null | undefined;
    };
    ResponseFusionCall: {
      type: "openrouter:fusion";
      id?: string | null | undefined;
      responses?: components["schemas"]["ResponseFusionAnswer"][] | null | undefined;
      analysis?: components["schemas"]["ResponseFusionAnalysis"] | null | undefined;
      sources?: components["schemas"]["ResponseFusionSource"][] | null | undefined;
      failed_models?: components["schemas"]["ResponseFusionFailure"][] | null | undefined;
      failure_reason?: string | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseFusionCallAnalysisCompletedEvent: {
      type: "response.fusion_call.analysis.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
      analysis: components["schemas"]["ResponseFusionAnalysis"];
    };
    ResponseFusionCallAnalysisInProgressEvent: {
      type: "response.fusion_call.analysis.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
      analyst_model: string;
      judge_model?: string;
    };
    ResponseFusionCallCompletedEvent: {
      type: "response.fusion_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseFusionCallInProgressEvent: {
      type: "response.fusion_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseFusionCallPanelAddedEvent: {
      type: "response.fusion_call.panel.added";
      sequence_number: number;
      item_id: string;
      output_index: number;
      model: string;
    };
    ResponseFusionCallPanelCompletedEvent: {
      type: "response.fusion_call.panel.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
      model: string;
      content: string;
    };
    ResponseFusionCallPanelDeltaEvent: {
      type: "response.fusion_call.panel.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      model: string;
      delta: string;
    };
    ResponseFusionCallPanelFailedEvent: {
      type: "response.fusion_call.panel.failed";
      sequence_number: number;
      item_id: string;
      output_index: number;
      model: string;
      error: string;
      status_code?: number;
    };
    ResponseFusionCallPanelReasoningDeltaEvent: {
      type: "response.fusion_call.panel.reasoning.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      model: string;
      delta: string;
    };
    ResponseFusionContradiction: {
      topic: string;
      stances: components["schemas"]["ResponseFusionStance"][];
    };
    ResponseFusionCoverage: {
      point: string;
      models: string[];
    };
    ResponseFusionFailure: {
      model: string;
      error: string;
      status_code?: number | null | undefined;
    };
    ResponseFusionInsight: {
      model: string;
      insight: string;
    };
    ResponseFusionSource: {
      title: string;
      url: string;
    };
    ResponseFusionStance: {
      model: string;
      stance: string;
    };
    ResponseHealingPlugin: {
      id: "response-healing";
      enabled?: boolean | null | undefined;
    };
    ResponseImageGenCallCompletedEvent: {
      type: "response.image_generation_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseImageGenCallGeneratingEvent: {
      type: "response.image_generation_call.generating";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseImageGenCallInProgressEvent: {
      type: "response.image_generation_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseImageGenCallPartialImageEvent: {
      type: "response.image_generation_call.partial_image";
      sequence_number: number;
      item_id: string;
      output_index: number;
      partial_image_index: number;
      partial_image_b64: string;
    };
    ResponseImageGenerationCall: {
      type: "image_generation_call";
      id?: string | null | undefined;
      result?: string | null | undefined;
      prompt?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseImageGenerationTool: {
      type: "image_generation";
      model?: string | null | undefined;
      size?: string | null | undefined;
      quality?: "low" | "medium" | "high" | "auto" | null | (string & {}) | undefined;
      background?: "transparent" | "opaque" | "auto" | null | (string & {}) | undefined;
      output_format?: "png" | "webp" | "jpeg" | null | (string & {}) | undefined;
      output_compression?: number | null | undefined;
      partial_images?: number | null | undefined;
      moderation?: "auto" | "low" | null | (string & {}) | undefined;
      input_fidelity?: "high" | "low" | null | (string & {}) | undefined;
      input_image_mask?: unknown;
    };
    ResponseInProgressEvent: {
      type: "response.in_progress";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseIncludable:
      | "reasoning.encrypted_content"
      | "message.output_text.logprobs"
      | "message.input_image.image_url"
      | "file_search_call.results"
      | "web_search_call.action.sources"
      | "web_search_call.results"
      | "computer_call_output.output.image_url"
      | "code_interpreter_call.outputs"
      | (string & {});
    ResponseIncompleteDetails: {
      reason?: "max_output_tokens" | "content_filter" | (string & {});
    };
    ResponseIncompleteEvent: {
      type: "response.incomplete";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseInputAudio: {
      type: "input_audio";
      input_audio: components["schemas"]["InputAudio"];
    };
    ResponseInputContent:
      | components["schemas"]["ResponseInputText"]
      | components["schemas"]["ResponseInputImage"]
      | components["schemas"]["ResponseInputFile"]
      | components["schemas"]["ResponseInputAudio"]
      | components["schemas"]["ResponseInputVideo"]
      | components["schemas"]["ResponseOutputText"]
      | components["schemas"]["ResponseOutputRefusal"]
      | components["schemas"]["ResponseReasoningText"]
      | components["schemas"]["ResponseEncryptedContent"]
      | components["schemas"]["UnknownInputContent"];
    ResponseInputFile: {
      type: "input_file";
      filename?: string | null | undefined;
      file_data?: string | null | undefined;
      file_url?: string | null | undefined;
      file_id?: string | null | undefined;
      prompt_cache_breakpoint?: components["schemas"]["PromptCacheBreakpoint"] | null | undefined;
    };
    ResponseInputImage: {
      type: "input_image";
      image_url?: string | null | undefined;
      file_id?: string | null | undefined;
      detail?: components["schemas"]["ImageDetail"] | null | undefined;
      prompt_cache_breakpoint?: components["schemas"]["PromptCacheBreakpoint"] | null | undefined;
    };
    ResponseInputItem:
      | components["schemas"]["ResponseInputMessage"]
      | components["schemas"]["ResponseReasoning"]
      | components["schemas"]["ResponseFunctionCall"]
      | components["schemas"]["ResponseCustomToolCall"]
      | components["schemas"]["ResponseWebSearchCall"]
      | components["schemas"]["ResponseFileSearchCall"]
      | components["schemas"]["ResponseCodeInterpreterCall"]
      | components["schemas"]["ResponseImageGenerationCall"]
      | components["schemas"]["ResponseComputerCall"]
      | components["schemas"]["ResponseLocalShellCall"]
      | components["schemas"]["ResponseShellCall"]
      | components["schemas"]["ResponseShellCallOutput"]
      | components["schemas"]["ResponseApplyPatchCall"]
      | components["schemas"]["ResponseMcpCall"]
      | components["schemas"]["ResponseMcpListTools"]
      | components["schemas"]["ResponseMcpApprovalRequest"]
      | components["schemas"]["ResponseCompaction"]
      | components["schemas"]["ResponseToolSearchCall"]
      | components["schemas"]["ResponseToolSearchOutput"]
      | components["schemas"]["ResponseProgram"]
      | components["schemas"]["ResponseProgramOutput"]
      | components["schemas"]["ResponseAdvisorCall"]
      | components["schemas"]["ResponseServerApplyPatchCall"]
      | components["schemas"]["ResponseBashCall"]
      | components["schemas"]["ResponseBrowserUseCall"]
      | components["schemas"]["ResponseServerCodeInterpreterCall"]
      | components["schemas"]["ResponseDatetimeCall"]
      | components["schemas"]["ResponseSearchModelsCall"]
      | components["schemas"]["ResponseServerFileSearchCall"]
      | components["schemas"]["ResponseFilesCall"]
      | components["schemas"]["ResponseFusionCall"]
      | components["schemas"]["ResponseServerImageGenerationCall"]
      | components["schemas"]["ResponseServerMcpCall"]
      | components["schemas"]["ResponseMemoryCall"]
      | components["schemas"]["ResponseServerShellCall"]
      | components["schemas"]["ResponseSubagentCall"]
      | components["schemas"]["ResponseTextEditorCall"]
      | components["schemas"]["ResponseServerToolSearchCall"]
      | components["schemas"]["ResponseWebFetchCall"]
      | components["schemas"]["ResponseServerWebSearchCall"]
      | components["schemas"]["ResponseFunctionCallOutput"]
      | components["schemas"]["ResponseCustomToolCallOutput"]
      | components["schemas"]["ResponseComputerCallOutput"]
      | components["schemas"]["ResponseLocalShellCallOutput"]
      | components["schemas"]["ResponseApplyPatchCallOutput"]
      | components["schemas"]["ResponseMcpApprovalResponse"]
      | components["schemas"]["ResponseCompactionTrigger"]
      | components["schemas"]["ResponseContextCompaction"]
      | components["schemas"]["ResponseItemReference"]
      | components["schemas"]["ResponseConfigurationUpdate"]
      | components["schemas"]["ResponseAgentMessage"]
      | components["schemas"]["ResponseAdditionalTools"]
      | components["schemas"]["UnknownInputItem"];
    ResponseInputMessage: {
      type?: "message" | null | undefined;
      role: "user" | "assistant" | "system" | "developer" | (string & {});
      content?: components["schemas"]["ResponseContent"] | null | undefined;
      id?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
      phase?: components["schemas"]["ResponsePhase"] | null | undefined;
    };
    ResponseInputText: {
      type: "input_text";
      text: string;
      prompt_cache_breakpoint?: components["schemas"]["PromptCacheBreakpoint"] | null | undefined;
    };
    ResponseInputTokensDetails: {
      cached_tokens: number;
      cache_write_tokens?: number | null;
    };
    ResponseInputVideo: {
      type: "input_video";
      video_url: string;
      processing?: components["schemas"]["VideoProcessing"] | null | undefined;
    };
    ResponseItemReference: {
      type: "item_reference";
      id: string;
    };
    ResponseItemStatus:
      | "in_progress"
      | "completed"
      | "incomplete"
      | "failed"
      | "searching"
      | "generating"
      | "interpreting"
      | (string & {});
    ResponseKeepaliveEvent: {
      type: "keepalive";
      sequence_number: number;
    };
    ResponseLocalShellAction: {
      type: string;
      command: string[];
      env?:
        | {
            [key: string]: string;
          }
        | null
        | undefined;
      timeout_ms?: number | null | undefined;
      user?: string | null | undefined;
      working_directory?: string | null | undefined;
    };
    ResponseLocalShellCall: {
      type: "local_shell_call";
      id?: string | null | undefined;
      call_id: string;
      action: components["schemas"]["ResponseLocalShellAction"];
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseLocalShellCallOutput: {
      type: "local_shell_call_output";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      output: string;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseLocalShellTool: {
      type: "local_shell";
    };
    ResponseLogprob: {
      token: string;
      logprob: number;
      bytes?: number[] | null | undefined;
      top_logprobs?: components["schemas"]["ResponseTopLogprob"][] | null | undefined;
    };
    ResponseMcpAllowedTools: string[] | components["schemas"]["ResponseMcpToolFilter"];
    ResponseMcpApproval: string | components["schemas"]["ResponseMcpApprovalFilter"];
    ResponseMcpApprovalFilter: {
      always?: components["schemas"]["ResponseMcpToolFilter"] | null | undefined;
      never?: components["schemas"]["ResponseMcpToolFilter"] | null | undefined;
    };
    ResponseMcpApprovalRequest: {
      type: "mcp_approval_request";
      id?: string | null | undefined;
      server_label: string;
      name: string;
      arguments: string;
    };
    ResponseMcpApprovalResponse: {
      type: "mcp_approval_response";
      id?: string | null | undefined;
      approval_request_id: string;
      approve: boolean;
      reason?: string | null | undefined;
    };
    ResponseMcpCall: {
      type: "mcp_call";
      id?: string | null | undefined;
      server_label: string;
      name: string;
      arguments: string;
      output?: string | null | undefined;
      error?: components["schemas"]["ResponseMcpErrorOrText"] | null | undefined;
      approval_request_id?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseMcpCallArgumentsDeltaEvent: {
      type: "response.mcp_call_arguments.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      delta: string;
    };
    ResponseMcpCallArgumentsDoneEvent: {
      type: "response.mcp_call_arguments.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      arguments: string;
    };
    ResponseMcpCallCompletedEvent: {
      type: "response.mcp_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpCallFailedEvent: {
      type: "response.mcp_call.failed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpCallInProgressEvent: {
      type: "response.mcp_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpError: {
      type: "mcp_protocol_error" | "http_error" | "mcp_tool_execution_error" | (string & {});
      code?: number | null | undefined;
      message?: string | null | undefined;
      content?: unknown;
    };
    ResponseMcpErrorOrText: string | components["schemas"]["ResponseMcpError"];
    ResponseMcpListTools: {
      type: "mcp_list_tools";
      id?: string | null | undefined;
      server_label: string;
      tools: components["schemas"]["ResponseMcpListedTool"][];
      error?: string | null | undefined;
    };
    ResponseMcpListToolsCompletedEvent: {
      type: "response.mcp_list_tools.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpListToolsFailedEvent: {
      type: "response.mcp_list_tools.failed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpListToolsInProgressEvent: {
      type: "response.mcp_list_tools.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseMcpListedTool: {
      name: string;
      description?: string | null | undefined;
      input_schema?: unknown;
      annotations?: unknown;
    };
    ResponseMcpTool: {
      type: "mcp";
      server_label: string;
      server_url?: string | null | undefined;
      server_description?: string | null | undefined;
      connector_id?: string | null | undefined;
      authorization?: string | null | undefined;
      headers?:
        | {
            [key: string]: string;
          }
        | null
        | undefined;
      allowed_tools?: components["schemas"]["ResponseMcpAllowedTools"] | null | undefined;
      require_approval?: components["schemas"]["ResponseMcpApproval"] | null | undefined;
    };
    ResponseMcpToolFilter: {
      tool_names?: string[] | null | undefined;
      read_only?: boolean | null | undefined;
    };
    ResponseMemoryCall: {
      type: "openrouter:memory";
      id?: string | null | undefined;
      action?: "read" | "write" | "delete" | null | (string & {}) | undefined;
      key?: string | null | undefined;
      value?: unknown;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseModality: "text" | "image" | (string & {});
    ResponseNamespaceMember:
      | components["schemas"]["ResponseFunctionTool"]
      | components["schemas"]["ResponseCustomTool"]
      | components["schemas"]["UnknownNamespaceMember"];
    ResponseNamespaceTool: {
      type: "namespace";
      name: string;
      description?: string | null | undefined;
      tools: components["schemas"]["ResponseNamespaceMember"][];
    };
    ResponseObject: {
      id: string;
      object: "response";
      created_at: number;
      completed_at: number | null;
      status: components["schemas"]["ResponseStatus"];
      model: string;
      output: components["schemas"]["ResponseOutputItem"][];
      output_text?: string;
      error: components["schemas"]["ResponseFailure"] | null;
      error_type?: string;
      incomplete_details: components["schemas"]["ResponseIncompleteDetails"] | null;
      usage?: components["schemas"]["ResponseUsage"] | null;
      openrouter_metadata?: components["schemas"]["RoutingMetadata"];
      instructions: components["schemas"]["EchoedInstructions"] | null;
      metadata: {
        [key: string]: string;
      } | null;
      parallel_tool_calls: boolean;
      temperature: number | null;
      top_p: number | null;
      top_logprobs?: number | null;
      presence_penalty: number | null;
      frequency_penalty: number | null;
      tool_choice: components["schemas"]["EchoedToolChoice"];
      tools: components["schemas"]["EchoedTool"][];
      text?: components["schemas"]["EchoedTextOptions"];
      reasoning?: components["schemas"]["EchoedReasoningOptions"] | null;
      max_output_tokens?: number | null;
      max_tool_calls?: number | null;
      truncation?: string | null;
      service_tier?: string | null;
      background?: boolean | null;
      store?: boolean;
      previous_response_id?: string | null;
      prompt?: {
        [key: string]: unknown;
      } | null;
      prompt_cache_key?: string | null;
      prompt_cache_options?: {
        [key: string]: unknown;
      } | null;
      safety_identifier?: string | null;
      user?: string | null;
    };
    ResponseOutputContent:
      | components["schemas"]["ResponseOutputText"]
      | components["schemas"]["ResponseOutputRefusal"]
      | components["schemas"]["ResponseReasoningText"]
      | components["schemas"]["UnknownOutputContent"];
    ResponseOutputItem:
      | components["schemas"]["ResponseOutputMessage"]
      | components["schemas"]["ResponseReasoning"]
      | components["schemas"]["ResponseFunctionCall"]
      | components["schemas"]["ResponseCustomToolCall"]
      | components["schemas"]["ResponseWebSearchCall"]
      | components["schemas"]["ResponseFileSearchCall"]
      | components["schemas"]["ResponseCodeInterpreterCall"]
      | components["schemas"]["ResponseImageGenerationCall"]
      | components["schemas"]["ResponseComputerCall"]
      | components["schemas"]["ResponseLocalShellCall"]
      | components["schemas"]["ResponseShellCall"]
      | components["schemas"]["ResponseShellCallOutput"]
      | components["schemas"]["ResponseApplyPatchCall"]
      | components["schemas"]["ResponseMcpCall"]
      | components["schemas"]["ResponseMcpListTools"]
      | components["schemas"]["ResponseMcpApprovalRequest"]
      | components["schemas"]["ResponseCompaction"]
      | components["schemas"]["ResponseToolSearchCall"]
      | components["schemas"]["ResponseToolSearchOutput"]
      | components["schemas"]["ResponseProgram"]
      | components["schemas"]["ResponseProgramOutput"]
      | components["schemas"]["ResponseAdvisorCall"]
      | components["schemas"]["ResponseServerApplyPatchCall"]
      | components["schemas"]["ResponseBashCall"]
      | components["schemas"]["ResponseBrowserUseCall"]
      | components["schemas"]["ResponseServerCodeInterpreterCall"]
      | components["schemas"]["ResponseDatetimeCall"]
      | components["schemas"]["ResponseSearchModelsCall"]
      | components["schemas"]["ResponseServerFileSearchCall"]
      | components["schemas"]["ResponseFilesCall"]
      | components["schemas"]["ResponseFusionCall"]
      | components["schemas"]["ResponseServerImageGenerationCall"]
      | components["schemas"]["ResponseServerMcpCall"]
      | components["schemas"]["ResponseMemoryCall"]
      | components["schemas"]["ResponseServerShellCall"]
      | components["schemas"]["ResponseSubagentCall"]
      | components["schemas"]["ResponseTextEditorCall"]
      | components["schemas"]["ResponseServerToolSearchCall"]
      | components["schemas"]["ResponseWebFetchCall"]
      | components["schemas"]["ResponseServerWebSearchCall"]
      | components["schemas"]["UnknownOutputItem"];
    ResponseOutputItemAddedEvent: {
      type: "response.output_item.added";
      sequence_number: number;
      output_index: number;
      item: components["schemas"]["ResponseOutputItem"];
    };
    ResponseOutputItemDoneEvent: {
      type: "response.output_item.done";
      sequence_number: number;
      output_index: number;
      item: components["schemas"]["ResponseOutputItem"];
    };
    ResponseOutputMessage: {
      type: "message";
      id: string;
      role: "assistant";
      status: components["schemas"]["ResponseItemStatus"];
      content: components["schemas"]["ResponseOutputContent"][];
      phase?: components["schemas"]["ResponsePhase"] | null;
    };
    ResponseOutputRefusal: {
      type: "refusal";
      refusal: string;
    };
    ResponseOutputText: {
      type: "output_text";
      text: string;
      annotations?: components["schemas"]["ResponseAnnotation"][] | null | undefined;
      logprobs?: components["schemas"]["ResponseLogprob"][] | null | undefined;
    };
    ResponseOutputTextAnnotationAddedEvent: {
      type: "response.output_text.annotation.added";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      annotation_index: number;
      annotation: components["schemas"]["ResponseAnnotation"];
    };
    ResponseOutputTokensDetails: {
      reasoning_tokens: number;
    };
    ResponsePhase: "commentary" | "final_answer" | (string & {});
    ResponseProgram: {
      type: "program";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      code?: string | null | undefined;
      fingerprint?: string | null | undefined;
    };
    ResponseProgramOutput: {
      type: "program_output";
      id?: string | null | undefined;
      call_id: string;
      result?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseProgrammaticTool: {
      type: "programmatic_tool_calling";
    };
    ResponsePrompt: {
      id: string;
      version?: string | null | undefined;
      variables?:
        | {
            [key: string]: components["schemas"]["ResponsePromptVariable"];
          }
        | null
        | undefined;
    };
    ResponsePromptVariable: string | components["schemas"]["ResponseInputContent"];
    ResponseQueuedEvent: {
      type: "response.queued";
      sequence_number: number;
      response: components["schemas"]["ResponseObject"];
    };
    ResponseReasoning: {
      type: "reasoning";
      id?: string | null | undefined;
      summary: components["schemas"]["ResponseSummaryText"][];
      content?: components["schemas"]["ResponseReasoningText"][] | null | undefined;
      encrypted_content?: string | null | undefined;
      signature?: string | null | undefined;
      format?: components["schemas"]["ReasoningFormat"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseReasoningOptions: {
      effort?: components["schemas"]["ReasoningEffort"] | null | undefined;
      max_tokens?: number | null | undefined;
      enabled?: boolean | null | undefined;
      summary?: components["schemas"]["ReasoningSummaryLevel"] | null | undefined;
      generate_summary?: components["schemas"]["ReasoningSummaryLevel"] | null | undefined;
      context?: components["schemas"]["ReasoningContext"] | null | undefined;
      mode?: components["schemas"]["ReasoningMode"] | null | undefined;
    };
    ResponseReasoningSummaryPartAddedEvent: {
      type: "response.reasoning_summary_part.added";
      sequence_number: number;
      item_id: string;
      output_index: number;
      summary_index: number;
      part: components["schemas"]["ResponseSummaryText"];
    };
    ResponseReasoningSummaryPartDoneEvent: {
      type: "response.reasoning_summary_part.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      summary_index: number;
      part: components["schemas"]["ResponseSummaryText"];
    };
    ResponseReasoningSummaryTextDeltaEvent: {
      type: "response.reasoning_summary_text.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      summary_index: number;
      delta: string;
    };
    ResponseReasoningSummaryTextDoneEvent: {
      type: "response.reasoning_summary_text.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      summary_index: number;
      text: string;
    };
    ResponseReasoningText: {
      type: "reasoning_text";
      text: string;
    };
    ResponseReasoningTextDeltaEvent: {
      type: "response.reasoning_text.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      delta: string;
    };
    ResponseReasoningTextDoneEvent: {
      type: "response.reasoning_text.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      text: string;
    };
    ResponseRefusalDeltaEvent: {
      type: "response.refusal.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      delta: string;
    };
    ResponseRefusalDoneEvent: {
      type: "response.refusal.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      refusal: string;
    };
    ResponseSafetyCheck: {
      id: string;
      code?: string | null | undefined;
      message?: string | null | undefined;
    };
    ResponseSearchFilters: {
      allowed_domains?: string[] | null | undefined;
      blocked_domains?: string[] | null | undefined;
      excluded_domains?: string[] | null | undefined;
    };
    ResponseSearchModelsCall: {
      type: "openrouter:experimental__search_models";
      id?: string | null | undefined;
      query?: string | null | undefined;
      arguments?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerApplyPatchCall: {
      type: "openrouter:apply_patch";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      operation?: components["schemas"]["ResponseApplyPatchOperation"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerApplyPatchTool: {
      type: "openrouter:apply_patch";
      parameters?: components["schemas"]["ResponseApplyPatchToolParameters"] | null | undefined;
    };
    ResponseServerCodeInterpreterCall: {
      type: "openrouter:code_interpreter";
      id?: string | null | undefined;
      code?: string | null | undefined;
      language?: string | null | undefined;
      stdout?: string | null | undefined;
      stderr?: string | null | undefined;
      exitCode?: number | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerFileSearchCall: {
      type: "openrouter:file_search";
      id?: string | null | undefined;
      queries?: string[] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerImageGenerationCall: {
      type: "openrouter:image_generation";
      id?: string | null | undefined;
      prompt?: string | null | undefined;
      revisedPrompt?: string | null | undefined;
      result?: string | null | undefined;
      imageB64?: string | null | undefined;
      imageUrl?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerMcpCall: {
      type: "openrouter:mcp";
      id?: string | null | undefined;
      serverLabel?: string | null | undefined;
      toolName?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerShellCall: {
      type: "openrouter:shell";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      action?: components["schemas"]["ResponseShellAction"] | null | undefined;
      arguments?: string | null | undefined;
      output?: components["schemas"]["ResponseShellOutput"][] | null | undefined;
      container_id?: string | null | undefined;
      files?: components["schemas"]["ResponseContainerFileCitation"][] | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerShellTool: {
      type: "openrouter:shell";
      parameters?: components["schemas"]["ResponseShellToolParameters"] | null | undefined;
    };
    ResponseServerToolSearchCall: {
      type: "openrouter:tool_search";
      id?: string | null | undefined;
      query?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseServerToolSearchParameters: {
      max_results?: number | null | undefined;
    };
    ResponseServerToolSearchTool: {
      type: "openrouter:tool_search";
      parameters?: components["schemas"]["ResponseServerToolSearchParameters"] | null | undefined;
    };
    ResponseServerWebSearchCall: {
      type: "openrouter:web_search";
      id?: string | null | undefined;
      action?: components["schemas"]["ResponseWebSearchAction"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseShellAction: {
      commands: string[];
      max_output_length?: number | null | undefined;
      timeout_ms?: number | null | undefined;
    };
    ResponseShellCall: {
      type: "shell_call";
      id?: string | null | undefined;
      call_id: string;
      action?: components["schemas"]["ResponseShellAction"] | null | undefined;
      arguments?: string | null | undefined;
      environment?: unknown;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseShellCallCommandAddedEvent: {
      type: "response.shell_call_command.added";
      sequence_number: number;
      output_index: number;
      command_index: number;
      command: string;
    };
    ResponseShellCallCommandDeltaEvent: {
      type: "response.shell_call_command.delta";
      sequence_number: number;
      output_index: number;
      command_index: number;
      delta: string;
    };
    ResponseShellCallCommandDoneEvent: {
      type: "response.shell_call_command.done";
      sequence_number: number;
      output_index: number;
      command_index: number;
      command: string;
    };
    ResponseShellCallOutput: {
      type: "shell_call_output";
      id?: string | null | undefined;
      call_id: string;
      output: components["schemas"]["ResponseShellOutput"][];
      max_output_length?: number | null | undefined;
      container_id?: string | null | undefined;
      files?: components["schemas"]["ResponseContainerFileCitation"][] | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseShellCallOutputContentDeltaEvent: {
      type: "response.shell_call_output_content.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      command_index: number;
      delta: components["schemas"]["ResponseShellOutputDelta"];
    };
    ResponseShellCallOutputContentDoneEvent: {
      type: "response.shell_call_output_content.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      command_index: number;
      output: components["schemas"]["ResponseShellOutput"][];
    };
    ResponseShellOutcome: {
      type: "exit" | "timeout" | (string & {});
      exit_code?: number | null | undefined;
    };
    ResponseShellOutput: {
      stdout: string;
      stderr: string;
      outcome: components["schemas"]["ResponseShellOutcome"];
    };
    ResponseShellOutputDelta: {
      stdout?: string;
      stderr?: string;
    };
    ResponseShellTool: {
      type: "shell";
      environment?: unknown;
    };
    ResponseShellToolParameters: {
      engine?: "auto" | "openrouter" | null | (string & {}) | undefined;
      environment?: components["schemas"]["BashEnvironment"] | null | undefined;
    };
    ResponseStatus: "completed" | "incomplete" | "failed" | "in_progress" | "cancelled" | "queued" | (string & {});
    ResponseStreamEvent:
      | components["schemas"]["ResponseCreatedEvent"]
      | components["schemas"]["ResponseInProgressEvent"]
      | components["schemas"]["ResponseQueuedEvent"]
      | components["schemas"]["ResponseCompletedEvent"]
      | components["schemas"]["ResponseIncompleteEvent"]
      | components["schemas"]["ResponseFailedEvent"]
      | components["schemas"]["ResponseErrorEvent"]
      | components["schemas"]["ResponseOutputItemAddedEvent"]
      | components["schemas"]["ResponseOutputItemDoneEvent"]
      | components["schemas"]["ResponseContentPartAddedEvent"]
      | components["schemas"]["ResponseContentPartDoneEvent"]
      | components["schemas"]["ResponseTextDeltaEvent"]
      | components["schemas"]["ResponseTextDoneEvent"]
      | components["schemas"]["ResponseOutputTextAnnotationAddedEvent"]
      | components["schemas"]["ResponseRefusalDeltaEvent"]
      | components["schemas"]["ResponseRefusalDoneEvent"]
      | components["schemas"]["ResponseReasoningTextDeltaEvent"]
      | components["schemas"]["ResponseReasoningTextDoneEvent"]
      | components["schemas"]["ResponseReasoningSummaryPartAddedEvent"]
      | components["schemas"]["ResponseReasoningSummaryPartDoneEvent"]
      | components["schemas"]["ResponseReasoningSummaryTextDeltaEvent"]
      | components["schemas"]["ResponseReasoningSummaryTextDoneEvent"]
      | components["schemas"]["ResponseFunctionCallArgumentsDeltaEvent"]
      | components["schemas"]["ResponseFunctionCallArgumentsDoneEvent"]
      | components["schemas"]["ResponseCustomToolCallInputDeltaEvent"]
      | components["schemas"]["ResponseCustomToolCallInputDoneEvent"]
      | components["schemas"]["ResponseWebSearchCallInProgressEvent"]
      | components["schemas"]["ResponseWebSearchCallSearchingEvent"]
      | components["schemas"]["ResponseWebSearchCallCompletedEvent"]
      | components["schemas"]["ResponseFileSearchCallInProgressEvent"]
      | components["schemas"]["ResponseFileSearchCallSearchingEvent"]
      | components["schemas"]["ResponseFileSearchCallCompletedEvent"]
      | components["schemas"]["ResponseImageGenCallInProgressEvent"]
      | components["schemas"]["ResponseImageGenCallGeneratingEvent"]
      | components["schemas"]["ResponseImageGenCallCompletedEvent"]
      | components["schemas"]["ResponseImageGenCallPartialImageEvent"]
      | components["schemas"]["ResponseCodeInterpreterCallInProgressEvent"]
      | components["schemas"]["ResponseCodeInterpreterCallInterpretingEvent"]
      | components["schemas"]["ResponseCodeInterpreterCallCompletedEvent"]
      | components["schemas"]["ResponseCodeInterpreterCallCodeDeltaEvent"]
      | components["schemas"]["ResponseCodeInterpreterCallCodeDoneEvent"]
      | components["schemas"]["ResponseMcpCallInProgressEvent"]
      | components["schemas"]["ResponseMcpCallCompletedEvent"]
      | components["schemas"]["ResponseMcpCallFailedEvent"]
      | components["schemas"]["ResponseMcpCallArgumentsDeltaEvent"]
      | components["schemas"]["ResponseMcpCallArgumentsDoneEvent"]
      | components["schemas"]["ResponseMcpListToolsInProgressEvent"]
      | components["schemas"]["ResponseMcpListToolsCompletedEvent"]
      | components["schemas"]["ResponseMcpListToolsFailedEvent"]
      | components["schemas"]["ResponseApplyPatchCallOperationDiffDeltaEvent"]
      | components["schemas"]["ResponseApplyPatchCallOperationDiffDoneEvent"]
      | components["schemas"]["ResponseFusionCallInProgressEvent"]
      | components["schemas"]["ResponseFusionCallCompletedEvent"]
      | components["schemas"]["ResponseFusionCallPanelAddedEvent"]
      | components["schemas"]["ResponseFusionCallPanelDeltaEvent"]
      | components["schemas"]["ResponseFusionCallPanelReasoningDeltaEvent"]
      | components["schemas"]["ResponseFusionCallPanelCompletedEvent"]
      | components["schemas"]["ResponseFusionCallPanelFailedEvent"]
      | components["schemas"]["ResponseFusionCallAnalysisInProgressEvent"]
      | components["schemas"]["ResponseFusionCallAnalysisCompletedEvent"]
      | components["schemas"]["ResponseAudioDeltaEvent"]
      | components["schemas"]["ResponseAudioDoneEvent"]
      | components["schemas"]["ResponseAudioTranscriptDeltaEvent"]
      | components["schemas"]["ResponseAudioTranscriptDoneEvent"]
      | components["schemas"]["ResponseCompactionCompactingEvent"]
      | components["schemas"]["ResponseShellCallCommandAddedEvent"]
      | components["schemas"]["ResponseShellCallCommandDeltaEvent"]
      | components["schemas"]["ResponseShellCallCommandDoneEvent"]
      | components["schemas"]["ResponseShellCallOutputContentDeltaEvent"]
      | components["schemas"]["ResponseShellCallOutputContentDoneEvent"]
      | components["schemas"]["ResponseKeepaliveEvent"]
      | components["schemas"]["ResponseDebugEvent"]
      | components["schemas"]["UnknownResponseEvent"];
    ResponseStreamOptions: {
      include_obfuscation?: boolean | null | undefined;
    };
    ResponseSubagentCall: {
      type: "openrouter:subagent";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      instance_name?: string | null | undefined;
      name?: string | null | undefined;
      model?: string | null | undefined;
      task_name?: string | null | undefined;
      task_description?: string | null | undefined;
      outcome?: string | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseSummaryText: {
      type: "summary_text";
      text: string;
    };
    ResponseTextDeltaEvent: {
      type: "response.output_text.delta";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      delta: string;
      logprobs: components["schemas"]["ResponseLogprob"][];
    };
    ResponseTextDoneEvent: {
      type: "response.output_text.done";
      sequence_number: number;
      item_id: string;
      output_index: number;
      content_index: number;
      text: string;
      logprobs: components["schemas"]["ResponseLogprob"][];
    };
    ResponseTextEditorCall: {
      type: "openrouter:text_editor";
      id?: string | null | undefined;
      command?: "view" | "create" | "str_replace" | "insert" | null | (string & {}) | undefined;
      filePath?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseTextFormat:
      | components["schemas"]["ResponseTextFormatText"]
      | components["schemas"]["ResponseTextFormatJsonObject"]
      | components["schemas"]["ResponseTextFormatJsonSchema"];
    ResponseTextFormatJsonObject: {
      type: "json_object";
    };
    ResponseTextFormatJsonSchema: {
      type: "json_schema";
      name: string;
      description?: string | null | undefined;
      schema: {
        [key: string]: unknown;
      };
      strict?: boolean | null | undefined;
    };
    ResponseTextFormatText: {
      type: "text";
    };
    ResponseTextOptions: {
      format?: components["schemas"]["ResponseTextFormat"] | null | undefined;
      verbosity?: components["schemas"]["Verbosity"] | null | undefined;
    };
    ResponseTool:
      | components["schemas"]["ResponseFunctionTool"]
      | components["schemas"]["ResponseCustomTool"]
      | components["schemas"]["ResponseNamespaceTool"]
      | components["schemas"]["ResponseWebSearchTool"]
      | components["schemas"]["ResponseFileSearchTool"]
      | components["schemas"]["ResponseComputerTool"]
      | components["schemas"]["ResponseComputerUseTool"]
      | components["schemas"]["ResponseToolSearchTool"]
      | components["schemas"]["ResponseProgrammaticTool"]
      | components["schemas"]["ResponseCodeInterpreterTool"]
      | components["schemas"]["ResponseMcpTool"]
      | components["schemas"]["ResponseImageGenerationTool"]
      | components["schemas"]["ResponseLocalShellTool"]
      | components["schemas"]["ResponseShellTool"]
      | components["schemas"]["ResponseApplyPatchTool"]
      | components["schemas"]["AdvisorTool"]
      | components["schemas"]["ResponseServerApplyPatchTool"]
      | components["schemas"]["BashTool"]
      | components["schemas"]["DatetimeTool"]
      | components["schemas"]["FilesTool"]
      | components["schemas"]["FusionTool"]
      | components["schemas"]["ImageGenerationTool"]
      | components["schemas"]["SearchModelsTool"]
      | components["schemas"]["ResponseServerShellTool"]
      | components["schemas"]["SubagentTool"]
      | components["schemas"]["ResponseServerToolSearchTool"]
      | components["schemas"]["WebFetchTool"]
      | components["schemas"]["WebSearchTool"]
      | components["schemas"]["UnknownResponseTool"];
    ResponseToolChoice: components["schemas"]["ToolChoiceMode"] | components["schemas"]["ResponseToolChoiceTarget"];
    ResponseToolChoiceTarget: {
      type: string;
      name?: string | null | undefined;
      namespace?: string | null | undefined;
      server_label?: string | null | undefined;
      mode?: "auto" | "required" | null | (string & {}) | undefined;
      tools?:
        | {
            [key: string]: unknown;
          }[]
        | null
        | undefined;
    };
    ResponseToolSearchCall: {
      type: "tool_search_call";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      arguments?: unknown;
      execution?: components["schemas"]["ResponseToolSearchExecution"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseToolSearchExecution: "server" | "client" | (string & {});
    ResponseToolSearchOutput: {
      type: "tool_search_output";
      id?: string | null | undefined;
      call_id?: string | null | undefined;
      tools: unknown[];
      execution?: components["schemas"]["ResponseToolSearchExecution"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseToolSearchTool: {
      type: "tool_search";
      description?: string | null | undefined;
      execution?: "server" | "client" | null | (string & {}) | undefined;
      parameters?: unknown;
    };
    ResponseTopLogprob: {
      token?: string | null | undefined;
      logprob?: number | null | undefined;
      bytes?: number[] | null | undefined;
    };
    ResponseUrlCitation: {
      type: "url_citation";
      url: string;
      title: string;
      content?: string | null | undefined;
      start_index: number;
      end_index: number;
    };
    ResponseUsage: {
      input_tokens: number;
      input_tokens_details: components["schemas"]["ResponseInputTokensDetails"];
      output_tokens: number;
      output_tokens_details: components["schemas"]["ResponseOutputTokensDetails"];
      total_tokens: number;
      cost?: number | null;
      is_byok?: boolean;
      cost_details?: components["schemas"]["ResponseCostDetails"] | null;
      server_tool_use_details?: components["schemas"]["ServerToolUse"] | null;
    };
    ResponseWebFetchCall: {
      type: "openrouter:web_fetch";
      id?: string | null | undefined;
      url?: string | null | undefined;
      title?: string | null | undefined;
      content?: string | null | undefined;
      httpStatus?: number | null | undefined;
      error?: string | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseWebSearchAction:
      | components["schemas"]["ResponseWebSearchQuery"]
      | components["schemas"]["ResponseWebSearchOpenPage"]
      | components["schemas"]["ResponseWebSearchFindInPage"]
      | components["schemas"]["UnknownWebSearchAction"];
    ResponseWebSearchCall: {
      type: "web_search_call";
      id?: string | null | undefined;
      action?: components["schemas"]["ResponseWebSearchAction"] | null | undefined;
      status?: components["schemas"]["ResponseItemStatus"] | null | undefined;
    };
    ResponseWebSearchCallCompletedEvent: {
      type: "response.web_search_call.completed";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseWebSearchCallInProgressEvent: {
      type: "response.web_search_call.in_progress";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseWebSearchCallSearchingEvent: {
      type: "response.web_search_call.searching";
      sequence_number: number;
      item_id: string;
      output_index: number;
    };
    ResponseWebSearchFindInPage: {
      type: "find_in_page";
      url: string;
      pattern: string;
    };
    ResponseWebSearchOpenPage: {
      type: "open_page";
      url?: string | null | undefined;
    };
    ResponseWebSearchQuery: {
      type: "search";
      query?: string | null | undefined;
      queries?: string[] | null | undefined;
      sources?: components["schemas"]["ResponseWebSearchSource"][] | null | undefined;
    };
    ResponseWebSearchSource: {
      type: string;
      url?: string | null | undefined;
    };
    ResponseWebSearchTool: {
      type: "web_search" | "web_search_2025_08_26" | "web_search_preview" | "web_search_preview_2025_03_11";
      engine?: components["schemas"]["SearchEngine"] | null | undefined;
      mode?: components["schemas"]["SearchMode"] | null | undefined;
      filters?: components["schemas"]["ResponseSearchFilters"] | null | undefined;
      max_results?: number | null | undefined;
      max_uses?: number | null | undefined;
      search_context_size?: components["schemas"]["SearchContextSize"] | null | undefined;
      user_location?: components["schemas"]["SearchLocation"] | null | undefined;
      x_search?: components["schemas"]["XSearch"] | null | undefined;
      external_web_access?: boolean | null | undefined;
    };
    ResponsesInput: string | components["schemas"]["ResponseInputItem"][];
    ResponsesRequest: {
      input: components["schemas"]["ResponsesInput"];
      model?: string | null | undefined;
      models?: string[] | null | undefined;
      instructions?: string | null | undefined;
      stream?: boolean | null | undefined;
      stream_options?: components["schemas"]["ResponseStreamOptions"] | null | undefined;
      max_output_tokens?: number | null | undefined;
      max_tool_calls?: number | null | undefined;
      temperature?: number | null | undefined;
      top_p?: number | null | undefined;
      top_k?: number | null | undefined;
      top_logprobs?: number | null | undefined;
      frequency_penalty?: number | null | undefined;
      presence_penalty?: number | null | undefined;
      tools?: components["schemas"]["ResponseTool"][] | null | undefined;
      deferred_tools?: components["schemas"]["DeferredTools"] | null | undefined;
      tool_choice?: components["schemas"]["ResponseToolChoice"] | null | undefined;
      parallel_tool_calls?: boolean | null | undefined;
      stop_server_tools_when?: components["schemas"]["StopServerToolsCondition"][] | null | undefined;
      text?: components["schemas"]["ResponseTextOptions"] | null | undefined;
      reasoning?: components["schemas"]["ResponseReasoningOptions"] | null | undefined;
      include?: components["schemas"]["ResponseIncludable"][] | null | undefined;
      modalities?: components["schemas"]["ResponseModality"][] | null | undefined;
      image_config?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      prompt?: components["schemas"]["ResponsePrompt"] | null | undefined;
      truncation?: "auto" | "disabled" | null | (string & {}) | undefined;
      background?: boolean | null | undefined;
      store?: boolean | null | undefined;
      previous_response_id?: string | null | undefined;
      provider?: components["schemas"]["ProviderPreferences"] | null | undefined;
      plugins?: components["schemas"]["Plugin"][] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      prompt_cache_key?: string | null | undefined;
      prompt_cache_options?: components["schemas"]["PromptCacheOptions"] | null | undefined;
      service_tier?: components["schemas"]["ServiceTier"] | null | undefined;
      session_id?: string | null | undefined;
      safety_identifier?: string | null | undefined;
      user?: string | null | undefined;
      metadata?:
        | {
            [key: string]: string;
          }
        | null
        | undefined;
      client_metadata?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
      trace?: components["schemas"]["TraceConfig"] | null | undefined;
      debug?: components["schemas"]["DebugOptions"] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    RoutingAttempt: {
      provider: string;
      model: string;
      status: number;
    };
    RoutingMetadata: {
      requested: string;
      strategy:
        | "direct"
        | "auto"
        | "free"
        | "latest"
        | "alias"
        | "fallback"
        | "pareto"
        | "bodybuilder"
        | "fusion"
        | (string & {});
      region: string | null;
      summary: string;
      attempt: number;
      is_byok: boolean;
      endpoints: components["schemas"]["ConsideredEndpoints"];
      params?: components["schemas"]["RoutingParameters"];
      attempts?: components["schemas"]["RoutingAttempt"][];
      pipeline?: components["schemas"]["PipelineStage"][];
      generation_time?: number;
    };
    RoutingParameters: {
      quality_floor?: number;
      throughput_floor?: number;
      version_group?: string;
    } & {
      [key: string]: unknown;
    };
    SafeguardResult: {
      type: string;
      status: {
        [key: string]: unknown;
      };
    };
    SearchContextSize: "low" | "medium" | "high" | (string & {});
    SearchEngine: "auto" | "native" | "exa" | "parallel" | "firecrawl" | "perplexity" | (string & {});
    SearchLocation: {
      type?: "approximate" | null | undefined;
      city?: string | null | undefined;
      region?: string | null | undefined;
      country?: string | null | undefined;
      timezone?: string | null | undefined;
    };
    SearchMode:
      | "instant"
      | "fast"
      | "auto"
      | "deep-lite"
      | "deep"
      | "deep-reasoning"
      | "turbo"
      | "basic"
      | "advanced"
      | (string & {});
    SearchModelsTool: {
      type: "openrouter:experimental__search_models";
      parameters?: components["schemas"]["SearchModelsToolParameters"] | null | undefined;
    };
    SearchModelsToolParameters: {
      max_results?: number | null | undefined;
    };
    SearchResultBlock: {
      type: "search_result";
      source: string;
      title: string;
      content: components["schemas"]["TextBlockParam"][];
      citations?: components["schemas"]["CitationsConfig"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ServedModel: {
      id: string;
      name: string;
      created: number;
      description: string;
      architecture: components["schemas"]["ModelArchitecture"];
      endpoints: components["schemas"]["Endpoint"][];
    };
    ServerToolErrorCode:
      | "invalid_tool_input"
      | "unavailable"
      | "too_many_requests"
      | "execution_time_exceeded"
      | (string & {});
    ServerToolUse: {
      tool_calls_requested?: number | null;
      tool_calls_executed?: number | null;
      web_search_requests?: number | null;
    };
    ServerToolUseBlock: {
      type: "server_tool_use";
      id: string;
      name: string;
      input: {
        [key: string]: unknown;
      };
      caller?: components["schemas"]["ToolCaller"];
    };
    ServerToolUseBlockParam: {
      type: "server_tool_use";
      id: string;
      name: string;
      input: {
        [key: string]: unknown;
      };
      caller?: components["schemas"]["ToolCaller"] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ServiceTier: "auto" | "default" | "fast" | "flex" | "priority" | "scale" | "ultrafast" | (string & {});
    ShellToolResultBlock: {
      type: "openrouter_shell_tool_result";
      tool_use_id: string;
      content: {
        [key: string]: unknown;
      };
      container_id?: string | null | undefined;
      files?:
        | {
            [key: string]: unknown;
          }[]
        | null
        | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    SignatureDelta: {
      type: "signature_delta";
      signature: string;
    };
    SkillParams: {
      type: "anthropic" | "custom" | (string & {});
      skill_id: string;
      version?: string | null | undefined;
    };
    SortPreference: components["schemas"]["ProviderSortKey"] | components["schemas"]["ProviderSort"];
    SourceContent: string | components["schemas"]["ContentSourceBlock"][];
    StopAtCost: {
      type: "max_cost";
      max_cost_in_dollars: number;
    };
    StopAtFinishReason: {
      type: "finish_reason_is";
      reason: string;
    };
    StopAtStepCount: {
      type: "step_count_is";
      step_count: number;
    };
    StopAtTokens: {
      type: "max_tokens_used";
      max_tokens: number;
    };
    StopAtToolCall: {
      type: "has_tool_call";
      tool_name: string;
    };
    StopSequences: string | string[];
    StopServerToolsCondition:
      | components["schemas"]["StopAtStepCount"]
      | components["schemas"]["StopAtToolCall"]
      | components["schemas"]["StopAtTokens"]
      | components["schemas"]["StopAtCost"]
      | components["schemas"]["StopAtFinishReason"];
    StreamOptions: {
      include_usage?: boolean | null | undefined;
    };
    SubagentTool: {
      type: "openrouter:subagent";
      parameters?: components["schemas"]["SubagentToolParameters"] | null | undefined;
    };
    SubagentToolParameters: {
      name?: string | null | undefined;
      model?: string | null | undefined;
      instructions?: string | null | undefined;
      inherit_functions?: boolean | null | undefined;
      inherited_function_names?: string[] | null | undefined;
      max_completion_tokens?: number | null | undefined;
      max_tool_calls?: number | null | undefined;
      reasoning?: components["schemas"]["ToolReasoning"] | null | undefined;
      temperature?: number | null | undefined;
      tools?: components["schemas"]["NestedTool"][] | null | undefined;
    };
    SupportedReasoningEffort: "max" | "xhigh" | "high" | "medium" | "low" | "minimal" | "none" | (string & {});
    SupportedToolChoice: {
      auto: boolean;
      none: boolean;
      required: boolean;
      function: boolean;
    };
    SwitchyardRouterPlugin: {
      id: "switchyard-router";
      algorithm?:
        | "capability"
        | "stage"
        | "auto"
        | "random"
        | "composite"
        | "passthrough"
        | null
        | (string & {})
        | undefined;
      judge_model?: string | null | undefined;
    };
    SystemMessage: {
      role: "system";
      content: components["schemas"]["TextContent"];
      name?: string | null | undefined;
      configuration_update?: components["schemas"]["ConfigurationUpdate"] | null | undefined;
    };
    SystemMessageOutputConfig: {
      effort?: components["schemas"]["MessagesEffort"] | null | undefined;
    };
    TaskBudget: {
      type: "tokens";
      total: number;
      remaining?: number | null | undefined;
    };
    TextBlock: {
      type: "text";
      text: string;
      citations: components["schemas"]["TextCitation"][] | null;
    };
    TextBlockParam: {
      type: "text";
      text: string;
      citations?: components["schemas"]["TextCitation"][] | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    TextCitation:
      | components["schemas"]["CitationCharLocation"]
      | components["schemas"]["CitationPageLocation"]
      | components["schemas"]["CitationContentBlockLocation"]
      | components["schemas"]["CitationWebSearchResultLocation"]
      | components["schemas"]["CitationSearchResultLocation"]
      | components["schemas"]["UnknownTextCitation"];
    TextContent: string | components["schemas"]["TextPart"][];
    TextDelta: {
      type: "text_delta";
      text: string;
    };
    TextEditorCodeExecutionContent:
      | components["schemas"]["TextEditorViewResult"]
      | components["schemas"]["TextEditorCreateResult"]
      | components["schemas"]["TextEditorReplaceResult"]
      | components["schemas"]["TextEditorToolResultError"]
      | components["schemas"]["UnknownTextEditorCodeExecutionContent"];
    TextEditorCodeExecutionToolResultBlock: {
      type: "text_editor_code_execution_tool_result";
      tool_use_id: string;
      content: components["schemas"]["TextEditorCodeExecutionContent"];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    TextEditorCreateResult: {
      type: "text_editor_code_execution_create_result";
      is_file_update: boolean;
    };
    TextEditorReplaceResult: {
      type: "text_editor_code_execution_str_replace_result";
      lines?: string[] | null | undefined;
      old_start?: number | null | undefined;
      old_lines?: number | null | undefined;
      new_start?: number | null | undefined;
      new_lines?: number | null | undefined;
    };
    TextEditorToolResultError: {
      type: "text_editor_code_execution_tool_result_error";
      error_code:
        | "invalid_tool_input"
        | "unavailable"
        | "too_many_requests"
        | "execution_time_exceeded"
        | "file_not_found"
        | (string & {});
      error_message?: string | null | undefined;
    };
    TextEditorViewResult: {
      type: "text_editor_code_execution_view_result";
      content: string;
      file_type: "text" | "image" | "pdf" | (string & {});
      num_lines?: number | null | undefined;
      start_line?: number | null | undefined;
      total_lines?: number | null | undefined;
    };
    TextFormat: {
      type: "text";
    };
    TextPart: {
      type: "text";
      text: string;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
      prompt_cache_breakpoint?: components["schemas"]["PromptCacheBreakpoint"] | null | undefined;
    };
    ThinkingAdaptive: {
      type: "adaptive";
      display?: components["schemas"]["ThinkingDisplay"] | null | undefined;
      block_binding?: components["schemas"]["ThinkingBlockBinding"] | null | undefined;
    };
    ThinkingBetweenTools: {
      type: "between_tools";
    };
    ThinkingBlock: {
      type: "thinking";
      thinking: string;
      signature: string;
    };
    ThinkingBlockBinding: {
      mismatch_behavior?: string | null | undefined;
      prefix_mismatch_behavior?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ThinkingConfig:
      | components["schemas"]["ThinkingEnabled"]
      | components["schemas"]["ThinkingAdaptive"]
      | components["schemas"]["ThinkingBetweenTools"]
      | components["schemas"]["ThinkingDisabled"];
    ThinkingDelta: {
      type: "thinking_delta";
      thinking: string;
      estimated_tokens?: number | null;
    };
    ThinkingDisabled: {
      type: "disabled";
    };
    ThinkingDisplay: "summarized" | "omitted" | "updates" | (string & {});
    ThinkingEnabled: {
      type: "enabled";
      budget_tokens: number;
      display?: components["schemas"]["ThinkingDisplay"] | null | undefined;
      block_binding?: components["schemas"]["ThinkingBlockBinding"] | null | undefined;
    };
    ThreadContinue: {
      type: "continue";
      previous_message_id: string;
    };
    ThreadCreate: {
      type: "create";
    };
    ThroughputCutoffs: {
      p50?: number | null | undefined;
      p75?: number | null | undefined;
      p90?: number | null | undefined;
      p99?: number | null | undefined;
    };
    ThroughputPreference: number | components["schemas"]["ThroughputCutoffs"];
    TokenCountContextManagement: {
      original_input_tokens: number;
    };
    TokenLogprob: {
      token: string;
      logprob: number;
      bytes: number[] | null;
      top_logprobs: components["schemas"]["TopLogprob"][];
    };
    ToolAdditionBlock: {
      type: "tool_addition";
      tool: components["schemas"]["ToolChange"];
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ToolCall: {
      id: string;
      type: "function";
      function: components["schemas"]["FunctionCall"];
    };
    ToolCallDelta: {
      index: number;
      id?: string;
      type?: "function";
      function?: components["schemas"]["FunctionCallDelta"];
    };
    ToolCaller: {
      type:
        | "direct"
        | "code_execution_20250825"
        | "code_execution_20260120"
        | "code_execution_20260521"
        | (string & {});
      tool_id?: string | null | undefined;
    };
    ToolChange: {
      type: "tool_reference" | "mcp_tool_reference" | "mcp_toolset_reference" | "tool_definition" | (string & {});
      name?: string | null | undefined;
      server_name?: string | null | undefined;
      definition?: components["schemas"]["MessagesTool"] | null | undefined;
    } & {
      [key: string]: unknown;
    };
    ToolChoice: components["schemas"]["ToolChoiceMode"] | components["schemas"]["ToolChoiceTarget"];
    ToolChoiceAny: {
      type: "any";
      disable_parallel_tool_use?: boolean | null | undefined;
    };
    ToolChoiceAuto: {
      type: "auto";
      disable_parallel_tool_use?: boolean | null | undefined;
    };
    ToolChoiceMode: "none" | "auto" | "required" | (string & {});
    ToolChoiceNone: {
      type: "none";
    };
    ToolChoiceTarget: {
      type: string;
      function?: components["schemas"]["NamedFunction"] | null | undefined;
    };
    ToolChoiceTool: {
      type: "tool";
      name: string;
      disable_parallel_tool_use?: boolean | null | undefined;
    };
    ToolEngine: "auto" | "native" | "openrouter" | (string & {});
    ToolMessage: {
      role: "tool";
      content: components["schemas"]["MessageContent"];
      tool_call_id: string;
      name?: string | null | undefined;
    };
    ToolReasoning: {
      effort?: components["schemas"]["ReasoningEffort"] | null | undefined;
      max_tokens?: number | null | undefined;
    };
    ToolReferenceBlock: {
      type: "tool_reference";
      tool_name: string;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    ToolRemovalBlock: {
      type: "tool_removal";
      tool: components["schemas"]["ToolChange"];
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ToolResultBlock: {
      type: "tool_result";
      tool_use_id: string;
      content?: components["schemas"]["ToolResultContent"] | null | undefined;
      is_error?: boolean | null | undefined;
      toolset_name?: string | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    ToolResultContent: string | components["schemas"]["ToolResultContentBlock"][];
    ToolResultContentBlock:
      | components["schemas"]["TextBlockParam"]
      | components["schemas"]["ImageBlock"]
      | components["schemas"]["DocumentBlock"]
      | components["schemas"]["SearchResultBlock"]
      | components["schemas"]["ToolReferenceBlock"]
      | components["schemas"]["BrowserStateBlock"]
      | components["schemas"]["UnknownToolResultContentBlock"];
    ToolSearchContent:
      | components["schemas"]["ToolSearchResult"]
      | components["schemas"]["ToolSearchToolResultError"]
      | components["schemas"]["UnknownToolSearchContent"];
    ToolSearchResult: {
      type: "tool_search_tool_search_result";
      tool_references: components["schemas"]["ToolReferenceBlock"][];
    };
    ToolSearchToolResultBlock: {
      type: "tool_search_tool_result";
      tool_use_id: string;
      content: components["schemas"]["ToolSearchContent"];
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    ToolSearchToolResultError: {
      type: "tool_search_tool_result_error";
      error_code: components["schemas"]["ServerToolErrorCode"];
      error_message?: string | null | undefined;
    };
    ToolUseBlock: {
      type: "tool_use";
      id: string;
      name: string;
      input: {
        [key: string]: unknown;
      };
      caller?: components["schemas"]["ToolCaller"];
      toolset_name?: string | null;
    };
    ToolUseBlockParam: {
      type: "tool_use";
      id: string;
      name: string;
      input: {
        [key: string]: unknown;
      };
      caller?: components["schemas"]["ToolCaller"] | null | undefined;
      toolset_name?: string | null | undefined;
      cache_control?: components["schemas"]["CacheControl"] | null | undefined;
    };
    TopLogprob: {
      token: string;
      logprob: number;
      bytes: number[] | null;
    };
    TopProvider: {
      context_length?: number | null;
      max_completion_tokens?: number | null;
      is_moderated: boolean;
    };
    TraceConfig: {
      trace_id?: string | null | undefined;
      trace_name?: string | null | undefined;
      span_name?: string | null | undefined;
      generation_name?: string | null | undefined;
      parent_span_id?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
    UnknownAdvisorContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownAnnotation: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownBashCodeExecutionContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownCodeExecutionContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownCodeInterpreterOutput: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownContentBlock: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownContentBlockDelta: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownContentBlockParam: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownInputContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownInputItem: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownMessageStreamEvent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownNamespaceMember: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownOutputContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownOutputItem: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownResponseEvent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownResponseTool: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownTextCitation: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownTextEditorCodeExecutionContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownToolResultContentBlock: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownToolSearchContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownWebFetchContent: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UnknownWebSearchAction: {
      type: UnknownTag;
    } & {
      [key: string]: unknown;
    };
    UpdateKeyRequest: {
      name?: string | null | undefined;
      disabled?: boolean | null | undefined;
      limit?: number | null | undefined;
      limit_reset?: components["schemas"]["LimitResetParam"] | null | undefined;
      include_byok_in_limit?: boolean | null | undefined;
      workspace_id?: string | null | undefined;
    };
    UrlCitation: {
      url: string;
      title: string;
      content?: string | null | undefined;
      start_index: number;
      end_index: number;
    };
    UrlCitationAnnotation: {
      type: "url_citation";
      url_citation: components["schemas"]["UrlCitation"];
    };
    UrlSource: {
      type: "url";
      url: string;
    };
    Usage: {
      prompt_tokens: number;
      completion_tokens: number;
      total_tokens: number;
      prompt_tokens_details?: components["schemas"]["PromptTokensDetails"] | null;
      completion_tokens_details?: components["schemas"]["CompletionTokensDetails"] | null;
      cost?: number | null;
      is_byok?: boolean;
      cost_details?: components["schemas"]["CostDetails"] | null;
      server_tool_use_details?: components["schemas"]["ServerToolUse"] | null;
    };
    UsageOptions: {
      include?: boolean | null | undefined;
    };
    UserMessage: {
      role: "user";
      content: components["schemas"]["MessageContent"];
      name?: string | null | undefined;
    };
    Verbosity: "low" | "medium" | "high" | "xhigh" | "max" | (string & {});
    VideoPart: {
      type: "video_url";
      video_url: components["schemas"]["VideoUrl"];
    };
    VideoProcessing: "agentic" | "static" | (string & {});
    VideoUrl: {
      url: string;
      processing?: components["schemas"]["VideoProcessing"] | null | undefined;
    };
    WebFetchContent:
      | components["schemas"]["WebFetchResult"]
      | components["schemas"]["WebFetchToolResultError"]
      | components["schemas"]["UnknownWebFetchContent"];
    WebFetchDocument: {
      type: "document";
      source: components["schemas"]["WebFetchSource"];
      title?: string | null | undefined;
      citations?: components["schemas"]["CitationsConfig"] | null | undefined;
    };
    WebFetchPlugin: {
      id: "web-fetch";
      allowed_domains?: string[] | null | undefined;
      blocked_domains?: string[] | null | undefined;
      max_uses?: number | null | undefined;
      max_content_tokens?: number | null | undefined;
    };
    WebFetchResult: {
      type: "web_fetch_result";
      url: string;
      content: components["schemas"]["WebFetchDocument"];
      retrieved_at?: string | null | undefined;
    };
    WebFetchSource: components["schemas"]["Base64PdfSource"] | components["schemas"]["PlainTextSource"];
    WebFetchTool: {
      type: "openrouter:web_fetch";
      parameters?: components["schemas"]["WebFetchToolParameters"] | null | undefined;
    };
    WebFetchToolParameters: {
      engine?: "auto" | "native" | "openrouter" | "exa" | "parallel" | "firecrawl" | null | (string & {}) | undefined;
      allowed_domains?: string[] | null | undefined;
      blocked_domains?: string[] | null | undefined;
      max_content_tokens?: number | null | undefined;
      max_uses?: number | null | undefined;
    };
    WebFetchToolReference: {
      type: "tool_reference";
      name: string;
    };
    WebFetchToolResultBlock: {
      type: "web_fetch_tool_result";
      tool_use_id: string;
      content: components["schemas"]["WebFetchContent"];
      caller?: components["schemas"]["ToolCaller"] | null | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    WebFetchToolResultError: {
      type: "web_fetch_tool_result_error";
      error_code:
        | "invalid_tool_input"
        | "url_too_long"
        | "url_not_allowed"
        | "url_not_in_prior_context"
        | "url_not_accessible"
        | "unsupported_content_type"
        | "too_many_requests"
        | "max_uses_exceeded"
        | "unavailable"
        | "content_too_large"
        | (string & {});
    };
    WebFetchUrlSource: {
      type: "all" | "none" | "only" | "except" | (string & {});
      tools?: components["schemas"]["WebFetchToolReference"][] | null | undefined;
    };
    WebFetchUrlSources: {
      user_input?: components["schemas"]["WebFetchUrlSource"] | null | undefined;
      client_tool_results?: components["schemas"]["WebFetchUrlSource"] | null | undefined;
      server_tool_results?: components["schemas"]["WebFetchUrlSource"] | null | undefined;
    };
    WebPlugin: {
      id: "web";
      enabled?: boolean | null | undefined;
      engine?: components["schemas"]["SearchEngine"] | null | undefined;
      max_results?: number | null | undefined;
      max_uses?: number | null | undefined;
      mode?: components["schemas"]["SearchMode"] | null | undefined;
      search_prompt?: string | null | undefined;
      include_domains?: string[] | null | undefined;
      exclude_domains?: string[] | null | undefined;
      user_location?: components["schemas"]["SearchLocation"] | null | undefined;
      x_search?: components["schemas"]["XSearch"] | null | undefined;
    };
    WebSearchOptions: {
      search_context_size?: components["schemas"]["SearchContextSize"] | null | undefined;
      user_location?:
        | {
            [key: string]: unknown;
          }
        | null
        | undefined;
    };
    WebSearchResultBlock: {
      type: "web_search_result";
      url: string;
      title: string;
      encrypted_content: string;
      page_age?: string | null | undefined;
    };
    WebSearchShorthand: {
      type: "web_search" | "web_search_preview" | "web_search_preview_2025_03_11" | "web_search_2025_08_26";
      parameters?: components["schemas"]["WebSearchToolParameters"] | null | undefined;
      engine?: components["schemas"]["SearchEngine"] | null | undefined;
      mode?: components["schemas"]["SearchMode"] | null | undefined;
      max_results?: number | null | undefined;
      max_uses?: number | null | undefined;
      max_total_results?: number | null | undefined;
      max_characters?: number | null | undefined;
      search_context_size?: components["schemas"]["SearchContextSize"] | null | undefined;
      allowed_domains?: string[] | null | undefined;
      excluded_domains?: string[] | null | undefined;
      user_location?: components["schemas"]["SearchLocation"] | null | undefined;
      x_search?: components["schemas"]["XSearch"] | null | undefined;
    };
    WebSearchTool: {
      type: "openrouter:web_search";
      parameters?: components["schemas"]["WebSearchToolParameters"] | null | undefined;
    };
    WebSearchToolParameters: {
      engine?: components["schemas"]["SearchEngine"] | null | undefined;
      mode?: components["schemas"]["SearchMode"] | null | undefined;
      max_results?: number | null | undefined;
      max_uses?: number | null | undefined;
      max_total_results?: number | null | undefined;
      max_characters?: number | null | undefined;
      search_context_size?: components["schemas"]["SearchContextSize"] | null | undefined;
      allowed_domains?: string[] | null | undefined;
      excluded_domains?: string[] | null | undefined;
      user_location?: components["schemas"]["SearchLocation"] | null | undefined;
      x_search?: components["schemas"]["XSearch"] | null | undefined;
    };
    WebSearchToolResultBlock: {
      type: "web_search_tool_result";
      tool_use_id: string;
      content: components["schemas"]["WebSearchToolResultContent"];
      caller?: components["schemas"]["ToolCaller"] | null | undefined;
      cache_control?: components["schemas"]["BlockCacheControl"] | null | undefined;
    };
    WebSearchToolResultContent:
      | components["schemas"]["WebSearchResultBlock"][]
      | components["schemas"]["WebSearchToolResultError"];
    WebSearchToolResultError: {
      type: "web_search_tool_result_error";
      error_code:
        | "invalid_tool_input"
        | "unavailable"
        | "max_uses_exceeded"
        | "too_many_requests"
        | "query_too_long"
        | "request_too_large"
        | (string & {});
    };
    WorkloadPerformance: {
      latency?: components["schemas"]["Percentiles"] | null;
      throughput?: components["schemas"]["Percentiles"] | null;
      request_count?: number | null;
    };
    XSearch: {
      allowed_x_handles?: string[] | null | undefined;
      excluded_x_handles?: string[] | null | undefined;
      enable_image_understanding?: boolean | null | undefined;
      enable_video_understanding?: boolean | null | undefined;
      from_date?: string | null | undefined;
      to_date?: string | null | undefined;
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    BadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    EdgeNetworkTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    GatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    InternalServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    MessagesBadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesBadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesEdgeNetworkTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesGatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesInternalServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesPayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesPaymentRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesProviderOverloaded: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesRequestTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesServiceUnavailable: {
      headers: {
        "Retry-After": components["headers"]["RetryAfter"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesTooManyRequests: {
      headers: {
        "Retry-After": components["headers"]["RetryAfter"];
        "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesUnauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesUnprocessableEntity: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    MessagesUnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["MessagesErrorBody"];
      };
    };
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    PaymentRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    ProviderOverloaded: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    RequestTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    ServiceUnavailable: {
      headers: {
        "Retry-After": components["headers"]["RetryAfter"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    TooManyRequests: {
      headers: {
        "Retry-After": components["headers"]["RetryAfter"];
        "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    UnprocessableEntity: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorBody"];
      };
    };
  };
  parameters: {
    AnthropicBeta: string;
    AnthropicVersion: "2023-06-01" | "2026-10-21" | (string & {});
    Beta: boolean;
    CatalogLimit: number;
    HttpReferer: string;
    ModelSort:
      | "most-popular"
      | "newest"
      | "top-weekly"
      | "pricing-low-to-high"
      | "pricing-high-to-low"
      | "context-high-to-low"
      | "throughput-high-to-low"
      | "latency-low-to-high"
      | "intelligence-high-to-low"
      | "coding-high-to-low"
      | "agentic-high-to-low"
      | "design-arena-elo-high-to-low"
      | (string & {});
    Offset: number;
    XAnthropicBeta: string;
    XApiKey: string;
    XOpenRouterCache: string;
    XOpenRouterCacheClear: string;
    XOpenRouterCacheTtl: string;
    XOpenRouterCategories: string;
    XOpenRouterMetadata: "enabled" | "disabled" | (string & {});
    XOpenRouterTitle: string;
    XSessionId: string;
    XTitle: string;
  };
  requestBodies: never;
  headers: {
    RetryAfter: string;
    XGenerationId: string;
    XOpenRouterCacheAge: string;
    XOpenRouterCacheSourceId: string;
    XOpenRouterCacheStatus: string;
    XOpenRouterCacheTtl: string;
    XRateLimitLimit: string;
    XRateLimitRemaining: string;
    XRateLimitReset: string;
  };
  pathItems: never;
}
