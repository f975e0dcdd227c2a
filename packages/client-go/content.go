package patchbay

import (
	"encoding/base64"
	"net/http"
	"strings"
)

// System returns a message with instructions for the model.
func System(text string) ChatMessage {
	return ChatMessage{OfSystemMessage: &SystemMessage{Content: TextContent{OfString: String(text)}}}
}

// Developer returns a message with instructions of the application. Newer OpenAI models prefer it to [System].
func Developer(text string) ChatMessage {
	return ChatMessage{OfDeveloperMessage: &DeveloperMessage{Content: TextContent{OfString: String(text)}}}
}

// User returns a message of the user.
func User(text string) ChatMessage {
	return ChatMessage{OfUserMessage: &UserMessage{Content: MessageContent{OfString: String(text)}}}
}

// UserParts returns a message of the user that consists of parts, such as [Text] and [Image].
func UserParts(parts ...ContentPart) ChatMessage {
	return ChatMessage{OfUserMessage: &UserMessage{Content: MessageContent{OfContentParts: list(parts)}}}
}

// Assistant returns a message of the model. To send back a message that the model wrote, use its method ToParam, which keeps
// tool calls and reasoning.
func Assistant(text string) ChatMessage {
	return ChatMessage{OfAssistantMessage: &AssistantMessage{Content: MessageContent{OfString: String(text)}}}
}

// ToolResult returns the message with the result of a tool call. The ID is that of the [ToolCall].
func ToolResult(callID, text string) ChatMessage {
	return ChatMessage{OfToolMessage: &ToolMessage{ToolCallID: callID, Content: MessageContent{OfString: String(text)}}}
}

// Text returns a part of a message with text.
func Text(text string) ContentPart { return ContentPart{OfTextPart: &TextPart{Text: text}} }

// Image returns a part of a message with an image: an https URL, or a data URL with the image itself.
func Image(url string) ContentPart {
	return ContentPart{OfImagePart: &ImagePart{ImageURL: ImageURL{URL: url}}}
}

// DataURL returns the content of a file, such as an image, as a URL for [Image], [MessagesImage], [ResponsesImagePart] or a
// [FileInput]. An empty media type is detected from the first bytes.
//
//	png, err := os.ReadFile("chart.png")
//	message := patchbay.UserParts(patchbay.Text("Explain."), patchbay.Image(patchbay.DataURL("image/png", png)))
func DataURL(mediaType string, data []byte) string {
	if mediaType == "" {
		mediaType, _, _ = strings.Cut(http.DetectContentType(data), ";")
	}
	return "data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// Tool returns a tool that the application runs when the model calls it.
func Tool(function FunctionDefinition) ChatTool {
	return ChatTool{OfFunctionTool: &FunctionTool{Function: function}}
}

// ChooseTools says whether the model may call tools, such as [ToolChoiceModeRequired].
func ChooseTools(mode ToolChoiceMode) ToolChoice { return ToolChoice{OfToolChoiceMode: Some(mode)} }

// ChooseFunction makes the model call one function.
func ChooseFunction(name string) ToolChoice {
	return ToolChoice{OfToolChoiceTarget: &ToolChoiceTarget{Type: "function", Function: &NamedFunction{Name: name}}}
}

// Stop returns up to four sequences at which the model stops generating.
func Stop(sequences ...string) StopSequences { return StopSequences{OfStrings: list(sequences)} }

// EmbeddingTexts returns the texts of a request for embeddings. The response has one embedding for each, in the same order.
func EmbeddingTexts(texts ...string) EmbeddingInputs {
	items := make([]EmbeddingInputItem, len(texts))
	for i, text := range texts {
		items[i].OfString = String(text)
	}
	return EmbeddingInputs{OfEmbeddingInputItems: items}
}

// RerankTexts returns the documents of a request to rerank texts.
func RerankTexts(texts ...string) []RerankDocumentOrText {
	documents := make([]RerankDocumentOrText, len(texts))
	for i, text := range texts {
		documents[i].OfString = String(text)
	}
	return documents
}

// list returns the values of a variadic function. Without any they are an empty list, which is sent, and not nil, which is not.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
