package patchbay

import (
	"context"
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// NotesDraftsService has the methods of client.Notes.Drafts.
type NotesDraftsService struct {
	runtime *runtime
}

// notesDraftsGetZDRParams has the query parameters of client.Notes.Drafts.GetZDR.
type notesDraftsGetZDRParams struct {
	object

	// The draft.
	Draft int64 `query:"draft"`
}

// GetZDR returns a draft.
//
// What it does.
//
//   - first
//   - second
//
// The parameter noteID: The note_id. The parameter typeValue: The type. The parameter draft: The draft.
//
// The API accepts it without a key, but the client requires one ([WithAPIKey]); any key works. A request that
// failed is repeated, also if the API may have processed it. [WithPoll] repeats it while the resource is not
// available yet (404).
//
// An [Error] of the API has the code [CodeBadRequest] (400) or another one.
//
// Deprecated: The API may remove the operation.
func (s *NotesDraftsService) GetZDR(ctx context.Context, noteID string, typeValue string, draft int64, opts ...Option) (*Note, error) {
	return call[Note](ctx, s.runtime, generated.NotesDraftsGetZDR, request{path: []string{noteID, typeValue}, params: &notesDraftsGetZDRParams{Draft: draft}}, opts)
}

// NotesService has the methods of client.Notes.
type NotesService struct {
	runtime *runtime
	// Drafts has the methods of client.Notes.Drafts.
	Drafts *NotesDraftsService
}

// Send sends a note.
//
// What it does.
//
//   - first
//   - second
//
// [NotesService.Stream] returns the response as a stream.
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated only if the API did not process it,
// unless [WithRetryNonIdempotent] permits more.
//
// An [Error] of the API has the code [CodeBadRequest] (400) or another one.
func (s *NotesService) Send(ctx context.Context, params SendParams, opts ...Option) (*Note, error) {
	return call[Note](ctx, s.runtime, generated.NotesSend, request{params: &params}, opts)
}

// Stream sends the same request as [NotesService.Send] and returns the response as a stream while the model
// generates it. The error is that of opening the stream: the API key, the retries and the codes of errors are
// those of Send. A stream that has begun is not repeated.
//
// Close the stream unless it was read to its end.
func (s *NotesService) Stream(ctx context.Context, params SendParams, opts ...Option) (*ChatStream, error) {
	return newChatStream(ctx, s.runtime, generated.NotesSend, request{params: &params}, opts)
}

// NotesListParams has the query parameters of [NotesService.List].
type NotesListParams struct {
	object

	// The tags.
	Tags []string `query:"tags" separator:","`

	// The order.
	Order Opt[NoteOrder] `query:"order"`

	// The offset.
	Offset Opt[int64] `query:"offset"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v NotesListParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *NotesListParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// List lists notes.
//
// What it does.
//
//   - first
//   - second
//
// It returns one page; [NotesService.ListAll] iterates over the items of all pages.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400) or another one.
func (s *NotesService) List(ctx context.Context, params NotesListParams, opts ...Option) (*NoteList, error) {
	return call[NoteList](ctx, s.runtime, generated.NotesList, request{params: &params}, opts)
}

// ListAll iterates over the items of all pages of [NotesService.List], from the offset of params on. The loop
// requests a page when it reaches it. After an error it ends.
func (s *NotesService) ListAll(ctx context.Context, params NotesListParams, opts ...Option) iter.Seq2[Note, error] {
	items := func(page *NoteList) []Note { return page.Page.Items }
	return listAll(ctx, s.runtime, generated.NotesList, request{params: &params}, items, opts)
}

// Clear clears the notes.
//
// What it does.
//
//   - first
//   - second
//
// It needs an API key ([WithAPIKey]). A request that failed is repeated, also if the API may have processed
// it.
//
// An [Error] of the API has the code [CodeBadRequest] (400) or another one.
func (s *NotesService) Clear(ctx context.Context, opts ...Option) (*NoteError, error) {
	return call[NoteError](ctx, s.runtime, generated.NotesClear, request{}, opts)
}
