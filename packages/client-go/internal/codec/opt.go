package codec

import "reflect"

// The fields of an Opt are not exported, so that they are set through a pointer.
func optValue(v reflect.Value, p *plan) reflect.Value {
	return reflect.NewAt(p.elem.typ, v.Field(0).Addr().UnsafePointer()).Elem()
}

func optPresence(v reflect.Value) *Presence { return (*Presence)(v.Field(1).Addr().UnsafePointer()) }

func (d *decoder) decodeOpt(n Node, p *plan, v reflect.Value) bool {
	if n.IsNull() {
		*optPresence(v) = Null
		return true
	}
	fits := d.decode(n, p.elem, optValue(v, p))
	if fits {
		*optPresence(v) = Present
	}
	return fits
}

// openOpt returns the value of an Opt; nil without one.
func openOpt(v reflect.Value) any {
	if Presence(v.Field(1).Uint()) != Present {
		return nil
	}
	return reflect.NewAt(v.Field(0).Type(), v.Field(0).Addr().UnsafePointer()).Elem().Interface()
}
