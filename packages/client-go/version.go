package patchbay

// version is that of package.json. scripts/go/write-version.ts writes it.
const version = "0.0.0"
