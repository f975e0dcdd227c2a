package merge

import (
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// ends is what an object has in addition to the fields that are merged: the other fields of its first and last piece, and the
// constants and defaults of its rule.
type ends struct {
	plan        *objectPlan
	first, last rest
	hasFirst    bool
}

// rest has the fields of one piece that no rule merges.
type rest []field

func (r rest) find(name string) (value, bool) {
	for i := range r {
		if r[i].name == name {
			return r[i].value, true
		}
	}
	return value{}, false
}

// change records the fields of the last piece. What is the same as in the piece before costs no memory.
type change struct {
	rest *rest
	at   int
}

func (c *change) add(name string, n codec.Node) {
	r := *c.rest
	if c.at < len(r) && r[c.at].name == name && r[c.at].raw == n.Raw() {
		c.at++
		return
	}
	for i := range c.at {
		if r[i].name == name {
			r[i].raw = own(n)
			return
		}
	}
	r = append(r[:c.at], field{strings.Clone(name), value{raw: own(n)}})
	*c.rest = r
	c.at++
}

func (c *change) end() { *c.rest = (*c.rest)[:c.at] }

// write writes the fields of an object: those that were merged, those of the last piece, those of the first one, then the
// defaults. Constants replace them all.
func (e *ends) write(w *writer, o *object) {
	for i := range o.fields {
		f := &o.fields[i]
		if _, ok := e.plan.rule.Constants[f.name]; ok {
			continue
		}
		if other, ok := e.plan.rule.EmptyIsNullWith[f.name]; ok && f.isEmptyText() && e.has(o, other) {
			w.field(f.name, value{raw: "null"})
			continue
		}
		w.field(f.name, f.value)
	}
	for _, f := range e.last {
		e.other(w, o, nil, f.name, f.value)
	}
	for _, f := range e.first {
		e.other(w, o, e.last, f.name, f.value)
	}
	for _, name := range e.plan.defaults {
		if _, ok := e.first.find(name); !ok {
			e.other(w, o, e.last, name, value{raw: e.plan.rule.Defaults[name]})
		}
	}
	for _, name := range e.plan.constants {
		w.field(name, value{raw: e.plan.rule.Constants[name]})
	}
}

// other writes a field unless a constant, a merged field or one of before has its name.
func (e *ends) other(w *writer, o *object, before rest, name string, v value) {
	if _, ok := e.plan.rule.Constants[name]; ok {
		return
	}
	if found := o.find(name); found != nil && !found.isAbsent() {
		return
	}
	if _, ok := before.find(name); !ok {
		w.field(name, v)
	}
}

// has says whether the response has a field.
func (e *ends) has(o *object, name string) bool {
	if found := o.find(name); found != nil && !found.isAbsent() {
		return true
	}
	_, inLast := e.last.find(name)
	_, inFirst := e.first.find(name)
	_, isConstant := e.plan.rule.Constants[name]
	_, isDefault := e.plan.rule.Defaults[name]
	return inLast || inFirst || isConstant || isDefault
}
