package merge

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// maxIndex is the largest index. A service that sends a larger one does not count from 0.
const maxIndex = 99_999

// place is where a value is: a field of an object, or an item of a list. The zero place is the response.
type place struct {
	object *object
	name   string
	list   *list
	sparse *sparse
	at     int
}

// get returns the value at a place; nil if there is none. It is valid until the next value is added.
func (a *Accumulator) get(p place) *value {
	switch {
	case p.object != nil:
		return p.object.find(p.name)
	case p.sparse != nil:
		return p.sparse.get(p.at)
	case p.list == nil:
		return &a.root
	case p.at < len(p.list.items):
		return &p.list.items[p.at]
	}
	return nil
}

func (a *Accumulator) set(p place, v value) {
	switch {
	case p.object != nil:
		p.object.set(p.name, v)
	case p.sparse != nil:
		p.sparse.set(p.at, v)
	case p.list == nil:
		a.root = v
	default:
		for len(p.list.items) <= p.at {
			p.list.items = append(p.list.items, value{raw: "null"})
		}
		p.list.items[p.at] = v
	}
}

// enter returns the object at a place, which becomes one.
func (a *Accumulator) enter(p place) *object {
	if found := a.get(p); found != nil {
		if o := found.toObject(); o != nil {
			return o
		}
	}
	o := &object{}
	a.set(p, value{node: o})
	return o
}

// sparse is a list whose indexes can have gaps, which the response leaves out.
type sparse struct {
	items map[int]*value
	// length is one more than the highest index.
	length int
	// ids has the index at which an item with this ID was set last.
	ids map[string]int
	// last is the item that was read last, at lastAt. Most events are about the same one.
	last   *value
	lastAt int
}

func newSparse() *sparse { return &sparse{items: map[int]*value{}, ids: map[string]int{}} }

func (s *sparse) isAbsent() bool { return false }

func (s *sparse) get(at int) *value {
	if s.last == nil || s.lastAt != at {
		s.last, s.lastAt = s.items[at], at
	}
	return s.last
}

func (s *sparse) set(at int, v value) {
	if before := s.items[at]; before != nil && len(s.ids) > 0 {
		if key, ok := idOf(before); ok && s.ids[key] == at {
			delete(s.ids, key)
		}
	}
	s.items[at] = &v
	s.last, s.lastAt = &v, at
	s.length = max(s.length, at+1)
	if key, ok := idOf(&v); ok {
		s.ids[key] = at
	}
}

// find returns the index of the item that was last set with an ID, if it still has this ID.
func (s *sparse) find(id codec.Node) (int, bool) {
	key, ok := scalarKey(id)
	if !ok {
		return 0, false
	}
	at, ok := s.ids[key]
	if !ok {
		return 0, false
	}
	now, ok := idOf(s.items[at])
	return at, ok && now == key
}

func (s *sparse) write(dst []byte) []byte {
	l := &list{items: make([]value, 0, len(s.items))}
	for _, at := range slices.Sorted(maps.Keys(s.items)) {
		l.items = append(l.items, *s.items[at])
	}
	return l.write(dst)
}

// idOf returns the key of the ID of an item; false if it has none.
func idOf(v *value) (string, bool) {
	if o, ok := v.node.(*object); ok {
		id := o.find("id")
		if id == nil {
			return "", false
		}
		return keyOf(id.raw, "")
	}
	return keyOf(v.raw, "id")
}

// keyOf returns the key of a scalar at a path of a JSON text.
func keyOf(raw, path string) (string, bool) {
	doc, err := codec.Parse(raw)
	if err != nil {
		return "", false
	}
	return scalarKey(doc.Root().Path(path))
}

// scalarKey returns a text that is the same for the same scalars; false for a list, an object and nothing.
func scalarKey(n codec.Node) (string, bool) {
	switch n.Kind() {
	case codec.Missing, codec.List, codec.Map:
		return "", false
	case codec.String:
		return "s" + n.Text(), true
	case codec.Number:
		return "n" + numberKey(n), true
	default:
		return n.Raw(), true
	}
}

// numberKey returns the same text for the same number: as in JSON, 1 and 1.0 are the same.
func numberKey(n codec.Node) string {
	if raw := n.Raw(); !strings.ContainsAny(raw, ".eE-") {
		return raw
	}
	if i, ok := n.Int(); ok {
		return strconv.FormatInt(i, 10)
	}
	f, _ := n.Float()
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// indexOf reads an index. With numeric, it can be a string.
func indexOf(n codec.Node, numeric bool) (int, bool) {
	index, ok := n.Int()
	if !ok && numeric {
		text, isText := n.Str()
		f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		index, ok = int64(f), isText && err == nil && f == float64(int64(f)) && !strings.ContainsAny(text, "xX_pP")
	}
	return int(index), ok && 0 <= index && index <= maxIndex
}

// listAt returns a list in an object, which becomes one.
func (a *Accumulator) listAt(o *object, name string) *list {
	if found := o.find(name); found != nil {
		if l := found.toList(); l != nil {
			return l
		}
	}
	l := &list{}
	o.set(name, value{node: l})
	return l
}

func sparseAt(o *object, name string) *sparse {
	if found := o.find(name); found != nil {
		if s, ok := found.node.(*sparse); ok {
			return s
		}
	}
	s := newSparse()
	o.set(name, value{node: s})
	return s
}

// position finds the place of an item in a list. at is the place of the piece in its own list.
func (a *Accumulator) position(o *object, name string, rule *contract.Position, index, id codec.Node, at int) (place, bool) {
	var p place
	length := 0
	if rule.Sparse {
		p.sparse = sparseAt(o, name)
		length = p.sparse.length
	} else {
		p.list = a.listAt(o, name)
		length = len(p.list.items)
	}
	var ok bool
	if p.at, ok = indexOf(index, rule.Numeric); ok && (rule.MaxSkipped < 0 || p.at < length+rule.MaxSkipped) {
		return p, true
	}
	if p.sparse != nil {
		if p.at, ok = p.sparse.find(id); ok {
			return p, true
		}
	}
	switch rule.Missing {
	case "append":
		p.at = length
	case "last":
		p.at = max(length-1, 0)
	case "place":
		p.at = at
	default:
		return p, false
	}
	return p, true
}
