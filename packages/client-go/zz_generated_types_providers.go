// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"github.com/patchbay/patchbay/packages/client-go/internal/codec"
)

// Provider is a company that serves models.
type Provider struct {
	object

	// Display name.
	Name string `json:"name"`

	// Slug of the provider, used in routing preferences.
	Slug string `json:"slug"`

	// URL of the privacy policy.
	PrivacyPolicyURL string `json:"privacy_policy_url"`

	// URL of the terms of service.
	TermsOfServiceURL string `json:"terms_of_service_url,omitzero"`

	// URL of the status page.
	StatusPageURL string `json:"status_page_url,omitzero"`

	// ISO code of the country of the headquarters.
	Headquarters string `json:"headquarters,omitzero"`

	// ISO codes of the countries of the data centers.
	Datacenters []string `json:"datacenters,omitzero"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v Provider) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *Provider) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }

// ProviderList is the providers that serve the models.
type ProviderList struct {
	object

	// The providers.
	Data []Provider `json:"data"`
}

// MarshalJSON returns the JSON of the value, with the fields that it does not know.
func (v ProviderList) MarshalJSON() ([]byte, error) { return codec.Marshal(&v) }

// UnmarshalJSON reads JSON. A field that does not fit stays in the raw JSON.
func (v *ProviderList) UnmarshalJSON(data []byte) error { return codec.Unmarshal(data, v) }
