// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type {
  ActivityItem,
  ActivityList,
  AdvisorContent,
  AdvisorRedactedResult,
  AdvisorResult,
  AdvisorTool,
  AdvisorToolParameters,
  AdvisorToolResultBlock,
  AdvisorToolResultError,
  AliasTarget,
  AlignmentPlugin,
  AlignmentResult,
  AlignmentRule,
  AnalysisIndices,
  Annotation,
  ApiKey,
  ApiKeyDetail,
  ApiKeyList,
  AppliedContextEdit,
  AppliedContextManagement,
  ArenaRating,
  ArmorAutoMode,
  ArmorContext,
  ArmorEnvironment,
  ArmorEnvironmentEntry,
  ArmorPlugin,
  ArmorRule,
  ArmorRuleOrText,
  AssistantAudio,
  AssistantImage,
  AssistantMessage,
  AudioOutput,
  AudioPart,
  AuthCode,
  AuthCodeRecord,
  AutoBetaRouterPlugin,
  AutoRouterPlugin,
  AvailabilityConstraint,
  Base64ImageSource,
  Base64PdfSource,
  BashCodeExecutionContent,
  BashCodeExecutionResult,
  BashCodeExecutionToolResultBlock,
  BashCodeExecutionToolResultError,
  BashEnvironment,
  BashTool,
  BashToolParameters,
  BashToolResultBlock,
  BlockCacheControl,
  BrowserStateBlock,
  BrowserStateChange,
  BrowserTab,
  CacheControl,
  CacheMissReason,
  ChatCompletion,
  ChatCompletionChoice,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChatCompletionRequest,
  ChatMessage,
  ChatTool,
  ChunkChoice,
  ChunkDebug,
  ChunkDelta,
  CitationCharLocation,
  CitationContentBlockLocation,
  CitationPageLocation,
  CitationSearchResultLocation,
  CitationWebSearchResultLocation,
  CitationsConfig,
  CitationsDelta,
  ClearedToolInputs,
  CodeChallengeMethod,
  CodeExecutionContent,
  CodeExecutionOutput,
  CodeExecutionResult,
  CodeExecutionToolResultBlock,
  CodeExecutionToolResultError,
  CompactionBlock,
  CompactionDelta,
  CompletionTokensDetails,
  ConfigurationUpdate,
  ConsideredEndpoint,
  ConsideredEndpoints,
  ContainerNetwork,
  ContainerSkill,
  ContainerUploadBlock,
  ContentBlock,
  ContentBlockDelta,
  ContentBlockDeltaEvent,
  ContentBlockParam,
  ContentBlockStartEvent,
  ContentBlockStopEvent,
  ContentPart,
  ContentSource,
  ContentSourceBlock,
  ContextAmount,
  ContextAmountOrAll,
  ContextCompressionPlugin,
  ContextEdit,
  ContextManagement,
  CostDetails,
  CostTier,
  CreateAuthCodeRequest,
  CreateKeyRequest,
  CreatedApiKey,
  CreditTotals,
  Credits,
  CurrentKey,
  CurrentKeyDetail,
  DailyRequests,
  DataRegion,
  DatetimeTool,
  DatetimeToolParameters,
  DebugOptions,
  DefaultParameters,
  DeferredBm25Search,
  DeferredCustomSearch,
  DeferredRegexSearch,
  DeferredToolSearchResultBlock,
  DeferredTools,
  DeferredToolsSearch,
  DeletedApiKey,
  DeveloperMessage,
  DocumentBlock,
  DocumentSource,
  EchoedInstructions,
  EchoedReasoningOptions,
  EchoedTextOptions,
  EchoedTool,
  EchoedToolChoice,
  Embedding,
  EmbeddingAudio,
  EmbeddingFile,
  EmbeddingImage,
  EmbeddingInput,
  EmbeddingInputItem,
  EmbeddingInputs,
  EmbeddingList,
  EmbeddingMedia,
  EmbeddingPart,
  EmbeddingRequest,
  EmbeddingText,
  EmbeddingTokensDetails,
  EmbeddingUsage,
  EmbeddingVector,
  EmbeddingVideo,
  EncryptedCodeExecutionResult,
  Endpoint,
  EndpointList,
  EnforcementMode,
  ErrorAvailability,
  ErrorBody,
  ErrorDetail,
  ErrorMetadata,
  ErrorStatusOrName,
  ExchangeCodeRequest,
  ExchangedKey,
  ExcludedEndpoint,
  ExistingContainer,
  ExternalUser,
  FallbackBlock,
  FallbackModel,
  FallbackTrigger,
  FileAnnotation,
  FileInput,
  FileParserPlugin,
  FilePart,
  FileSource,
  FilesTool,
  FilesToolParameters,
  FinishReason,
  FunctionCall,
  FunctionCallDelta,
  FunctionDefinition,
  FunctionTool,
  FusionPlugin,
  FusionTool,
  FusionToolParameters,
  Generation,
  GenerationAttemptFailure,
  GenerationContent,
  GenerationContentDetail,
  GenerationDetail,
  GenerationFailure,
  GenerationInput,
  GenerationOutput,
  GrammarFormat,
  ImageBlock,
  ImageDetail,
  ImageGenerationTool,
  ImageGenerationToolParameters,
  ImagePart,
  ImageReference,
  ImageSource,
  ImageTransformations,
  ImageUrl,
  InputAudio,
  InputJsonDelta,
  InputTransformation,
  JevRouterPlugin,
  JsonObjectFormat,
  JsonOutputFormat,
  JsonSchemaFormat,
  KeyBudget,
  LatencyCutoffs,
  LatencyPreference,
  LegacyRateLimit,
  LegacyVideoPart,
  LimitReset,
  LimitResetParam,
  Logprobs,
  MaxPrice,
  MaxPriceValue,
  McpServer,
  McpServerToolConfiguration,
  McpTextBlock,
  McpTool,
  McpToolConfig,
  McpToolListingBlock,
  McpToolResultBlock,
  McpToolResultContent,
  McpToolUseBlock,
  MessageContent,
  MessageDelta,
  MessageDeltaEvent,
  MessageDeltaUsage,
  MessageErrorEvent,
  MessagePingEvent,
  MessageStartEvent,
  MessageStopEvent,
  MessageStreamEvent,
  MessageThread,
  MessagesAdvisorTool,
  MessagesAssistantMessage,
  MessagesBashTool,
  MessagesCacheCreation,
  MessagesCodeExecutionTool,
  MessagesComputerTool,
  MessagesContainer,
  MessagesContainerOrId,
  MessagesContainerParams,
  MessagesContent,
  MessagesCountTokensRequest,
  MessagesCustomTool,
  MessagesDiagnostics,
  MessagesDiagnosticsParams,
  MessagesEffort,
  MessagesError,
  MessagesErrorBody,
  MessagesErrorDetails,
  MessagesFallback,
  MessagesMcpToolset,
  MessagesMemoryTool,
  MessagesMessage,
  MessagesMetadata,
  MessagesOutputTokensDetails,
  MessagesRequest,
  MessagesResponse,
  MessagesSafeguard,
  MessagesServerToolUse,
  MessagesStopDetails,
  MessagesStopReason,
  MessagesSystemMessage,
  MessagesSystemPrompt,
  MessagesTextEditorTool,
  MessagesTokenCount,
  MessagesTool,
  MessagesToolChoice,
  MessagesToolSearchTool,
  MessagesToolset,
  MessagesUnknownTool,
  MessagesUsage,
  MessagesUsageIteration,
  MessagesUserLocation,
  MessagesUserMessage,
  MessagesWebFetchTool,
  MessagesWebSearchTool,
  Model,
  ModelArchitecture,
  ModelBenchmarks,
  ModelCount,
  ModelDetail,
  ModelEndpoints,
  ModelLinks,
  ModelList,
  ModelReasoning,
  ModelTotal,
  ModerationPlugin,
  NamedFunction,
  NamedJsonSchema,
  NestedTool,
  NetworkAllowlist,
  NetworkDisabled,
  NewContainer,
  OutputConfig,
  PageLinks,
  ParameterName,
  ParetoRouterPlugin,
  ParsedFile,
  ParsedImage,
  ParsedPart,
  ParsedText,
  PdfOptions,
  PerRequestLimits,
  Percentiles,
  PipelineStage,
  PlainTextSource,
  Plugin,
  Prediction,
  PreviousError,
  Pricing,
  PricingOverride,
  PromptCacheBreakpoint,
  PromptCacheOptions,
  PromptTokensDetails,
  Provider,
  ProviderList,
  ProviderPreferences,
  ProviderResponse,
  ProviderSort,
  ProviderSortKey,
  PythonFormat,
  RankedDocument,
  Ranking,
  ReasoningContext,
  ReasoningDetail,
  ReasoningEffort,
  ReasoningEncrypted,
  ReasoningFormat,
  ReasoningMode,
  ReasoningOptions,
  ReasoningServerToolCall,
  ReasoningSummary,
  ReasoningSummaryLevel,
  ReasoningText,
  ReasoningUpdate,
  RedactedThinkingBlock,
  RefusalPart,
  RequestIssue,
  RerankDocument,
  RerankDocumentOrText,
  RerankRequest,
  RerankUsage,
  ResponseAdditionalTools,
  ResponseAdvisorCall,
  ResponseAgentMessage,
  ResponseAnnotation,
  ResponseApplyPatchCall,
  ResponseApplyPatchCallOperationDiffDeltaEvent,
  ResponseApplyPatchCallOperationDiffDoneEvent,
  ResponseApplyPatchCallOutput,
  ResponseApplyPatchOperation,
  ResponseApplyPatchTool,
  ResponseApplyPatchToolParameters,
  ResponseAudioDeltaEvent,
  ResponseAudioDoneEvent,
  ResponseAudioTranscriptDeltaEvent,
  ResponseAudioTranscriptDoneEvent,
  ResponseAutoContainer,
  ResponseBashCall,
  ResponseBrowserUseCall,
  ResponseCodeInterpreterCall,
  ResponseCodeInterpreterCallCodeDeltaEvent,
  ResponseCodeInterpreterCallCodeDoneEvent,
  ResponseCodeInterpreterCallCompletedEvent,
  ResponseCodeInterpreterCallInProgressEvent,
  ResponseCodeInterpreterCallInterpretingEvent,
  ResponseCodeInterpreterContainer,
  ResponseCodeInterpreterFile,
  ResponseCodeInterpreterImage,
  ResponseCodeInterpreterLogs,
  ResponseCodeInterpreterOutput,
  ResponseCodeInterpreterTool,
  ResponseCompaction,
  ResponseCompactionCompactingEvent,
  ResponseCompactionTrigger,
  ResponseCompletedEvent,
  ResponseComputerCall,
  ResponseComputerCallOutput,
  ResponseComputerTool,
  ResponseComputerUseTool,
  ResponseConfigurationUpdate,
  ResponseContainerFileCitation,
  ResponseContent,
  ResponseContentPartAddedEvent,
  ResponseContentPartDoneEvent,
  ResponseContextCompaction,
  ResponseCostDetails,
  ResponseCreatedEvent,
  ResponseCustomGrammarFormat,
  ResponseCustomTextFormat,
  ResponseCustomTool,
  ResponseCustomToolCall,
  ResponseCustomToolCallInputDeltaEvent,
  ResponseCustomToolCallInputDoneEvent,
  ResponseCustomToolCallOutput,
  ResponseCustomToolFormat,
  ResponseDatetimeCall,
  ResponseDebug,
  ResponseDebugEvent,
  ResponseDebugTimings,
  ResponseEncryptedContent,
  ResponseErrorEvent,
  ResponseFailedEvent,
  ResponseFailure,
  ResponseFailureCode,
  ResponseFileCitation,
  ResponseFilePath,
  ResponseFileSearchCall,
  ResponseFileSearchCallCompletedEvent,
  ResponseFileSearchCallInProgressEvent,
  ResponseFileSearchCallSearchingEvent,
  ResponseFileSearchTool,
  ResponseFilesCall,
  ResponseFormat,
  ResponseFunctionCall,
  ResponseFunctionCallArgumentsDeltaEvent,
  ResponseFunctionCallArgumentsDoneEvent,
  ResponseFunctionCallOutput,
  ResponseFunctionTool,
  ResponseFusionAnalysis,
  ResponseFusionAnswer,
  ResponseFusionCall,
  ResponseFusionCallAnalysisCompletedEvent,
  ResponseFusionCallAnalysisInProgressEvent,
  ResponseFusionCallCompletedEvent,
  ResponseFusionCallInProgressEvent,
  ResponseFusionCallPanelAddedEvent,
  ResponseFusionCallPanelCompletedEvent,
  ResponseFusionCallPanelDeltaEvent,
  ResponseFusionCallPanelFailedEvent,
  ResponseFusionCallPanelReasoningDeltaEvent,
  ResponseFusionContradiction,
  ResponseFusionCoverage,
  ResponseFusionFailure,
  ResponseFusionInsight,
  ResponseFusionSource,
  ResponseFusionStance,
  ResponseHealingPlugin,
  ResponseImageGenCallCompletedEvent,
  ResponseImageGenCallGeneratingEvent,
  ResponseImageGenCallInProgressEvent,
  ResponseImageGenCallPartialImageEvent,
  ResponseImageGenerationCall,
  ResponseImageGenerationTool,
  ResponseInProgressEvent,
  ResponseIncludable,
  ResponseIncompleteDetails,
  ResponseIncompleteEvent,
  ResponseInputAudio,
  ResponseInputContent,
  ResponseInputFile,
  ResponseInputImage,
  ResponseInputItem,
  ResponseInputMessage,
  ResponseInputText,
  ResponseInputTokensDetails,
  ResponseInputVideo,
  ResponseItemReference,
  ResponseItemStatus,
  ResponseKeepaliveEvent,
  ResponseLocalShellAction,
  ResponseLocalShellCall,
  ResponseLocalShellCallOutput,
  ResponseLocalShellTool,
  ResponseLogprob,
  ResponseMcpAllowedTools,
  ResponseMcpApproval,
  ResponseMcpApprovalFilter,
  ResponseMcpApprovalRequest,
  ResponseMcpApprovalResponse,
  ResponseMcpCall,
  ResponseMcpCallArgumentsDeltaEvent,
  ResponseMcpCallArgumentsDoneEvent,
  ResponseMcpCallCompletedEvent,
  ResponseMcpCallFailedEvent,
  ResponseMcpCallInProgressEvent,
  ResponseMcpError,
  ResponseMcpErrorOrText,
  ResponseMcpListTools,
  ResponseMcpListToolsCompletedEvent,
  ResponseMcpListToolsFailedEvent,
  ResponseMcpListToolsInProgressEvent,
  ResponseMcpListedTool,
  ResponseMcpTool,
  ResponseMcpToolFilter,
  ResponseMemoryCall,
  ResponseModality,
  ResponseNamespaceMember,
  ResponseNamespaceTool,
  ResponseObject,
  ResponseOutputContent,
  ResponseOutputItem,
  ResponseOutputItemAddedEvent,
  ResponseOutputItemDoneEvent,
  ResponseOutputMessage,
  ResponseOutputRefusal,
  ResponseOutputText,
  ResponseOutputTextAnnotationAddedEvent,
  ResponseOutputTokensDetails,
  ResponsePhase,
  ResponseProgram,
  ResponseProgramOutput,
  ResponseProgrammaticTool,
  ResponsePrompt,
  ResponsePromptVariable,
  ResponseQueuedEvent,
  ResponseReasoning,
  ResponseReasoningOptions,
  ResponseReasoningSummaryPartAddedEvent,
  ResponseReasoningSummaryPartDoneEvent,
  ResponseReasoningSummaryTextDeltaEvent,
  ResponseReasoningSummaryTextDoneEvent,
  ResponseReasoningText,
  ResponseReasoningTextDeltaEvent,
  ResponseReasoningTextDoneEvent,
  ResponseRefusalDeltaEvent,
  ResponseRefusalDoneEvent,
  ResponseSafetyCheck,
  ResponseSearchFilters,
  ResponseSearchModelsCall,
  ResponseServerApplyPatchCall,
  ResponseServerApplyPatchTool,
  ResponseServerCodeInterpreterCall,
  ResponseServerFileSearchCall,
  ResponseServerImageGenerationCall,
  ResponseServerMcpCall,
  ResponseServerShellCall,
  ResponseServerShellTool,
  ResponseServerToolSearchCall,
  ResponseServerToolSearchParameters,
  ResponseServerToolSearchTool,
  ResponseServerWebSearchCall,
  ResponseShellAction,
  ResponseShellCall,
  ResponseShellCallCommandAddedEvent,
  ResponseShellCallCommandDeltaEvent,
  ResponseShellCallCommandDoneEvent,
  ResponseShellCallOutput,
  ResponseShellCallOutputContentDeltaEvent,
  ResponseShellCallOutputContentDoneEvent,
  ResponseShellOutcome,
  ResponseShellOutput,
  ResponseShellOutputDelta,
  ResponseShellTool,
  ResponseShellToolParameters,
  ResponseStatus,
  ResponseStreamEvent,
  ResponseStreamOptions,
  ResponseSubagentCall,
  ResponseSummaryText,
  ResponseTextDeltaEvent,
  ResponseTextDoneEvent,
  ResponseTextEditorCall,
  ResponseTextFormat,
  ResponseTextFormatJsonObject,
  ResponseTextFormatJsonSchema,
  ResponseTextFormatText,
  ResponseTextOptions,
  ResponseTool,
  ResponseToolChoice,
  ResponseToolChoiceTarget,
  ResponseToolSearchCall,
  ResponseToolSearchExecution,
  ResponseToolSearchOutput,
  ResponseToolSearchTool,
  ResponseTopLogprob,
  ResponseUrlCitation,
  ResponseUsage,
  ResponseWebFetchCall,
  ResponseWebSearchAction,
  ResponseWebSearchCall,
  ResponseWebSearchCallCompletedEvent,
  ResponseWebSearchCallInProgressEvent,
  ResponseWebSearchCallSearchingEvent,
  ResponseWebSearchFindInPage,
  ResponseWebSearchOpenPage,
  ResponseWebSearchQuery,
  ResponseWebSearchSource,
  ResponseWebSearchTool,
  ResponsesInput,
  ResponsesRequest,
  RoutingAttempt,
  RoutingMetadata,
  RoutingParameters,
  SafeguardResult,
  SearchContextSize,
  SearchEngine,
  SearchLocation,
  SearchMode,
  SearchModelsTool,
  SearchModelsToolParameters,
  SearchResultBlock,
  ServedModel,
  ServerToolErrorCode,
  ServerToolUse,
  ServerToolUseBlock,
  ServerToolUseBlockParam,
  ServiceTier,
  ShellToolResultBlock,
  SignatureDelta,
  SkillParams,
  SortPreference,
  SourceContent,
  StopAtCost,
  StopAtFinishReason,
  StopAtStepCount,
  StopAtTokens,
  StopAtToolCall,
  StopSequences,
  StopServerToolsCondition,
  StreamOptions,
  SubagentTool,
  SubagentToolParameters,
  SupportedReasoningEffort,
  SupportedToolChoice,
  SwitchyardRouterPlugin,
  SystemMessage,
  SystemMessageOutputConfig,
  TaskBudget,
  TextBlock,
  TextBlockParam,
  TextCitation,
  TextContent,
  TextDelta,
  TextEditorCodeExecutionContent,
  TextEditorCodeExecutionToolResultBlock,
  TextEditorCreateResult,
  TextEditorReplaceResult,
  TextEditorToolResultError,
  TextEditorViewResult,
  TextFormat,
  TextPart,
  ThinkingAdaptive,
  ThinkingBetweenTools,
  ThinkingBlock,
  ThinkingBlockBinding,
  ThinkingConfig,
  ThinkingDelta,
  ThinkingDisabled,
  ThinkingDisplay,
  ThinkingEnabled,
  ThreadContinue,
  ThreadCreate,
  ThroughputCutoffs,
  ThroughputPreference,
  TokenCountContextManagement,
  TokenLogprob,
  ToolAdditionBlock,
  ToolCall,
  ToolCallDelta,
  ToolCaller,
  ToolChange,
  ToolChoice,
  ToolChoiceAny,
  ToolChoiceAuto,
  ToolChoiceMode,
  ToolChoiceNone,
  ToolChoiceTarget,
  ToolChoiceTool,
  ToolEngine,
  ToolMessage,
  ToolReasoning,
  ToolReferenceBlock,
  ToolRemovalBlock,
  ToolResultBlock,
  ToolResultContent,
  ToolResultContentBlock,
  ToolSearchContent,
  ToolSearchResult,
  ToolSearchToolResultBlock,
  ToolSearchToolResultError,
  ToolUseBlock,
  ToolUseBlockParam,
  TopLogprob,
  TopProvider,
  TraceConfig,
  UnknownAdvisorContent,
  UnknownAnnotation,
  UnknownBashCodeExecutionContent,
  UnknownCodeExecutionContent,
  UnknownCodeInterpreterOutput,
  UnknownContentBlock,
  UnknownContentBlockDelta,
  UnknownContentBlockParam,
  UnknownInputContent,
  UnknownInputItem,
  UnknownMessageStreamEvent,
  UnknownNamespaceMember,
  UnknownOutputContent,
  UnknownOutputItem,
  UnknownResponseEvent,
  UnknownResponseTool,
  UnknownTextCitation,
  UnknownTextEditorCodeExecutionContent,
  UnknownToolResultContentBlock,
  UnknownToolSearchContent,
  UnknownWebFetchContent,
  UnknownWebSearchAction,
  UpdateKeyRequest,
  UrlCitation,
  UrlCitationAnnotation,
  UrlSource,
  Usage,
  UsageOptions,
  UserMessage,
  Verbosity,
  VideoPart,
  VideoProcessing,
  VideoUrl,
  WebFetchContent,
  WebFetchDocument,
  WebFetchPlugin,
  WebFetchResult,
  WebFetchSource,
  WebFetchTool,
  WebFetchToolParameters,
  WebFetchToolReference,
  WebFetchToolResultBlock,
  WebFetchToolResultError,
  WebFetchUrlSource,
  WebFetchUrlSources,
  WebPlugin,
  WebSearchOptions,
  WebSearchResultBlock,
  WebSearchShorthand,
  WebSearchTool,
  WebSearchToolParameters,
  WebSearchToolResultBlock,
  WebSearchToolResultContent,
  WebSearchToolResultError,
  WorkloadPerformance,
  XSearch,
} from "./types/index.ts";

/** Every schema of the contract by its name. */
export interface Schemas {
  ActivityItem: ActivityItem;
  ActivityList: ActivityList;
  AdvisorContent: AdvisorContent;
  AdvisorRedactedResult: AdvisorRedactedResult;
  AdvisorResult: AdvisorResult;
  AdvisorTool: AdvisorTool;
  AdvisorToolParameters: AdvisorToolParameters;
  AdvisorToolResultBlock: AdvisorToolResultBlock;
  AdvisorToolResultError: AdvisorToolResultError;
  AliasTarget: AliasTarget;
  AlignmentPlugin: AlignmentPlugin;
  AlignmentResult: AlignmentResult;
  AlignmentRule: AlignmentRule;
  AnalysisIndices: AnalysisIndices;
  Annotation: Annotation;
  ApiKey: ApiKey;
  ApiKeyDetail: ApiKeyDetail;
  ApiKeyList: ApiKeyList;
  AppliedContextEdit: AppliedContextEdit;
  AppliedContextManagement: AppliedContextManagement;
  ArenaRating: ArenaRating;
  ArmorAutoMode: ArmorAutoMode;
  ArmorContext: ArmorContext;
  ArmorEnvironment: ArmorEnvironment;
  ArmorEnvironmentEntry: ArmorEnvironmentEntry;
  ArmorPlugin: ArmorPlugin;
  ArmorRule: ArmorRule;
  ArmorRuleOrText: ArmorRuleOrText;
  AssistantAudio: AssistantAudio;
  AssistantImage: AssistantImage;
  AssistantMessage: AssistantMessage;
  AudioOutput: AudioOutput;
  AudioPart: AudioPart;
  AuthCode: AuthCode;
  AuthCodeRecord: AuthCodeRecord;
  AutoBetaRouterPlugin: AutoBetaRouterPlugin;
  AutoRouterPlugin: AutoRouterPlugin;
  AvailabilityConstraint: AvailabilityConstraint;
  Base64ImageSource: Base64ImageSource;
  Base64PdfSource: Base64PdfSource;
  BashCodeExecutionContent: BashCodeExecutionContent;
  BashCodeExecutionResult: BashCodeExecutionResult;
  BashCodeExecutionToolResultBlock: BashCodeExecutionToolResultBlock;
  BashCodeExecutionToolResultError: BashCodeExecutionToolResultError;
  BashEnvironment: BashEnvironment;
  BashTool: BashTool;
  BashToolParameters: BashToolParameters;
  BashToolResultBlock: BashToolResultBlock;
  BlockCacheControl: BlockCacheControl;
  BrowserStateBlock: BrowserStateBlock;
  BrowserStateChange: BrowserStateChange;
  BrowserTab: BrowserTab;
  CacheControl: CacheControl;
  CacheMissReason: CacheMissReason;
  ChatCompletion: ChatCompletion;
  ChatCompletionChoice: ChatCompletionChoice;
  ChatCompletionChunk: ChatCompletionChunk;
  ChatCompletionMessage: ChatCompletionMessage;
  ChatCompletionRequest: ChatCompletionRequest;
  ChatMessage: ChatMessage;
  ChatTool: ChatTool;
  ChunkChoice: ChunkChoice;
  ChunkDebug: ChunkDebug;
  ChunkDelta: ChunkDelta;
  CitationCharLocation: CitationCharLocation;
  CitationContentBlockLocation: CitationContentBlockLocation;
  CitationPageLocation: CitationPageLocation;
  CitationSearchResultLocation: CitationSearchResultLocation;
  CitationWebSearchResultLocation: CitationWebSearchResultLocation;
  CitationsConfig: CitationsConfig;
  CitationsDelta: CitationsDelta;
  ClearedToolInputs: ClearedToolInputs;
  CodeChallengeMethod: CodeChallengeMethod;
  CodeExecutionContent: CodeExecutionContent;
  CodeExecutionOutput: CodeExecutionOutput;
  CodeExecutionResult: CodeExecutionResult;
  CodeExecutionToolResultBlock: CodeExecutionToolResultBlock;
  CodeExecutionToolResultError: CodeExecutionToolResultError;
  CompactionBlock: CompactionBlock;
  CompactionDelta: CompactionDelta;
  CompletionTokensDetails: CompletionTokensDetails;
  ConfigurationUpdate: ConfigurationUpdate;
  ConsideredEndpoint: ConsideredEndpoint;
  ConsideredEndpoints: ConsideredEndpoints;
  ContainerNetwork: ContainerNetwork;
  ContainerSkill: ContainerSkill;
  ContainerUploadBlock: ContainerUploadBlock;
  ContentBlock: ContentBlock;
  ContentBlockDelta: ContentBlockDelta;
  ContentBlockDeltaEvent: ContentBlockDeltaEvent;
  ContentBlockParam: ContentBlockParam;
  ContentBlockStartEvent: ContentBlockStartEvent;
  ContentBlockStopEvent: ContentBlockStopEvent;
  ContentPart: ContentPart;
  ContentSource: ContentSource;
  ContentSourceBlock: ContentSourceBlock;
  ContextAmount: ContextAmount;
  ContextAmountOrAll: ContextAmountOrAll;
  ContextCompressionPlugin: ContextCompressionPlugin;
  ContextEdit: ContextEdit;
  ContextManagement: ContextManagement;
  CostDetails: CostDetails;
  CostTier: CostTier;
  CreateAuthCodeRequest: CreateAuthCodeRequest;
  CreateKeyRequest: CreateKeyRequest;
  CreatedApiKey: CreatedApiKey;
  CreditTotals: CreditTotals;
  Credits: Credits;
  CurrentKey: CurrentKey;
  CurrentKeyDetail: CurrentKeyDetail;
  DailyRequests: DailyRequests;
  DataRegion: DataRegion;
  DatetimeTool: DatetimeTool;
  DatetimeToolParameters: DatetimeToolParameters;
  DebugOptions: DebugOptions;
  DefaultParameters: DefaultParameters;
  DeferredBm25Search: DeferredBm25Search;
  DeferredCustomSearch: DeferredCustomSearch;
  DeferredRegexSearch: DeferredRegexSearch;
  DeferredToolSearchResultBlock: DeferredToolSearchResultBlock;
  DeferredTools: DeferredTools;
  DeferredToolsSearch: DeferredToolsSearch;
  DeletedApiKey: DeletedApiKey;
  DeveloperMessage: DeveloperMessage;
  DocumentBlock: DocumentBlock;
  DocumentSource: DocumentSource;
  EchoedInstructions: EchoedInstructions;
  EchoedReasoningOptions: EchoedReasoningOptions;
  EchoedTextOptions: EchoedTextOptions;
  EchoedTool: EchoedTool;
  EchoedToolChoice: EchoedToolChoice;
  Embedding: Embedding;
  EmbeddingAudio: EmbeddingAudio;
  EmbeddingFile: EmbeddingFile;
  EmbeddingImage: EmbeddingImage;
  EmbeddingInput: EmbeddingInput;
  EmbeddingInputItem: EmbeddingInputItem;
  EmbeddingInputs: EmbeddingInputs;
  EmbeddingList: EmbeddingList;
  EmbeddingMedia: EmbeddingMedia;
  EmbeddingPart: EmbeddingPart;
  EmbeddingRequest: EmbeddingRequest;
  EmbeddingText: EmbeddingText;
  EmbeddingTokensDetails: EmbeddingTokensDetails;
  EmbeddingUsage: EmbeddingUsage;
  EmbeddingVector: EmbeddingVector;
  EmbeddingVideo: EmbeddingVideo;
  EncryptedCodeExecutionResult: EncryptedCodeExecutionResult;
  Endpoint: Endpoint;
  EndpointList: EndpointList;
  EnforcementMode: EnforcementMode;
  ErrorAvailability: ErrorAvailability;
  ErrorBody: ErrorBody;
  ErrorDetail: ErrorDetail;
  ErrorMetadata: ErrorMetadata;
  ErrorStatusOrName: ErrorStatusOrName;
  ExchangeCodeRequest: ExchangeCodeRequest;
  ExchangedKey: ExchangedKey;
  ExcludedEndpoint: ExcludedEndpoint;
  ExistingContainer: ExistingContainer;
  ExternalUser: ExternalUser;
  FallbackBlock: FallbackBlock;
  FallbackModel: FallbackModel;
  FallbackTrigger: FallbackTrigger;
  FileAnnotation: FileAnnotation;
  FileInput: FileInput;
  FileParserPlugin: FileParserPlugin;
  FilePart: FilePart;
  FileSource: FileSource;
  FilesTool: FilesTool;
  FilesToolParameters: FilesToolParameters;
  FinishReason: FinishReason;
  FunctionCall: FunctionCall;
  FunctionCallDelta: FunctionCallDelta;
  FunctionDefinition: FunctionDefinition;
  FunctionTool: FunctionTool;
  FusionPlugin: FusionPlugin;
  FusionTool: FusionTool;
  FusionToolParameters: FusionToolParameters;
  Generation: Generation;
  GenerationAttemptFailure: GenerationAttemptFailure;
  GenerationContent: GenerationContent;
  GenerationContentDetail: GenerationContentDetail;
  GenerationDetail: GenerationDetail;
  GenerationFailure: GenerationFailure;
  GenerationInput: GenerationInput;
  GenerationOutput: GenerationOutput;
  GrammarFormat: GrammarFormat;
  ImageBlock: ImageBlock;
  ImageDetail: ImageDetail;
  ImageGenerationTool: ImageGenerationTool;
  ImageGenerationToolParameters: ImageGenerationToolParameters;
  ImagePart: ImagePart;
  ImageReference: ImageReference;
  ImageSource: ImageSource;
  ImageTransformations: ImageTransformations;
  ImageUrl: ImageUrl;
  InputAudio: InputAudio;
  InputJsonDelta: InputJsonDelta;
  InputTransformation: InputTransformation;
  JevRouterPlugin: JevRouterPlugin;
  JsonObjectFormat: JsonObjectFormat;
  JsonOutputFormat: JsonOutputFormat;
  JsonSchemaFormat: JsonSchemaFormat;
  KeyBudget: KeyBudget;
  LatencyCutoffs: LatencyCutoffs;
  LatencyPreference: LatencyPreference;
  LegacyRateLimit: LegacyRateLimit;
  LegacyVideoPart: LegacyVideoPart;
  LimitReset: LimitReset;
  LimitResetParam: LimitResetParam;
  Logprobs: Logprobs;
  MaxPrice: MaxPrice;
  MaxPriceValue: MaxPriceValue;
  McpServer: McpServer;
  McpServerToolConfiguration: McpServerToolConfiguration;
  McpTextBlock: McpTextBlock;
  McpTool: McpTool;
  McpToolConfig: McpToolConfig;
  McpToolListingBlock: McpToolListingBlock;
  McpToolResultBlock: McpToolResultBlock;
  McpToolResultContent: McpToolResultContent;
  McpToolUseBlock: McpToolUseBlock;
  MessageContent: MessageContent;
  MessageDelta: MessageDelta;
  MessageDeltaEvent: MessageDeltaEvent;
  MessageDeltaUsage: MessageDeltaUsage;
  MessageErrorEvent: MessageErrorEvent;
  MessagePingEvent: MessagePingEvent;
  MessageStartEvent: MessageStartEvent;
  MessageStopEvent: MessageStopEvent;
  MessageStreamEvent: MessageStreamEvent;
  MessageThread: MessageThread;
  MessagesAdvisorTool: MessagesAdvisorTool;
  MessagesAssistantMessage: MessagesAssistantMessage;
  MessagesBashTool: MessagesBashTool;
  MessagesCacheCreation: MessagesCacheCreation;
  MessagesCodeExecutionTool: MessagesCodeExecutionTool;
  MessagesComputerTool: MessagesComputerTool;
  MessagesContainer: MessagesContainer;
  MessagesContainerOrId: MessagesContainerOrId;
  MessagesContainerParams: MessagesContainerParams;
  MessagesContent: MessagesContent;
  MessagesCountTokensRequest: MessagesCountTokensRequest;
  MessagesCustomTool: MessagesCustomTool;
  MessagesDiagnostics: MessagesDiagnostics;
  MessagesDiagnosticsParams: MessagesDiagnosticsParams;
  MessagesEffort: MessagesEffort;
  MessagesError: MessagesError;
  MessagesErrorBody: MessagesErrorBody;
  MessagesErrorDetails: MessagesErrorDetails;
  MessagesFallback: MessagesFallback;
  MessagesMcpToolset: MessagesMcpToolset;
  MessagesMemoryTool: MessagesMemoryTool;
  MessagesMessage: MessagesMessage;
  MessagesMetadata: MessagesMetadata;
  MessagesOutputTokensDetails: MessagesOutputTokensDetails;
  MessagesRequest: MessagesRequest;
  MessagesResponse: MessagesResponse;
  MessagesSafeguard: MessagesSafeguard;
  MessagesServerToolUse: MessagesServerToolUse;
  MessagesStopDetails: MessagesStopDetails;
  MessagesStopReason: MessagesStopReason;
  MessagesSystemMessage: MessagesSystemMessage;
  MessagesSystemPrompt: MessagesSystemPrompt;
  MessagesTextEditorTool: MessagesTextEditorTool;
  MessagesTokenCount: MessagesTokenCount;
  MessagesTool: MessagesTool;
  MessagesToolChoice: MessagesToolChoice;
  MessagesToolSearchTool: MessagesToolSearchTool;
  MessagesToolset: MessagesToolset;
  MessagesUnknownTool: MessagesUnknownTool;
  MessagesUsage: MessagesUsage;
  MessagesUsageIteration: MessagesUsageIteration;
  MessagesUserLocation: MessagesUserLocation;
  MessagesUserMessage: MessagesUserMessage;
  MessagesWebFetchTool: MessagesWebFetchTool;
  MessagesWebSearchTool: MessagesWebSearchTool;
  Model: Model;
  ModelArchitecture: ModelArchitecture;
  ModelBenchmarks: ModelBenchmarks;
  ModelCount: ModelCount;
  ModelDetail: ModelDetail;
  ModelEndpoints: ModelEndpoints;
  ModelLinks: ModelLinks;
  ModelList: ModelList;
  ModelReasoning: ModelReasoning;
  ModelTotal: ModelTotal;
  ModerationPlugin: ModerationPlugin;
  NamedFunction: NamedFunction;
  NamedJsonSchema: NamedJsonSchema;
  NestedTool: NestedTool;
  NetworkAllowlist: NetworkAllowlist;
  NetworkDisabled: NetworkDisabled;
  NewContainer: NewContainer;
  OutputConfig: OutputConfig;
  PageLinks: PageLinks;
  ParameterName: ParameterName;
  ParetoRouterPlugin: ParetoRouterPlugin;
  ParsedFile: ParsedFile;
  ParsedImage: ParsedImage;
  ParsedPart: ParsedPart;
  ParsedText: ParsedText;
  PdfOptions: PdfOptions;
  PerRequestLimits: PerRequestLimits;
  Percentiles: Percentiles;
  PipelineStage: PipelineStage;
  PlainTextSource: PlainTextSource;
  Plugin: Plugin;
  Prediction: Prediction;
  PreviousError: PreviousError;
  Pricing: Pricing;
  PricingOverride: PricingOverride;
  PromptCacheBreakpoint: PromptCacheBreakpoint;
  PromptCacheOptions: PromptCacheOptions;
  PromptTokensDetails: PromptTokensDetails;
  Provider: Provider;
  ProviderList: ProviderList;
  ProviderPreferences: ProviderPreferences;
  ProviderResponse: ProviderResponse;
  ProviderSort: ProviderSort;
  ProviderSortKey: ProviderSortKey;
  PythonFormat: PythonFormat;
  RankedDocument: RankedDocument;
  Ranking: Ranking;
  ReasoningContext: ReasoningContext;
  ReasoningDetail: ReasoningDetail;
  ReasoningEffort: ReasoningEffort;
  ReasoningEncrypted: ReasoningEncrypted;
  ReasoningFormat: ReasoningFormat;
  ReasoningMode: ReasoningMode;
  ReasoningOptions: ReasoningOptions;
  ReasoningServerToolCall: ReasoningServerToolCall;
  ReasoningSummary: ReasoningSummary;
  ReasoningSummaryLevel: ReasoningSummaryLevel;
  ReasoningText: ReasoningText;
  ReasoningUpdate: ReasoningUpdate;
  RedactedThinkingBlock: RedactedThinkingBlock;
  RefusalPart: RefusalPart;
  RequestIssue: RequestIssue;
  RerankDocument: RerankDocument;
  RerankDocumentOrText: RerankDocumentOrText;
  RerankRequest: RerankRequest;
  RerankUsage: RerankUsage;
  ResponseAdditionalTools: ResponseAdditionalTools;
  ResponseAdvisorCall: ResponseAdvisorCall;
  ResponseAgentMessage: ResponseAgentMessage;
  ResponseAnnotation: ResponseAnnotation;
  ResponseApplyPatchCall: ResponseApplyPatchCall;
  ResponseApplyPatchCallOperationDiffDeltaEvent: ResponseApplyPatchCallOperationDiffDeltaEvent;
  ResponseApplyPatchCallOperationDiffDoneEvent: ResponseApplyPatchCallOperationDiffDoneEvent;
  ResponseApplyPatchCallOutput: ResponseApplyPatchCallOutput;
  ResponseApplyPatchOperation: ResponseApplyPatchOperation;
  ResponseApplyPatchTool: ResponseApplyPatchTool;
  ResponseApplyPatchToolParameters: ResponseApplyPatchToolParameters;
  ResponseAudioDeltaEvent: ResponseAudioDeltaEvent;
  ResponseAudioDoneEvent: ResponseAudioDoneEvent;
  ResponseAudioTranscriptDeltaEvent: ResponseAudioTranscriptDeltaEvent;
  ResponseAudioTranscriptDoneEvent: ResponseAudioTranscriptDoneEvent;
  ResponseAutoContainer: ResponseAutoContainer;
  ResponseBashCall: ResponseBashCall;
  ResponseBrowserUseCall: ResponseBrowserUseCall;
  ResponseCodeInterpreterCall: ResponseCodeInterpreterCall;
  ResponseCodeInterpreterCallCodeDeltaEvent: ResponseCodeInterpreterCallCodeDeltaEvent;
  ResponseCodeInterpreterCallCodeDoneEvent: ResponseCodeInterpreterCallCodeDoneEvent;
  ResponseCodeInterpreterCallCompletedEvent: ResponseCodeInterpreterCallCompletedEvent;
  ResponseCodeInterpreterCallInProgressEvent: ResponseCodeInterpreterCallInProgressEvent;
  ResponseCodeInterpreterCallInterpretingEvent: ResponseCodeInterpreterCallInterpretingEvent;
  ResponseCodeInterpreterContainer: ResponseCodeInterpreterContainer;
  ResponseCodeInterpreterFile: ResponseCodeInterpreterFile;
  ResponseCodeInterpreterImage: ResponseCodeInterpreterImage;
  ResponseCodeInterpreterLogs: ResponseCodeInterpreterLogs;
  ResponseCodeInterpreterOutput: ResponseCodeInterpreterOutput;
  ResponseCodeInterpreterTool: ResponseCodeInterpreterTool;
  ResponseCompaction: ResponseCompaction;
  ResponseCompactionCompactingEvent: ResponseCompactionCompactingEvent;
  ResponseCompactionTrigger: ResponseCompactionTrigger;
  ResponseCompletedEvent: ResponseCompletedEvent;
  ResponseComputerCall: ResponseComputerCall;
  ResponseComputerCallOutput: ResponseComputerCallOutput;
  ResponseComputerTool: ResponseComputerTool;
  ResponseComputerUseTool: ResponseComputerUseTool;
  ResponseConfigurationUpdate: ResponseConfigurationUpdate;
  ResponseContainerFileCitation: ResponseContainerFileCitation;
  ResponseContent: ResponseContent;
  ResponseContentPartAddedEvent: ResponseContentPartAddedEvent;
  ResponseContentPartDoneEvent: ResponseContentPartDoneEvent;
  ResponseContextCompaction: ResponseContextCompaction;
  ResponseCostDetails: ResponseCostDetails;
  ResponseCreatedEvent: ResponseCreatedEvent;
  ResponseCustomGrammarFormat: ResponseCustomGrammarFormat;
  ResponseCustomTextFormat: ResponseCustomTextFormat;
  ResponseCustomTool: ResponseCustomTool;
  ResponseCustomToolCall: ResponseCustomToolCall;
  ResponseCustomToolCallInputDeltaEvent: ResponseCustomToolCallInputDeltaEvent;
  ResponseCustomToolCallInputDoneEvent: ResponseCustomToolCallInputDoneEvent;
  ResponseCustomToolCallOutput: ResponseCustomToolCallOutput;
  ResponseCustomToolFormat: ResponseCustomToolFormat;
  ResponseDatetimeCall: ResponseDatetimeCall;
  ResponseDebug: ResponseDebug;
  ResponseDebugEvent: ResponseDebugEvent;
  ResponseDebugTimings: ResponseDebugTimings;
  ResponseEncryptedContent: ResponseEncryptedContent;
  ResponseErrorEvent: ResponseErrorEvent;
  ResponseFailedEvent: ResponseFailedEvent;
  ResponseFailure: ResponseFailure;
  ResponseFailureCode: ResponseFailureCode;
  ResponseFileCitation: ResponseFileCitation;
  ResponseFilePath: ResponseFilePath;
  ResponseFileSearchCall: ResponseFileSearchCall;
  ResponseFileSearchCallCompletedEvent: ResponseFileSearchCallCompletedEvent;
  ResponseFileSearchCallInProgressEvent: ResponseFileSearchCallInProgressEvent;
  ResponseFileSearchCallSearchingEvent: ResponseFileSearchCallSearchingEvent;
  ResponseFileSearchTool: ResponseFileSearchTool;
  ResponseFilesCall: ResponseFilesCall;
  ResponseFormat: ResponseFormat;
  ResponseFunctionCall: ResponseFunctionCall;
  ResponseFunctionCallArgumentsDeltaEvent: ResponseFunctionCallArgumentsDeltaEvent;
  ResponseFunctionCallArgumentsDoneEvent: ResponseFunctionCallArgumentsDoneEvent;
  ResponseFunctionCallOutput: ResponseFunctionCallOutput;
  ResponseFunctionTool: ResponseFunctionTool;
  ResponseFusionAnalysis: ResponseFusionAnalysis;
  ResponseFusionAnswer: ResponseFusionAnswer;
  ResponseFusionCall: ResponseFusionCall;
  ResponseFusionCallAnalysisCompletedEvent: ResponseFusionCallAnalysisCompletedEvent;
  ResponseFusionCallAnalysisInProgressEvent: ResponseFusionCallAnalysisInProgressEvent;
  ResponseFusionCallCompletedEvent: ResponseFusionCallCompletedEvent;
  ResponseFusionCallInProgressEvent: ResponseFusionCallInProgressEvent;
  ResponseFusionCallPanelAddedEvent: ResponseFusionCallPanelAddedEvent;
  ResponseFusionCallPanelCompletedEvent: ResponseFusionCallPanelCompletedEvent;
  ResponseFusionCallPanelDeltaEvent: ResponseFusionCallPanelDeltaEvent;
  ResponseFusionCallPanelFailedEvent: ResponseFusionCallPanelFailedEvent;
  ResponseFusionCallPanelReasoningDeltaEvent: ResponseFusionCallPanelReasoningDeltaEvent;
  ResponseFusionContradiction: ResponseFusionContradiction;
  ResponseFusionCoverage: ResponseFusionCoverage;
  ResponseFusionFailure: ResponseFusionFailure;
  ResponseFusionInsight: ResponseFusionInsight;
  ResponseFusionSource: ResponseFusionSource;
  ResponseFusionStance: ResponseFusionStance;
  ResponseHealingPlugin: ResponseHealingPlugin;
  ResponseImageGenCallCompletedEvent: ResponseImageGenCallCompletedEvent;
  ResponseImageGenCallGeneratingEvent: ResponseImageGenCallGeneratingEvent;
  ResponseImageGenCallInProgressEvent: ResponseImageGenCallInProgressEvent;
  ResponseImageGenCallPartialImageEvent: ResponseImageGenCallPartialImageEvent;
  ResponseImageGenerationCall: ResponseImageGenerationCall;
  ResponseImageGenerationTool: ResponseImageGenerationTool;
  ResponseInProgressEvent: ResponseInProgressEvent;
  ResponseIncludable: ResponseIncludable;
  ResponseIncompleteDetails: ResponseIncompleteDetails;
  ResponseIncompleteEvent: ResponseIncompleteEvent;
  ResponseInputAudio: ResponseInputAudio;
  ResponseInputContent: ResponseInputContent;
  ResponseInputFile: ResponseInputFile;
  ResponseInputImage: ResponseInputImage;
  ResponseInputItem: ResponseInputItem;
  ResponseInputMessage: ResponseInputMessage;
  ResponseInputText: ResponseInputText;
  ResponseInputTokensDetails: ResponseInputTokensDetails;
  ResponseInputVideo: ResponseInputVideo;
  ResponseItemReference: ResponseItemReference;
  ResponseItemStatus: ResponseItemStatus;
  ResponseKeepaliveEvent: ResponseKeepaliveEvent;
  ResponseLocalShellAction: ResponseLocalShellAction;
  ResponseLocalShellCall: ResponseLocalShellCall;
  ResponseLocalShellCallOutput: ResponseLocalShellCallOutput;
  ResponseLocalShellTool: ResponseLocalShellTool;
  ResponseLogprob: ResponseLogprob;
  ResponseMcpAllowedTools: ResponseMcpAllowedTools;
  ResponseMcpApproval: ResponseMcpApproval;
  ResponseMcpApprovalFilter: ResponseMcpApprovalFilter;
  ResponseMcpApprovalRequest: ResponseMcpApprovalRequest;
  ResponseMcpApprovalResponse: ResponseMcpApprovalResponse;
  ResponseMcpCall: ResponseMcpCall;
  ResponseMcpCallArgumentsDeltaEvent: ResponseMcpCallArgumentsDeltaEvent;
  ResponseMcpCallArgumentsDoneEvent: ResponseMcpCallArgumentsDoneEvent;
  ResponseMcpCallCompletedEvent: ResponseMcpCallCompletedEvent;
  ResponseMcpCallFailedEvent: ResponseMcpCallFailedEvent;
  ResponseMcpCallInProgressEvent: ResponseMcpCallInProgressEvent;
  ResponseMcpError: ResponseMcpError;
  ResponseMcpErrorOrText: ResponseMcpErrorOrText;
  ResponseMcpListTools: ResponseMcpListTools;
  ResponseMcpListToolsCompletedEvent: ResponseMcpListToolsCompletedEvent;
  ResponseMcpListToolsFailedEvent: ResponseMcpListToolsFailedEvent;
  ResponseMcpListToolsInProgressEvent: ResponseMcpListToolsInProgressEvent;
  ResponseMcpListedTool: ResponseMcpListedTool;
  ResponseMcpTool: ResponseMcpTool;
  ResponseMcpToolFilter: ResponseMcpToolFilter;
  ResponseMemoryCall: ResponseMemoryCall;
  ResponseModality: ResponseModality;
  ResponseNamespaceMember: ResponseNamespaceMember;
  ResponseNamespaceTool: ResponseNamespaceTool;
  ResponseObject: ResponseObject;
  ResponseOutputContent: ResponseOutputContent;
  ResponseOutputItem: ResponseOutputItem;
  ResponseOutputItemAddedEvent: ResponseOutputItemAddedEvent;
  ResponseOutputItemDoneEvent: ResponseOutputItemDoneEvent;
  ResponseOutputMessage: ResponseOutputMessage;
  ResponseOutputRefusal: ResponseOutputRefusal;
  ResponseOutputText: ResponseOutputText;
  ResponseOutputTextAnnotationAddedEvent: ResponseOutputTextAnnotationAddedEvent;
  ResponseOutputTokensDetails: ResponseOutputTokensDetails;
  ResponsePhase: ResponsePhase;
  ResponseProgram: ResponseProgram;
  ResponseProgramOutput: ResponseProgramOutput;
  ResponseProgrammaticTool: ResponseProgrammaticTool;
  ResponsePrompt: ResponsePrompt;
  ResponsePromptVariable: ResponsePromptVariable;
  ResponseQueuedEvent: ResponseQueuedEvent;
  ResponseReasoning: ResponseReasoning;
  ResponseReasoningOptions: ResponseReasoningOptions;
  ResponseReasoningSummaryPartAddedEvent: ResponseReasoningSummaryPartAddedEvent;
  ResponseReasoningSummaryPartDoneEvent: ResponseReasoningSummaryPartDoneEvent;
  ResponseReasoningSummaryTextDeltaEvent: ResponseReasoningSummaryTextDeltaEvent;
  ResponseReasoningSummaryTextDoneEvent: ResponseReasoningSummaryTextDoneEvent;
  ResponseReasoningText: ResponseReasoningText;
  ResponseReasoningTextDeltaEvent: ResponseReasoningTextDeltaEvent;
  ResponseReasoningTextDoneEvent: ResponseReasoningTextDoneEvent;
  ResponseRefusalDeltaEvent: ResponseRefusalDeltaEvent;
  ResponseRefusalDoneEvent: ResponseRefusalDoneEvent;
  ResponseSafetyCheck: ResponseSafetyCheck;
  ResponseSearchFilters: ResponseSearchFilters;
  ResponseSearchModelsCall: ResponseSearchModelsCall;
  ResponseServerApplyPatchCall: ResponseServerApplyPatchCall;
  ResponseServerApplyPatchTool: ResponseServerApplyPatchTool;
  ResponseServerCodeInterpreterCall: ResponseServerCodeInterpreterCall;
  ResponseServerFileSearchCall: ResponseServerFileSearchCall;
  ResponseServerImageGenerationCall: ResponseServerImageGenerationCall;
  ResponseServerMcpCall: ResponseServerMcpCall;
  ResponseServerShellCall: ResponseServerShellCall;
  ResponseServerShellTool: ResponseServerShellTool;
  ResponseServerToolSearchCall: ResponseServerToolSearchCall;
  ResponseServerToolSearchParameters: ResponseServerToolSearchParameters;
  ResponseServerToolSearchTool: ResponseServerToolSearchTool;
  ResponseServerWebSearchCall: ResponseServerWebSearchCall;
  ResponseShellAction: ResponseShellAction;
  ResponseShellCall: ResponseShellCall;
  ResponseShellCallCommandAddedEvent: ResponseShellCallCommandAddedEvent;
  ResponseShellCallCommandDeltaEvent: ResponseShellCallCommandDeltaEvent;
  ResponseShellCallCommandDoneEvent: ResponseShellCallCommandDoneEvent;
  ResponseShellCallOutput: ResponseShellCallOutput;
  ResponseShellCallOutputContentDeltaEvent: ResponseShellCallOutputContentDeltaEvent;
  ResponseShellCallOutputContentDoneEvent: ResponseShellCallOutputContentDoneEvent;
  ResponseShellOutcome: ResponseShellOutcome;
  ResponseShellOutput: ResponseShellOutput;
  ResponseShellOutputDelta: ResponseShellOutputDelta;
  ResponseShellTool: ResponseShellTool;
  ResponseShellToolParameters: ResponseShellToolParameters;
  ResponseStatus: ResponseStatus;
  ResponseStreamEvent: ResponseStreamEvent;
  ResponseStreamOptions: ResponseStreamOptions;
  ResponseSubagentCall: ResponseSubagentCall;
  ResponseSummaryText: ResponseSummaryText;
  ResponseTextDeltaEvent: ResponseTextDeltaEvent;
  ResponseTextDoneEvent: ResponseTextDoneEvent;
  ResponseTextEditorCall: ResponseTextEditorCall;
  ResponseTextFormat: ResponseTextFormat;
  ResponseTextFormatJsonObject: ResponseTextFormatJsonObject;
  ResponseTextFormatJsonSchema: ResponseTextFormatJsonSchema;
  ResponseTextFormatText: ResponseTextFormatText;
  ResponseTextOptions: ResponseTextOptions;
  ResponseTool: ResponseTool;
  ResponseToolChoice: ResponseToolChoice;
  ResponseToolChoiceTarget: ResponseToolChoiceTarget;
  ResponseToolSearchCall: ResponseToolSearchCall;
  ResponseToolSearchExecution: ResponseToolSearchExecution;
  ResponseToolSearchOutput: ResponseToolSearchOutput;
  ResponseToolSearchTool: ResponseToolSearchTool;
  ResponseTopLogprob: ResponseTopLogprob;
  ResponseUrlCitation: ResponseUrlCitation;
  ResponseUsage: ResponseUsage;
  ResponseWebFetchCall: ResponseWebFetchCall;
  ResponseWebSearchAction: ResponseWebSearchAction;
  ResponseWebSearchCall: ResponseWebSearchCall;
  ResponseWebSearchCallCompletedEvent: ResponseWebSearchCallCompletedEvent;
  ResponseWebSearchCallInProgressEvent: ResponseWebSearchCallInProgressEvent;
  ResponseWebSearchCallSearchingEvent: ResponseWebSearchCallSearchingEvent;
  ResponseWebSearchFindInPage: ResponseWebSearchFindInPage;
  ResponseWebSearchOpenPage: ResponseWebSearchOpenPage;
  ResponseWebSearchQuery: ResponseWebSearchQuery;
  ResponseWebSearchSource: ResponseWebSearchSource;
  ResponseWebSearchTool: ResponseWebSearchTool;
  ResponsesInput: ResponsesInput;
  ResponsesRequest: ResponsesRequest;
  RoutingAttempt: RoutingAttempt;
  RoutingMetadata: RoutingMetadata;
  RoutingParameters: RoutingParameters;
  SafeguardResult: SafeguardResult;
  SearchContextSize: SearchContextSize;
  SearchEngine: SearchEngine;
  SearchLocation: SearchLocation;
  SearchMode: SearchMode;
  SearchModelsTool: SearchModelsTool;
  SearchModelsToolParameters: SearchModelsToolParameters;
  SearchResultBlock: SearchResultBlock;
  ServedModel: ServedModel;
  ServerToolErrorCode: ServerToolErrorCode;
  ServerToolUse: ServerToolUse;
  ServerToolUseBlock: ServerToolUseBlock;
  ServerToolUseBlockParam: ServerToolUseBlockParam;
  ServiceTier: ServiceTier;
  ShellToolResultBlock: ShellToolResultBlock;
  SignatureDelta: SignatureDelta;
  SkillParams: SkillParams;
  SortPreference: SortPreference;
  SourceContent: SourceContent;
  StopAtCost: StopAtCost;
  StopAtFinishReason: StopAtFinishReason;
  StopAtStepCount: StopAtStepCount;
  StopAtTokens: StopAtTokens;
  StopAtToolCall: StopAtToolCall;
  StopSequences: StopSequences;
  StopServerToolsCondition: StopServerToolsCondition;
  StreamOptions: StreamOptions;
  SubagentTool: SubagentTool;
  SubagentToolParameters: SubagentToolParameters;
  SupportedReasoningEffort: SupportedReasoningEffort;
  SupportedToolChoice: SupportedToolChoice;
  SwitchyardRouterPlugin: SwitchyardRouterPlugin;
  SystemMessage: SystemMessage;
  SystemMessageOutputConfig: SystemMessageOutputConfig;
  TaskBudget: TaskBudget;
  TextBlock: TextBlock;
  TextBlockParam: TextBlockParam;
  TextCitation: TextCitation;
  TextContent: TextContent;
  TextDelta: TextDelta;
  TextEditorCodeExecutionContent: TextEditorCodeExecutionContent;
  TextEditorCodeExecutionToolResultBlock: TextEditorCodeExecutionToolResultBlock;
  TextEditorCreateResult: TextEditorCreateResult;
  TextEditorReplaceResult: TextEditorReplaceResult;
  TextEditorToolResultError: TextEditorToolResultError;
  TextEditorViewResult: TextEditorViewResult;
  TextFormat: TextFormat;
  TextPart: TextPart;
  ThinkingAdaptive: ThinkingAdaptive;
  ThinkingBetweenTools: ThinkingBetweenTools;
  ThinkingBlock: ThinkingBlock;
  ThinkingBlockBinding: ThinkingBlockBinding;
  ThinkingConfig: ThinkingConfig;
  ThinkingDelta: ThinkingDelta;
  ThinkingDisabled: ThinkingDisabled;
  ThinkingDisplay: ThinkingDisplay;
  ThinkingEnabled: ThinkingEnabled;
  ThreadContinue: ThreadContinue;
  ThreadCreate: ThreadCreate;
  ThroughputCutoffs: ThroughputCutoffs;
  ThroughputPreference: ThroughputPreference;
  TokenCountContextManagement: TokenCountContextManagement;
  TokenLogprob: TokenLogprob;
  ToolAdditionBlock: ToolAdditionBlock;
  ToolCall: ToolCall;
  ToolCallDelta: ToolCallDelta;
  ToolCaller: ToolCaller;
  ToolChange: ToolChange;
  ToolChoice: ToolChoice;
  ToolChoiceAny: ToolChoiceAny;
  ToolChoiceAuto: ToolChoiceAuto;
  ToolChoiceMode: ToolChoiceMode;
  ToolChoiceNone: ToolChoiceNone;
  ToolChoiceTarget: ToolChoiceTarget;
  ToolChoiceTool: ToolChoiceTool;
  ToolEngine: ToolEngine;
  ToolMessage: ToolMessage;
  ToolReasoning: ToolReasoning;
  ToolReferenceBlock: ToolReferenceBlock;
  ToolRemovalBlock: ToolRemovalBlock;
  ToolResultBlock: ToolResultBlock;
  ToolResultContent: ToolResultContent;
  ToolResultContentBlock: ToolResultContentBlock;
  ToolSearchContent: ToolSearchContent;
  ToolSearchResult: ToolSearchResult;
  ToolSearchToolResultBlock: ToolSearchToolResultBlock;
  ToolSearchToolResultError: ToolSearchToolResultError;
  ToolUseBlock: ToolUseBlock;
  ToolUseBlockParam: ToolUseBlockParam;
  TopLogprob: TopLogprob;
  TopProvider: TopProvider;
  TraceConfig: TraceConfig;
  UnknownAdvisorContent: UnknownAdvisorContent;
  UnknownAnnotation: UnknownAnnotation;
  UnknownBashCodeExecutionContent: UnknownBashCodeExecutionContent;
  UnknownCodeExecutionContent: UnknownCodeExecutionContent;
  UnknownCodeInterpreterOutput: UnknownCodeInterpreterOutput;
  UnknownContentBlock: UnknownContentBlock;
  UnknownContentBlockDelta: UnknownContentBlockDelta;
  UnknownContentBlockParam: UnknownContentBlockParam;
  UnknownInputContent: UnknownInputContent;
  UnknownInputItem: UnknownInputItem;
  UnknownMessageStreamEvent: UnknownMessageStreamEvent;
  UnknownNamespaceMember: UnknownNamespaceMember;
  UnknownOutputContent: UnknownOutputContent;
  UnknownOutputItem: UnknownOutputItem;
  UnknownResponseEvent: UnknownResponseEvent;
  UnknownResponseTool: UnknownResponseTool;
  UnknownTextCitation: UnknownTextCitation;
  UnknownTextEditorCodeExecutionContent: UnknownTextEditorCodeExecutionContent;
  UnknownToolResultContentBlock: UnknownToolResultContentBlock;
  UnknownToolSearchContent: UnknownToolSearchContent;
  UnknownWebFetchContent: UnknownWebFetchContent;
  UnknownWebSearchAction: UnknownWebSearchAction;
  UpdateKeyRequest: UpdateKeyRequest;
  UrlCitation: UrlCitation;
  UrlCitationAnnotation: UrlCitationAnnotation;
  UrlSource: UrlSource;
  Usage: Usage;
  UsageOptions: UsageOptions;
  UserMessage: UserMessage;
  Verbosity: Verbosity;
  VideoPart: VideoPart;
  VideoProcessing: VideoProcessing;
  VideoUrl: VideoUrl;
  WebFetchContent: WebFetchContent;
  WebFetchDocument: WebFetchDocument;
  WebFetchPlugin: WebFetchPlugin;
  WebFetchResult: WebFetchResult;
  WebFetchSource: WebFetchSource;
  WebFetchTool: WebFetchTool;
  WebFetchToolParameters: WebFetchToolParameters;
  WebFetchToolReference: WebFetchToolReference;
  WebFetchToolResultBlock: WebFetchToolResultBlock;
  WebFetchToolResultError: WebFetchToolResultError;
  WebFetchUrlSource: WebFetchUrlSource;
  WebFetchUrlSources: WebFetchUrlSources;
  WebPlugin: WebPlugin;
  WebSearchOptions: WebSearchOptions;
  WebSearchResultBlock: WebSearchResultBlock;
  WebSearchShorthand: WebSearchShorthand;
  WebSearchTool: WebSearchTool;
  WebSearchToolParameters: WebSearchToolParameters;
  WebSearchToolResultBlock: WebSearchToolResultBlock;
  WebSearchToolResultContent: WebSearchToolResultContent;
  WebSearchToolResultError: WebSearchToolResultError;
  WorkloadPerformance: WorkloadPerformance;
  XSearch: XSearch;
}

/** Schema of responses → the schema of requests that accepts its values (`x-sent-back-as`). */
export interface SentBackAs {
  ChatCompletionMessage: "AssistantMessage";
  ContentBlock: "ContentBlockParam";
  ResponseOutputContent: "ResponseInputContent";
  ResponseOutputItem: "ResponseInputItem";
  ResponseOutputMessage: "ResponseInputMessage";
  ServerToolUseBlock: "ServerToolUseBlockParam";
  TextBlock: "TextBlockParam";
  ToolUseBlock: "ToolUseBlockParam";
  UnknownContentBlock: "UnknownContentBlockParam";
  UnknownOutputContent: "UnknownInputContent";
  UnknownOutputItem: "UnknownInputItem";
}
