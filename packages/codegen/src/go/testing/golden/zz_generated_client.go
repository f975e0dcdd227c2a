package patchbay

// Client calls the API. Its services have a method for each operation. It is safe for concurrent use. [New]
// returns one.
type Client struct {
	runtime *runtime

	// Notes has the methods of client.Notes.
	Notes *NotesService
}

// newClient returns a client whose services share a runtime.
func newClient(r *runtime) *Client {
	return &Client{
		runtime: r,
		Notes:   &NotesService{runtime: r, Drafts: &NotesDraftsService{runtime: r}},
	}
}
