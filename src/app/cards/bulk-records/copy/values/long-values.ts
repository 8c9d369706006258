// Made from functions/src/words/en.json by `npm run words`.

export interface LongValues {
  'long.size': { rows: number; columns: number };
  'long.surveying': { rows: number; done: string; total: string };
  'long.checking': { rows: number; done: string; total: string };
  'long.counts': { ready: number; blocked: number; repeated: number; rows: number };
  'long.explanation': { count: number };
  'long.ungrouped': { count: number };
  'long.repeatedLabel': { count: number };
  'long.compareLabel': null;
  'long.compareYes': { time: string; requests: number };
  'long.compareNo': null;
  'long.compareNeeded': { time: string; requests: number };
  'long.earlierTitle': { row: number };
  'long.earlierOpenTitle': { first: number; last: number };
  'long.earlierBody': null;
  'long.earlierIgnored': null;
  'long.earlierOtherwise': { label: string };
  'long.lookingBack': null;
  'long.notSeenTitle': { count: number };
  'long.notSeenBody': null;
  'long.writeAgain': null;
  'long.goOn': null;
  'long.unreadableTitle': null;
  'long.unreadableBody': { detail: string };
  'long.part': { number: number; count: number; first: number; last: number };
  'long.phase.reading': null;
  'long.phase.waiting': { until: string };
  'long.phase.comparing': { asked: number; rows: number };
  'long.phase.writing': null;
  'long.phase.filing': null;
  'long.keepOpen': null;
  'long.partsTitle': null;
  'long.outcomesFile': null;
  'long.failuresFile': null;
  'long.links': { until: string };
  'long.allParts': null;
  'long.stopped': null;
  'long.held': { until: string };
  'long.gone-on': null;
  'long.input-changed': { row: number };
  'long.input-unreadable': { detail: string };
  'long.not-read': { title: string; body: string };
  'long.not-noted': null;
  'long.no-journal': null;
}
