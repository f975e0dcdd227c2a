// Package generated has the operations and the policies of the contract as data.
package generated

import "github.com/patchbay/patchbay/packages/client-go/internal/contract"

// NotesSend is the operation notes.send.
var NotesSend = &contract.Operation{
	ID:      "notes.send",
	Method:  "POST",
	Path:    "/notes",
	Auth:    contract.AuthInference,
	HasBody: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "parts", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
	Stream: &contract.Stream{
		Accumulator:    "chat",
		Done:           "[DONE]",
		TypeField:      "type",
		TerminalEvents: []string{"done"},
		ErrorEvents: map[string]string{
			"failed": "error",
		},
	},
}

// NotesList is the operation notes.list.
var NotesList = &contract.Operation{
	ID:         "notes.list",
	Method:     "GET",
	Path:       "/notes",
	Auth:       contract.AuthManagement,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "page", Optional: true, Shape: &contract.Shape{Object: []contract.ShapeField{
			{Name: "items", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
		}}},
	}},
	Pagination: &contract.Pagination{
		Offset: "offset",
		Limit:  "limit",
		Items:  "page.items",
		Total:  "total",
		Next:   "links.next",
	},
}

// NotesDraftsGetZDR is the operation notes.drafts.getZdr.
var NotesDraftsGetZDR = &contract.Operation{
	ID:         "notes.drafts.getZdr",
	Method:     "GET",
	Path:       "/notes/{note_id}/{type}",
	Auth:       contract.AuthOptional,
	Idempotent: true,
	Pollable:   true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "parts", Shape: &contract.Shape{Items: &contract.Shape{Object: []contract.ShapeField{}}}},
	}},
}

// NotesClear is the operation notes.clear.
var NotesClear = &contract.Operation{
	ID:         "notes.clear",
	Method:     "DELETE",
	Path:       "/notes",
	Auth:       contract.AuthInference,
	Idempotent: true,
	Essential: &contract.Shape{Object: []contract.ShapeField{
		{Name: "message", Shape: &contract.Shape{}},
	}},
}
