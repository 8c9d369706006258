// Made from functions/src/words/en.json by `npm run words`.

export interface UnresolvedValues {
  'unresolved.missing': { object: string; name: string };
  'unresolved.several': { object: string; name: string };
  'unresolved.unread': { object: string; name: string };
  'unresolved.malformed': { object: string; name: string };
  'unresolved.next': null;
}
