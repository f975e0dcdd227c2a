package patchbay

import (
	"context"
	"iter"
	"strconv"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// listAll returns the items of all pages. Each page is requested when its first item is reached.
func listAll[P, T any](ctx context.Context, r *runtime, op *contract.Operation, req request, items func(*P) []T, opts []Option) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		position, err := firstPosition(op.Pagination, req)
		for err == nil {
			var page *P
			page, err = callWith[P](ctx, r, op, position.request(req), opts, position.inspect)
			if err != nil {
				break
			}
			if position.isRepeated {
				return
			}
			for _, item := range items(page) {
				if !yield(item, nil) {
					return
				}
			}
			if position.isLast {
				return
			}
		}
		var none T
		yield(none, err)
	}
}

// position is the place of a page in its list.
type position struct {
	pagination *contract.Pagination
	offset     int64
	// seen are the identities of the items of all pages so far.
	seen map[string]bool
	// isLast: no page follows. isRepeated: the page has no new item. A service that ignores the offset returns the same page
	// indefinitely.
	isLast, isRepeated bool
}

func firstPosition(pagination *contract.Pagination, req request) (*position, error) {
	p := &position{pagination: pagination, seen: map[string]bool{}}
	query, err := queryOf(req)
	if err != nil {
		return nil, usageError("The input cannot be sent: %s. Change the value and send it again.", err)
	}
	for _, pair := range query {
		if pair[0] == pagination.Offset {
			p.offset, _ = strconv.ParseInt(pair[1], 10, 64) // a number, because the field is one
		}
	}
	return p, nil
}

// request returns the input of the page.
func (p *position) request(req request) request {
	if len(p.seen) > 0 {
		req.query = [][2]string{{p.pagination.Offset, strconv.FormatInt(p.offset, 10)}}
	}
	return req
}

// inspect reads the items of the page, and moves to the one after it.
func (p *position) inspect(_ *attempt, page codec.Node) error {
	items := page.Path(p.pagination.Items)
	before := len(p.seen)
	for item := range items.Items() {
		p.seen[identityOf(item)] = true
	}
	p.offset += int64(items.Len())
	p.isRepeated = len(p.seen) == before
	p.isLast = p.isRepeated
	if p.pagination.Next != "" {
		next := page.Path(p.pagination.Next)
		p.isLast = p.isLast || !next.Exists() || next.IsNull()
	}
	if total, ok := page.Path(p.pagination.Total).Float(); ok && p.pagination.Total != "" {
		p.isLast = p.isLast || float64(p.offset) >= total
	}
	return nil
}

// identityOf returns the identity of an item.
func identityOf(item codec.Node) string {
	for _, name := range [...]string{"id", "hash", "slug"} {
		if key := item.Get(name); key.Kind() == codec.String || key.Kind() == codec.Number {
			return key.Raw()
		}
	}
	return item.Raw()
}
