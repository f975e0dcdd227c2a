// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"context"

	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
	"github.com/patchbay/patchbay/packages/client-go/internal/generated"
)

// ActivityService has the methods of client.Activity.
type ActivityService struct {
	runtime *runtime
}

// ActivityListParams has the query parameters of [ActivityService.List].
type ActivityListParams struct {
	object

	// Only this day, "YYYY-MM-DD". Must be one of the last 30 completed days.
	Date Opt[string] `query:"date"`

	// Only the API key with this hash.
	APIKeyHash Opt[string] `query:"api_key_hash"`

	// Only this member of the organization.
	UserID Opt[string] `query:"user_id"`

	// Additional column to group by.
	GroupBy Opt[string] `query:"group_by"`

	// Only this workspace.
	WorkspaceID Opt[string] `query:"workspace_id"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ActivityListParams) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ActivityListParams) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// List lists usage by day, model and provider.
//
// Usage of the last 30 completed days (UTC) by day, model and provider.
//
// It needs a management key ([WithManagementKey]). A request that failed is repeated, also if the API may
// have processed it.
//
// An [Error] of the API has the code [CodeBadRequest] (400), [CodeUnauthorized] (401), [CodeForbidden] (403),
// [CodeNotFound] (404), [CodeServerError] (500) or another one.
func (s *ActivityService) List(ctx context.Context, params ActivityListParams, opts ...Option) (*ActivityList, error) {
	return call[ActivityList](ctx, s.runtime, generated.ActivityList, request{params: &params}, opts)
}
