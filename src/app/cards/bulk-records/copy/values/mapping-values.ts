// Made from functions/src/words/en.json by `npm run words`.

export interface MappingValues {
  'mapping.not-a-mapping.title': null;
  'mapping.not-a-mapping.body': { button: string };
  'mapping.newer-mapping.title': null;
  'mapping.newer-mapping.body': null;
  'mapping.other-object.title': { objectType: string };
  'mapping.other-object.body': null;
}
