module github.com/patchbay/patchbay/examples/go

go 1.26

require github.com/patchbay/patchbay/packages/client-go v0.0.0

replace github.com/patchbay/patchbay/packages/client-go => ../../packages/client-go
