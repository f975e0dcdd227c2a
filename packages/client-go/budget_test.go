package patchbay

import (
	"errors"
	"sync"
	"testing"
)

func TestABudgetStopsWhenItIsSpent(t *testing.T) {
	budget := NewBudget(MustParseUSD("0.3"))
	for range 2 {
		if err := budget.Check(); err != nil {
			t.Fatal(err)
		}
		budget.AddCostOf(rawResponse(`{"usage":{"cost":0.1}}`))
	}
	if left := budget.Remaining(); left.String() != "0.1" || budget.Check() != nil {
		t.Fatalf("%s USD are left", left)
	}
	budget.Add(MustParseUSD("0.1"))
	var err *Error
	if !errors.As(budget.Check(), &err) || err.Kind != KindUsage || err.Code != CodeBudgetExceeded {
		t.Fatalf("got %v", err)
	}
	budget.Add(MustParseUSD("0.5"))
	if budget.Spent().String() != "0.8" || !budget.Remaining().IsZero() || budget.Limit().String() != "0.3" {
		t.Errorf("spent %s of %s, %s left", budget.Spent(), budget.Limit(), budget.Remaining())
	}
}

func TestAnUnknownCostIsNotZero(t *testing.T) {
	budget := NewBudget(MustParseUSD("0.3"))
	budget.AddCostOf(rawResponse(`{"usage":{"cost":0}}`))
	if budget.Unknown() != 0 {
		t.Error("a cost of 0 is known")
	}
	budget.AddCostOf(rawResponse(`{"usage":{}}`))
	budget.AddUnknown()
	if budget.Unknown() != 2 || !budget.Spent().IsZero() {
		t.Errorf("got %d unknown costs, %s USD", budget.Unknown(), budget.Spent())
	}
}

func TestABudgetWithoutALimitAllowsNoCall(t *testing.T) {
	for _, budget := range []*Budget{{}, NewBudget(USD{}), NewBudget(MustParseUSD("-1"))} {
		if budget.Check() == nil {
			t.Errorf("a budget of %s USD allows a call", budget.Limit())
		}
	}
}

func TestConcurrentCallsShareABudget(t *testing.T) {
	budget := NewBudget(MustParseUSD("100"))
	var group sync.WaitGroup
	for range 100 {
		group.Go(func() {
			if budget.Check() == nil {
				budget.Add(MustParseUSD("0.0000001"))
				budget.AddUnknown()
			}
		})
	}
	group.Wait()
	if budget.Spent().String() != "0.00001" || budget.Unknown() != 100 {
		t.Errorf("got %s USD and %d unknown costs", budget.Spent(), budget.Unknown())
	}
}
