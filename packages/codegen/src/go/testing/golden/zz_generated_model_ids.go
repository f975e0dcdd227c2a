package patchbay

import (
	"slices"
)

var knownModelIDs = []string{
	"openai/gpt-5-mini",
	"openai/gpt-5",
}

// KnownModelIDs returns IDs of models that this version knows, such as "openai/gpt-5-mini". Any other ID is
// valid; [ModelsService.List] returns all models.
func KnownModelIDs() []string { return slices.Clone(knownModelIDs) }
