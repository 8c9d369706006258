/** Who may know whom: docs/architecture.md, "The house". Stages of the core look only upstream. */
const core = '^src/app/packages/core/src';
const STAGES = [
  'slices',
  'contract',
  'input',
  'mapping',
  'records',
  'pace',
  'plan',
  'batches',
  'outcomes',
  'imports',
  'run',
  'report',
  'long',
];
const FLOW_DOORS = '^src/app/cards/bulk-records/BulkRecords(Page|Action)\\.tsx$';
const TESTS = '(\\.test\\.tsx?$|/testing/)';

const stageRules = STAGES.slice(0, -1).map((stage, index) => ({
  name: `core-${stage}-looks-upstream`,
  severity: 'error',
  from: { path: `${core}/${stage}/`, pathNot: TESTS },
  to: { path: `${core}/(${STAGES.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: { path: core, pathNot: TESTS },
      to: { pathNot: [core, 'node_modules/(valibot|fflate)/'] },
    },
    ...stageRules,
    {
      name: 'functions-know-the-contract',
      severity: 'error',
      from: { path: '^src/app/functions', pathNot: TESTS },
      to: { path: '^(src/app/cards|emulator|workbench|laws|e2e|bench|platform|scripts|probe)' },
    },
    {
      name: 'functions-know-only-the-contract-of-the-core',
      severity: 'error',
      from: { path: '^src/app/functions', pathNot: TESTS },
      to: { path: core, pathNot: [`${core}/contract/`, `${core}/contract\\.ts$`] },
    },
    {
      name: 'cards-know-the-core',
      severity: 'error',
      from: { path: '^src/app/cards', pathNot: TESTS },
      to: { path: '^(src/app/functions|emulator|workbench|laws|e2e|bench|platform|scripts|probe)' },
    },
    {
      name: 'places-know-the-flow',
      severity: 'error',
      from: { path: '^src/app/(pages|actions)' },
      to: { path: '^(src|emulator|workbench|laws|e2e|bench|platform|scripts|probe)', pathNot: FLOW_DOORS },
    },
    {
      name: 'core-by-its-door',
      severity: 'error',
      from: { path: '^(src/app/cards|src/app/functions)' },
      to: { path: core, pathNot: [`${core}/index\\.ts$`, `${core}/contract\\.ts$`, `${core}/testing/`] },
    },
    {
      name: 'emulator-knows-none-of-ours',
      severity: 'error',
      from: { path: '^emulator' },
      to: { path: '^(src|workbench|laws|e2e|bench|platform|scripts|probe)' },
    },
    {
      name: 'probe-knows-the-emulator-and-the-connection',
      severity: 'error',
      from: { path: '^probe', pathNot: TESTS },
      to: {
        path: '^(src|workbench|laws|e2e|bench|platform|scripts)',
        pathNot: '^src/app/functions/src/hubspot/connection\\.ts$',
      },
    },
    {
      name: 'product-knows-no-bench',
      severity: 'error',
      from: { path: '^src', pathNot: TESTS },
      to: { path: '^(emulator|workbench|laws|e2e|bench|platform|scripts|probe)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build)/|^src/app/(pages|actions)/(core|flow)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
