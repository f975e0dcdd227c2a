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
  ResponseFormat,
  ResponseHealingPlugin,
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
  ResponseFormat: ResponseFormat;
  ResponseHealingPlugin: ResponseHealingPlugin;
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
