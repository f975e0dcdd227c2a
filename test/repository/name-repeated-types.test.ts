import { expect, test } from "vitest";
import { nameRepeatedTypes } from "../../scripts/name-repeated-types.ts";

const printed = `import * as z from "zod";
export declare const zTag: z.ZodObject<{
    name: z.ZodEnum<{
        "a > b": "a > b";
    }>;
}, z.core.$loose>;
export declare const zPost: z.ZodObject<{
    tags: z.ZodArray<z.ZodObject<{
        name: z.ZodEnum<{
            "a > b": "a > b";
        }>;
    }, z.core.$loose>>;
    title: z.ZodString;
}, z.core.$loose>;
export declare const zSamePost: z.ZodObject<{
    tags: z.ZodArray<z.ZodObject<{
        name: z.ZodEnum<{
            "a > b": "a > b";
        }>;
    }, z.core.$loose>>;
    title: z.ZodString;
}, z.core.$loose>;
export declare const zPosts: z.ZodArray<z.ZodObject<{
    tags: z.ZodArray<z.ZodObject<{
        name: z.ZodEnum<{
            "a > b": "a > b";
        }>;
    }, z.core.$loose>>;
    title: z.ZodString;
}, z.core.$loose>>;
export declare const count: number;
`;

test("a declaration names the schemas inside it instead of repeating their types", () => {
  expect(nameRepeatedTypes(printed)).toBe(`import * as z from "zod";
export declare const zTag: z.ZodObject<{
    name: z.ZodEnum<{
        "a > b": "a > b";
    }>;
}, z.core.$loose>;
export declare const zPost: z.ZodObject<{
    tags: z.ZodArray<typeof zTag>;
    title: z.ZodString;
}, z.core.$loose>;
export declare const zSamePost: typeof zPost;
export declare const zPosts: z.ZodArray<typeof zPost>;
export declare const count: number;
`);
});

test("declarations without repeated types stay unchanged", () => {
  const text = `export declare const zName: z.ZodString;\nexport declare const zNames: z.ZodArray<z.ZodString>;\n`;
  expect(nameRepeatedTypes(text)).toBe(text);
});
