const item = (n) => ({
  n,
  name: `item ${n}`,
  note: `This is the note of item ${n}, with "quotes" and a ☂.`,
  tags: ["a", "b"],
});

/** A JSON object `{ items: [...] }` of about as many kilobytes. */
export function typedText(kilobytes) {
  const items = [];
  for (let length = 0; length < kilobytes * 1000; length += JSON.stringify(items.at(-1)).length + 1)
    items.push(item(items.length));
  return JSON.stringify({ items });
}

/** "done" when the last item of an output is the one that belongs there. */
export const ended = ({ items }) => (items.length > 0 && items.at(-1).n === items.length - 1 ? "done" : "incomplete");

/** The JSON Schema of the output. */
export const schema = {
  type: "object",
  properties: {
    items: {
      type: "array",
      items: {
        type: "object",
        properties: {
          n: { type: "number" },
          name: { type: "string" },
          note: { type: "string" },
          tags: { type: "array", items: { type: "string" } },
        },
        required: ["n", "name", "note", "tags"],
        additionalProperties: false,
      },
    },
  },
  required: ["items"],
  additionalProperties: false,
};
