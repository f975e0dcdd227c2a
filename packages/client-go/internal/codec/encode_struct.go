package codec

import "reflect"

// structure writes an object: first the fields that arrived, in their order, then those that were added.
func (e *encoder) structure(p *plan, v reflect.Value, was Node) error {
	raw := objectOf(v).RawJSON()
	if raw == was.Raw() {
		return e.object(p, v, was)
	}
	err := e.object(p, v, e.parse(raw))
	e.open--
	return err
}

func (e *encoder) object(p *plan, v reflect.Value, was Node) error {
	object := objectOf(v)
	if err := object.state.fault(); err != nil {
		return err
	}
	if was.Exists() && was.Kind() != Map && p.isZero(v) {
		e.buf = append(e.buf, was.Raw()...)
		return nil
	}
	constants, base := e.constants, len(e.last)
	e.constants = false
	e.last = append(e.last, make([]uint32, len(p.fields))...)
	w := structWriter{encoder: e, plan: p, value: v, object: object, was: was, start: len(e.buf) + 1, base: base}
	e.buf = append(e.buf, '{')
	if err := w.arrived(); err != nil {
		return err
	}
	if err := w.added(constants); err != nil {
		return err
	}
	e.buf = append(e.buf, '}')
	e.last = e.last[:base]
	return nil
}

// isZero says whether no field is set.
func (p *plan) isZero(v reflect.Value) bool {
	for i := range p.fields {
		if !v.Field(p.fields[i].index).IsZero() {
			return false
		}
	}
	return len(objectOf(v).state.extras()) == 0
}

type structWriter struct {
	*encoder
	plan   *plan
	value  reflect.Value
	object *Object
	was    Node
	// start is where the first field begins.
	start int
	// base is where the fields of this struct begin in the stack of last keys.
	base int
}

func (w *structWriter) key(quoted string) {
	if len(w.buf) > w.start {
		w.buf = append(w.buf, ',')
	}
	w.buf = append(w.buf, quoted...)
}

// arrived writes the fields that the raw JSON has. Of a name that occurs twice, the last one counts.
func (w *structWriter) arrived() error {
	if w.was.Kind() != Map {
		return nil
	}
	w.findLast()
	doc, next := w.was.doc, 0
	for i, end := w.was.index+1, w.was.node().next; i < end; i = doc.nodes[i+1].next {
		key, value := Node{doc, i}, Node{doc, i + 1}
		if len(w.object.state.extras()) > 0 {
			if _, ok := w.object.state.extra(key.Text()); ok {
				continue
			}
		}
		index := w.plan.find(doc, i, next)
		if index < 0 {
			w.key(key.Raw())
			w.buf = append(append(w.buf, ':'), value.Raw()...)
			continue
		}
		next = index + 1
		if w.last[w.base+index] != i {
			continue
		}
		if err := w.field(&w.plan.fields[index], value); err != nil {
			return err
		}
	}
	return nil
}

// field writes a field that arrived.
func (w *structWriter) field(f *field, was Node) error {
	v := w.value.Field(f.index)
	if f.plan.isCleared(v) {
		return w.zero(f, v)
	}
	if !v.IsZero() {
		w.key(f.quoted)
		if err := w.encode(f.plan, v, was); err != nil {
			return within(f.name, err)
		}
		return nil
	}
	if f.plan.staysZero(was) {
		w.key(f.quoted)
		w.buf = append(w.buf, was.Raw()...)
		return nil
	}
	return w.zero(f, v)
}

// zero writes the zero value of a field, unless it is left out.
func (w *structWriter) zero(f *field, v reflect.Value) error {
	if f.constant != "" {
		w.key(f.quoted)
		w.buf = appendString(w.buf, f.constant)
		return nil
	}
	if f.omitZero {
		return nil
	}
	w.key(f.quoted)
	switch f.plan.shape {
	case shapeList:
		w.buf = append(w.buf, "[]"...)
		return nil
	case shapeMap:
		w.buf = append(w.buf, "{}"...)
		return nil
	case shapeRaw:
		w.buf = append(w.buf, "null"...)
		return nil
	}
	if err := w.encode(f.plan, v, Node{}); err != nil {
		return within(f.name, err)
	}
	return nil
}

// added writes the fields that the raw JSON does not have, and then the extra ones.
func (w *structWriter) added(constants bool) error {
	built, extras := w.object.RawJSON() == "", w.object.state.extras()
	for i := range w.plan.fields {
		f := &w.plan.fields[i]
		if w.last[w.base+i] != 0 {
			continue
		}
		if len(extras) > 0 {
			if _, ok := w.object.state.extra(f.name); ok {
				continue
			}
		}
		v := w.value.Field(f.index)
		var err error
		switch {
		case !f.plan.isZeroValue(v) && !f.plan.isCleared(v):
			w.key(f.quoted)
			if err = w.encode(f.plan, v, Node{}); err != nil {
				err = within(f.name, err)
			}
		case built || constants && f.constant != "":
			err = w.zero(f, v)
		}
		if err != nil {
			return err
		}
	}
	for _, x := range extras {
		w.key(string(appendString(nil, x.name)) + ":")
		if err := w.extra(x); err != nil {
			return err
		}
	}
	return nil
}

// findLast notes the last key of each field in the raw JSON.
func (w *structWriter) findLast() {
	doc, next := w.was.doc, 0
	for i, end := w.was.index+1, w.was.node().next; i < end; i = doc.nodes[i+1].next {
		if index := w.plan.find(doc, i, next); index >= 0 {
			w.last[w.base+index] = i
			next = index + 1
		}
	}
}
