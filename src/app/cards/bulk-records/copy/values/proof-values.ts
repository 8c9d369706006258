// Made from functions/src/words/en.json by `npm run words`.

export interface ProofValues {
  'proof.add': null;
  'proof.adding': null;
  'proof.byHand': null;
  'proof.row-property.title': null;
  'proof.row-property.body': null;
  'proof.none.title': null;
  'proof.none.body': null;
  'proof.unfit.title': null;
  'proof.unfit.body': null;
}
