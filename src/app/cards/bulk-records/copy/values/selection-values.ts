// Made from functions/src/words/en.json by `npm run words`.

export interface SelectionValues {
  'selection.count': { count: number };
  'selection.description': null;
  'selection.noneTitle': null;
  'selection.noneBody': null;
  'selection.add': null;
  'selection.choose': null;
  'selection.value': null;
  'selection.remove': { property: string };
  'selection.pasteSheet': null;
  'selection.sheet': null;
  'selection.setValues': null;
}
