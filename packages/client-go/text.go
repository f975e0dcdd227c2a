package patchbay

import "strings"

// TextOf returns the text of a response: of a chat completion, the content of its first choice; of the Responses API, the text of
// its messages, without the commentary that a model writes while it works; of the Messages API, the text of its text blocks. It is
// empty if there is none, for example because the model calls tools. While a response is streamed, use the method Text of the
// stream.
//
//	fmt.Println(patchbay.TextOf(reply))
func TextOf(response interface{ RawJSON() string }) string {
	raw := response.RawJSON()
	root := rootOf(raw)
	switch {
	case root.Get("choices").Exists():
		text, _ := chatOutput(raw)
		return text
	case root.Get("output").Exists():
		text, _ := responseOutput(raw)
		return text
	}
	var text strings.Builder
	for block := range root.Get("content").Items() {
		if block.Get("type").Text() == "text" {
			text.WriteString(block.Get("text").Text())
		}
	}
	return text.String()
}
