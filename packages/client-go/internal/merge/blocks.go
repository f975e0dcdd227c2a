package merge

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// blocks are blocks that arrive in pieces, such as reasoning details.
type blocks struct {
	rule  *contract.BlocksRule
	items []*object
	// open is the current block of each type and index.
	open map[blockKey]*object
}

type blockKey struct{ kind, index string }

func (b *blocks) isAbsent() bool { return len(b.items) == 0 }

func (b *blocks) write(dst []byte) []byte { return writeObjects(dst, b.items) }

// writeObjects writes a list of objects.
func writeObjects(dst []byte, items []*object) []byte {
	l := list{items: make([]value, len(items))}
	for i, item := range items {
		l.items[i] = value{node: item}
	}
	return l.write(dst)
}

func (a *Accumulator) mergeBlocks(rule *contract.BlocksRule, at place, n codec.Node) {
	var into *blocks
	if found := a.get(at); found != nil {
		into, _ = found.node.(*blocks)
	}
	if into == nil {
		into = &blocks{rule: rule, open: map[blockKey]*object{}}
		a.set(at, value{node: into})
	}
	for piece := range n.Items() {
		if piece.Kind() == codec.Map {
			into.add(piece)
		}
	}
}

// add adds a piece to its block, or starts one.
func (b *blocks) add(piece codec.Node) {
	index := piece.Get(b.rule.Index)
	hasIndex := index.Exists() && !index.IsNull()
	var key blockKey
	var found *object
	if hasIndex {
		key = blockKey{keyText(piece.Get(b.rule.Type)), keyText(index)}
		found = b.open[key]
	} else if len(b.items) > 0 {
		found = b.items[len(b.items)-1]
	}
	if found == nil || !b.isSame(found, piece, hasIndex) {
		block := newObject(own(piece))
		b.items = append(b.items, block)
		if hasIndex {
			b.open[blockKey{strings.Clone(key.kind), strings.Clone(key.index)}] = block
		}
		return
	}
	for name, field := range fieldsOf(piece) {
		if name != b.rule.Index && !field.IsNull() {
			b.merge(found, name, field)
		}
	}
}

// keyText returns a text for a scalar, without a copy of most texts.
func keyText(n codec.Node) string {
	switch {
	case n.Kind() == codec.Number:
		return numberKey(n)
	case n.Kind() == codec.String && strings.Contains(n.Raw(), `\`):
		return `"` + n.Text() + `"`
	default:
		return n.Raw()
	}
}

// merge adds a field of a piece. Texts are concatenated.
func (b *blocks) merge(block *object, name string, field codec.Node) {
	found := block.find(name)
	switch {
	case found == nil:
		block.set(name, value{raw: own(field)})
	case found.isText() && slices.Contains(b.rule.Texts, name):
		t := found.toText()
		if field.Kind() == codec.String {
			t.add(field)
		} else if quoted, err := json.Marshal(field.Raw()); err == nil {
			t.inner = append(t.inner, inner(string(quoted))...)
		}
	case found.node != nil || found.raw != field.Raw():
		*found = value{raw: own(field)}
	}
}

// isSame says whether a piece continues a block.
func (b *blocks) isSame(block *object, piece codec.Node, hasIndex bool) bool {
	kind := piece.Get(b.rule.Type)
	if !equal(block.find(b.rule.Type), kind) {
		return false
	}
	id, ownID := piece.Get(b.rule.ID), block.find(b.rule.ID)
	if ownID.isTrue() && isTrue(id) && !equal(ownID, id) {
		return false
	}
	signature, ownSignature := piece.Get(b.rule.Signature), block.find(b.rule.Signature)
	if ownSignature.isTrue() && !equal(ownSignature, signature) {
		hasSigned := slices.ContainsFunc(b.rule.Signed, func(name string) bool { return isTrue(piece.Get(name)) })
		if !hasIndex || hasSigned {
			return false
		}
	}
	return hasIndex || slices.Contains(b.rule.Continued, kind.Text())
}

// equal says whether a value of the response is the same scalar as that of an event.
func equal(v *value, n codec.Node) bool {
	if v == nil || v.isAbsent() {
		return !n.Exists()
	}
	raw := v.raw
	if v.node != nil {
		raw = string(v.write(nil))
	}
	if raw == n.Raw() {
		return n.Kind() < codec.List
	}
	// The same text can have other escapes, and the same number other digits.
	if !strings.Contains(raw, `\`) && !strings.Contains(n.Raw(), `\`) && n.Kind() != codec.Number {
		return false
	}
	one, isScalar := keyOf(raw, "")
	two, isScalarToo := scalarKey(n)
	return isScalar && isScalarToo && one == two
}

// isTrue says whether a value counts as given: neither null, false, 0 nor an empty text.
func isTrue(n codec.Node) bool {
	switch n.Kind() {
	case codec.Missing, codec.NullValue, codec.False:
		return false
	case codec.String:
		return n.Raw() != `""`
	case codec.Number:
		f, ok := n.Float()
		return f != 0 || !ok
	default:
		return true
	}
}

func (v *value) isTrue() bool {
	if v == nil || v.isAbsent() {
		return false
	}
	if v.node != nil {
		return !v.isEmptyText()
	}
	if strings.HasPrefix(v.raw, `"`) {
		return v.raw != `""`
	}
	doc, err := codec.Parse(v.raw)
	return err == nil && isTrue(doc.Root())
}
