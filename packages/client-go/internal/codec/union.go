package codec

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// memberPrefix begins the names of the fields of a union.
const memberPrefix = "Of"

// union is the part of a plan that selects the member of a value.
type union struct {
	// discriminator is the field whose value selects the member; empty if the kind of the value does.
	discriminator string
	// open is the type of the member for any other value of the discriminator; empty for none.
	open string
	// byValue has the index of the member of each value of the discriminator.
	byValue map[string]int
	// openMember and defaultMember are indexes; -1 for none.
	openMember, defaultMember int
}

func (p *plan) addMember(f reflect.StructField) {
	if p.byValue == nil {
		p.byValue = map[string]int{}
		p.openMember, p.defaultMember = -1, -1
	}
	index := len(p.fields) - 1
	if p.discriminator == "" {
		return
	}
	values, ok := f.Tag.Lookup("values")
	if !ok {
		p.openMember = index
	}
	for value := range strings.SplitSeq(values, ",") {
		if value != "" {
			p.byValue[value] = index
		}
	}
	if f.Tag.Get("default") == "true" {
		p.defaultMember = index
	}
}

func (p *plan) finishUnion() {
	if p.byValue == nil {
		panic(fmt.Sprintf("codec: union %s has no members", p.typ))
	}
}

// memberOf returns the index of the member that a value belongs to; -1 for none.
func (p *plan) memberOf(n Node) int {
	if p.discriminator == "" {
		return slices.IndexFunc(p.fields, func(f field) bool { return f.plan.accepts(n) })
	}
	if n.Kind() != Map {
		return -1
	}
	tag := n.Get(p.discriminator)
	if index, ok := p.byValue[tag.Text()]; ok && tag.Kind() == String {
		return index
	}
	if (!tag.Exists() || tag.IsNull()) && p.defaultMember >= 0 {
		return p.defaultMember
	}
	return p.openMember
}

// accepts says whether a value is of the kind of a member.
func (p *plan) accepts(n Node) bool {
	switch p.shape {
	case shapeOpt, shapePointer:
		return p.elem.accepts(n)
	case shapeString:
		return n.Kind() == String
	case shapeInt:
		_, ok := n.Int()
		return ok
	case shapeUint:
		_, ok := n.uint()
		return ok
	case shapeFloat:
		return n.isFloat()
	case shapeBool:
		return n.Kind() == True || n.Kind() == False
	case shapeList:
		return p.acceptsItems(n)
	case shapeStruct, shapeMap:
		return n.Kind() == Map
	case shapeUnion:
		return p.memberOf(n) >= 0
	case shapeAny, shapeRaw:
		return !n.IsNull()
	}
	return false
}

// acceptsItems says whether each item of a list is of the kind of the items of a member.
func (p *plan) acceptsItems(n Node) bool {
	if n.Kind() != List {
		return false
	}
	for item := range n.Items() {
		if !p.elem.accepts(item) {
			return false
		}
	}
	return true
}

// Member returns the member of a union that is set, given the union as a pointer: a pointer to an object, or the value of a
// scalar, a list or a map. It is nil if no member is set.
func Member(union any) any {
	v := reflect.ValueOf(union)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return nil
	}
	v = v.Elem()
	p := planOf(v.Type())
	if p.shape != shapeUnion {
		return nil
	}
	index, count := p.member(v)
	if count == 0 {
		return nil
	}
	member := v.Field(p.fields[index].index)
	if p.fields[index].plan.shape == shapeOpt {
		return openOpt(member)
	}
	return member.Interface()
}

// Tag returns the value of the discriminator of a union, given as a pointer; empty if there is none.
func Tag(union any) string {
	v := reflect.ValueOf(union)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return ""
	}
	v = v.Elem()
	p := planOf(v.Type())
	if p.discriminator == "" {
		return ""
	}
	index, count := p.member(v)
	if count == 0 && p.isCleared(v) {
		return ""
	}
	if count == 0 {
		json, _ := objectOf(v).Extra(p.discriminator)
		doc, err := Parse(string(json))
		if err != nil {
			return ""
		}
		return doc.Root().Text()
	}
	return p.fields[index].plan.tag(v.Field(p.fields[index].index), p.discriminator)
}

// tag returns the value of a field of a member.
func (p *plan) tag(v reflect.Value, name string) string {
	for p.shape == shapePointer {
		p, v = p.elem, v.Elem()
	}
	index, ok := p.byName[name]
	if !ok {
		return ""
	}
	f := p.fields[index]
	v, shape := v.Field(f.index), f.plan.shape
	if shape == shapeOpt {
		v, shape = v.Field(0), f.plan.elem.shape
	}
	if shape != shapeString {
		return ""
	}
	if v.String() == "" {
		return f.constant
	}
	return v.String()
}

// checkTag reports a member without a discriminator, where several values select the member.
func (p *plan) checkTag(index int, v reflect.Value) error {
	f := &p.fields[index]
	if p.discriminator == "" || index == p.defaultMember || f.plan.shape != shapePointer || f.plan.elem.shape != shapeStruct {
		return nil
	}
	member := v.Field(f.index)
	if _, ok := objectOf(member.Elem()).state.extra(p.discriminator); ok || f.plan.tag(member, p.discriminator) != "" {
		return nil
	}
	var values []string
	for value, member := range p.byValue {
		if member == index {
			values = append(values, strconv.Quote(value))
		}
	}
	slices.Sort(values)
	message := "it is empty, so that " + f.goName + " is not recognized; set it"
	if len(values) > 0 {
		message += " to " + strings.Join(values, " or ")
	}
	return within(p.discriminator, errors.New(message))
}

// member returns the index of the first member that is set, and the number of them.
func (p *plan) member(v reflect.Value) (first, count int) {
	for i := range p.fields {
		if f := &p.fields[i]; !f.plan.isZeroValue(v.Field(f.index)) {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	return first, count
}

// isCleared says whether the caller removed the member with which a union arrived. A union that arrived with a member that is not
// known never had one.
func (p *plan) isCleared(v reflect.Value) bool {
	if p.shape != shapeUnion {
		return false
	}
	object := objectOf(v)
	if _, count := p.member(v); count > 0 || object.state == nil || len(object.state.extras()) > 0 {
		return false
	}
	doc, err := Parse(object.RawJSON())
	if err != nil {
		return false
	}
	arrived, d := reflect.New(p.typ).Elem(), decoder{}
	d.decodeUnion(doc.Root(), p, arrived, nil)
	_, count := p.member(arrived)
	return count > 0
}

// memberError says that a union has no member or several.
func (p *plan) memberError(v reflect.Value) error {
	var names, set []string
	for i := range p.fields {
		names = append(names, p.fields[i].goName)
		if !v.Field(p.fields[i].index).IsZero() {
			set = append(set, p.fields[i].goName)
		}
	}
	if len(set) == 0 {
		return fmt.Errorf("none of the members of %s is set; set one of %s", p.typ.Name(), strings.Join(names, ", "))
	}
	return fmt.Errorf("%d members of %s are set: %s; set only one of them", len(set), p.typ.Name(), strings.Join(set, ", "))
}
