import { cellKind } from '../input/cell-kind.ts';
import { normaliseHeader } from './normalise-header.ts';

const SALUTATIONS: ReadonlySet<string> = new Set(
  'mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|hr|fr|herr dr|frau dr|herrn|m|mme|mlle|monsieur|madame|sr|sra|srta|don|doña|dra|様|さん'
    .split('|')
    .map(normaliseHeader),
);

/** "Title" is a salutation in Outlook's export and a job title in Salesforce's; the values tell. */
const TITLE_HEADERS: ReadonlySet<string> = new Set(['title', 'titel', 'titulo', 'titre']);

/** What the values of a contact's column say where its header says nothing or two things. */
export function findByValues(header: string, samples: readonly string[]): string | undefined {
  if (samples.length === 0) return undefined;
  if (header.trim() === '')
    return samples.every((sample) => cellKind(sample) === 'email') ? 'email' : undefined;
  if (!TITLE_HEADERS.has(normaliseHeader(header))) return undefined;
  const salutationCount = samples.filter((sample) => SALUTATIONS.has(normaliseHeader(sample))).length;
  if (salutationCount === samples.length) return 'salutation';
  const arePlainTexts = samples.every((sample) => cellKind(sample) === 'text');
  return salutationCount === 0 && arePlainTexts ? 'jobtitle' : undefined;
}
