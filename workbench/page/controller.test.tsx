import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createHostController, hostComponentNames } from './controller.ts';

afterEach(cleanup);

/** The names HubSpot's SDK sends; read from its own list. */
function wireNames(): readonly string[] {
  const sdkPath = createRequire(import.meta.url).resolve('@hubspot/ui-extensions');
  const listPath = sdkPath.replace(/index\.js$/, 'shared.synced/remoteComponents.synced.js');
  const source = readFileSync(listPath, 'utf8');
  return [...source.matchAll(/createAndRegisterRemote\w+\('(\w+)'/g)].flatMap((match) => match[1] ?? []);
}

describe('the host controller', () => {
  it('knows its components under names that HubSpot really sends', () => {
    const known = new Set(wireNames());
    expect(known.size).toBeGreaterThan(80);
    expect(hostComponentNames.filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows a red box that names a component it does not have, and logs it', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Missing = createHostController().get('BarChart');
    render(<Missing />);
    expect(screen.getByRole('alert').textContent).toContain('<BarChart>');
    expect(logged.mock.calls[0]?.[0]).toContain('<BarChart>');
    logged.mockRestore();
  });

  it('gives the same stand-in for the same name, so that React keeps its state', () => {
    const controller = createHostController();
    expect(controller.get('BarChart')).toBe(controller.get('BarChart'));
    expect(controller.get('BarChart')).not.toBe(controller.get('LineChart'));
  });
});
