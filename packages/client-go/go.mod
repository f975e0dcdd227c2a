module github.com/patchbay/patchbay/packages/client-go

go 1.26
