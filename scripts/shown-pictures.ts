import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures that the pages of `docs` and the README show, by name without ending. */
export function shownPictures(project: string): ReadonlySet<string> {
  const docs = join(project, 'docs');
  const pages = readdirSync(docs).flatMap((name) => (name.endsWith('.md') ? [join(docs, name)] : []));
  return new Set(
    [join(project, 'README.md'), ...pages].flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?:docs\/)?pictures\/([\w-]+)\.png\)/g)].map(
        ([, name = '']) => name,
      ),
    ),
  );
}
