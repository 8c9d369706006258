// Made from functions/src/words/en.json by `npm run words`.

export interface CsvValues {
  'csv.row': null;
  'csv.key': null;
  'csv.outcome': null;
  'csv.recordId': null;
  'csv.recordLink': null;
  'csv.reason': null;
  'csv.associationsMade': null;
  'csv.associationsHeld': null;
  'csv.associationsOpen': null;
  'csv.association': { target: string; labels: string };
}
