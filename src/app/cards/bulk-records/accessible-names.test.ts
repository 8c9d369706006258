import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * HubSpot's components draw what a screen reader says, but only of what the card gives them, and their types ask for little
 * of it: a Select without a label compiles. By these props of each component it has a name; one of them is enough.
 */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  Alert: ['title'],
  Checkbox: ['children', 'aria-label'],
  EmptyState: ['title'],
  ErrorState: ['title'],
  Icon: ['screenReaderText'],
  Image: ['alt'],
  Input: ['label'],
  LoadingSpinner: ['label'],
  Modal: ['aria-label', 'title'],
  MultiSelect: ['label'],
  NumberInput: ['label'],
  Panel: ['aria-label', 'title'],
  ProgressBar: ['aria-label', 'title'],
  Select: ['label'],
  TextArea: ['label'],
  Toggle: ['label'],
  ToggleGroup: ['label'],
};

/** Content names these: text, or words that come from a copy file. */
const NAMED_BY_CONTENT = new Set(['Button', 'LoadingButton', 'Link', 'Tag', 'StatusTag', 'TableHeader']);

function namelessIn(fileName: string, source: string): readonly string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const literals = objectLiteralsIn(file);
  const visit = (node: ts.Node): void => {
    const element = openingOf(node, literals);
    if (element !== null && isNameless(element)) found.push(`${fileName}: ${element.name}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a spread of `const shared = { label, … }` gives, by the constant's name. */
type Literals = ReadonlyMap<string, readonly string[]>;

function objectLiteralsIn(file: ts.SourceFile): Literals {
  const literals = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      const names = node.initializer.properties.flatMap(({ name }) => (name ? [name.getText()] : []));
      literals.set(node.name.getText(), names);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return literals;
}

interface Element {
  readonly name: string;
  readonly props: readonly string[];
  readonly hasContent: boolean;
}

function openingOf(node: ts.Node, literals: Literals): Element | null {
  const opening = ts.isJsxElement(node)
    ? node.openingElement
    : ts.isJsxSelfClosingElement(node)
      ? node
      : null;
  if (opening === null) return null;
  const props = opening.attributes.properties.flatMap((prop) => {
    if (ts.isJsxSpreadAttribute(prop)) return literals.get(prop.expression.getText()) ?? [];
    return isBlank(prop) ? [] : [prop.name.getText()];
  });
  const hasContent = ts.isJsxElement(node) && node.children.some((child) => child.getText().trim() !== '');
  return { name: opening.tagName.getText(), props, hasContent };
}

function isBlank({ initializer }: ts.JsxAttribute): boolean {
  return initializer !== undefined && ts.isStringLiteral(initializer) && initializer.text.trim() === '';
}

function isNameless({ name, props, hasContent }: Element): boolean {
  if (NAMED_BY_CONTENT.has(name)) return !hasContent;
  const naming = NAMED_BY[name] ?? null;
  if (naming === null) return false;
  return !naming.some((prop) => props.includes(prop) || (prop === 'children' && hasContent));
}

describe('the card names what a screen reader meets', () => {
  test('in every component of every screen', () => {
    const folder = join(import.meta.dirname, 'steps');
    const files = readdirSync(folder).filter((file) => file.endsWith('.tsx'));
    const sources = files.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
    const launcher = [
      'BulkRecords.tsx',
      readFileSync(join(import.meta.dirname, 'BulkRecords.tsx'), 'utf8'),
    ] as const;
    expect(files.length).toBeGreaterThan(30);
    expect([launcher, ...sources].flatMap(([file, source]) => namelessIn(file, source))).toEqual([]);
  });

  test.each([
    ['a field without a label', '<Select name="what" options={all} />', 'x.tsx: Select'],
    ['a field with a blank label', '<Input name="what" label=" " />', 'x.tsx: Input'],
    ['a spread without a label', 'const s = { name: "x" }; const y = <Input {...s} />;', 'x.tsx: Input'],
    ['a button without words', '<Button onClick={go}></Button>', 'x.tsx: Button'],
    ['an alert without a title', '<Flex><Alert variant="info">Wait</Alert></Flex>', 'x.tsx: Alert'],
  ])('and %s is found', (_, source, found) => {
    expect(namelessIn('x.tsx', source)).toEqual([found]);
  });
});
