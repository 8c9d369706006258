import type { AssociationType } from '../model/portal-parts.ts';

interface TypeRow {
  readonly from: string;
  readonly to: string;
  /** Of the type from the first to the second, and of its mirror. */
  readonly typeIds: readonly [there: number, back: number];
  readonly label?: string;
  /** How many records of the second type one of the first may have. */
  readonly most?: number;
}

/** Type ids from HubSpot's association guide, as far as it lists them. */
const table = `
0-1 | 0-2 | 279 280
0-1 | 0-2 | 1 2 | Primary | 1
0-1 | 0-3 | 4 3
0-3 | 0-2 | 341 342
0-3 | 0-2 | 5 6 | Primary | 1
0-1 | 0-5 | 15 16
0-5 | 0-2 | 339 340
0-5 | 0-2 | 26 25 | Primary | 1
0-3 | 0-5 | 27 28
0-8 | 0-3 | 20 19 | | 1
0-8 | 0-14 | 68 67 | | 1
0-8 | 0-69 | 302 301 | | 1
0-14 | 0-3 | 64 63
0-14 | 0-1 | 69 70
0-14 | 0-2 | 71 72
0-69 | 0-1 | 295 296
0-69 | 0-2 | 297 298
0-69 | 0-3 | 305 306
0-136 | 0-1 | 578 579
0-136 | 0-2 | 610 611
0-123 | 0-1 | 507 508
0-123 | 0-2 | 509 510
0-123 | 0-3 | 512 511
0-142 | 0-1 | 586 587
0-142 | 0-2 | 588 589
0-421 | 0-1 | 907 906
0-410 | 0-1 | 861 860
0-420 | 0-1 | 883 882
0-162 | 0-1 | 799 798
0-162 | 0-2 | 793 792
0-48 | 0-1 | 194 193
0-48 | 0-2 | 182 181
0-48 | 0-3 | 206 205
0-48 | 0-5 | 220 219
0-49 | 0-1 | 198 197
0-49 | 0-2 | 186 185
0-49 | 0-3 | 210 209
0-49 | 0-5 | 224 223
0-47 | 0-1 | 200 199
0-47 | 0-2 | 188 187
0-47 | 0-3 | 212 211
0-47 | 0-5 | 226 225
0-46 | 0-1 | 202 201
0-46 | 0-2 | 190 189
0-46 | 0-3 | 214 213
0-46 | 0-5 | 228 227
0-27 | 0-1 | 204 203
0-27 | 0-2 | 192 191
0-27 | 0-3 | 216 215
0-27 | 0-5 | 230 229
0-18 | 0-1 | 81 82
0-18 | 0-2 | 87 88
0-18 | 0-3 | 85 86
0-18 | 0-5 | 84 83
0-116 | 0-1 | 453 454
0-116 | 0-2 | 459 460
0-116 | 0-3 | 457 458
`;

/** Of this portal: its custom objects, and a label somebody made. */
const ownTable = `
2-31415926 | 0-2 | 31 32
2-31415926 | 0-1 | 33 34
2-27182818 | 0-2 | 35 36
0-1 | 0-2 | 71 72 | Billing contact
`;

function readRows(text: string): readonly TypeRow[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [from = '', to = '', ids = '', label = '', most = ''] = line.split('|').map((cell) => cell.trim());
    const [there = '', back = ''] = ids.split(' ');
    return {
      from,
      to,
      typeIds: [Number(there), Number(back)],
      ...(label === '' ? {} : { label }),
      ...(most === '' ? {} : { most: Number(most) }),
    };
  });
}

function bothWays(category: AssociationType['category']) {
  return ({ from, to, typeIds, label, most }: TypeRow): readonly AssociationType[] => {
    const shared = { label: label ?? null, category };
    const limit = most === undefined ? {} : { mostPerRecord: most };
    const [there, back] = typeIds;
    return [
      { ...shared, fromTypeId: from, toTypeId: to, typeId: there, ...limit },
      { ...shared, fromTypeId: to, toTypeId: from, typeId: back },
    ];
  };
}

export const associationTypes: readonly AssociationType[] = [
  ...readRows(table).flatMap(bothWays('HUBSPOT_DEFINED')),
  ...readRows(ownTable).flatMap(bothWays('USER_DEFINED')),
];
