// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Base64ImageSource is an image as base64.
type Base64ImageSource struct {
	object

	// Always "base64". It can be left empty.
	Type string `json:"type" const:"base64"`

	// The media type of the image.
	MediaType ImageMediaType `json:"media_type"`

	// The image as base64.
	Data string `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Base64ImageSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Base64ImageSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Base64PDFSource is a PDF as base64.
type Base64PDFSource struct {
	object

	// Always "base64". It can be left empty.
	Type string `json:"type" const:"base64"`

	// The media type, "application/pdf".
	MediaType string `json:"media_type"`

	// The document as base64.
	Data string `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Base64PDFSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Base64PDFSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BlockCacheControl requests that the provider cache the prompt up to this block.
type BlockCacheControl struct {
	object

	// Always "ephemeral". It can be left empty.
	Type string `json:"type" const:"ephemeral"`

	// Time to live of the cache entry. Default: "5m".
	TTL Opt[BlockCacheControlTTL] `json:"ttl,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BlockCacheControl) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BlockCacheControl) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BlockCacheControlTTL: Time to live of the cache entry. Default: "5m".
//
// The API may add other values.
type BlockCacheControlTTL string

// The known values of BlockCacheControlTTL.
const (
	// Five minutes.
	BlockCacheControlTTL5m BlockCacheControlTTL = "5m"
	// One hour.
	BlockCacheControlTTL1h BlockCacheControlTTL = "1h"
)

// BrowserStateBlock is the state of a web browser that the model controls.
type BrowserStateBlock struct {
	object

	// Always "browser_state". It can be left empty.
	Type string `json:"type" const:"browser_state"`

	// The open tabs.
	Tabs []BrowserTab `json:"tabs"`

	// What changed.
	StateChanges []BrowserStateChange `json:"state_changes,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BrowserStateBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BrowserStateBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BrowserStateChange is a change in a web browser.
type BrowserStateChange struct {
	object

	// The kind of change, such as "tab_opened" or "download_completed".
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BrowserStateChange) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BrowserStateChange) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// BrowserTab is a tab of a web browser.
type BrowserTab struct {
	object

	// ID of the tab.
	TabID string `json:"tab_id"`

	// Title of the page.
	Title string `json:"title"`

	// URL of the page.
	URL string `json:"url"`

	// Whether the tab is in the foreground.
	Active Opt[bool] `json:"active,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v BrowserTab) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *BrowserTab) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// CitationsConfig: Citation settings.
type CitationsConfig struct {
	object

	// Whether the model cites the source.
	Enabled Opt[bool] `json:"enabled,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CitationsConfig) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CitationsConfig) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContentBlock is a content block of a response. Append the blocks to the conversation unchanged.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContentBlock struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownContentBlock"`

	OfTextBlock                              *TextBlock                              `values:"text"`
	OfThinkingBlock                          *ThinkingBlock                          `values:"thinking"`
	OfRedactedThinkingBlock                  *RedactedThinkingBlock                  `values:"redacted_thinking"`
	OfToolUseBlock                           *ToolUseBlock                           `values:"tool_use"`
	OfServerToolUseBlock                     *ServerToolUseBlock                     `values:"server_tool_use"`
	OfWebSearchToolResultBlock               *WebSearchToolResultBlock               `values:"web_search_tool_result"`
	OfWebFetchToolResultBlock                *WebFetchToolResultBlock                `values:"web_fetch_tool_result"`
	OfCodeExecutionToolResultBlock           *CodeExecutionToolResultBlock           `values:"code_execution_tool_result"`
	OfBashCodeExecutionToolResultBlock       *BashCodeExecutionToolResultBlock       `values:"bash_code_execution_tool_result"`
	OfTextEditorCodeExecutionToolResultBlock *TextEditorCodeExecutionToolResultBlock `values:"text_editor_code_execution_tool_result"`
	OfToolSearchToolResultBlock              *ToolSearchToolResultBlock              `values:"tool_search_tool_result"`
	OfMCPToolUseBlock                        *MCPToolUseBlock                        `values:"mcp_tool_use"`
	OfMCPToolResultBlock                     *MCPToolResultBlock                     `values:"mcp_tool_result"`
	OfMCPToolListingBlock                    *MCPToolListingBlock                    `values:"mcp_tool_listing"`
	OfContainerUploadBlock                   *ContainerUploadBlock                   `values:"container_upload"`
	OfCompactionBlock                        *CompactionBlock                        `values:"compaction"`
	OfAdvisorToolResultBlock                 *AdvisorToolResultBlock                 `values:"advisor_tool_result"`
	OfFallbackBlock                          *FallbackBlock                          `values:"fallback"`
	OfShellToolResultBlock                   *ShellToolResultBlock                   `values:"openrouter_shell_tool_result"`
	OfBashToolResultBlock                    *BashToolResultBlock                    `values:"openrouter_bash_tool_result"`
	OfDeferredToolSearchResultBlock          *DeferredToolSearchResultBlock          `values:"openrouter_tool_search_result"`
	// OfUnknownContentBlock is a member that this version does not know.
	OfUnknownContentBlock *UnknownContentBlock
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContentBlock) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContentBlock) Tag() string { return codec.Tag(&v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ContentBlock) ToParam() ContentBlockParam {
	var param ContentBlockParam
	codec.ToParam(&v, &param)
	return param
}

// ContentBlockParam is a content block of an input message. Blocks of a response can be sent back unchanged.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContentBlockParam struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownContentBlockParam"`

	OfTextBlockParam                         *TextBlockParam                         `values:"text"`
	OfImageBlock                             *ImageBlock                             `values:"image"`
	OfDocumentBlock                          *DocumentBlock                          `values:"document"`
	OfSearchResultBlock                      *SearchResultBlock                      `values:"search_result"`
	OfThinkingBlock                          *ThinkingBlock                          `values:"thinking"`
	OfRedactedThinkingBlock                  *RedactedThinkingBlock                  `values:"redacted_thinking"`
	OfToolUseBlockParam                      *ToolUseBlockParam                      `values:"tool_use"`
	OfToolResultBlock                        *ToolResultBlock                        `values:"tool_result"`
	OfServerToolUseBlockParam                *ServerToolUseBlockParam                `values:"server_tool_use"`
	OfWebSearchToolResultBlock               *WebSearchToolResultBlock               `values:"web_search_tool_result"`
	OfWebFetchToolResultBlock                *WebFetchToolResultBlock                `values:"web_fetch_tool_result"`
	OfCodeExecutionToolResultBlock           *CodeExecutionToolResultBlock           `values:"code_execution_tool_result"`
	OfBashCodeExecutionToolResultBlock       *BashCodeExecutionToolResultBlock       `values:"bash_code_execution_tool_result"`
	OfTextEditorCodeExecutionToolResultBlock *TextEditorCodeExecutionToolResultBlock `values:"text_editor_code_execution_tool_result"`
	OfToolSearchToolResultBlock              *ToolSearchToolResultBlock              `values:"tool_search_tool_result"`
	OfMCPToolUseBlock                        *MCPToolUseBlock                        `values:"mcp_tool_use"`
	OfMCPToolResultBlock                     *MCPToolResultBlock                     `values:"mcp_tool_result"`
	OfMCPToolListingBlock                    *MCPToolListingBlock                    `values:"mcp_tool_listing"`
	OfContainerUploadBlock                   *ContainerUploadBlock                   `values:"container_upload"`
	OfCompactionBlock                        *CompactionBlock                        `values:"compaction"`
	OfAdvisorToolResultBlock                 *AdvisorToolResultBlock                 `values:"advisor_tool_result"`
	OfFallbackBlock                          *FallbackBlock                          `values:"fallback"`
	OfShellToolResultBlock                   *ShellToolResultBlock                   `values:"openrouter_shell_tool_result"`
	OfBashToolResultBlock                    *BashToolResultBlock                    `values:"openrouter_bash_tool_result"`
	OfDeferredToolSearchResultBlock          *DeferredToolSearchResultBlock          `values:"openrouter_tool_search_result"`
	OfToolAdditionBlock                      *ToolAdditionBlock                      `values:"tool_addition"`
	OfToolRemovalBlock                       *ToolRemovalBlock                       `values:"tool_removal"`
	// OfUnknownContentBlockParam is a member that this version does not know.
	OfUnknownContentBlockParam *UnknownContentBlockParam
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentBlockParam) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentBlockParam) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContentBlockParam) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContentBlockParam) Tag() string { return codec.Tag(&v) }

// ContentSource is a document as content blocks, which the model can cite one by one.
type ContentSource struct {
	object

	// Always "content". It can be left empty.
	Type string `json:"type" const:"content"`

	// A string, or a list of blocks.
	Content SourceContent `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ContentSourceBlock is a block of a document.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ContentSourceBlock struct {
	object

	_ struct{} `discriminator:"type"`

	OfTextBlockParam *TextBlockParam `values:"text"`
	OfImageBlock     *ImageBlock     `values:"image"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ContentSourceBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ContentSourceBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ContentSourceBlock) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ContentSourceBlock) Tag() string { return codec.Tag(&v) }

// DocumentBlock is a document, such as a PDF.
type DocumentBlock struct {
	object

	// Always "document". It can be left empty.
	Type string `json:"type" const:"document"`

	// Where the document comes from.
	Source DocumentSource `json:"source"`

	// Title shown to the model.
	Title Opt[string] `json:"title,omitzero"`

	// Information about the document that the model does not cite.
	Context Opt[string] `json:"context,omitzero"`

	// Whether the model cites the document.
	Citations *CitationsConfig `json:"citations,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DocumentBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DocumentBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// DocumentSource is the source of a document.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type DocumentSource struct {
	object

	_ struct{} `discriminator:"type"`

	OfBase64PDFSource *Base64PDFSource `values:"base64"`
	OfPlainTextSource *PlainTextSource `values:"text"`
	OfContentSource   *ContentSource   `values:"content"`
	OfURLSource       *URLSource       `values:"url"`
	OfFileSource      *FileSource      `values:"file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v DocumentSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *DocumentSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v DocumentSource) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v DocumentSource) Tag() string { return codec.Tag(&v) }

// FileSource is an uploaded file.
type FileSource struct {
	object

	// Always "file". It can be left empty.
	Type string `json:"type" const:"file"`

	// ID of the file.
	FileID string `json:"file_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v FileSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *FileSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageBlock is an image.
type ImageBlock struct {
	object

	// Always "image". It can be left empty.
	Type string `json:"type" const:"image"`

	// Where the image comes from.
	Source ImageSource `json:"source"`

	// How the provider changes the image.
	Transformations *ImageTransformations `json:"transformations,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ImageMediaType is the media type of the image.
//
// The API may add other values.
type ImageMediaType string

// The known values of ImageMediaType.
const (
	// JPEG.
	ImageMediaTypeImageJPEG ImageMediaType = "image/jpeg"
	// PNG.
	ImageMediaTypeImagePNG ImageMediaType = "image/png"
	// GIF.
	ImageMediaTypeImageGIF ImageMediaType = "image/gif"
	// WebP.
	ImageMediaTypeImageWebP ImageMediaType = "image/webp"
)

// ImageSource is the source of an image.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ImageSource struct {
	object

	_ struct{} `discriminator:"type"`

	OfBase64ImageSource *Base64ImageSource `values:"base64"`
	OfURLSource         *URLSource         `values:"url"`
	OfFileSource        *FileSource        `values:"file"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ImageSource) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ImageSource) Tag() string { return codec.Tag(&v) }

// ImageTransformations says how the provider changes an image.
type ImageTransformations struct {
	object

	// What happens to an image that is too large.
	OversizedImage Opt[OversizedImageAction] `json:"oversized_image,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ImageTransformations) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ImageTransformations) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// OversizedImageAction says what happens to an image that is too large.
//
// The API may add other values.
type OversizedImageAction string

// The known values of OversizedImageAction.
const (
	// The provider makes it smaller.
	OversizedImageActionDownsize OversizedImageAction = "downsize"
	// The request fails.
	OversizedImageActionError OversizedImageAction = "error"
)

// PlainTextSource: Plain text.
type PlainTextSource struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The media type, "text/plain".
	MediaType string `json:"media_type"`

	// The text.
	Data string `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v PlainTextSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *PlainTextSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// RedactedThinkingBlock: Encrypted reasoning of the model. Send it back unchanged.
type RedactedThinkingBlock struct {
	object

	// Always "redacted_thinking". It can be left empty.
	Type string `json:"type" const:"redacted_thinking"`

	// The encrypted reasoning.
	Data string `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v RedactedThinkingBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *RedactedThinkingBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SearchResultBlock is a result of the caller's own search, which the model can cite.
type SearchResultBlock struct {
	object

	// Always "search_result". It can be left empty.
	Type string `json:"type" const:"search_result"`

	// Where the result comes from, such as a URL.
	Source string `json:"source"`

	// Title of the result.
	Title string `json:"title"`

	// Text of the result.
	Content []TextBlockParam `json:"content"`

	// Whether the model cites the result.
	Citations *CitationsConfig `json:"citations,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SearchResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SearchResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ServerToolUseBlock is a call of a server tool. The result follows in the same response.
type ServerToolUseBlock struct {
	object

	// Always "server_tool_use".
	Type string `json:"type" const:"server_tool_use"`

	// ID of the call, for the result.
	ID string `json:"id"`

	// Name of the tool, such as "web_search".
	Name string `json:"name"`

	// The arguments.
	Input map[string]any `json:"input"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ServerToolUseBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ServerToolUseBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ServerToolUseBlock) ToParam() ContentBlockParam {
	param := new(ServerToolUseBlockParam)
	codec.ToParam(&v, param)
	return ContentBlockParam{OfServerToolUseBlockParam: param}
}

// ServerToolUseBlockParam is an earlier call of a server tool, as received.
type ServerToolUseBlockParam struct {
	object

	// Always "server_tool_use". It can be left empty.
	Type string `json:"type" const:"server_tool_use"`

	// ID of the call, as received.
	ID string `json:"id"`

	// Name of the tool.
	Name string `json:"name"`

	// The arguments.
	Input map[string]any `json:"input"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ServerToolUseBlockParam) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ServerToolUseBlockParam) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// SourceContent is the content of a document, as text or as a list of blocks.
//
// Set one of its fields.
type SourceContent struct {
	object

	OfString              Opt[string]
	OfContentSourceBlocks []ContentSourceBlock
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v SourceContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *SourceContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v SourceContent) Value() any { return codec.Member(&v) }

// TextBlock: Text of the model.
type TextBlock struct {
	object

	// Always "text".
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`

	// The sources of the text; null if there are none.
	Citations []TextCitation `json:"citations"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v TextBlock) ToParam() TextBlockParam {
	var param TextBlockParam
	codec.ToParam(&v, &param)
	return param
}

// TextBlockParam: Text.
type TextBlockParam struct {
	object

	// Always "text". It can be left empty.
	Type string `json:"type" const:"text"`

	// The text.
	Text string `json:"text"`

	// The sources of the text, as received.
	Citations []TextCitation `json:"citations,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v TextBlockParam) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *TextBlockParam) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ThinkingBlock: Reasoning of the model. Send it back unchanged; Claude models require it to continue after a
// tool call.
type ThinkingBlock struct {
	object

	// Always "thinking". It can be left empty.
	Type string `json:"type" const:"thinking"`

	// The reasoning; empty if "thinking.display" is "omitted".
	Thinking string `json:"thinking"`

	// The provider's signature of the block. Empty for models that sign nothing.
	Signature string `json:"signature"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ThinkingBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ThinkingBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolAdditionBlock adds a tool to the conversation from here on.
type ToolAdditionBlock struct {
	object

	// Always "tool_addition". It can be left empty.
	Type string `json:"type" const:"tool_addition"`

	// The tool.
	Tool ToolChange `json:"tool"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolAdditionBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolAdditionBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolCaller says who called a tool.
type ToolCaller struct {
	object

	// The caller.
	Type ToolCallerType `json:"type"`

	// ID of the call of the code execution tool; absent if the model called directly.
	ToolID Opt[string] `json:"tool_id,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolCaller) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolCaller) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolCallerType is the caller.
//
// The API may add other values.
type ToolCallerType string

// The known values of ToolCallerType.
const (
	// The model.
	ToolCallerTypeDirect ToolCallerType = "direct"
	// Code that the model runs.
	ToolCallerTypeCodeExecution20250825 ToolCallerType = "code_execution_20250825"
	// Code that the model runs.
	ToolCallerTypeCodeExecution20260120 ToolCallerType = "code_execution_20260120"
	// Code that the model runs.
	ToolCallerTypeCodeExecution20260521 ToolCallerType = "code_execution_20260521"
)

// ToolChange is a tool that is added or removed during a conversation.
type ToolChange struct {
	object

	// How the tool is named.
	Type ToolChangeType `json:"type"`

	// Name of the tool.
	Name Opt[string] `json:"name,omitzero"`

	// Name of the MCP server.
	ServerName Opt[string] `json:"server_name,omitzero"`

	// The definition of the tool.
	Definition MessagesTool `json:"definition,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolChange) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolChange) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolChangeType says how the tool is named.
//
// The API may add other values.
type ToolChangeType string

// The known values of ToolChangeType.
const (
	// By its name among the tools of the request.
	ToolChangeTypeToolReference ToolChangeType = "tool_reference"
	// By its name and its MCP server.
	ToolChangeTypeMCPToolReference ToolChangeType = "mcp_tool_reference"
	// All tools of an MCP server.
	ToolChangeTypeMCPToolsetReference ToolChangeType = "mcp_toolset_reference"
	// By its definition.
	ToolChangeTypeToolDefinition ToolChangeType = "tool_definition"
)

// ToolReferenceBlock is a tool found by a tool search. Its definition is loaded.
type ToolReferenceBlock struct {
	object

	// Always "tool_reference". It can be left empty.
	Type string `json:"type" const:"tool_reference"`

	// Name of the tool.
	ToolName string `json:"tool_name"`

	// Sets a breakpoint of the prompt cache after this block, in requests only.
	CacheControl *BlockCacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolReferenceBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolReferenceBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolRemovalBlock removes a tool from the conversation from here on.
type ToolRemovalBlock struct {
	object

	// Always "tool_removal". It can be left empty.
	Type string `json:"type" const:"tool_removal"`

	// The tool.
	Tool ToolChange `json:"tool"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolRemovalBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolRemovalBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolResultBlock is the result of a tool call.
type ToolResultBlock struct {
	object

	// Always "tool_result". It can be left empty.
	Type string `json:"type" const:"tool_result"`

	// The "id" of the call.
	ToolUseID string `json:"tool_use_id"`

	// The result, as a string or a list of blocks. Absent if the tool returns nothing.
	Content ToolResultContent `json:"content,omitzero"`

	// Whether the tool failed.
	IsError Opt[bool] `json:"is_error,omitzero"`

	// The toolset that contains the tool.
	ToolsetName Opt[string] `json:"toolset_name,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolResultBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolResultBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToolResultContent is the result of a tool, as text or as a list of blocks.
//
// Set one of its fields.
type ToolResultContent struct {
	object

	OfString                  Opt[string]
	OfToolResultContentBlocks []ToolResultContentBlock
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolResultContent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolResultContent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ToolResultContent) Value() any { return codec.Member(&v) }

// ToolResultContentBlock is a block of a tool result.
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ToolResultContentBlock struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownToolResultContentBlock"`

	OfTextBlockParam     *TextBlockParam     `values:"text"`
	OfImageBlock         *ImageBlock         `values:"image"`
	OfDocumentBlock      *DocumentBlock      `values:"document"`
	OfSearchResultBlock  *SearchResultBlock  `values:"search_result"`
	OfToolReferenceBlock *ToolReferenceBlock `values:"tool_reference"`
	OfBrowserStateBlock  *BrowserStateBlock  `values:"browser_state"`
	// OfUnknownToolResultContentBlock is a member that this version does not know.
	OfUnknownToolResultContentBlock *UnknownToolResultContentBlock
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolResultContentBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolResultContentBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ToolResultContentBlock) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ToolResultContentBlock) Tag() string { return codec.Tag(&v) }

// ToolUseBlock is a call of one of the caller's tools. Send the result in a "tool_result" block of the next
// user message.
type ToolUseBlock struct {
	object

	// Always "tool_use".
	Type string `json:"type" const:"tool_use"`

	// ID of the call, for the result.
	ID string `json:"id"`

	// Name of the tool.
	Name string `json:"name"`

	// The arguments.
	Input map[string]any `json:"input"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`

	// The toolset that contains the tool.
	ToolsetName string `json:"toolset_name,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolUseBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolUseBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v ToolUseBlock) ToParam() ContentBlockParam {
	param := new(ToolUseBlockParam)
	codec.ToParam(&v, param)
	return ContentBlockParam{OfToolUseBlockParam: param}
}

// ToolUseBlockParam is an earlier tool call of the model. The next user message must contain its result.
type ToolUseBlockParam struct {
	object

	// Always "tool_use". It can be left empty.
	Type string `json:"type" const:"tool_use"`

	// ID of the call, as received.
	ID string `json:"id"`

	// Name of the tool.
	Name string `json:"name"`

	// The arguments.
	Input map[string]any `json:"input"`

	// Who called the tool.
	Caller *ToolCaller `json:"caller,omitzero"`

	// The toolset that contains the tool.
	ToolsetName Opt[string] `json:"toolset_name,omitzero"`

	// Sets a breakpoint of the provider's prompt cache after this block.
	CacheControl *CacheControl `json:"cache_control,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ToolUseBlockParam) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ToolUseBlockParam) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownContentBlock is a content block of another type.
type UnknownContentBlock struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownContentBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownContentBlock) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ToParam returns the value for a request, with the fields that this version does not know.
func (v UnknownContentBlock) ToParam() ContentBlockParam {
	param := new(UnknownContentBlockParam)
	codec.ToParam(&v, param)
	return ContentBlockParam{OfUnknownContentBlockParam: param}
}

// UnknownContentBlockParam is a content block of another type. It is forwarded to the provider.
type UnknownContentBlockParam struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownContentBlockParam) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownContentBlockParam) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// UnknownToolResultContentBlock is a block of another type. It is forwarded to the provider.
type UnknownToolResultContentBlock struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownToolResultContentBlock) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownToolResultContentBlock) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// URLSource is an image or a document that the provider downloads.
type URLSource struct {
	object

	// Always "url". It can be left empty.
	Type string `json:"type" const:"url"`

	// An https URL.
	URL string `json:"url"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v URLSource) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *URLSource) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
