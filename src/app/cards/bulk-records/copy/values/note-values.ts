// Made from functions/src/words/en.json by `npm run words`.

export interface NoteValues {
  'note.make': null;
  'note.made.title': null;
  'note.made.body': null;
  'note.unknown.title': null;
  'note.unknown.body': null;
  'note.refused.title': null;
  'note.refused.body': null;
}
