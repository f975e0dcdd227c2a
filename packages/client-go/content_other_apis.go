package patchbay

import "strings"

// ResponsesText returns the input of a request to the Responses API: one message of the user.
func ResponsesText(text string) ResponsesInput { return ResponsesInput{OfString: String(text)} }

// ResponsesItems returns the input of a request to the Responses API: the items of a conversation, such as [ResponsesMessage],
// [ResponsesToolResult] and the output of a former response, from its method ToParams.
func ResponsesItems(items ...ResponseInputItem) ResponsesInput {
	return ResponsesInput{OfResponseInputItems: list(items)}
}

// ResponsesMessage returns a message of a conversation of the Responses API, by a role such as
// [ResponseInputMessageRoleUser].
func ResponsesMessage(role ResponseInputMessageRole, text string) ResponseInputItem {
	content := ResponseContent{OfString: String(text)}
	return ResponseInputItem{OfResponseInputMessage: &ResponseInputMessage{Role: role, Content: content}}
}

// ResponsesParts returns a message of a conversation of the Responses API that consists of parts, such as [ResponsesTextPart] and
// [ResponsesImagePart].
func ResponsesParts(role ResponseInputMessageRole, parts ...ResponseInputContent) ResponseInputItem {
	content := ResponseContent{OfResponseInputContents: list(parts)}
	return ResponseInputItem{OfResponseInputMessage: &ResponseInputMessage{Role: role, Content: content}}
}

// ResponsesTextPart returns a part of a message of the Responses API with text.
func ResponsesTextPart(text string) ResponseInputContent {
	return ResponseInputContent{OfResponseInputText: &ResponseInputText{Text: text}}
}

// ResponsesImagePart returns a part of a message of the Responses API with an image: an https URL, or a [DataURL].
func ResponsesImagePart(url string) ResponseInputContent {
	return ResponseInputContent{OfResponseInputImage: &ResponseInputImage{ImageURL: String(url)}}
}

// ResponsesToolResult returns the result of a function call of the Responses API. The ID is the call_id of the
// [ResponseFunctionCall], not its ID.
func ResponsesToolResult(callID, output string) ResponseInputItem {
	return ResponseInputItem{OfResponseFunctionCallOutput: &ResponseFunctionCallOutput{
		CallID: callID,
		Output: ResponseContent{OfString: String(output)},
	}}
}

// MessagesSystem returns the instructions of a request to the Messages API.
func MessagesSystem(text string) MessagesSystemPrompt {
	return MessagesSystemPrompt{OfString: String(text)}
}

// MessagesUser returns a message of the user of the Messages API.
func MessagesUser(text string) MessagesMessage {
	return MessagesMessage{OfMessagesUserMessage: &MessagesUserMessage{Content: MessagesContent{OfString: String(text)}}}
}

// MessagesUserBlocks returns a message of the user of the Messages API that consists of blocks, such as [MessagesText] and
// [MessagesToolResult].
func MessagesUserBlocks(blocks ...ContentBlockParam) MessagesMessage {
	content := MessagesContent{OfContentBlockParams: list(blocks)}
	return MessagesMessage{OfMessagesUserMessage: &MessagesUserMessage{Content: content}}
}

// MessagesAssistant returns a message of the model of the Messages API. To send back a message that the model wrote, use the
// method ToParam of the response.
func MessagesAssistant(text string) MessagesMessage {
	content := MessagesContent{OfString: String(text)}
	return MessagesMessage{OfMessagesAssistantMessage: &MessagesAssistantMessage{Content: content}}
}

// MessagesText returns a block of a message of the Messages API with text.
func MessagesText(text string) ContentBlockParam {
	return ContentBlockParam{OfTextBlockParam: &TextBlockParam{Text: text}}
}

// MessagesImage returns a block of a message of the Messages API with an image: an https URL, or a [DataURL].
func MessagesImage(url string) ContentBlockParam {
	source := ImageSource{OfURLSource: &URLSource{URL: url}}
	if head, data, ok := strings.Cut(url, ";base64,"); ok && strings.HasPrefix(head, "data:") {
		mediaType := ImageMediaType(strings.TrimPrefix(head, "data:"))
		source = ImageSource{OfBase64ImageSource: &Base64ImageSource{MediaType: mediaType, Data: data}}
	}
	return ContentBlockParam{OfImageBlock: &ImageBlock{Source: source}}
}

// MessagesThinking makes a model of the Messages API think with a maximum number of tokens, lower than MaxTokens. Claude models
// require at least 1024.
func MessagesThinking(budgetTokens int64) ThinkingConfig {
	return ThinkingConfig{OfThinkingEnabled: &ThinkingEnabled{BudgetTokens: budgetTokens}}
}

// MessagesToolResult returns a block of a message of the Messages API with the result of a tool. The ID is that of the tool_use
// block.
func MessagesToolResult(toolUseID, text string) ContentBlockParam {
	return ContentBlockParam{OfToolResultBlock: &ToolResultBlock{
		ToolUseID: toolUseID,
		Content:   ToolResultContent{OfString: String(text)},
	}}
}

// ToParam returns the message for a request that continues the conversation, with all blocks and their unknown fields.
func (v MessagesResponse) ToParam() MessagesMessage {
	blocks := make([]ContentBlockParam, len(v.Content))
	for i := range v.Content {
		blocks[i] = v.Content[i].ToParam()
	}
	content := MessagesContent{OfContentBlockParams: blocks}
	return MessagesMessage{OfMessagesAssistantMessage: &MessagesAssistantMessage{Content: content}}
}

// ToParams returns the output items for a request that continues the conversation.
func (v ResponseObject) ToParams() []ResponseInputItem {
	items := make([]ResponseInputItem, len(v.Output))
	for i := range v.Output {
		items[i] = v.Output[i].ToParam()
	}
	return items
}
