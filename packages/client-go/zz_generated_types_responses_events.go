// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ResponseApplyPatchCallOperationDiffDeltaEvent is a piece of a diff.
type ResponseApplyPatchCallOperationDiffDeltaEvent struct {
	object

	// Always "response.apply_patch_call_operation_diff.delta".
	Type string `json:"type" const:"response.apply_patch_call_operation_diff.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchCallOperationDiffDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchCallOperationDiffDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseApplyPatchCallOperationDiffDoneEvent is a diff is complete.
type ResponseApplyPatchCallOperationDiffDoneEvent struct {
	object

	// Always "response.apply_patch_call_operation_diff.done".
	Type string `json:"type" const:"response.apply_patch_call_operation_diff.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The whole diff.
	Diff string `json:"diff"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseApplyPatchCallOperationDiffDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseApplyPatchCallOperationDiffDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseAudioDeltaEvent is a piece of audio.
type ResponseAudioDeltaEvent struct {
	object

	// Always "response.audio.delta".
	Type string `json:"type" const:"response.audio.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The next piece as base64.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAudioDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAudioDeltaEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseAudioDoneEvent is the audio is complete.
type ResponseAudioDoneEvent struct {
	object

	// Always "response.audio.done".
	Type string `json:"type" const:"response.audio.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAudioDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAudioDoneEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseAudioTranscriptDeltaEvent is a piece of the transcript of the audio.
type ResponseAudioTranscriptDeltaEvent struct {
	object

	// Always "response.audio.transcript.delta".
	Type string `json:"type" const:"response.audio.transcript.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAudioTranscriptDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAudioTranscriptDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseAudioTranscriptDoneEvent is the transcript of the audio is complete.
type ResponseAudioTranscriptDoneEvent struct {
	object

	// Always "response.audio.transcript.done".
	Type string `json:"type" const:"response.audio.transcript.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseAudioTranscriptDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseAudioTranscriptDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterCallCodeDeltaEvent is a piece of code.
type ResponseCodeInterpreterCallCodeDeltaEvent struct {
	object

	// Always "response.code_interpreter_call_code.delta".
	Type string `json:"type" const:"response.code_interpreter_call_code.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCallCodeDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCallCodeDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterCallCodeDoneEvent is the code is complete.
type ResponseCodeInterpreterCallCodeDoneEvent struct {
	object

	// Always "response.code_interpreter_call_code.done".
	Type string `json:"type" const:"response.code_interpreter_call_code.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The whole code.
	Code string `json:"code"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCallCodeDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCallCodeDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterCallCompletedEvent is a code call is complete.
type ResponseCodeInterpreterCallCompletedEvent struct {
	object

	// Always "response.code_interpreter_call.completed".
	Type string `json:"type" const:"response.code_interpreter_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCallCompletedEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterCallInProgressEvent is a code call begins.
type ResponseCodeInterpreterCallInProgressEvent struct {
	object

	// Always "response.code_interpreter_call.in_progress".
	Type string `json:"type" const:"response.code_interpreter_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCallInProgressEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCodeInterpreterCallInterpretingEvent is the code is running.
type ResponseCodeInterpreterCallInterpretingEvent struct {
	object

	// Always "response.code_interpreter_call.interpreting".
	Type string `json:"type" const:"response.code_interpreter_call.interpreting"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCodeInterpreterCallInterpretingEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCodeInterpreterCallInterpretingEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCompactionCompactingEvent is the conversation is being compacted.
type ResponseCompactionCompactingEvent struct {
	object

	// Always "response.compaction.compacting".
	Type string `json:"type" const:"response.compaction.compacting"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCompactionCompactingEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCompactionCompactingEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCompletedEvent is the response is complete. The last event.
type ResponseCompletedEvent struct {
	object

	// Always "response.completed".
	Type string `json:"type" const:"response.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The whole response.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCompletedEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseContentPartAddedEvent is a part of an item begins.
type ResponseContentPartAddedEvent struct {
	object

	// Always "response.content_part.added".
	Type string `json:"type" const:"response.content_part.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The part.
	Part ResponseOutputContent `json:"part"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseContentPartAddedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseContentPartAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseContentPartDoneEvent is a part of an item is complete.
type ResponseContentPartDoneEvent struct {
	object

	// Always "response.content_part.done".
	Type string `json:"type" const:"response.content_part.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The part.
	Part ResponseOutputContent `json:"part"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseContentPartDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseContentPartDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCreatedEvent is the response has been created. The first event.
type ResponseCreatedEvent struct {
	object

	// Always "response.created".
	Type string `json:"type" const:"response.created"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The response so far.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCreatedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCreatedEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseCustomToolCallInputDeltaEvent is a piece of the input of a custom tool call.
type ResponseCustomToolCallInputDeltaEvent struct {
	object

	// Always "response.custom_tool_call_input.delta".
	Type string `json:"type" const:"response.custom_tool_call_input.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomToolCallInputDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomToolCallInputDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseCustomToolCallInputDoneEvent is the input of a custom tool call is complete.
type ResponseCustomToolCallInputDoneEvent struct {
	object

	// Always "response.custom_tool_call_input.done".
	Type string `json:"type" const:"response.custom_tool_call_input.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The whole input.
	Input string `json:"input"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseCustomToolCallInputDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseCustomToolCallInputDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseDebug: Debug output of a stream.
type ResponseDebug struct {
	object

	// The request body sent to the provider.
	EchoUpstreamBody map[string]any `json:"echo_upstream_body,omitzero"`

	// A moment of the request.
	Timings *ResponseDebugTimings `json:"timings,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseDebug) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseDebug) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseDebugEvent: Debug output, if the request asked for it.
type ResponseDebugEvent struct {
	object

	// Always "response.debug".
	Type string `json:"type" const:"response.debug"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The debug output.
	Debug ResponseDebug `json:"debug"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseDebugEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseDebugEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseDebugTimings is a moment of the request.
type ResponseDebugTimings struct {
	object

	// The moment.
	Event ResponseDebugTimingsEvent `json:"event,omitzero"`

	// The time, in Unix milliseconds.
	EpochMs Opt[int64] `json:"epoch_ms,omitzero"`

	// Milliseconds since the start of the request.
	StartMs Opt[int64] `json:"start_ms,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseDebugTimings) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseDebugTimings) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseDebugTimingsEvent is the moment.
//
// The API may add other values.
type ResponseDebugTimingsEvent string

// The known values of ResponseDebugTimingsEvent.
const (
	// The request was sent to the provider.
	ResponseDebugTimingsEventAdapterRequest ResponseDebugTimingsEvent = "adapter_request"
	// The headers of the provider arrived.
	ResponseDebugTimingsEventUpstreamHeadersReceived ResponseDebugTimingsEvent = "upstream_headers_received"
	// The first token arrived.
	ResponseDebugTimingsEventFirstTokenReceived ResponseDebugTimingsEvent = "first_token_received"
	// The provider's response ended.
	ResponseDebugTimingsEventUpstreamBodyEnded ResponseDebugTimingsEvent = "upstream_body_ended"
)

// ResponseErrorEvent is the stream failed. The last event.
type ResponseErrorEvent struct {
	object

	// Always "error".
	Type string `json:"type" const:"error"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Code of the error.
	Code string `json:"code"`

	// The reason.
	Message string `json:"message"`

	// The parameter that caused it.
	Param string `json:"param"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseErrorEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseErrorEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFailedEvent is the response failed; "response.error" has the reason. The last event.
type ResponseFailedEvent struct {
	object

	// Always "response.failed".
	Type string `json:"type" const:"response.failed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The whole response.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFailedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFailedEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseFileSearchCallCompletedEvent is a file search is complete.
type ResponseFileSearchCallCompletedEvent struct {
	object

	// Always "response.file_search_call.completed".
	Type string `json:"type" const:"response.file_search_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileSearchCallCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileSearchCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFileSearchCallInProgressEvent is a file search begins.
type ResponseFileSearchCallInProgressEvent struct {
	object

	// Always "response.file_search_call.in_progress".
	Type string `json:"type" const:"response.file_search_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileSearchCallInProgressEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileSearchCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFileSearchCallSearchingEvent is a file search is running.
type ResponseFileSearchCallSearchingEvent struct {
	object

	// Always "response.file_search_call.searching".
	Type string `json:"type" const:"response.file_search_call.searching"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFileSearchCallSearchingEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFileSearchCallSearchingEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFunctionCallArgumentsDeltaEvent is a piece of the arguments of a function call.
type ResponseFunctionCallArgumentsDeltaEvent struct {
	object

	// Always "response.function_call_arguments.delta".
	Type string `json:"type" const:"response.function_call_arguments.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFunctionCallArgumentsDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFunctionCallArgumentsDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFunctionCallArgumentsDoneEvent is the arguments of a function call are complete.
type ResponseFunctionCallArgumentsDoneEvent struct {
	object

	// Always "response.function_call_arguments.done".
	Type string `json:"type" const:"response.function_call_arguments.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Name of the function.
	Name string `json:"name"`

	// The whole arguments as a JSON string.
	Arguments string `json:"arguments"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFunctionCallArgumentsDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFunctionCallArgumentsDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallAnalysisCompletedEvent is the comparison of the responses is complete.
type ResponseFusionCallAnalysisCompletedEvent struct {
	object

	// Always "response.fusion_call.analysis.completed".
	Type string `json:"type" const:"response.fusion_call.analysis.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The comparison.
	Analysis ResponseFusionAnalysis `json:"analysis"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallAnalysisCompletedEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallAnalysisCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallAnalysisInProgressEvent is the comparison of the responses begins.
type ResponseFusionCallAnalysisInProgressEvent struct {
	object

	// Always "response.fusion_call.analysis.in_progress".
	Type string `json:"type" const:"response.fusion_call.analysis.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model that compares.
	AnalystModel string `json:"analyst_model"`

	// Older name of AnalystModel.
	JudgeModel string `json:"judge_model,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallAnalysisInProgressEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallAnalysisInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallCompletedEvent is a panel of models is complete.
type ResponseFusionCallCompletedEvent struct {
	object

	// Always "response.fusion_call.completed".
	Type string `json:"type" const:"response.fusion_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallInProgressEvent is a panel of models begins.
type ResponseFusionCallInProgressEvent struct {
	object

	// Always "response.fusion_call.in_progress".
	Type string `json:"type" const:"response.fusion_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallPanelAddedEvent is a model of a panel begins.
type ResponseFusionCallPanelAddedEvent struct {
	object

	// Always "response.fusion_call.panel.added".
	Type string `json:"type" const:"response.fusion_call.panel.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model of the panel.
	Model string `json:"model"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallPanelAddedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallPanelAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallPanelCompletedEvent is the response of a model is complete.
type ResponseFusionCallPanelCompletedEvent struct {
	object

	// Always "response.fusion_call.panel.completed".
	Type string `json:"type" const:"response.fusion_call.panel.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model of the panel.
	Model string `json:"model"`

	// The whole response.
	Content string `json:"content"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallPanelCompletedEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallPanelCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallPanelDeltaEvent is a piece of the response of a model.
type ResponseFusionCallPanelDeltaEvent struct {
	object

	// Always "response.fusion_call.panel.delta".
	Type string `json:"type" const:"response.fusion_call.panel.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model of the panel.
	Model string `json:"model"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallPanelDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallPanelDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallPanelFailedEvent is a model of a panel failed.
type ResponseFusionCallPanelFailedEvent struct {
	object

	// Always "response.fusion_call.panel.failed".
	Type string `json:"type" const:"response.fusion_call.panel.failed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model of the panel.
	Model string `json:"model"`

	// The reason.
	Error string `json:"error"`

	// HTTP status of the provider.
	StatusCode Opt[int64] `json:"status_code,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallPanelFailedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallPanelFailedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseFusionCallPanelReasoningDeltaEvent is a piece of the reasoning of a model.
type ResponseFusionCallPanelReasoningDeltaEvent struct {
	object

	// Always "response.fusion_call.panel.reasoning.delta".
	Type string `json:"type" const:"response.fusion_call.panel.reasoning.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The model of the panel.
	Model string `json:"model"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseFusionCallPanelReasoningDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseFusionCallPanelReasoningDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseImageGenCallCompletedEvent is an image is complete.
type ResponseImageGenCallCompletedEvent struct {
	object

	// Always "response.image_generation_call.completed".
	Type string `json:"type" const:"response.image_generation_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenCallCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseImageGenCallGeneratingEvent is an image is being generated.
type ResponseImageGenCallGeneratingEvent struct {
	object

	// Always "response.image_generation_call.generating".
	Type string `json:"type" const:"response.image_generation_call.generating"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenCallGeneratingEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenCallGeneratingEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseImageGenCallInProgressEvent is the generation of an image begins.
type ResponseImageGenCallInProgressEvent struct {
	object

	// Always "response.image_generation_call.in_progress".
	Type string `json:"type" const:"response.image_generation_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenCallInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseImageGenCallPartialImageEvent is a partial image.
type ResponseImageGenCallPartialImageEvent struct {
	object

	// Always "response.image_generation_call.partial_image".
	Type string `json:"type" const:"response.image_generation_call.partial_image"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Number of the partial image, from 0.
	PartialImageIndex int64 `json:"partial_image_index"`

	// The partial image as base64.
	PartialImageB64 string `json:"partial_image_b64"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseImageGenCallPartialImageEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseImageGenCallPartialImageEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseInProgressEvent is the model is generating.
type ResponseInProgressEvent struct {
	object

	// Always "response.in_progress".
	Type string `json:"type" const:"response.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The response so far.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseInProgressEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseIncompleteEvent is the response reached a limit or was filtered. The last event.
type ResponseIncompleteEvent struct {
	object

	// Always "response.incomplete".
	Type string `json:"type" const:"response.incomplete"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The whole response.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseIncompleteEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseIncompleteEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseKeepaliveEvent keeps the connection open. Ignore it.
type ResponseKeepaliveEvent struct {
	object

	// Always "keepalive".
	Type string `json:"type" const:"keepalive"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseKeepaliveEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseKeepaliveEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseMCPCallArgumentsDeltaEvent is a piece of the arguments of an MCP call.
type ResponseMCPCallArgumentsDeltaEvent struct {
	object

	// Always "response.mcp_call_arguments.delta".
	Type string `json:"type" const:"response.mcp_call_arguments.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCallArgumentsDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCallArgumentsDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPCallArgumentsDoneEvent is the arguments of an MCP call are complete.
type ResponseMCPCallArgumentsDoneEvent struct {
	object

	// Always "response.mcp_call_arguments.done".
	Type string `json:"type" const:"response.mcp_call_arguments.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The whole arguments as a JSON string.
	Arguments string `json:"arguments"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCallArgumentsDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCallArgumentsDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPCallCompletedEvent is an MCP call is complete.
type ResponseMCPCallCompletedEvent struct {
	object

	// Always "response.mcp_call.completed".
	Type string `json:"type" const:"response.mcp_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCallCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPCallFailedEvent is an MCP call failed.
type ResponseMCPCallFailedEvent struct {
	object

	// Always "response.mcp_call.failed".
	Type string `json:"type" const:"response.mcp_call.failed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCallFailedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCallFailedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPCallInProgressEvent is an MCP call begins.
type ResponseMCPCallInProgressEvent struct {
	object

	// Always "response.mcp_call.in_progress".
	Type string `json:"type" const:"response.mcp_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPCallInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPListToolsCompletedEvent is the tools of an MCP server have been listed.
type ResponseMCPListToolsCompletedEvent struct {
	object

	// Always "response.mcp_list_tools.completed".
	Type string `json:"type" const:"response.mcp_list_tools.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPListToolsCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPListToolsCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPListToolsFailedEvent is the tools of an MCP server could not be listed.
type ResponseMCPListToolsFailedEvent struct {
	object

	// Always "response.mcp_list_tools.failed".
	Type string `json:"type" const:"response.mcp_list_tools.failed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPListToolsFailedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPListToolsFailedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseMCPListToolsInProgressEvent is the tools of an MCP server are being listed.
type ResponseMCPListToolsInProgressEvent struct {
	object

	// Always "response.mcp_list_tools.in_progress".
	Type string `json:"type" const:"response.mcp_list_tools.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseMCPListToolsInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseMCPListToolsInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseOutputItemAddedEvent is an item begins.
type ResponseOutputItemAddedEvent struct {
	object

	// Always "response.output_item.added".
	Type string `json:"type" const:"response.output_item.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The item.
	Item ResponseOutputItem `json:"item"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputItemAddedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputItemAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseOutputItemDoneEvent is an item is complete.
type ResponseOutputItemDoneEvent struct {
	object

	// Always "response.output_item.done".
	Type string `json:"type" const:"response.output_item.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// The item.
	Item ResponseOutputItem `json:"item"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputItemDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputItemDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseOutputTextAnnotationAddedEvent is a citation in the text.
type ResponseOutputTextAnnotationAddedEvent struct {
	object

	// Always "response.output_text.annotation.added".
	Type string `json:"type" const:"response.output_text.annotation.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// Position of the citation in the part.
	AnnotationIndex int64 `json:"annotation_index"`

	// The citation.
	Annotation ResponseAnnotation `json:"annotation"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseOutputTextAnnotationAddedEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseOutputTextAnnotationAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseQueuedEvent is the response waits for the model.
type ResponseQueuedEvent struct {
	object

	// Always "response.queued".
	Type string `json:"type" const:"response.queued"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// The response so far.
	Response ResponseObject `json:"response"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseQueuedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseQueuedEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseReasoningSummaryPartAddedEvent is a summary of the reasoning begins.
type ResponseReasoningSummaryPartAddedEvent struct {
	object

	// Always "response.reasoning_summary_part.added".
	Type string `json:"type" const:"response.reasoning_summary_part.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the summary in the item.
	SummaryIndex int64 `json:"summary_index"`

	// The summary.
	Part ResponseSummaryText `json:"part"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningSummaryPartAddedEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningSummaryPartAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseReasoningSummaryPartDoneEvent is a summary of the reasoning is complete.
type ResponseReasoningSummaryPartDoneEvent struct {
	object

	// Always "response.reasoning_summary_part.done".
	Type string `json:"type" const:"response.reasoning_summary_part.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the summary in the item.
	SummaryIndex int64 `json:"summary_index"`

	// The summary.
	Part ResponseSummaryText `json:"part"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningSummaryPartDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningSummaryPartDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseReasoningSummaryTextDeltaEvent is a piece of a summary.
type ResponseReasoningSummaryTextDeltaEvent struct {
	object

	// Always "response.reasoning_summary_text.delta".
	Type string `json:"type" const:"response.reasoning_summary_text.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the summary in the item.
	SummaryIndex int64 `json:"summary_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningSummaryTextDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningSummaryTextDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseReasoningSummaryTextDoneEvent is the text of a summary is complete.
type ResponseReasoningSummaryTextDoneEvent struct {
	object

	// Always "response.reasoning_summary_text.done".
	Type string `json:"type" const:"response.reasoning_summary_text.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the summary in the item.
	SummaryIndex int64 `json:"summary_index"`

	// The whole text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningSummaryTextDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningSummaryTextDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseReasoningTextDeltaEvent is a piece of reasoning.
type ResponseReasoningTextDeltaEvent struct {
	object

	// Always "response.reasoning_text.delta".
	Type string `json:"type" const:"response.reasoning_text.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningTextDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningTextDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseReasoningTextDoneEvent is the text of the reasoning is complete.
type ResponseReasoningTextDoneEvent struct {
	object

	// Always "response.reasoning_text.done".
	Type string `json:"type" const:"response.reasoning_text.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The whole text.
	Text string `json:"text"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseReasoningTextDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseReasoningTextDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseRefusalDeltaEvent is a piece of a refusal.
type ResponseRefusalDeltaEvent struct {
	object

	// Always "response.refusal.delta".
	Type string `json:"type" const:"response.refusal.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseRefusalDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseRefusalDeltaEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseRefusalDoneEvent is a refusal is complete.
type ResponseRefusalDoneEvent struct {
	object

	// Always "response.refusal.done".
	Type string `json:"type" const:"response.refusal.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The whole refusal.
	Refusal string `json:"refusal"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseRefusalDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseRefusalDoneEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseShellCallCommandAddedEvent is a shell command begins.
type ResponseShellCallCommandAddedEvent struct {
	object

	// Always "response.shell_call_command.added".
	Type string `json:"type" const:"response.shell_call_command.added"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the command in the call.
	CommandIndex int64 `json:"command_index"`

	// The command so far.
	Command string `json:"command"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallCommandAddedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallCommandAddedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellCallCommandDeltaEvent is a piece of a shell command.
type ResponseShellCallCommandDeltaEvent struct {
	object

	// Always "response.shell_call_command.delta".
	Type string `json:"type" const:"response.shell_call_command.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the command in the call.
	CommandIndex int64 `json:"command_index"`

	// The next piece.
	Delta string `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallCommandDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallCommandDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellCallCommandDoneEvent is a shell command is complete.
type ResponseShellCallCommandDoneEvent struct {
	object

	// Always "response.shell_call_command.done".
	Type string `json:"type" const:"response.shell_call_command.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the command in the call.
	CommandIndex int64 `json:"command_index"`

	// The whole command.
	Command string `json:"command"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallCommandDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallCommandDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellCallOutputContentDeltaEvent is a piece of the output of a shell command.
type ResponseShellCallOutputContentDeltaEvent struct {
	object

	// Always "response.shell_call_output_content.delta".
	Type string `json:"type" const:"response.shell_call_output_content.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the command in the call.
	CommandIndex int64 `json:"command_index"`

	// The next piece.
	Delta ResponseShellOutputDelta `json:"delta"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallOutputContentDeltaEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallOutputContentDeltaEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellCallOutputContentDoneEvent is the output of a shell command is complete.
type ResponseShellCallOutputContentDoneEvent struct {
	object

	// Always "response.shell_call_output_content.done".
	Type string `json:"type" const:"response.shell_call_output_content.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the command in the call.
	CommandIndex int64 `json:"command_index"`

	// The whole output.
	Output []ResponseShellOutput `json:"output"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellCallOutputContentDoneEvent) MarshalJSON() ([]byte, error) {
	return codec.Marshal(&v)
}

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellCallOutputContentDoneEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseShellOutputDelta is a piece of the output of a shell command.
type ResponseShellOutputDelta struct {
	object

	// A piece of standard output.
	Stdout string `json:"stdout,omitzero"`

	// A piece of standard error.
	Stderr string `json:"stderr,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseShellOutputDelta) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseShellOutputDelta) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseStreamEvent is one event of a streamed response. Its "type" is also the name of the event. Events
// of one item share its "item_id" and "output_index".
//
// Set one of its fields. The field "type" of the JSON selects the member.
type ResponseStreamEvent struct {
	object

	_ struct{} `discriminator:"type" open:"UnknownResponseEvent"`

	OfResponseCreatedEvent                          *ResponseCreatedEvent                          `values:"response.created"`
	OfResponseInProgressEvent                       *ResponseInProgressEvent                       `values:"response.in_progress"`
	OfResponseQueuedEvent                           *ResponseQueuedEvent                           `values:"response.queued"`
	OfResponseCompletedEvent                        *ResponseCompletedEvent                        `values:"response.completed"`
	OfResponseIncompleteEvent                       *ResponseIncompleteEvent                       `values:"response.incomplete"`
	OfResponseFailedEvent                           *ResponseFailedEvent                           `values:"response.failed"`
	OfResponseErrorEvent                            *ResponseErrorEvent                            `values:"error"`
	OfResponseOutputItemAddedEvent                  *ResponseOutputItemAddedEvent                  `values:"response.output_item.added"`
	OfResponseOutputItemDoneEvent                   *ResponseOutputItemDoneEvent                   `values:"response.output_item.done"`
	OfResponseContentPartAddedEvent                 *ResponseContentPartAddedEvent                 `values:"response.content_part.added"`
	OfResponseContentPartDoneEvent                  *ResponseContentPartDoneEvent                  `values:"response.content_part.done"`
	OfResponseTextDeltaEvent                        *ResponseTextDeltaEvent                        `values:"response.output_text.delta"`
	OfResponseTextDoneEvent                         *ResponseTextDoneEvent                         `values:"response.output_text.done"`
	OfResponseOutputTextAnnotationAddedEvent        *ResponseOutputTextAnnotationAddedEvent        `values:"response.output_text.annotation.added"`
	OfResponseRefusalDeltaEvent                     *ResponseRefusalDeltaEvent                     `values:"response.refusal.delta"`
	OfResponseRefusalDoneEvent                      *ResponseRefusalDoneEvent                      `values:"response.refusal.done"`
	OfResponseReasoningTextDeltaEvent               *ResponseReasoningTextDeltaEvent               `values:"response.reasoning_text.delta"`
	OfResponseReasoningTextDoneEvent                *ResponseReasoningTextDoneEvent                `values:"response.reasoning_text.done"`
	OfResponseReasoningSummaryPartAddedEvent        *ResponseReasoningSummaryPartAddedEvent        `values:"response.reasoning_summary_part.added"`
	OfResponseReasoningSummaryPartDoneEvent         *ResponseReasoningSummaryPartDoneEvent         `values:"response.reasoning_summary_part.done"`
	OfResponseReasoningSummaryTextDeltaEvent        *ResponseReasoningSummaryTextDeltaEvent        `values:"response.reasoning_summary_text.delta"`
	OfResponseReasoningSummaryTextDoneEvent         *ResponseReasoningSummaryTextDoneEvent         `values:"response.reasoning_summary_text.done"`
	OfResponseFunctionCallArgumentsDeltaEvent       *ResponseFunctionCallArgumentsDeltaEvent       `values:"response.function_call_arguments.delta"`
	OfResponseFunctionCallArgumentsDoneEvent        *ResponseFunctionCallArgumentsDoneEvent        `values:"response.function_call_arguments.done"`
	OfResponseCustomToolCallInputDeltaEvent         *ResponseCustomToolCallInputDeltaEvent         `values:"response.custom_tool_call_input.delta"`
	OfResponseCustomToolCallInputDoneEvent          *ResponseCustomToolCallInputDoneEvent          `values:"response.custom_tool_call_input.done"`
	OfResponseWebSearchCallInProgressEvent          *ResponseWebSearchCallInProgressEvent          `values:"response.web_search_call.in_progress"`
	OfResponseWebSearchCallSearchingEvent           *ResponseWebSearchCallSearchingEvent           `values:"response.web_search_call.searching"`
	OfResponseWebSearchCallCompletedEvent           *ResponseWebSearchCallCompletedEvent           `values:"response.web_search_call.completed"`
	OfResponseFileSearchCallInProgressEvent         *ResponseFileSearchCallInProgressEvent         `values:"response.file_search_call.in_progress"`
	OfResponseFileSearchCallSearchingEvent          *ResponseFileSearchCallSearchingEvent          `values:"response.file_search_call.searching"`
	OfResponseFileSearchCallCompletedEvent          *ResponseFileSearchCallCompletedEvent          `values:"response.file_search_call.completed"`
	OfResponseImageGenCallInProgressEvent           *ResponseImageGenCallInProgressEvent           `values:"response.image_generation_call.in_progress"`
	OfResponseImageGenCallGeneratingEvent           *ResponseImageGenCallGeneratingEvent           `values:"response.image_generation_call.generating"`
	OfResponseImageGenCallCompletedEvent            *ResponseImageGenCallCompletedEvent            `values:"response.image_generation_call.completed"`
	OfResponseImageGenCallPartialImageEvent         *ResponseImageGenCallPartialImageEvent         `values:"response.image_generation_call.partial_image"`
	OfResponseCodeInterpreterCallInProgressEvent    *ResponseCodeInterpreterCallInProgressEvent    `values:"response.code_interpreter_call.in_progress"`
	OfResponseCodeInterpreterCallInterpretingEvent  *ResponseCodeInterpreterCallInterpretingEvent  `values:"response.code_interpreter_call.interpreting"`
	OfResponseCodeInterpreterCallCompletedEvent     *ResponseCodeInterpreterCallCompletedEvent     `values:"response.code_interpreter_call.completed"`
	OfResponseCodeInterpreterCallCodeDeltaEvent     *ResponseCodeInterpreterCallCodeDeltaEvent     `values:"response.code_interpreter_call_code.delta"`
	OfResponseCodeInterpreterCallCodeDoneEvent      *ResponseCodeInterpreterCallCodeDoneEvent      `values:"response.code_interpreter_call_code.done"`
	OfResponseMCPCallInProgressEvent                *ResponseMCPCallInProgressEvent                `values:"response.mcp_call.in_progress"`
	OfResponseMCPCallCompletedEvent                 *ResponseMCPCallCompletedEvent                 `values:"response.mcp_call.completed"`
	OfResponseMCPCallFailedEvent                    *ResponseMCPCallFailedEvent                    `values:"response.mcp_call.failed"`
	OfResponseMCPCallArgumentsDeltaEvent            *ResponseMCPCallArgumentsDeltaEvent            `values:"response.mcp_call_arguments.delta"`
	OfResponseMCPCallArgumentsDoneEvent             *ResponseMCPCallArgumentsDoneEvent             `values:"response.mcp_call_arguments.done"`
	OfResponseMCPListToolsInProgressEvent           *ResponseMCPListToolsInProgressEvent           `values:"response.mcp_list_tools.in_progress"`
	OfResponseMCPListToolsCompletedEvent            *ResponseMCPListToolsCompletedEvent            `values:"response.mcp_list_tools.completed"`
	OfResponseMCPListToolsFailedEvent               *ResponseMCPListToolsFailedEvent               `values:"response.mcp_list_tools.failed"`
	OfResponseApplyPatchCallOperationDiffDeltaEvent *ResponseApplyPatchCallOperationDiffDeltaEvent `values:"response.apply_patch_call_operation_diff.delta"`
	OfResponseApplyPatchCallOperationDiffDoneEvent  *ResponseApplyPatchCallOperationDiffDoneEvent  `values:"response.apply_patch_call_operation_diff.done"`
	OfResponseFusionCallInProgressEvent             *ResponseFusionCallInProgressEvent             `values:"response.fusion_call.in_progress"`
	OfResponseFusionCallCompletedEvent              *ResponseFusionCallCompletedEvent              `values:"response.fusion_call.completed"`
	OfResponseFusionCallPanelAddedEvent             *ResponseFusionCallPanelAddedEvent             `values:"response.fusion_call.panel.added"`
	OfResponseFusionCallPanelDeltaEvent             *ResponseFusionCallPanelDeltaEvent             `values:"response.fusion_call.panel.delta"`
	OfResponseFusionCallPanelReasoningDeltaEvent    *ResponseFusionCallPanelReasoningDeltaEvent    `values:"response.fusion_call.panel.reasoning.delta"`
	OfResponseFusionCallPanelCompletedEvent         *ResponseFusionCallPanelCompletedEvent         `values:"response.fusion_call.panel.completed"`
	OfResponseFusionCallPanelFailedEvent            *ResponseFusionCallPanelFailedEvent            `values:"response.fusion_call.panel.failed"`
	OfResponseFusionCallAnalysisInProgressEvent     *ResponseFusionCallAnalysisInProgressEvent     `values:"response.fusion_call.analysis.in_progress"`
	OfResponseFusionCallAnalysisCompletedEvent      *ResponseFusionCallAnalysisCompletedEvent      `values:"response.fusion_call.analysis.completed"`
	OfResponseAudioDeltaEvent                       *ResponseAudioDeltaEvent                       `values:"response.audio.delta"`
	OfResponseAudioDoneEvent                        *ResponseAudioDoneEvent                        `values:"response.audio.done"`
	OfResponseAudioTranscriptDeltaEvent             *ResponseAudioTranscriptDeltaEvent             `values:"response.audio.transcript.delta"`
	OfResponseAudioTranscriptDoneEvent              *ResponseAudioTranscriptDoneEvent              `values:"response.audio.transcript.done"`
	OfResponseCompactionCompactingEvent             *ResponseCompactionCompactingEvent             `values:"response.compaction.compacting"`
	OfResponseShellCallCommandAddedEvent            *ResponseShellCallCommandAddedEvent            `values:"response.shell_call_command.added"`
	OfResponseShellCallCommandDeltaEvent            *ResponseShellCallCommandDeltaEvent            `values:"response.shell_call_command.delta"`
	OfResponseShellCallCommandDoneEvent             *ResponseShellCallCommandDoneEvent             `values:"response.shell_call_command.done"`
	OfResponseShellCallOutputContentDeltaEvent      *ResponseShellCallOutputContentDeltaEvent      `values:"response.shell_call_output_content.delta"`
	OfResponseShellCallOutputContentDoneEvent       *ResponseShellCallOutputContentDoneEvent       `values:"response.shell_call_output_content.done"`
	OfResponseKeepaliveEvent                        *ResponseKeepaliveEvent                        `values:"keepalive"`
	OfResponseDebugEvent                            *ResponseDebugEvent                            `values:"response.debug"`
	// OfUnknownResponseEvent is a member that this version does not know.
	OfUnknownResponseEvent *UnknownResponseEvent
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseStreamEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseStreamEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Value returns the member that is set, for a type switch: objects and unions as pointers; nil for none.
func (v ResponseStreamEvent) Value() any { return codec.Member(&v) }

// Tag returns the value of "type", also that of a member which this version does not know.
func (v ResponseStreamEvent) Tag() string { return codec.Tag(&v) }

// ResponseTextDeltaEvent is a piece of text.
type ResponseTextDeltaEvent struct {
	object

	// Always "response.output_text.delta".
	Type string `json:"type" const:"response.output_text.delta"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The next piece.
	Delta string `json:"delta"`

	// Log probabilities of the tokens; empty if not requested.
	Logprobs []ResponseLogprob `json:"logprobs"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextDeltaEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextDeltaEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseTextDoneEvent is the text of a part is complete.
type ResponseTextDoneEvent struct {
	object

	// Always "response.output_text.done".
	Type string `json:"type" const:"response.output_text.done"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`

	// Position of the part in the item.
	ContentIndex int64 `json:"content_index"`

	// The whole text.
	Text string `json:"text"`

	// Log probabilities of the tokens; empty if not requested.
	Logprobs []ResponseLogprob `json:"logprobs"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseTextDoneEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseTextDoneEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ResponseWebSearchCallCompletedEvent is a web search is complete.
type ResponseWebSearchCallCompletedEvent struct {
	object

	// Always "response.web_search_call.completed".
	Type string `json:"type" const:"response.web_search_call.completed"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchCallCompletedEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchCallCompletedEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseWebSearchCallInProgressEvent is a web search begins.
type ResponseWebSearchCallInProgressEvent struct {
	object

	// Always "response.web_search_call.in_progress".
	Type string `json:"type" const:"response.web_search_call.in_progress"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchCallInProgressEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchCallInProgressEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// ResponseWebSearchCallSearchingEvent is a web search is running.
type ResponseWebSearchCallSearchingEvent struct {
	object

	// Always "response.web_search_call.searching".
	Type string `json:"type" const:"response.web_search_call.searching"`

	// Position of the event in the stream, from 0.
	SequenceNumber int64 `json:"sequence_number"`

	// ID of the item.
	ItemID string `json:"item_id"`

	// Position of the item in the output.
	OutputIndex int64 `json:"output_index"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ResponseWebSearchCallSearchingEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ResponseWebSearchCallSearchingEvent) UnmarshalJSON(data []byte) error {
	return codec.Unmarshal(data, v)
}

// UnknownResponseEvent is an event with a type that this contract does not know. Ignore it.
type UnknownResponseEvent struct {
	object

	// The type.
	Type string `json:"type"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v UnknownResponseEvent) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *UnknownResponseEvent) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
