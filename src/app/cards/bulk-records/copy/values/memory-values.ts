// Made from functions/src/words/en.json by `npm run words`.

export interface MemoryValues {
  'memory.useMapping': null;
  'memory.useSuggestions': null;
  'memory.forget': null;
  'memory.forgotten': null;
  'memory.copy': null;
  'memory.openImport': null;
  'memory.importLabel': null;
  'memory.importFile': null;
  'memory.import': null;
  'memory.portal': { date: string };
  'memory.imported': { date: string };
  'memory.differs': { count: number };
  'memory.unknown': { headers: string };
  'memory.gone': { header: string; property: string };
  'memory.read-only': { header: string; property: string };
  'memory.already-taken': { header: string; property: string };
  'memory.unreadable': null;
  'memory.newer': null;
  'memory.failed': { title: string; body: string };
}
