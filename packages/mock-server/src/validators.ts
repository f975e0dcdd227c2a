export * from "@patchbay/service/generated/contract/validators";
