interface ReservedNames {
  /** Keywords: no parameter of a method and no field has such a name. */
  readonly keywords: readonly string[];
  /** Where the names of the wire are identifiers unchanged. Elsewhere the language changes their case. */
  readonly places: readonly NamePlace[];
  /** Names that the base class of response models uses. */
  readonly attributes: readonly string[];
}

export type NamePlace = "property" | "path" | "query";

const words = (text: string): string[] => text.split(" ");

/** The languages in which a name of the wire can be impossible, and their reserved names. */
export const reservedNames: Readonly<Record<string, ReservedNames>> = {
  python: {
    keywords: words(
      "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return self try while with yield",
    ),
    places: ["property", "path", "query"],
    attributes: words(
      "construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name model_post_init model_rebuild model_validate model_validate_json model_validate_strings parse_file parse_obj parse_raw schema schema_json update_forward_refs validate",
    ),
  },
  go: {
    keywords: words(
      "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
    ),
    // A field begins with a capital letter.
    places: ["path"],
    attributes: [],
  },
};
