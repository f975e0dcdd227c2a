package patchbay

// NoteOrder is the order.
//
// The API accepts these values today.
type NoteOrder string

// The known values of NoteOrder.
const (
	// Newest first.
	NoteOrderNewest NoteOrder = "newest"
)
