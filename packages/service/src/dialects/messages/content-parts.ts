import type { CacheControl, ContentBlockParam, ContentPart, ToolResultContentBlock } from "@patchbay/spec";

/** A content part with the cache breakpoint of its block. */
export type MarkedPart = ContentPart & { readonly cache_control?: CacheControl | null | undefined };

type Block = ContentBlockParam | ToolResultContentBlock;

/**
 * The content parts of a block. A block without an equivalent stays unchanged, as a part of its own type: it is forwarded to
 * the provider and counts no tokens.
 */
export function toParts(block: Block): MarkedPart[] {
  const parts = convert(block);
  const mark = (block as { readonly cache_control?: CacheControl | null }).cache_control;
  const last = parts.at(-1);
  return mark && last ? [...parts.slice(0, -1), { ...last, cache_control: mark }] : parts;
}

function convert(block: Block): MarkedPart[] {
  switch (block.type) {
    case "text":
      return [{ type: "text", text: block.text }];
    case "image":
      return [toImagePart(block.source)];
    case "document":
      return toDocumentParts(block);
    case "search_result": {
      const text = block.content.map((part) => part.text).join("\n");
      return [{ type: "text", text: `${block.title}\n${block.source}\n${text}` }];
    }
    case "compaction":
      return block.content ? [{ type: "text", text: block.content }] : [];
    case "tool_reference":
      return [{ type: "text", text: block.tool_name }];
    default:
      // No content part has this type. The code that reads parts ignores types that it does not know.
      return [block as unknown as MarkedPart];
  }
}

type ImageSource = Extract<Block, { type: "image" }>["source"];

function toImagePart(source: ImageSource): MarkedPart {
  if (source.type === "file") return { type: "file", file: { file_id: source.file_id } };
  const url = source.type === "url" ? source.url : `data:${source.media_type};base64,${source.data}`;
  return { type: "image_url", image_url: { url } };
}

type Document = Extract<Block, { type: "document" }>;

/** A PDF is a file. A text is a text, with the title and the context that the model sees. */
function toDocumentParts({ source, title, context }: Document): MarkedPart[] {
  const named = title ? { filename: title } : {};
  const heading = [title, context].filter((text) => text).join("\n");
  const headings: MarkedPart[] = heading === "" ? [] : [{ type: "text", text: `${heading}\n` }];
  switch (source.type) {
    case "base64": {
      const file_data = `data:${source.media_type};base64,${source.data}`;
      return [{ type: "file", file: { filename: title ?? "document.pdf", file_data } }];
    }
    case "url":
      return [{ type: "file", file: { ...named, file_data: source.url } }];
    case "file":
      return [{ type: "file", file: { ...named, file_id: source.file_id } }];
    case "text":
      return [...headings, { type: "text", text: source.data }];
    default: {
      const { content } = source;
      return typeof content === "string"
        ? [...headings, { type: "text", text: content }]
        : [...headings, ...content.flatMap(toParts)];
    }
  }
}
