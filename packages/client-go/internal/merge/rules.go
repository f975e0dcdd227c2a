package merge

import (
	"iter"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// mergeWord merges a value by a rule that has only a name. openapi/README.md describes them.
func (a *Accumulator) mergeWord(word string, at place, n codec.Node) {
	kind := n.Kind()
	switch word {
	case "replace", "put":
		a.replace(at, n)
	case "first", "first_or_last":
		// After the first event, "first_or_last" is handled with the fields that no rule merges.
		if !a.hasBegun {
			a.replace(at, n)
		}
	case "filled":
		if !isBlank(n) {
			a.replace(at, n)
		}
	case "text":
		if kind == codec.String {
			a.replace(at, n)
		}
	case "known":
		a.replaceKnown(at, n)
	case "concat":
		if kind == codec.String {
			a.textAt(at).add(n)
		} else if kind == codec.NullValue {
			a.replaceKnown(at, n)
		}
	case "join":
		if found := a.get(at); kind == codec.String && found != nil && found.isText() {
			a.textAt(at).add(n)
		} else {
			a.replace(at, n)
		}
	case "auto":
		if kind == codec.String {
			a.textAt(at).add(n)
		} else {
			a.extend(at, n)
		}
	case "extend":
		a.extend(at, n)
	case "extend_filled":
		if n.Len() > 0 && kind == codec.List {
			a.extend(at, n)
		}
	case "append":
		l := a.items(at)
		l.items = append(l.items, value{raw: own(n)})
	case "json":
		a.addJSON(at, n)
	}
}

func isBlank(n codec.Node) bool {
	switch n.Kind() {
	case codec.Missing, codec.NullValue:
		return true
	case codec.String:
		return n.Raw() == `""`
	case codec.List:
		return n.Len() == 0
	default:
		return false
	}
}

// replace sets a value. Most values that are repeated are the same, and cost nothing then.
func (a *Accumulator) replace(at place, n codec.Node) {
	if found := a.get(at); found == nil || found.node != nil || found.raw != n.Raw() {
		a.set(at, value{raw: own(n)})
	}
}

// replaceKnown sets a value. Null does not replace another one.
func (a *Accumulator) replaceKnown(at place, n codec.Node) {
	if !n.IsNull() {
		a.replace(at, n)
	} else if found := a.get(at); found == nil || found.isAbsent() {
		a.set(at, value{raw: "null"})
	}
}

// textAt returns the text at a place, which becomes one.
func (a *Accumulator) textAt(at place) *text {
	if found := a.get(at); found != nil {
		return found.toText()
	}
	t := &text{}
	a.set(at, value{node: t})
	return t
}

// items returns the list at a place, which becomes one.
func (a *Accumulator) items(at place) *list {
	if found := a.get(at); found != nil {
		if l := found.toList(); l != nil {
			return l
		}
	}
	l := &list{}
	a.set(at, value{node: l})
	return l
}

// extend appends the items of a list. Null leaves a value; any other value replaces it.
func (a *Accumulator) extend(at place, n codec.Node) {
	if n.Kind() != codec.List {
		a.replaceKnown(at, n)
		return
	}
	l := a.items(at)
	for item := range n.Items() {
		l.items = append(l.items, value{raw: own(item)})
	}
}

// mergeObject merges an object field by field. An object with constants exists even if the event omits it.
func (a *Accumulator) mergeObject(rule *contract.ObjectRule, at place, n codec.Node) {
	if n.Kind() == codec.Map || len(rule.Constants) > 0 {
		a.mergeFields(a.objects[rule], a.enter(at), n)
	} else if n.IsNull() {
		a.replaceKnown(at, n)
	}
}

func (a *Accumulator) mergeFields(p *objectPlan, into *object, n codec.Node) {
	if into.ends == nil {
		into.ends = &ends{}
	}
	e := into.ends
	e.plan = p
	rest := change{rest: &e.last}
	// A loop for each kind: an iterator that is chosen first would allocate.
	if hasRepeats(n) {
		for name, field := range lastFields(n) {
			a.mergeField(p, into, &rest, name, field)
		}
	} else {
		for name, field := range n.Fields() {
			a.mergeField(p, into, &rest, name, field)
		}
	}
	rest.end()
	for _, f := range p.implied {
		if !n.Get(f.name).Exists() {
			a.mergeObject(f.rule.Object, place{object: into, name: f.target}, codec.Node{})
		}
	}
	if p.rule.Otherwise == "first_and_last" && !e.hasFirst {
		e.hasFirst = true
		e.first = append(e.first, e.last...)
	}
}

func (a *Accumulator) mergeField(p *objectPlan, into *object, rest *change, name string, n codec.Node) {
	f, isKnown := p.fields[name]
	switch {
	case isKnown && (f.rule.Word != "first_or_last" || !a.hasBegun):
		a.merge(&f.rule, place{object: into, name: f.target}, n)
	case isKnown, p.rule.Otherwise == "last", p.rule.Otherwise == "first_and_last":
		rest.add(name, n)
	case p.rule.Otherwise != "":
		a.mergeWord(p.rule.Otherwise, place{object: into, name: name}, n)
	}
}

// mergeList merges each object of a list into the item at its position, whose index becomes this position.
func (a *Accumulator) mergeList(rule *contract.ListRule, at place, n codec.Node) {
	place := 0
	for item := range n.Items() {
		if item.Kind() != codec.Map {
			continue
		}
		to, ok := a.position(at.object, at.name, &rule.Position, item.Get(rule.Index), codec.Node{}, place)
		place++
		if !ok {
			continue
		}
		into := a.enter(to)
		a.mergeFields(a.objects[&rule.Item], into, item)
		if index := into.find(rule.Index); index == nil || index.raw != number(to.at).raw {
			into.set(rule.Index, number(to.at))
		}
	}
}

// replaceWhole replaces the response, but not some lists.
func (a *Accumulator) replaceWhole(rule *contract.WholeRule, n codec.Node) {
	before := a.root.toObject()
	whole := newObject(own(n))
	for name, way := range rule.Lists {
		given := n.Get(name)
		if given.Kind() != codec.List {
			given = codec.Node{}
		}
		if way == "keep_if_empty" && given.Len() > 0 {
			continue
		}
		items := sparseAt(before, name)
		if way == "put" {
			index := 0
			for item := range given.Items() {
				if item.Kind() == codec.Map {
					items.set(index, value{raw: own(item)})
				}
				index++
			}
		}
		whole.set(name, value{node: items})
	}
	a.root = value{node: whole}
}

// fieldsOf returns the fields of an object. If a name occurs twice, the last one counts.
func fieldsOf(n codec.Node) iter.Seq2[string, codec.Node] {
	if hasRepeats(n) {
		return lastFields(n)
	}
	return n.Fields()
}

func lastFields(n codec.Node) iter.Seq2[string, codec.Node] {
	return func(yield func(string, codec.Node) bool) {
		last := map[string]codec.Node{}
		for name, field := range n.Fields() {
			last[name] = field
		}
		for name, field := range n.Fields() {
			if last[name] == field && !yield(name, field) {
				return
			}
		}
	}
}

// hasRepeats says whether a name may occur twice.
func hasRepeats(n codec.Node) bool {
	if n.Len() > maxSearched {
		return true
	}
	// A bit for each length and last letter rules most objects out.
	var seen [4]uint64
	for name := range n.Fields() {
		if name == "" {
			continue
		}
		hash := uint8(len(name)*29) ^ name[0]*7 ^ name[len(name)-1]*3
		if bit := uint64(1) << (hash & 63); seen[hash>>6]&bit == 0 {
			seen[hash>>6] |= bit
			continue
		}
		return true
	}
	return false
}
