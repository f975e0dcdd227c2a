package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/contract"
)

// runtime is what all services of a client share.
type runtime struct {
	// A pointer, so that no format of package fmt prints the headers of the caller.
	settings *settings
}

// request is the input of one call.
type request struct {
	// path has the values of the path parameters, in order.
	path []string
	// params is a pointer to a struct whose fields have the tags json (body) and query; nil without parameters.
	params any
	// query has parameters that replace those of params with the same names.
	query [][2]string
}

// call sends a request and reads its response.
func call[R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option) (*R, error) {
	return callWith[R](ctx, r, op, req, opts, nil)
}

// callWith is call with a function that inspects the body of the response before it is decoded; its error fails the attempt.
func callWith[R any](ctx context.Context, r *runtime, op *contract.Operation, req request, opts []Option, inspect func(*attempt, codec.Node) error) (*R, error) {
	p, err := r.plan(op, req, opts, false)
	if err != nil {
		return nil, err
	}
	result, err := send(ctx, p, func(a *attempt) (*R, error) {
		body, err := a.readBody()
		if err != nil {
			return nil, err
		}
		if inspect != nil {
			if err := inspect(a, body); err != nil {
				return nil, err
			}
		}
		result := new(R)
		codec.Decode(body, result)
		codec.SetInfo(result, a.info())
		a.close(nil)
		p.charge(body)
		return result, nil
	})
	if err != nil {
		return nil, withPartial[R](err)
	}
	return result, nil
}

// withPartial gives an error the usable part of its response as a struct.
func withPartial[R any](err error) error {
	if failed := asError(err); failed != nil && failed.Partial == nil && failed.partial.Exists() {
		partial := new(R)
		codec.Decode(failed.partial, partial)
		failed.Partial = partial
	}
	return err
}
