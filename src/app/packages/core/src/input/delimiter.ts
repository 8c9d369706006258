/** The characters a cell may end with, in order of how likely they are when nothing else decides. */
export const DELIMITERS = ['\t', ',', ';', '|', '^', '~', ':'] as const;

export type Delimiter = (typeof DELIMITERS)[number];
