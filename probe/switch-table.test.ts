import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { defaultBehaviour } from '../emulator/index.ts';
import { allQuestions } from './questions/all-questions.ts';

const root = join(import.meta.dirname, '..');
const GRADES = ['observed', 'documented', 'inferred', 'second-hand', 'open', 'contradiction'];

interface SwitchComment {
  readonly name: string;
  readonly grade: string;
  readonly evidence: string;
  readonly positions: string;
}

/** The evidence stands as a comment at each switch; its first word is the grade. */
function readComments(): readonly SwitchComment[] {
  const source = readFileSync(join(root, 'emulator/behaviour.ts'), 'utf8');
  const fields = source.matchAll(/ {2}\/\*\* (\S+?):? (.+?) \*\/\n {2}readonly (\w+): (.+);/g);
  return [...fields].map(([, grade = '', evidence = '', name = '', positions = '']) => ({
    name,
    grade,
    evidence,
    positions,
  }));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function tableRows(): readonly string[] {
  const defaults = new Map<string, unknown>(Object.entries(defaultBehaviour));
  return readComments().map(({ name, grade, evidence, positions }) => {
    const question = allQuestions.find(({ sets }) => sets.some((set) => set === name));
    const asked = question === undefined ? 'not asked' : `\`${question.name}\``;
    const shown = [`\`${name}\``, `\`${JSON.stringify(defaults.get(name))}\``, `\`${positions}\``];
    return `| ${[...shown, grade, evidence, asked].map(cell).join(' | ')} |`;
  });
}

async function pageWithTable(): Promise<string> {
  const path = join(root, 'docs/emulator.md');
  const head = '| Switch | Default | Positions | Grade | Evidence | Question of the probe |';
  const table = [head, '| --- | --- | --- | --- | --- | --- |', ...tableRows()].join('\n');
  const page = readFileSync(path, 'utf8').replace(
    /(<!-- switches -->)[^]*(<!-- \/switches -->)/,
    (_, open: string, close: string) => `${open}\n\n${table}\n\n${close}`,
  );
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

describe('docs/emulator.md', () => {
  it('has a row for every switch there is', () => {
    expect(
      readComments()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(defaultBehaviour).sort());
    expect(readComments().filter(({ grade }) => !GRADES.includes(grade))).toEqual([]);
  });

  it('says what the code says; npm run switches writes it anew', async () => {
    await expect(await pageWithTable()).toMatchFileSnapshot('../docs/emulator.md');
  });
});
