package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/merge"
)

// chatEventReader converts chunks to typed events.
type chatEventReader struct {
	merged *merge.Accumulator
	// choices are the choices in the order in which they started, byIndex the same by their index.
	choices []*choiceReader
	byIndex map[int]*choiceReader
	events  []ChatStreamEvent
}

// add returns the events of a chunk. The slice is valid until the next call.
func (r *chatEventReader) add(chunk codec.Node) []ChatStreamEvent {
	r.events = r.events[:0]
	for choice := range chunk.Get("choices").Items() {
		index, _ := choice.Get("index").Int()
		r.choice(int(index)).add(choice)
	}
	if usage := chunk.Get("usage"); usage.Len() > 0 {
		reported := &ChatUsageReported{}
		codec.Decode(usage, &reported.Usage)
		r.emit(reported)
	}
	return r.events
}

// end returns the events that the end of the stream completes.
func (r *chatEventReader) end() []ChatStreamEvent {
	r.events = r.events[:0]
	for _, choice := range r.choices {
		choice.end()
	}
	return r.events
}

func (r *chatEventReader) emit(event ChatStreamEvent) { r.events = append(r.events, event) }

func (r *chatEventReader) choice(index int) *choiceReader {
	choice := r.byIndex[index]
	if choice == nil {
		choice = &choiceReader{chatEventReader: r, index: index}
		r.byIndex[index] = choice
		r.choices = append(r.choices, choice)
	}
	return choice
}

// choiceReader produces the events of one choice.
type choiceReader struct {
	*chatEventReader
	index                       int
	content, reasoning, refusal textJoiner
	// arguments has the joiner of each call. started is how many calls have started, emitted how many were emitted complete.
	arguments        []textJoiner
	started, emitted int
}

func (c *choiceReader) add(choice codec.Node) {
	delta := choice.Get("delta")
	c.addTexts(delta)
	for piece := range delta.Get("tool_calls").Items() {
		c.addPiece(piece)
	}
	for item := range delta.Get("annotations").Items() {
		event := &ChatAnnotationAdded{Index: c.index}
		codec.Decode(item, &event.Annotation)
		c.emit(event)
	}
	for item := range delta.Get("images").Items() {
		event := &ChatImageAdded{Index: c.index}
		codec.Decode(item, &event.Image)
		c.emit(event)
	}
	if audio := delta.Get("audio"); audio.Len() > 0 {
		event := &ChatAudioDelta{Index: c.index}
		codec.Decode(audio, &event.Audio)
		c.emit(event)
	}
	if reason := choice.Get("finish_reason").Text(); reason != "" {
		// Calls of a failed choice are not complete.
		if reason != string(FinishReasonError) {
			c.end()
		}
		c.emit(&ChatFinish{c.index, FinishReason(reason)})
	}
}

func (c *choiceReader) addTexts(delta codec.Node) {
	reasoning, details := c.reasoning.add(delta.Get("reasoning")), delta.Get("reasoning_details")
	if reasoning != "" || details.Len() > 0 {
		event := &ChatReasoningDelta{Index: c.index, Text: reasoning}
		codec.Decode(details, &event.Details)
		c.emit(event)
	}
	if text := c.content.add(delta.Get("content")); text != "" {
		c.emit(&ChatTextDelta{c.index, text})
	}
	if text := c.refusal.add(delta.Get("refusal")); text != "" {
		c.emit(&ChatRefusalDelta{c.index, text})
	}
}

// addPiece adds a piece of a call, whose index is the key of the call.
func (c *choiceReader) addPiece(piece codec.Node) {
	index, _ := piece.Get("index").Int()
	call := int(index)
	if call >= c.started {
		c.started = call + 1
		// A call is complete when the next one starts.
		c.complete(call)
	}
	for len(c.arguments) <= call {
		c.arguments = append(c.arguments, textJoiner{})
	}
	function := piece.Get("function")
	c.emit(&ChatToolCallDelta{
		Index:     c.index,
		Call:      call,
		ID:        piece.Get("id").Text(),
		Name:      function.Get("name").Text(),
		Arguments: c.arguments[call].add(function.Get("arguments")),
	})
}

// end emits the text that was held back, and every call that was not emitted yet.
func (c *choiceReader) end() {
	if text := c.reasoning.rest(); text != "" {
		c.emit(&ChatReasoningDelta{Index: c.index, Text: text})
	}
	if text := c.content.rest(); text != "" {
		c.emit(&ChatTextDelta{c.index, text})
	}
	if text := c.refusal.rest(); text != "" {
		c.emit(&ChatRefusalDelta{c.index, text})
	}
	for call := range c.arguments {
		if text := c.arguments[call].rest(); text != "" {
			c.emit(&ChatToolCallDelta{Index: c.index, Call: call, Arguments: text})
		}
	}
	c.complete(-1)
}

// complete emits the calls before a key that were not emitted yet; all of them for -1.
func (c *choiceReader) complete(before int) {
	calls := c.merged.CallsAt("choices", c.index, "message", "tool_calls")
	last := calls.Len()
	if before >= 0 {
		last = min(before, last)
	}
	for ; c.emitted < last; c.emitted++ {
		// Pieces of several calls can be interleaved: an incomplete call waits for the end.
		if before >= 0 && before < calls.Len() && !calls.IsComplete(c.emitted) {
			return
		}
		doc, err := codec.Parse(calls.At(c.emitted))
		if err != nil {
			continue
		}
		event := &ChatToolCallDone{Index: c.index}
		codec.Decode(doc.Root(), &event.Call)
		c.emit(event)
	}
}
