package merge

import (
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
	"github.com/patchbay/patchbay/packages/client-go/internal/normalize"
)

// maxIDs is how many IDs are remembered. Some services send a new ID with each piece.
const maxIDs = 10_000

// Calls are tool calls that arrive in pieces. The key of a call is its place in the response.
type Calls struct {
	rule *contract.CallsRule
	// calls has nil at a key that was skipped.
	calls []*call
	// keys has the key of the call that had an index last, ids that of the call with an ID.
	keys map[indexKey]int
	ids  map[string]int
	// last is the key of the call of the last piece; -1 before the first one.
	last int
	// lists counts the lists of pieces.
	lists int
}

type indexKey struct {
	isText bool
	text   string
}

// call is one call while it arrives.
type call struct {
	fields, function *object
	name             string
	arguments        text
	scanner          scanner
	// list is the number of the list that contained its last piece.
	list int
}

// CallsAt returns the calls at a path of names of objects, and of a list whose items have an index.
func (a *Accumulator) CallsAt(list string, index int, path ...string) *Calls {
	o := a.root.toObject()
	if o == nil {
		return nil
	}
	s, ok := sparseAt(o, list).get(index), false
	for _, name := range path {
		if s == nil {
			return nil
		}
		o, ok = s.node.(*object)
		if !ok {
			return nil
		}
		s = o.find(name)
	}
	if s == nil {
		return nil
	}
	calls, _ := s.node.(*Calls)
	return calls
}

// Len returns one more than the highest key.
func (c *Calls) Len() int {
	if c == nil {
		return 0
	}
	return len(c.calls)
}

// IsComplete says whether the arguments of a call are complete.
func (c *Calls) IsComplete(key int) bool {
	return c.calls[key] != nil && c.calls[key].scanner.isComplete
}

// At returns the JSON of a call; empty for a key that was skipped.
func (c *Calls) At(key int) string {
	if c.calls[key] == nil {
		return ""
	}
	return string(c.calls[key].write(nil, c.rule))
}

func (c *Calls) isAbsent() bool { return len(c.calls) == 0 }

func (c *Calls) write(dst []byte) []byte {
	dst = append(dst, '[')
	hasMore := false
	for _, one := range c.calls {
		if one == nil {
			continue
		}
		if hasMore {
			dst = append(dst, ',')
		}
		hasMore = true
		dst = one.write(dst, c.rule)
	}
	return append(dst, ']')
}

func (c *call) write(dst []byte, rule *contract.CallsRule) []byte {
	if len(c.arguments.inner) > 0 {
		c.function.set(rule.Arguments, value{node: &c.arguments})
	} else {
		c.function.set(rule.Arguments, value{raw: string(appendName(nil, rule.EmptyArguments))})
	}
	return c.fields.write(dst)
}

func (a *Accumulator) mergeCalls(rule *contract.CallsRule, at place, n codec.Node) {
	var into *Calls
	if found := a.get(at); found != nil {
		into, _ = found.node.(*Calls)
	}
	if into == nil {
		into = &Calls{rule: rule, keys: map[indexKey]int{}, ids: map[string]int{}, last: -1}
		a.set(at, value{node: into})
	}
	into.lists++
	for piece := range n.Items() {
		if piece.Kind() == codec.Map {
			into.add(a, piece)
		}
	}
}

// piece has the parts of a piece of a call.
type piece struct {
	node, id, inner codec.Node
	// name and text are empty if the piece has none. text is the content of a JSON string.
	name, text string
}

func (c *Calls) read(n codec.Node) piece {
	p := piece{node: n, id: n.Get(c.rule.ID), inner: n.Get(c.rule.Function)}
	p.name = p.inner.Get(c.rule.Name).Text()
	if text := p.inner.Get(c.rule.Arguments); text.Kind() == codec.String {
		p.text = inner(text.Raw())
	}
	return p
}

// add adds a piece to its call, or starts one.
func (c *Calls) add(a *Accumulator, n codec.Node) {
	p := c.read(n)
	index := n.Get(c.rule.Index)
	hasIndex := index.Kind() == codec.Number || index.Kind() == codec.String
	key, ok := c.find(index, hasIndex, p.id)
	if !ok || c.startsNew(c.calls[key], p) {
		key = c.free(index)
		c.start(key)
	}
	if hasIndex {
		c.remember(index, key)
	}
	if isTrue(p.id) && len(c.ids) < maxIDs {
		if id, ok := scalarKey(p.id); ok {
			c.ids[id] = key
		}
	}
	c.last = key
	one := c.calls[key]
	one.list = c.lists
	isRepeat := one.extend(c.rule, p)
	if given, ok := index.Int(); isRepeat || !ok || int(given) != key {
		a.Pieces = append(a.Pieces, normalize.CallPiece{Node: n, Key: key, IsRepeat: isRepeat})
	}
}

func keyOfIndex(index codec.Node) indexKey {
	if index.Kind() == codec.String {
		return indexKey{true, index.Text()}
	}
	return indexKey{false, numberKey(index)}
}

func (c *Calls) remember(index codec.Node, key int) {
	at := keyOfIndex(index)
	if now, ok := c.keys[at]; !ok || now != key {
		at.text = strings.Clone(at.text)
		c.keys[at] = key
	}
}

// find returns the key of the call that had an index last. Without an index, it is the call with the ID, otherwise the last
// one.
func (c *Calls) find(index codec.Node, hasIndex bool, id codec.Node) (int, bool) {
	if hasIndex {
		key, ok := c.keys[keyOfIndex(index)]
		return key, ok
	}
	if isTrue(id) {
		if text, ok := scalarKey(id); ok {
			if key, ok := c.ids[text]; ok {
				return key, true
			}
		}
	}
	return c.last, c.last >= 0
}

// free returns the key of a new call: its index, if this is free and skips only a few places.
func (c *Calls) free(index codec.Node) int {
	length := len(c.calls)
	at, ok := index.Int()
	if !ok || at < 0 || at >= int64(length+c.rule.MaxSkipped) || at < int64(length) && c.calls[at] != nil {
		return length
	}
	return int(at)
}

func (c *Calls) start(key int) {
	for len(c.calls) <= key {
		c.calls = append(c.calls, nil)
	}
	one := &call{fields: newObject(c.rule.Initial)}
	if function := one.fields.find(c.rule.Function); function != nil {
		one.function = function.toObject()
	}
	if one.function == nil {
		one.function = &object{}
		one.fields.set(c.rule.Function, value{node: one.function})
	}
	c.calls[key] = one
}

// startsNew says whether a piece that would belong to a call starts another one. Gateways give several calls the same index,
// or none. A new ID starts a call, but some services send a new ID with each piece; such a piece has no name.
func (c *Calls) startsNew(one *call, p piece) bool {
	ownID := one.fields.find(c.rule.ID)
	hasID := isTrue(p.id)
	if hasID && ownID.isTrue() && !equal(ownID, p.id) {
		return p.name != "" || one.name == "" || one.scanner.isComplete
	}
	if p.name == "" || isBlankText(p.text) || !one.scanner.isComplete {
		return false
	}
	switch {
	case p.name != one.name:
		return true
	case one.list == c.lists:
		return !hasID || !equal(ownID, p.id)
	default:
		return !one.isBlank() && p.text != string(one.arguments.inner)
	}
}

// extend adds a piece. It returns whether the piece repeats the arguments of a complete call.
func (c *call) extend(rule *contract.CallsRule, p piece) (isRepeat bool) {
	for name, field := range fieldsOf(p.node) {
		switch name {
		case rule.Index, rule.Function:
		case rule.ID:
			if !c.fields.find(rule.ID).isTrue() && isTrue(field) {
				c.fields.set(name, value{raw: own(field)})
			}
		case rule.Type:
			if isTrue(field) {
				replaceField(c.fields, name, field)
			}
		default:
			replaceField(c.fields, name, field)
		}
	}
	for name, field := range fieldsOf(p.inner) {
		if name != rule.Name && name != rule.Arguments {
			replaceField(c.function, name, field)
		}
	}
	// A name arrives complete, or in pieces before the arguments. A repeated complete name is the same name.
	if p.name != "" && p.name != c.name && (c.name == "" || len(c.arguments.inner) == 0) {
		c.name += p.name
		c.function.set(rule.Name, value{raw: string(appendName(nil, c.name))})
	}
	return c.extendArguments(p)
}

func (c *call) extendArguments(p piece) (isRepeat bool) {
	switch {
	case p.text == "":
		return false
	case p.name != "" && c.scanner.isComplete && p.text == string(c.arguments.inner):
		// Some gateways repeat the complete call at the end.
		return true
	case c.isBlank() && !isBlankText(p.text):
		// Some gateways start the arguments with an empty object.
		c.arguments.inner = c.arguments.inner[:0]
		c.scanner = scanner{}
	}
	c.arguments.inner = append(c.arguments.inner, p.text...)
	c.scanner.add(p.text)
	return false
}

// isBlank says whether the arguments so far are an empty object.
func (c *call) isBlank() bool {
	return c.scanner.isComplete && len(c.arguments.inner) < maxBlank*len(`\u0020`) && isBlankObject(string(c.arguments.inner))
}

// replaceField sets a field. A field that is repeated costs nothing.
func replaceField(o *object, name string, n codec.Node) {
	if found := o.find(name); found == nil || found.node != nil || found.raw != n.Raw() {
		o.set(name, value{raw: own(n)})
	}
}
