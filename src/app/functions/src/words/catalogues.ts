import type { Language } from '@bulk-records/core/contract';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import ja from './ja.json';
import pt from './pt.json';

/** Every text of the card's panel. English is the source: the others have its keys, no more and no fewer. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, es, fr, pt, ja };
