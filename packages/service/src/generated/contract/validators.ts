// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import { eagerValidators } from "./eager-validators.ts";
import { lazyValidators } from "./lazy-validators.ts";

/** Operation → compiled validators of its parameters and body. They return `true` if the value conforms to the contract. */
export const validators: import("@patchbay/spec").InputValidators = { ...eagerValidators, ...lazyValidators };
