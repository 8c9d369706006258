// Made from functions/src/words/en.json by `npm run words`.

export interface AssociationValues {
  'association.label': null;
  'association.description': null;
  'association.typeLabel': null;
  'association.plain': null;
  'association.loading': null;
  'association.none': null;
  'association.need': { object: string; needed: string };
  'association.or': { first: string; second: string };
  'association.someRecord': null;
  'association.all': { counts: string };
  'association.target': { object: string; id: string };
  'association.made': { target: string };
  'association.already-there': { target: string };
  'association.failed': { target: string };
  'association.failedNext': null;
  'association.not-sent': { target: string };
  'association.unknown': { target: string };
  'association.unknownNext': null;
  'association.option': { objects: string };
  'association.foundBy': null;
  'association.several': { label: string };
  'association.column': { object: string; header: string };
  'association.openTitle': null;
  'association.openBody': null;
  'association.needAll': null;
  'association.planned': { count: number };
  'association.held': { count: number };
  'association.unreadTitle': { count: number };
  'association.unreadBody': null;
  'association.leftOpen': { count: number };
  'association.willBe': { target: string };
  'association.isHeld': { target: string };
  'association.namedTarget': { target: string; name: string };
  'association.recordFix': { id: string };
}
