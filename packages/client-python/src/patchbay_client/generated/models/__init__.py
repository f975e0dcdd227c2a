# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
"""The response models, by topic."""
