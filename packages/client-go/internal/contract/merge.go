package contract

// Accumulator says how the events of a stream add up to the response.
type Accumulator struct {
	// Initial is the JSON of the response before the first event.
	Initial string
	// Rules: the first rule that an event matches is applied.
	Rules []EventRule
}

// EventRule applies steps to events.
type EventRule struct {
	// When: each path in the event has a text that matches one of the patterns, in which * stands for any text.
	When []Condition
	// Has is a field of the event that must be an object; empty for no condition.
	Has   string
	Steps []MergeStep
}

// Condition is a path in the event and the patterns of its text.
type Condition struct {
	Path     string
	Patterns []string
}

// MergeStep merges one value of the event into one place of the response.
type MergeStep struct {
	At   []PathStep
	To   string
	From string
	// Value is the JSON of a constant in place of a value of the event; empty for none.
	Value string
	Rule  MergeRule
}

// PathStep is one step on the way: into an object, or to a place in a list.
type PathStep struct {
	// Object is the name of the object; empty for a list.
	Object string
	// List is the name of the list; empty for an object.
	List string
	Position
}

// Position is the place of an item in a list.
type Position struct {
	// Index is the path of the index in the event.
	Index string
	// Numeric: the index may be a string with a number.
	Numeric bool
	// ID is the path of the ID of the item in the event; empty for none.
	ID string
	// Missing is where an item without an index and a known ID is: "append", "last", "place" or "ignore".
	Missing string
	// Sparse: indexes can have gaps, which the response does not have.
	Sparse bool
	// MaxSkipped is how many places an index may skip; -1 for any number.
	MaxSkipped int
	// Create is the JSON of a new item; empty: an event for an item that does not exist changes nothing.
	Create string
}

// MergeRule is a word ("concat", "replace", …) or one of the structured rules, in which case Word is empty.
type MergeRule struct {
	Word   string
	Object *ObjectRule
	List   *ListRule
	Blocks *BlocksRule
	Calls  *CallsRule
	Whole  *WholeRule
}

// ObjectRule merges an object field by field.
type ObjectRule struct {
	Fields map[string]MergeRule
	// Otherwise is the rule of every other field: a word, "last", "first_and_last" or empty.
	Otherwise string
	Rename    map[string]string
	// Constants and Defaults map a field to its JSON.
	Constants       map[string]string
	Defaults        map[string]string
	EmptyIsNullWith map[string]string
}

// ListRule merges each item of a list into the item at its position.
type ListRule struct {
	Position
	Item ObjectRule
}

// BlocksRule merges pieces of blocks, such as reasoning details.
type BlocksRule struct {
	Type, Index, ID string
	Texts           []string
	Continued       []string
	Signature       string
	Signed          []string
}

// CallsRule merges pieces of tool calls.
type CallsRule struct {
	Index, ID, Type, Function, Name, Arguments string
	MaxSkipped                                 int
	// Initial is the JSON of a new call.
	Initial        string
	EmptyArguments string
}

// WholeRule replaces the response, but not these lists: "keep", "keep_if_empty" or "put".
type WholeRule struct {
	Lists map[string]string
}
