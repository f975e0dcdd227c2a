// An accumulator that knows only the merge policy of the contract, as one of another language would be written.
import type { Accumulator, MergeRule, MergeWord } from "../../packages/codegen/src/model/merge.ts";

type Fields = Record<string, unknown>;
type Rule<Op extends string> = Extract<MergeRule, { readonly op: Op }>;
type Step = Accumulator["rules"][number]["steps"][number];
type PathStep = NonNullable<Step["at"]>[number];
type Position = Omit<Extract<PathStep, { readonly list: string }>, "list">;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const read = (value: unknown, path: string | undefined): unknown =>
  (path ?? "")
    .split(".")
    .filter((name) => name !== "")
    .reduce((node, name) => (isObject(node) ? node[name] : undefined), value);

/** A list whose indexes can have gaps. */
class SparseList {
  readonly items = new Map<number, unknown>();
  readonly ids = new Map<unknown, number>();
  get length(): number {
    return Math.max(-1, ...this.items.keys()) + 1;
  }
}

/** A place where a value can be read and written. */
interface Place {
  /** Its index in a list. */
  readonly index?: number;
  readonly get: () => unknown;
  readonly set: (value: unknown) => void;
}

/** How a node becomes a part of the response. */
type Finish = () => unknown;

export class GenericAccumulator {
  readonly #policy: Accumulator;
  #root: Fields | undefined;
  #isFirst = true;
  /** Objects that are not plain data while they grow. */
  readonly #finish = new WeakMap<object, Finish>();
  readonly #lists = new WeakMap<object, Map<string, SparseList>>();
  readonly #grown = new WeakMap<object, Map<string, BlockList | CallList>>();
  readonly #texts = new WeakMap<object, Map<string, string>>();
  readonly #others = new WeakMap<object, { first: Fields; last: Fields }>();

  constructor(policy: Accumulator) {
    this.#policy = policy;
  }

  add(event: Fields): void {
    const rule = this.#policy.rules.find(
      ({ when = {}, has }) =>
        (has === undefined || isObject(event[has])) &&
        Object.entries(when).every(([path, patterns]) =>
          patterns.some((pattern) => matches(pattern, String(read(event, path)))),
        ),
    );
    for (const step of rule?.steps ?? []) this.#apply(step, event);
    this.#isFirst = false;
  }

  result(): unknown {
    return this.#root && this.#toResult(this.#root);
  }

  #apply(step: Step, event: Fields): void {
    const value = "value" in step ? step.value : read(event, step.from);
    if (value === undefined) return;
    if (step.rule === "put" && !isObject(value)) return;
    if (typeof step.rule === "object" && !isObject(value)) return;
    this.#root ??= structuredClone(this.#policy.initial) as Fields;
    let place: Place | undefined = { get: () => this.#root, set: (root) => (this.#root = root as Fields) };
    for (const [index, part] of (step.at ?? []).entries()) {
      // A whole value needs no item to be merged into.
      const isLast = index === step.at!.length - 1 && step.to === undefined && typeof step.rule === "string";
      place = this.#enter(this.#toObject(place), part, event, isLast);
      if (!place) return;
    }
    if (step.to === undefined) return this.#merge(step.rule, place, value, undefined, "");
    const holder = this.#toObject(place);
    this.#merge(step.rule, fieldOf(holder, step.to), value, holder, step.to);
  }

  #toObject(place: Place): Fields {
    if (!isObject(place.get())) place.set({});
    return place.get() as Fields;
  }

  #enter(holder: Fields, step: PathStep, event: Fields, isTarget: boolean): Place | undefined {
    if ("object" in step) return fieldOf(holder, step.object);
    const id = step.id === undefined ? undefined : read(event, step.id);
    const place = this.#positionIn(holder, step.list, step, read(event, step.index), id);
    if (!place || isTarget || isObject(place.get())) return place;
    if (!step.create) return undefined;
    place.set({ ...structuredClone(step.create), ...(id !== undefined && { id }) });
    return place;
  }

  #positionIn(
    holder: Fields,
    name: string,
    { numeric, missing, sparse, maxSkipped = Infinity }: Position,
    given: unknown,
    id: unknown,
    at?: number,
  ): Place | undefined {
    const index = numeric && typeof given === "string" && given.trim() !== "" ? Number(given) : given;
    const list = sparse ? this.#sparse(holder, name) : dense(holder, name);
    const isIndex = Number.isInteger(index) && Number(index) >= 0 && Number(index) < 100_000;
    const items = list instanceof SparseList ? list.items : undefined;
    let position = isIndex && Number(index) < list.length + maxSkipped ? Number(index) : undefined;
    if (position === undefined && list instanceof SparseList && id !== undefined) {
      const known = list.ids.get(id);
      if (known !== undefined && (items!.get(known) as Fields | undefined)?.id === id) position = known;
    }
    if (position === undefined) {
      if (missing === "ignore") return undefined;
      position = { append: list.length, last: Math.max(list.length - 1, 0), place: at ?? 0 }[missing];
    }
    const found = position;
    if (Array.isArray(list)) {
      return {
        get: () => list[found],
        set(value) {
          while (list.length < found) list.push(null);
          list[found] = value;
        },
      };
    }
    return {
      index: found,
      get: () => items!.get(found),
      set(value) {
        items!.set(found, value);
        const own = isObject(value) ? value.id : undefined;
        if (own !== undefined) list.ids.set(own, found);
      },
    };
  }

  #sparse(holder: Fields, name: string): SparseList {
    const lists = getOr(this.#lists, holder, () => new Map<string, SparseList>());
    let list = lists.get(name);
    if (!list) lists.set(name, (list = new SparseList()));
    return list;
  }

  #merge(rule: MergeRule, place: Place, value: unknown, holder: Fields | undefined, name: string): void {
    if (typeof rule === "string") {
      if (rule === "json") return this.#addJson(holder!, name, value);
      return mergeValue(rule, place, value, this.#isFirst);
    }
    if (rule.op === "whole") return this.#replaceWhole(rule, value as Fields);
    if (rule.op === "object") {
      if (isObject(value) || rule.constants)
        this.#mergeObject(rule, this.#toObject(place), isObject(value) ? value : {});
      else if (value === null && isAbsent(place.get())) place.set(null);
      return;
    }
    if (!Array.isArray(value)) return;
    const items = (value as unknown[]).filter(isObject);
    if (rule.op === "list") {
      for (const [at, item] of items.entries()) {
        const position = this.#positionIn(holder!, name, rule, read(item, rule.index), undefined, at)!;
        const into = this.#toObject(position);
        this.#mergeObject(rule.item, into, item);
        into[rule.index] = position.index;
      }
      return;
    }
    const grown = getOr(this.#grown, holder!, () => new Map<string, BlockList | CallList>());
    if (!grown.has(name)) grown.set(name, rule.op === "blocks" ? new BlockList(rule) : new CallList(rule));
    for (const item of items) grown.get(name)!.add(item, value);
  }

  #mergeObject(rule: Rule<"object">, into: Fields, value: Fields): void {
    const { fields = {}, otherwise, rename = {} } = rule;
    const rest: Fields = {};
    for (const [given, field] of Object.entries(value)) {
      const name = rename[given] ?? given;
      const own = Object.hasOwn(fields, given) ? fields[given]! : undefined;
      if (own === "first_or_last" && !this.#isFirst) rest[name] = field;
      else if (own !== undefined) this.#merge(own, fieldOf(into, name), field, into, name);
      else if (otherwise === "last" || otherwise === "first_and_last") rest[name] = field;
      else if (otherwise) this.#merge(otherwise, fieldOf(into, name), field, into, name);
    }
    // A field with an object exists even if the event omits it.
    for (const [given, own] of Object.entries(fields))
      if (typeof own === "object" && own.op === "object" && own.constants && !(given in value))
        this.#merge(own, fieldOf(into, rename[given] ?? given), {}, into, rename[given] ?? given);
    const others = this.#others.get(into);
    this.#others.set(into, { first: otherwise === "first_and_last" ? (others?.first ?? rest) : {}, last: rest });
    this.#finish.set(into, () => this.#finishObject(rule, into));
  }

  #finishObject({ constants, defaults, emptyIsNullWith = {} }: Rule<"object">, into: Fields): Fields {
    const { first = {}, last = {} } = this.#others.get(into) ?? {};
    const fields: Fields = { ...defaults, ...first, ...last, ...this.#plain(into), ...constants };
    for (const [name, other] of Object.entries(emptyIsNullWith))
      if (fields[name] === "" && fields[other] !== undefined) fields[name] = null;
    return fields;
  }

  #replaceWhole({ lists }: Rule<"whole">, value: Fields): void {
    const before = this.#root!;
    this.#root = { ...value };
    for (const [name, way] of Object.entries(lists)) {
      const list = this.#sparse(before, name);
      const given = Array.isArray(value[name]) ? (value[name] as unknown[]) : [];
      if (way === "put")
        for (const [index, item] of given.entries()) if (isObject(item)) list.items.set(index, structuredClone(item));
      if (way === "keep_if_empty" && given.length > 0) continue;
      this.#root[name] = [];
      this.#lists.set(this.#root, new Map([[name, list]]));
    }
  }

  #addJson(holder: Fields, name: string, value: unknown): void {
    const texts = getOr(this.#texts, holder, () => new Map<string, string>());
    texts.set(name, (texts.get(name) ?? "") + textOf(value));
  }

  /** The fields of an object, with its lists in order. */
  #plain(node: Fields): Fields {
    const copy: Fields = {};
    for (const [name, value] of Object.entries(node)) copy[name] = this.#toResult(value);
    for (const [name, { items }] of this.#lists.get(node) ?? [])
      copy[name] = [...items].toSorted(([a], [b]) => a - b).map(([, item]) => this.#toResult(item));
    for (const [name, text] of this.#texts.get(node) ?? []) copy[name] = readPartialJson(text) ?? copy[name];
    for (const [name, list] of this.#grown.get(node) ?? []) {
      const items = list.result();
      if (items.length > 0) copy[name] = items;
      else delete copy[name];
    }
    return copy;
  }

  #toResult(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#toResult(item));
    if (!isObject(value)) return value;
    return this.#finish.get(value)?.() ?? this.#plain(value);
  }
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  if (parts.length === 1) return pattern === text;
  return text.length >= pattern.length - 1 && text.startsWith(parts[0]!) && text.endsWith(parts[1]!);
}

function getOr<Value>(map: WeakMap<object, Value>, key: object, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function fieldOf(holder: Fields, name: string): Place {
  return { get: () => holder[name], set: (value) => void (holder[name] = value) };
}

function dense(holder: Fields, name: string): unknown[] {
  if (!Array.isArray(holder[name])) holder[name] = [];
  return holder[name] as unknown[];
}

const keepNull = (before: unknown): unknown => before ?? null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const isEmpty = (value: unknown): boolean =>
  isAbsent(value) || value === "" || (Array.isArray(value) && value.length === 0);

/** Word → the new value; undefined leaves the old one. */
const words: Readonly<
  Record<Exclude<MergeWord, "json">, (before: unknown, value: unknown, isFirst: boolean) => unknown>
> = {
  append: (before, value) => [...listOf(before), value],
  auto: (before, value) =>
    value === null || Array.isArray(value)
      ? words.extend(before, value, false)
      : typeof value === "string"
        ? textOf(before) + value
        : value,
  concat: (before, value) =>
    value === null ? keepNull(before) : typeof value === "string" ? textOf(before) + value : undefined,
  extend: (before, value) =>
    value === null ? keepNull(before) : Array.isArray(value) ? [...listOf(before), ...(value as unknown[])] : value,
  extend_filled: (before, value) => (listOf(value).length > 0 ? [...listOf(before), ...listOf(value)] : undefined),
  filled: (_, value) => (isEmpty(value) ? undefined : value),
  first: (_, value, isFirst) => (isFirst ? value : undefined),
  // After the first event, it is one of the other fields.
  first_or_last: (_, value) => value,
  ignore: () => undefined,
  join: (before, value) => (typeof before === "string" && typeof value === "string" ? before + value : value),
  known: (before, value) => (value === null ? keepNull(before) : value),
  put: (_, value) => ({ ...(value as Fields) }),
  replace: (_, value) => value,
  text: (_, value) => (typeof value === "string" ? value : undefined),
};

function mergeValue(word: Exclude<MergeWord, "json">, place: Place, value: unknown, isFirst: boolean): void {
  const merged = words[word](place.get(), value, isFirst);
  if (merged !== undefined) place.set(structuredClone(merged));
}

/** Pieces of blocks, such as reasoning details. */
class BlockList {
  readonly #rule: Rule<"blocks">;
  readonly #blocks: Fields[] = [];
  readonly #open = new Map<string, Fields>();

  constructor(rule: Rule<"blocks">) {
    this.#rule = rule;
  }

  result(): readonly Fields[] {
    return this.#blocks;
  }

  add(piece: Fields): void {
    const { type, index, texts } = this.#rule;
    const hasIndex = !isAbsent(piece[index]);
    const key = JSON.stringify([piece[type], piece[index]]);
    const found = hasIndex ? this.#open.get(key) : this.#blocks.at(-1);
    if (!found || !this.#isSame(found, piece, hasIndex)) {
      const block = { ...piece };
      this.#blocks.push(block);
      if (hasIndex) this.#open.set(key, block);
      return;
    }
    for (const [name, value] of Object.entries(piece)) {
      if (name === index || isAbsent(value)) continue;
      found[name] = texts.includes(name) && typeof found[name] === "string" ? found[name] + String(value) : value;
    }
  }

  #isSame(block: Fields, piece: Fields, hasIndex: boolean): boolean {
    const { type, id, signature, signed, continued } = this.#rule;
    if (block[type] !== piece[type] || (block[id] && piece[id] && block[id] !== piece[id])) return false;
    const isSigned = Boolean(block[signature]) && block[signature] !== piece[signature];
    if (isSigned && (!hasIndex || signed.some((name) => piece[name]))) return false;
    return hasIndex || continued.includes(String(piece[type]));
  }
}

/** Pieces of tool calls. */
class CallList {
  readonly #rule: Rule<"calls">;
  readonly #calls: (Fields | undefined)[] = [];
  readonly #lists = new WeakMap<Fields, unknown>();
  readonly #keys = new Map<unknown, number>();
  readonly #ids = new Map<unknown, number>();
  #last: number | undefined;

  constructor(rule: Rule<"calls">) {
    this.#rule = rule;
  }

  result(): readonly Fields[] {
    const { function: fn, arguments: text, emptyArguments } = this.#rule;
    return this.#calls
      .filter((call) => call !== undefined)
      .map((call) => {
        const inner = call[fn] as Fields;
        return { ...call, [fn]: { ...inner, [text]: inner[text] || emptyArguments } };
      });
  }

  add(piece: Fields, list: unknown): void {
    const { index: indexName, id: idName, function: fn, initial } = this.#rule;
    const given = piece[indexName];
    const index = typeof given === "number" || typeof given === "string" ? given : undefined;
    const id = piece[idName] || undefined;
    const inner = (piece[fn] ?? {}) as Fields;
    const known = index === undefined ? (this.#ids.get(id) ?? this.#last) : this.#keys.get(index);
    const key =
      known !== undefined && !this.#startsNew(this.#calls[known]!, id, inner, list) ? known : this.#free(index);
    const call = (this.#calls[key] ??= structuredClone(initial) as Fields);
    if (index !== undefined) this.#keys.set(index, key);
    if (id !== undefined) this.#ids.set(id, key);
    this.#last = key;
    this.#lists.set(call, list);
    this.#extend(call, piece, inner);
  }

  #free(index: number | string | undefined): number {
    const { length } = this.#calls;
    const isFree =
      Number.isInteger(index) &&
      Number(index) >= 0 &&
      Number(index) < length + this.#rule.maxSkipped &&
      !this.#calls[Number(index)];
    return isFree ? Number(index) : length;
  }

  #startsNew(call: Fields, id: unknown, inner: Fields, list: unknown): boolean {
    const { id: idName, function: fn, name: nameField, arguments: textField } = this.#rule;
    const { [nameField]: name, [textField]: before } = call[fn] as Fields;
    const text = textOf(inner[textField]);
    const isComplete = isCompleteJson(String(before));
    if (id !== undefined && call[idName] !== "" && id !== call[idName])
      return Boolean(inner[nameField]) || name === "" || isComplete;
    if (!inner[nameField] || text.trim() === "" || !isComplete) return false;
    if (inner[nameField] !== name) return true;
    if (this.#lists.get(call) === list) return id === undefined || id !== call[idName];
    return !isBlankObject(String(before)) && text !== before;
  }

  #extend(call: Fields, piece: Fields, inner: Fields): void {
    const { index, id, type: typeName, function: fn, name: nameField, arguments: textField } = this.#rule;
    const { [index]: _, [fn]: _inner, ...rest } = piece;
    const own = call[fn] as Fields;
    const { [nameField]: name, [textField]: before } = own as Record<string, string>;
    const { [id]: ownId, [typeName]: type } = call;
    Object.assign(call, rest, { [id]: ownId || (piece[id] ?? ""), [typeName]: piece[typeName] || type });
    const said = inner[nameField] as string | undefined;
    const isNamed = !said || said === name || (name !== "" && before !== "");
    Object.assign(own, inner, { [nameField]: isNamed ? name : name! + said, [textField]: before });
    const text = textOf(inner[textField]);
    if (text === "" || (said && isCompleteJson(before!) && text === before)) return;
    own[textField] = isBlankObject(before!) && text.trim() !== "" ? text : before! + text;
  }
}

/** Whether the last bracket outside of strings closes the first one. */
function isCompleteJson(text: string): boolean {
  let depth = 0;
  let isComplete = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[[{\]}]/gs)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") isComplete = --depth === 0;
  }
  return isComplete;
}

function isBlankObject(text: string): boolean {
  return text.length < 16 && /^\s*\{\s*\}\s*$/.test(text);
}

/** The value of a JSON text that may be cut: up to its last bracket or comma, with open objects and arrays closed. */
function readPartialJson(text: string): unknown {
  let open = "";
  let end: string | undefined;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[[{\]},]/gs)) {
    if (token === "{" || token === "[") open = (token === "{" ? "}" : "]") + open;
    else if (token === "}" || token === "]") open = open.slice(1);
    else if (token !== ",") continue;
    end = text.slice(0, token === "," ? index : index + 1) + open;
  }
  try {
    return JSON.parse(end ?? text);
  } catch {
    return undefined;
  }
}
