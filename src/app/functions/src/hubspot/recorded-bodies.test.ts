import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Response } from './http-answer.ts';
import { toBatchAnswer } from './batch-answer.ts';

/**
 * Bodies somebody recorded, one JSON file each, anywhere on this machine; they are not ours to keep here. Named by
 * an environment variable, because most machines have none.
 */
const directory = process.env['RECORDED_BODIES_DIRECTORY'] ?? '';
const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];

function respond(status: number, text: string): Response {
  return {
    kind: 'response',
    status,
    headers: new Map(),
    body: { kind: 'text', text },
    sentAt: 0,
    receivedAt: 0,
  };
}

/** All objects of a file that look like the answer to a batch request, or like an error. */
function bodiesIn(value: unknown): readonly object[] {
  if (typeof value === 'string' && value.startsWith('{')) return bodiesIn(parse(value));
  if (typeof value !== 'object' || value === null) return [];
  if ('results' in value && 'status' in value) return [value];
  if ('message' in value && 'category' in value) return [value];
  return Object.values(value).flatMap(bodiesIn);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe.skipIf(names.length === 0)('recorded bodies', () => {
  const bodies = names.flatMap((name) =>
    bodiesIn(parse(readFileSync(join(directory, name), 'utf8'))).map((body) => ({ name, body })),
  );

  it('are there', () => {
    expect(bodies.length).toBeGreaterThan(0);
  });

  it.each(bodies)('of $name are read without loss of an entry', ({ body }) => {
    const isAnswer = 'results' in body;
    const answer = toBatchAnswer(respond(isAnswer ? 207 : 400, JSON.stringify(body)));
    expect(answer.kind).toBe(isAnswer ? 'answered' : 'refused');
    if (answer.kind === 'answered' && isAnswer) {
      expect(answer.body.results).toHaveLength(lengthOf(body.results));
      expect(answer.body.errors).toHaveLength('errors' in body ? lengthOf(body.errors) : 0);
    }
  });
});

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
