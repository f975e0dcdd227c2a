// Package merge adds up the events of a stream to the response, by the rules of the contract (openapi/policies/merge.yaml).
package merge

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
)

// Accumulator adds up the events of one stream. It keeps nothing of an event that the response does not have.
type Accumulator struct {
	*plan
	root value
	// candidates has the rules for each type of events that has occurred.
	candidates map[string][]*contract.EventRule
	// hasBegun is false for the first event.
	hasBegun bool
	// Pieces are the pieces of tool calls in the last event that another reader needs to know more about.
	Pieces []normalize.CallPiece
}

// New returns an accumulator without events.
func New(policy *contract.Accumulator) *Accumulator {
	return &Accumulator{plan: planOf(policy), candidates: map[string][]*contract.EventRule{}}
}

// Add adds an event, a JSON object.
func (a *Accumulator) Add(event codec.Node) {
	a.Pieces = a.Pieces[:0]
	if rule := a.ruleOf(event); rule != nil {
		for i := range rule.Steps {
			a.apply(&rule.Steps[i], event)
		}
	}
	a.hasBegun = true
}

// Set replaces a field of the response. It does nothing before the first event.
func (a *Accumulator) Set(name string, n codec.Node) {
	if o := a.root.toObject(); o != nil {
		o.set(name, value{raw: own(n)})
	}
}

// Result returns the JSON of the response so far; empty before the first event.
func (a *Accumulator) Result() string {
	if a.root.isAbsent() {
		return ""
	}
	return codec.TextOf(a.root.write(nil))
}

// apply merges one value of an event into one place.
func (a *Accumulator) apply(step *contract.MergeStep, event codec.Node) {
	n := event.Path(step.From)
	if step.Value != "" {
		n = constant(step.Value)
	}
	rule := &step.Rule
	if !n.Exists() || (rule.Word == "" || rule.Word == "put") && n.Kind() != codec.Map {
		return
	}
	if a.root.isAbsent() {
		a.root = value{node: newObject(a.policy.Initial)}
	}
	var at place
	for i := range step.At {
		part := &step.At[i]
		// A whole value needs no item to be merged into.
		isTarget := i == len(step.At)-1 && step.To == "" && rule.Word != ""
		var ok bool
		if at, ok = a.follow(a.enter(at), part, event, isTarget); !ok {
			return
		}
	}
	if step.To != "" {
		at = place{object: a.enter(at), name: step.To}
	}
	a.merge(rule, at, n)
}

// constant returns a constant of a rule.
func constant(text string) codec.Node {
	doc, err := codec.Parse(text)
	if err != nil {
		return codec.Node{}
	}
	return doc.Root()
}

// follow takes one step on the way to a place. It is false if the step leads nowhere.
func (a *Accumulator) follow(o *object, part *contract.PathStep, event codec.Node, isTarget bool) (place, bool) {
	if part.Object != "" {
		return place{object: o, name: part.Object}, true
	}
	var id codec.Node
	if part.ID != "" {
		id = event.Path(part.ID)
	}
	at, ok := a.position(o, part.List, &part.Position, event.Path(part.Index), id, 0)
	if !ok || isTarget {
		return at, ok
	}
	if found := a.get(at); found != nil && found.isObject() {
		return at, true
	}
	if part.Create == "" {
		return at, false
	}
	created := newObject(part.Create)
	if id.Exists() {
		created.set("id", value{raw: own(id)})
	}
	a.set(at, value{node: created})
	return at, true
}

// merge merges a value into a place by any rule.
func (a *Accumulator) merge(rule *contract.MergeRule, at place, n codec.Node) {
	switch {
	case rule.Word != "":
		a.mergeWord(rule.Word, at, n)
	case rule.Object != nil:
		a.mergeObject(rule.Object, at, n)
	case rule.Whole != nil:
		a.replaceWhole(rule.Whole, n)
	case n.Kind() != codec.List:
	case rule.List != nil:
		a.mergeList(rule.List, at, n)
	case rule.Blocks != nil:
		a.mergeBlocks(rule.Blocks, at, n)
	case rule.Calls != nil:
		a.mergeCalls(rule.Calls, at, n)
	}
}
