import { join } from 'node:path';
import { config as hubspotRules } from '@hubspot/eslint-config-ui-extensions';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './stage-upload.ts';

const appDirectory = join(projectRoot, 'src/app');
const PLACES = ['cards', 'pages', 'actions'];

/** HubSpot's rules and no others; the project's own stand in its ESLint configuration. */
const eslint = new ESLint({
  cwd: appDirectory,
  overrideConfigFile: true,
  overrideConfig: [
    { ignores: ['*/core/**', '*/flow/**', '**/dist/**', '**/*.test.ts', '**/*.test.tsx', '**/testing/**'] },
    { linterOptions: { reportUnusedDisableDirectives: 'off' } },
    ...hubspotRules,
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  ],
});

/** Warnings are for what HubSpot does not recommend: the experimental file input is used knowingly. */
function isError({ severity }: Linter.LintMessage): boolean {
  return severity === 2;
}

describe("HubSpot's lint rules", () => {
  it.each(PLACES)('find no error in the %s', async (place) => {
    const results = await eslint.lintFiles([`${place}/**/*.{ts,tsx}`]);
    expect(results.length).toBeGreaterThan(0);
    const found = results.flatMap(({ filePath, messages }) =>
      messages
        .filter(isError)
        .map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId ?? ''} ${message}`),
    );
    expect(found).toEqual([]);
  });

  it('want a place to bring its code along', async () => {
    const code = 'import { x } from "../cards/bulk-records/BulkRecordsPage.tsx"; export const y = x;';
    const [result] = await eslint.lintText(code, { filePath: join(appDirectory, 'pages/Breach.tsx') });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(
      '@hubspot/ui-extensions/no-parent-imports',
    );
  });

  it.each([
    ['no-parent-imports', 'import { x } from "../functions/src/failure.ts"; export const y = x;'],
    ['no-native-http', 'export const x = fetch("https://example.org");'],
    ['no-html-elements', 'export const X = () => <div />;'],
    ['no-console', 'console.log("x");'],
  ])('would find a breach of %s', async (rule, code) => {
    const [result] = await eslint.lintText(code, { filePath: join(appDirectory, 'cards/Breach.tsx') });
    expect(result?.messages.map((message) => message.ruleId)).toContain(`@hubspot/ui-extensions/${rule}`);
  });
});
