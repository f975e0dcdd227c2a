package codec

import (
	"fmt"
	"reflect"
)

// union writes the member that is set.
func (e *encoder) union(p *plan, v reflect.Value, was Node) error {
	object := objectOf(v)
	if err := object.state.fault(); err != nil {
		return err
	}
	raw := object.RawJSON()
	index, count := p.member(v)
	if count == 0 && raw != "" && !p.isCleared(v) || len(object.state.extras()) > 0 {
		return e.extended(p, v, was, count)
	}
	if count != 1 {
		return p.memberError(v)
	}
	f := &p.fields[index]
	if raw == "" {
		if err := p.checkTag(index, v); err != nil {
			return err
		}
	}
	if was.Raw() != raw {
		err := e.encode(f.plan, v.Field(f.index), e.parse(raw))
		e.open--
		return err
	}
	return e.encode(f.plan, v.Field(f.index), was)
}

// noFields is the plan of an object of which no field is known.
var noFields = &plan{shape: shapeStruct}

// extended writes a union without a member that is known, or with extra fields of its own, which it adds to its member.
func (e *encoder) extended(p *plan, v reflect.Value, was Node, count int) error {
	object := objectOf(v)
	switch {
	case count > 1:
		return p.memberError(v)
	case len(object.state.extras()) == 0:
		e.buf = append(e.buf, object.RawJSON()...)
		return nil
	case count == 0 && p.discriminator != "":
		return e.structure(noFields, v, was)
	}
	index, _ := p.member(v)
	f := &p.fields[index]
	if count == 0 || f.plan.shape != shapePointer || !f.plan.elem.keepsUnfit() {
		return fmt.Errorf("an extra field of %s needs a member that is an object", p.typ.Name())
	}
	member := reflect.New(f.plan.elem.typ)
	member.Elem().Set(v.Field(f.index).Elem())
	for _, x := range object.state.extras() {
		target := objectOf(member.Elem())
		target.state = target.state.set(x)
	}
	return e.encode(f.plan.elem, member.Elem(), was)
}
