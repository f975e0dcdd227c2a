// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// CreditTotals: Credits purchased and used over the lifetime of the account.
type CreditTotals struct {
	object

	// Credits purchased or granted, in USD.
	TotalCredits float64 `json:"total_credits"`

	// Credits used, in USD.
	TotalUsage float64 `json:"total_usage"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v CreditTotals) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *CreditTotals) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// Credits is the credit balance of the account.
type Credits struct {
	object

	// The credit totals.
	Data CreditTotals `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Credits) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Credits) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
