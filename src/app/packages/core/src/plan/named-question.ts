import type { DraftRecord } from '../records/draft-record.ts';
import type { RelatedType } from '../records/named-record.ts';

export interface RecordName {
  readonly objectType: string;
  readonly keyProperty: string;
  readonly name: string;
}

export function nameId({ objectType, keyProperty, name }: RecordName): string {
  return `${objectType} ${keyProperty} ${name}`;
}

/** Names of one object type by one property. */
export interface NamedQuestion {
  readonly related: RelatedType;
  readonly keyProperty: string;
  readonly bySearch: boolean;
  readonly names: readonly string[];
}

/** What the rows name, each name once; rows with issues are not written and ask for nothing. */
export function namesToRead(drafts: readonly DraftRecord[]): readonly NamedQuestion[] {
  const questions = new Map<string, Omit<NamedQuestion, 'names'> & { readonly names: Set<string> }>();
  for (const { named = [], issues } of drafts) {
    if (issues.length > 0) continue;
    for (const each of named) {
      if (each.kind === 'issue') continue;
      const { column, keyProperty, name } = each;
      const { related } = column;
      const id = nameId({ objectType: related.objectType, keyProperty, name: '' });
      const bySearch = column.bySearch && keyProperty === column.property.name;
      const question = questions.get(id) ?? { related, keyProperty, bySearch, names: new Set() };
      questions.set(id, question);
      question.names.add(name);
    }
  }
  return [...questions.values()].map((question) => ({ ...question, names: [...question.names] }));
}

export function idsOfNames({ related, keyProperty, names }: NamedQuestion): readonly string[] {
  return names.map((name) => nameId({ objectType: related.objectType, keyProperty, name }));
}
