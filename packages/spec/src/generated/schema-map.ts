// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type {
  ActivityItem,
  ActivityList,
  AdvisorTool,
  AdvisorToolParameters,
  AliasTarget,
  AnalysisIndices,
  Annotation,
  ApiKey,
  ApiKeyDetail,
  ApiKeyList,
  ArenaRating,
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
  BashEnvironment,
  BashTool,
  BashToolParameters,
  CacheControl,
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
  CompletionTokensDetails,
  ConfigurationUpdate,
  ConsideredEndpoint,
  ConsideredEndpoints,
  ContainerNetwork,
  ContentPart,
  ContextCompressionPlugin,
  CostDetails,
  CreateAuthCodeRequest,
  CreateKeyRequest,
  CreatedApiKey,
  CreditTotals,
  Credits,
  CurrentKey,
  CurrentKeyDetail,
  DailyRequests,
  DatetimeTool,
  DatetimeToolParameters,
  DebugOptions,
  DefaultParameters,
  DeletedApiKey,
  DeveloperMessage,
  EchoedReasoningOptions,
  EchoedTextOptions,
  EchoedTool,
  Embedding,
  EmbeddingAudio,
  EmbeddingFile,
  EmbeddingImage,
  EmbeddingInput,
  EmbeddingList,
  EmbeddingMedia,
  EmbeddingPart,
  EmbeddingRequest,
  EmbeddingText,
  EmbeddingUsage,
  EmbeddingVideo,
  Endpoint,
  EndpointList,
  ErrorAvailability,
  ErrorBody,
  ErrorDetail,
  ErrorMetadata,
  ExchangeCodeRequest,
  ExchangedKey,
  ExcludedEndpoint,
  ExistingContainer,
  ExternalUser,
  FileAnnotation,
  FileInput,
  FileParserPlugin,
  FilePart,
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
  ImageGenerationTool,
  ImageGenerationToolParameters,
  ImagePart,
  ImageReference,
  ImageUrl,
  InputAudio,
  JsonObjectFormat,
  JsonSchemaFormat,
  LatencyCutoffs,
  LegacyRateLimit,
  LegacyVideoPart,
  Logprobs,
  MaxPrice,
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
  ReasoningDetail,
  ReasoningEffort,
  ReasoningEncrypted,
  ReasoningFormat,
  ReasoningOptions,
  ReasoningServerToolCall,
  ReasoningSummary,
  ReasoningText,
  ReasoningUpdate,
  RefusalPart,
  RequestIssue,
  RerankDocument,
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
  ResponseAutoContainer,
  ResponseBashCall,
  ResponseBrowserUseCall,
  ResponseCodeInterpreterCall,
  ResponseCodeInterpreterCallCodeDeltaEvent,
  ResponseCodeInterpreterCallCodeDoneEvent,
  ResponseCodeInterpreterCallCompletedEvent,
  ResponseCodeInterpreterCallInProgressEvent,
  ResponseCodeInterpreterCallInterpretingEvent,
  ResponseCodeInterpreterFile,
  ResponseCodeInterpreterImage,
  ResponseCodeInterpreterLogs,
  ResponseCodeInterpreterOutput,
  ResponseCodeInterpreterTool,
  ResponseCompaction,
  ResponseCompactionTrigger,
  ResponseCompletedEvent,
  ResponseComputerCall,
  ResponseComputerCallOutput,
  ResponseComputerUseTool,
  ResponseConfigurationUpdate,
  ResponseContainerFileCitation,
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
  ResponseLocalShellAction,
  ResponseLocalShellCall,
  ResponseLocalShellCallOutput,
  ResponseLocalShellTool,
  ResponseLogprob,
  ResponseMcpApprovalRequest,
  ResponseMcpApprovalResponse,
  ResponseMcpCall,
  ResponseMcpCallArgumentsDeltaEvent,
  ResponseMcpCallArgumentsDoneEvent,
  ResponseMcpCallCompletedEvent,
  ResponseMcpCallFailedEvent,
  ResponseMcpCallInProgressEvent,
  ResponseMcpError,
  ResponseMcpListTools,
  ResponseMcpListToolsCompletedEvent,
  ResponseMcpListToolsFailedEvent,
  ResponseMcpListToolsInProgressEvent,
  ResponseMcpListedTool,
  ResponseMcpTool,
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
  ResponseServerWebSearchCall,
  ResponseShellAction,
  ResponseShellCall,
  ResponseShellCallOutput,
  ResponseShellOutcome,
  ResponseShellOutput,
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
  ResponseToolSearchTool,
  ResponseToolSearchToolParameters,
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
  ResponsesRequest,
  RoutingAttempt,
  RoutingMetadata,
  RoutingParameters,
  SearchContextSize,
  SearchEngine,
  SearchLocation,
  SearchMode,
  SearchModelsTool,
  SearchModelsToolParameters,
  ServedModel,
  ServerToolUse,
  StopAtCost,
  StopAtFinishReason,
  StopAtStepCount,
  StopAtTokens,
  StopAtToolCall,
  StopServerToolsCondition,
  StreamOptions,
  SubagentTool,
  SubagentToolParameters,
  SupportedToolChoice,
  SwitchyardRouterPlugin,
  SystemMessage,
  TextFormat,
  TextPart,
  ThroughputCutoffs,
  TokenLogprob,
  ToolCall,
  ToolCallDelta,
  ToolChoice,
  ToolChoiceTarget,
  ToolMessage,
  ToolReasoning,
  TopLogprob,
  TopProvider,
  TraceConfig,
  UnknownAnnotation,
  UnknownCodeInterpreterOutput,
  UnknownInputContent,
  UnknownInputItem,
  UnknownNamespaceMember,
  UnknownOutputContent,
  UnknownOutputItem,
  UnknownResponseEvent,
  UnknownResponseTool,
  UnknownWebSearchAction,
  UpdateKeyRequest,
  UrlCitation,
  UrlCitationAnnotation,
  Usage,
  UsageOptions,
  UserMessage,
  VideoPart,
  VideoUrl,
  WebFetchPlugin,
  WebFetchTool,
  WebFetchToolParameters,
  WebPlugin,
  WebSearchOptions,
  WebSearchShorthand,
  WebSearchTool,
  WebSearchToolParameters,
  WorkloadPerformance,
  XSearch,
} from "./types/index.ts";

/** Every schema of the contract by its name. */
export interface Schemas {
  ActivityItem: ActivityItem;
  ActivityList: ActivityList;
  AdvisorTool: AdvisorTool;
  AdvisorToolParameters: AdvisorToolParameters;
  AliasTarget: AliasTarget;
  AnalysisIndices: AnalysisIndices;
  Annotation: Annotation;
  ApiKey: ApiKey;
  ApiKeyDetail: ApiKeyDetail;
  ApiKeyList: ApiKeyList;
  ArenaRating: ArenaRating;
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
  BashEnvironment: BashEnvironment;
  BashTool: BashTool;
  BashToolParameters: BashToolParameters;
  CacheControl: CacheControl;
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
  CompletionTokensDetails: CompletionTokensDetails;
  ConfigurationUpdate: ConfigurationUpdate;
  ConsideredEndpoint: ConsideredEndpoint;
  ConsideredEndpoints: ConsideredEndpoints;
  ContainerNetwork: ContainerNetwork;
  ContentPart: ContentPart;
  ContextCompressionPlugin: ContextCompressionPlugin;
  CostDetails: CostDetails;
  CreateAuthCodeRequest: CreateAuthCodeRequest;
  CreateKeyRequest: CreateKeyRequest;
  CreatedApiKey: CreatedApiKey;
  CreditTotals: CreditTotals;
  Credits: Credits;
  CurrentKey: CurrentKey;
  CurrentKeyDetail: CurrentKeyDetail;
  DailyRequests: DailyRequests;
  DatetimeTool: DatetimeTool;
  DatetimeToolParameters: DatetimeToolParameters;
  DebugOptions: DebugOptions;
  DefaultParameters: DefaultParameters;
  DeletedApiKey: DeletedApiKey;
  DeveloperMessage: DeveloperMessage;
  EchoedReasoningOptions: EchoedReasoningOptions;
  EchoedTextOptions: EchoedTextOptions;
  EchoedTool: EchoedTool;
  Embedding: Embedding;
  EmbeddingAudio: EmbeddingAudio;
  EmbeddingFile: EmbeddingFile;
  EmbeddingImage: EmbeddingImage;
  EmbeddingInput: EmbeddingInput;
  EmbeddingList: EmbeddingList;
  EmbeddingMedia: EmbeddingMedia;
  EmbeddingPart: EmbeddingPart;
  EmbeddingRequest: EmbeddingRequest;
  EmbeddingText: EmbeddingText;
  EmbeddingUsage: EmbeddingUsage;
  EmbeddingVideo: EmbeddingVideo;
  Endpoint: Endpoint;
  EndpointList: EndpointList;
  ErrorAvailability: ErrorAvailability;
  ErrorBody: ErrorBody;
  ErrorDetail: ErrorDetail;
  ErrorMetadata: ErrorMetadata;
  ExchangeCodeRequest: ExchangeCodeRequest;
  ExchangedKey: ExchangedKey;
  ExcludedEndpoint: ExcludedEndpoint;
  ExistingContainer: ExistingContainer;
  ExternalUser: ExternalUser;
  FileAnnotation: FileAnnotation;
  FileInput: FileInput;
  FileParserPlugin: FileParserPlugin;
  FilePart: FilePart;
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
  ImageGenerationTool: ImageGenerationTool;
  ImageGenerationToolParameters: ImageGenerationToolParameters;
  ImagePart: ImagePart;
  ImageReference: ImageReference;
  ImageUrl: ImageUrl;
  InputAudio: InputAudio;
  JsonObjectFormat: JsonObjectFormat;
  JsonSchemaFormat: JsonSchemaFormat;
  LatencyCutoffs: LatencyCutoffs;
  LegacyRateLimit: LegacyRateLimit;
  LegacyVideoPart: LegacyVideoPart;
  Logprobs: Logprobs;
  MaxPrice: MaxPrice;
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
  ReasoningDetail: ReasoningDetail;
  ReasoningEffort: ReasoningEffort;
  ReasoningEncrypted: ReasoningEncrypted;
  ReasoningFormat: ReasoningFormat;
  ReasoningOptions: ReasoningOptions;
  ReasoningServerToolCall: ReasoningServerToolCall;
  ReasoningSummary: ReasoningSummary;
  ReasoningText: ReasoningText;
  ReasoningUpdate: ReasoningUpdate;
  RefusalPart: RefusalPart;
  RequestIssue: RequestIssue;
  RerankDocument: RerankDocument;
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
  ResponseAutoContainer: ResponseAutoContainer;
  ResponseBashCall: ResponseBashCall;
  ResponseBrowserUseCall: ResponseBrowserUseCall;
  ResponseCodeInterpreterCall: ResponseCodeInterpreterCall;
  ResponseCodeInterpreterCallCodeDeltaEvent: ResponseCodeInterpreterCallCodeDeltaEvent;
  ResponseCodeInterpreterCallCodeDoneEvent: ResponseCodeInterpreterCallCodeDoneEvent;
  ResponseCodeInterpreterCallCompletedEvent: ResponseCodeInterpreterCallCompletedEvent;
  ResponseCodeInterpreterCallInProgressEvent: ResponseCodeInterpreterCallInProgressEvent;
  ResponseCodeInterpreterCallInterpretingEvent: ResponseCodeInterpreterCallInterpretingEvent;
  ResponseCodeInterpreterFile: ResponseCodeInterpreterFile;
  ResponseCodeInterpreterImage: ResponseCodeInterpreterImage;
  ResponseCodeInterpreterLogs: ResponseCodeInterpreterLogs;
  ResponseCodeInterpreterOutput: ResponseCodeInterpreterOutput;
  ResponseCodeInterpreterTool: ResponseCodeInterpreterTool;
  ResponseCompaction: ResponseCompaction;
  ResponseCompactionTrigger: ResponseCompactionTrigger;
  ResponseCompletedEvent: ResponseCompletedEvent;
  ResponseComputerCall: ResponseComputerCall;
  ResponseComputerCallOutput: ResponseComputerCallOutput;
  ResponseComputerUseTool: ResponseComputerUseTool;
  ResponseConfigurationUpdate: ResponseConfigurationUpdate;
  ResponseContainerFileCitation: ResponseContainerFileCitation;
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
  ResponseLocalShellAction: ResponseLocalShellAction;
  ResponseLocalShellCall: ResponseLocalShellCall;
  ResponseLocalShellCallOutput: ResponseLocalShellCallOutput;
  ResponseLocalShellTool: ResponseLocalShellTool;
  ResponseLogprob: ResponseLogprob;
  ResponseMcpApprovalRequest: ResponseMcpApprovalRequest;
  ResponseMcpApprovalResponse: ResponseMcpApprovalResponse;
  ResponseMcpCall: ResponseMcpCall;
  ResponseMcpCallArgumentsDeltaEvent: ResponseMcpCallArgumentsDeltaEvent;
  ResponseMcpCallArgumentsDoneEvent: ResponseMcpCallArgumentsDoneEvent;
  ResponseMcpCallCompletedEvent: ResponseMcpCallCompletedEvent;
  ResponseMcpCallFailedEvent: ResponseMcpCallFailedEvent;
  ResponseMcpCallInProgressEvent: ResponseMcpCallInProgressEvent;
  ResponseMcpError: ResponseMcpError;
  ResponseMcpListTools: ResponseMcpListTools;
  ResponseMcpListToolsCompletedEvent: ResponseMcpListToolsCompletedEvent;
  ResponseMcpListToolsFailedEvent: ResponseMcpListToolsFailedEvent;
  ResponseMcpListToolsInProgressEvent: ResponseMcpListToolsInProgressEvent;
  ResponseMcpListedTool: ResponseMcpListedTool;
  ResponseMcpTool: ResponseMcpTool;
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
  ResponseServerWebSearchCall: ResponseServerWebSearchCall;
  ResponseShellAction: ResponseShellAction;
  ResponseShellCall: ResponseShellCall;
  ResponseShellCallOutput: ResponseShellCallOutput;
  ResponseShellOutcome: ResponseShellOutcome;
  ResponseShellOutput: ResponseShellOutput;
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
  ResponseToolSearchTool: ResponseToolSearchTool;
  ResponseToolSearchToolParameters: ResponseToolSearchToolParameters;
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
  ResponsesRequest: ResponsesRequest;
  RoutingAttempt: RoutingAttempt;
  RoutingMetadata: RoutingMetadata;
  RoutingParameters: RoutingParameters;
  SearchContextSize: SearchContextSize;
  SearchEngine: SearchEngine;
  SearchLocation: SearchLocation;
  SearchMode: SearchMode;
  SearchModelsTool: SearchModelsTool;
  SearchModelsToolParameters: SearchModelsToolParameters;
  ServedModel: ServedModel;
  ServerToolUse: ServerToolUse;
  StopAtCost: StopAtCost;
  StopAtFinishReason: StopAtFinishReason;
  StopAtStepCount: StopAtStepCount;
  StopAtTokens: StopAtTokens;
  StopAtToolCall: StopAtToolCall;
  StopServerToolsCondition: StopServerToolsCondition;
  StreamOptions: StreamOptions;
  SubagentTool: SubagentTool;
  SubagentToolParameters: SubagentToolParameters;
  SupportedToolChoice: SupportedToolChoice;
  SwitchyardRouterPlugin: SwitchyardRouterPlugin;
  SystemMessage: SystemMessage;
  TextFormat: TextFormat;
  TextPart: TextPart;
  ThroughputCutoffs: ThroughputCutoffs;
  TokenLogprob: TokenLogprob;
  ToolCall: ToolCall;
  ToolCallDelta: ToolCallDelta;
  ToolChoice: ToolChoice;
  ToolChoiceTarget: ToolChoiceTarget;
  ToolMessage: ToolMessage;
  ToolReasoning: ToolReasoning;
  TopLogprob: TopLogprob;
  TopProvider: TopProvider;
  TraceConfig: TraceConfig;
  UnknownAnnotation: UnknownAnnotation;
  UnknownCodeInterpreterOutput: UnknownCodeInterpreterOutput;
  UnknownInputContent: UnknownInputContent;
  UnknownInputItem: UnknownInputItem;
  UnknownNamespaceMember: UnknownNamespaceMember;
  UnknownOutputContent: UnknownOutputContent;
  UnknownOutputItem: UnknownOutputItem;
  UnknownResponseEvent: UnknownResponseEvent;
  UnknownResponseTool: UnknownResponseTool;
  UnknownWebSearchAction: UnknownWebSearchAction;
  UpdateKeyRequest: UpdateKeyRequest;
  UrlCitation: UrlCitation;
  UrlCitationAnnotation: UrlCitationAnnotation;
  Usage: Usage;
  UsageOptions: UsageOptions;
  UserMessage: UserMessage;
  VideoPart: VideoPart;
  VideoUrl: VideoUrl;
  WebFetchPlugin: WebFetchPlugin;
  WebFetchTool: WebFetchTool;
  WebFetchToolParameters: WebFetchToolParameters;
  WebPlugin: WebPlugin;
  WebSearchOptions: WebSearchOptions;
  WebSearchShorthand: WebSearchShorthand;
  WebSearchTool: WebSearchTool;
  WebSearchToolParameters: WebSearchToolParameters;
  WorkloadPerformance: WorkloadPerformance;
  XSearch: XSearch;
}
