import { parseArgs } from 'node:util';

export type ProbeArguments =
  | { readonly kind: 'go'; readonly mayReachLimit: boolean; readonly outputPath: string }
  | { readonly kind: 'refused'; readonly why: string };

const USAGE = `The probe writes to the account: it makes records and properties and removes them again. It only runs as

  npm run probe -- --yes-this-is-a-test-account [--reach-the-limit] [--out behaviour.json]

with the test account's token in PRIVATE_APP_ACCESS_TOKEN.`;

/** Never repeats what was typed: somebody may have typed the token. */
export function readArguments(words: readonly string[]): ProbeArguments {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'yes-this-is-a-test-account': { type: 'boolean', default: false },
        'reach-the-limit': { type: 'boolean', default: false },
        out: { type: 'string', default: 'behaviour.json' },
      },
    });
    if (!values['yes-this-is-a-test-account']) return { kind: 'refused', why: USAGE };
    return { kind: 'go', mayReachLimit: values['reach-the-limit'], outputPath: values.out };
  } catch {
    return { kind: 'refused', why: USAGE };
  }
}
