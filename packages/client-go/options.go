package patchbay

// Option configures a client or one call.
type Option func(*settings)

type settings struct{}
