import metadata from 'libphonenumber-js/max/metadata';
import * as v from 'valibot';

const lengthsSchema = v.array(v.number());
/** Of one type of numbers: a pattern, and lengths where they are not the country's. */
const typeSchema = v.union([v.literal(0), v.looseTuple([v.string(), v.optional(lengthsSchema)])]);

/** libphonenumber-js packs a country into an array; its own source/metadata.js tells the places. */
const countrySchema = v.object({
  0: v.string(),
  1: v.string(),
  3: lengthsSchema,
  5: v.union([v.string(), v.literal(0)]),
  11: v.array(typeSchema),
});

/** `CALLING_PLANS`, made of the library's metadata. */
export function plansOfLibrary(): string {
  const groups = new Map<string, string>();
  for (const [country, packed] of Object.entries(metadata.countries)) {
    const plan = v.parse(countrySchema, packed);
    const group = groupOf(plan);
    groups.set(group, `${groups.get(group) ?? ''}${country}${plan[0]}`);
  }
  return `\n${[...groups].map((pair) => pair.join(':')).join('\n')}\n`;
}

/** What countries have in common: `0:9-10!` */
function groupOf(plan: v.InferOutput<typeof countrySchema>): string {
  const { 1: abroad, 3: lengths, 5: trunkPrefix, 11: types } = plan;
  const fixedAndMobile = types.slice(0, 2);
  const possible = fixedAndMobile.flatMap((type) => (type === 0 ? [] : (type[1] ?? lengths)));
  const ranges = writeRanges([...new Set(possible)].sort((a, b) => a - b));
  const mark = /^00(?:\||$)/.test(abroad) ? '' : '!';
  return `${trunkPrefix === 0 ? '' : trunkPrefix}:${ranges}${mark}`;
}

/** `5-7,9` */
function writeRanges(numbers: readonly number[]): string {
  const starts = numbers.filter((number) => !numbers.includes(number - 1));
  const ends = numbers.filter((number) => !numbers.includes(number + 1));
  return starts
    .map((start, index) =>
      start === ends[index] ? String(start) : `${String(start)}-${String(ends[index])}`,
    )
    .join(',');
}
