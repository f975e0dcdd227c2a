import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { addCredits, showCredits } from "./credits.ts";
import { doctor } from "./doctor/doctor.ts";
import { createKey, listKeys, revokeKey, rotateKey } from "./keys/key-commands.ts";
import { addProviderKey, listProviderKeys, removeProviderKey } from "./keys/provider-key-commands.ts";
import { models } from "./models.ts";
import { serve } from "./serve.ts";

/** Every command, in the order of the help text. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  check,
  models,
  doctor,
  "keys create": createKey,
  "keys list": listKeys,
  "keys revoke": revokeKey,
  "keys rotate": rotateKey,
  "provider-keys add": addProviderKey,
  "provider-keys list": listProviderKeys,
  "provider-keys remove": removeProviderKey,
  "credits add": addCredits,
  "credits show": showCredits,
};
