package merge

import (
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// naive is an accumulator over decoded values, as short as possible and without regard to time.
type naive struct {
	policy  *contract.Accumulator
	root    any
	isLater bool
}

// fields is an object that grows.
type fields struct {
	plain  map[string]any
	lists  map[string]*naiveSparse
	texts  map[string]string
	blocks map[string]*naiveBlocks
	calls  map[string]*naiveCalls
	rule   *contract.ObjectRule
	first  map[string]any
	last   map[string]any
}

func newFields(plain map[string]any) *fields {
	return &fields{maps.Clone(plain), map[string]*naiveSparse{}, map[string]string{}, map[string]*naiveBlocks{}, map[string]*naiveCalls{}, nil, nil, nil}
}

type naiveSparse struct {
	items  map[int]any
	length int
	ids    map[any]int
}

// holder is a place that can be read and written.
type holder struct {
	get   func() any
	set   func(any)
	index int
}

// absent is the value of a field that an object does not have.
var absent = &struct{ int }{}

func decode(text string) any {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return absent
	}
	return v
}

func readPath(v any, path string) any {
	for name := range strings.SplitSeq(path, ".") {
		if name == "" {
			continue
		}
		object, _ := v.(map[string]any)
		field, ok := object[name]
		if !ok {
			return absent
		}
		v = field
	}
	return v
}

func isMap(v any) bool { _, ok := v.(map[string]any); return ok }

func isNone(v any) bool { return v == absent || v == nil }

func same(a, b any) bool {
	switch a.(type) {
	case map[string]any, []any:
		return false
	}
	switch b.(type) {
	case map[string]any, []any:
		return false
	}
	return a == b
}

// asked says whether a value counts as given.
func asked(v any) bool { return !isNone(v) && v != "" && v != 0.0 && v != false }

func (a *naive) add(event map[string]any) {
	at := slices.IndexFunc(a.policy.Rules, func(rule contract.EventRule) bool {
		for _, condition := range rule.When {
			text, ok := readPath(event, condition.Path).(string)
			if !ok || !slices.ContainsFunc(condition.Patterns, func(pattern string) bool {
				quoted := strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, "(?s:.*)")
				return regexp.MustCompile("^(?:" + quoted + ")$").MatchString(text)
			}) {
				return false
			}
		}
		return rule.Has == "" || isMap(event[rule.Has])
	})
	if at >= 0 {
		for i := range a.policy.Rules[at].Steps {
			a.apply(&a.policy.Rules[at].Steps[i], event)
		}
	}
	a.isLater = true
}

func (a *naive) apply(step *contract.MergeStep, event map[string]any) {
	v := readPath(event, step.From)
	if step.Value != "" {
		v = decode(step.Value)
	}
	if v == absent || (step.Rule.Word == "" || step.Rule.Word == "put") && !isMap(v) {
		return
	}
	if a.root == nil {
		a.root = newFields(decode(a.policy.Initial).(map[string]any))
	}
	place := &holder{get: func() any { return a.root }, set: func(v any) { a.root = v }}
	for i, part := range step.At {
		isTarget := i == len(step.At)-1 && step.To == "" && step.Rule.Word != ""
		if place = a.enter(toFields(place), part, event, isTarget); place == nil {
			return
		}
	}
	if step.To == "" {
		a.merge(&step.Rule, place, v, nil, "")
		return
	}
	into := toFields(place)
	a.merge(&step.Rule, into.field(step.To), v, into, step.To)
}

func (f *fields) field(name string) *holder {
	return &holder{
		get: func() any {
			if v, ok := f.plain[name]; ok {
				return v
			}
			return absent
		},
		set: func(v any) { f.plain[name] = v },
	}
}

func toFields(place *holder) *fields {
	switch v := place.get().(type) {
	case *fields:
		return v
	case map[string]any:
		place.set(newFields(v))
	default:
		place.set(newFields(map[string]any{}))
	}
	return place.get().(*fields)
}

func (a *naive) enter(into *fields, part contract.PathStep, event map[string]any, isTarget bool) *holder {
	if part.Object != "" {
		return into.field(part.Object)
	}
	var id any = absent
	if part.ID != "" {
		id = readPath(event, part.ID)
	}
	place := into.position(part.List, part.Position, readPath(event, part.Index), id, 0)
	if place == nil || isTarget {
		return place
	}
	if _, ok := place.get().(*fields); ok || isMap(place.get()) {
		return place
	}
	if part.Create == "" {
		return nil
	}
	created := newFields(decode(part.Create).(map[string]any))
	if id != absent {
		created.plain["id"] = id
	}
	place.set(created)
	return place
}

func (f *fields) position(name string, rule contract.Position, given, id any, at int) *holder {
	index, isNumber := given.(float64)
	if text, ok := given.(string); ok && rule.Numeric {
		parsed, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		index, isNumber = parsed, err == nil
	}
	var s *naiveSparse
	length := 0
	if rule.Sparse {
		if f.lists[name] == nil {
			f.lists[name] = &naiveSparse{map[int]any{}, 0, map[any]int{}}
		}
		s = f.lists[name]
		length = s.length
	} else {
		if _, ok := f.plain[name].([]any); !ok {
			f.plain[name] = []any{}
		}
		length = len(f.plain[name].([]any))
	}
	found := -1
	if isNumber && index == math.Trunc(index) && index >= 0 && index < 100_000 {
		if rule.MaxSkipped < 0 || int(index) < length+rule.MaxSkipped {
			found = int(index)
		}
	}
	if known, ok := 0, false; found < 0 && s != nil && !isMap(id) {
		if _, isList := id.([]any); !isList {
			if known, ok = s.ids[id]; ok && same(idOfItem(s.items[known]), id) {
				found = known
			}
		}
	}
	if found < 0 {
		switch rule.Missing {
		case "append":
			found = length
		case "last":
			found = max(length-1, 0)
		case "place":
			found = at
		default:
			return nil
		}
	}
	if s != nil {
		return s.place(found)
	}
	return &holder{
		get: func() any {
			if items := f.plain[name].([]any); found < len(items) {
				return items[found]
			}
			return absent
		},
		set: func(v any) {
			items := f.plain[name].([]any)
			for len(items) <= found {
				items = append(items, nil)
			}
			items[found] = v
			f.plain[name] = items
		},
	}
}

func idOfItem(item any) any {
	if f, ok := item.(*fields); ok {
		item = f.plain
	}
	return readPath(item, "id")
}

func (s *naiveSparse) place(at int) *holder {
	return &holder{
		index: at,
		get: func() any {
			if v, ok := s.items[at]; ok {
				return v
			}
			return absent
		},
		set: func(v any) {
			if plain, ok := v.(map[string]any); ok {
				v = newFields(plain)
			}
			s.items[at] = v
			s.length = max(s.length, at+1)
			id := idOfItem(v)
			if _, isList := id.([]any); id != absent && !isMap(id) && !isList {
				s.ids[id] = at
			}
		},
	}
}
