type Step = string | number;

/** One place inside parameters. */
export interface Place {
  readonly path: readonly Step[];
  readonly value: unknown;
}

/** Every place inside JSON, the outermost first. */
export function placesIn(value: unknown, path: readonly Step[] = []): readonly Place[] {
  const inner = entriesOf(value).flatMap(([step, child]) => placesIn(child, [...path, step]));
  return [{ path, value }, ...inner];
}

/** A copy with something else at one place. A key such as `__proto__` becomes one of its own, as from JSON. */
export function replaceAt(value: unknown, path: readonly Step[], replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  const entries = entriesOf(value).map(
    ([key, child]) => [key, key === step ? replaceAt(child, rest, replacement) : child] as const,
  );
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** A copy of an object with one more key. */
export function withKey(value: unknown, key: string, child: unknown): unknown {
  return Object.fromEntries([...entriesOf(value).map(([name, one]) => [String(name), one]), [key, child]]);
}

export function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): readonly (readonly [Step, unknown])[] {
  if (Array.isArray(value)) return value.map((child: unknown, index) => [index, child] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
