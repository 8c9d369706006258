import type { ReactNode } from 'react';

import type { CallRecord } from '../functions/call-record.ts';

interface FunctionLogProps {
  readonly calls: readonly CallRecord[];
  readonly onClose: () => void;
}

const bytes = new Intl.NumberFormat('en-US');

/** What `hs project logs` would show: one line per call, with what the function printed. */
export function FunctionLog({ calls, onClose }: FunctionLogProps): ReactNode {
  return (
    <section className="wb-log" aria-label="Function log">
      <header>
        <strong>Function log</strong>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <table>
        <thead>
          <tr>
            {['Time', 'Function', 'Status', 'ms', 'Bytes in', 'Bytes out', 'Printed'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...calls].reverse().map((call) => (
            <tr key={call.logId}>
              <td>{call.startedAt.slice(11, 23)}</td>
              <td>
                {call.functionName}
                {call.isColdStart && <small> cold</small>}
              </td>
              <td className={call.status === 200 ? '' : 'wb-bad'}>
                {call.status} {call.exception}
              </td>
              <td>{call.durationMs}</td>
              <td>{bytes.format(call.requestBytes)}</td>
              <td>{bytes.format(call.responseBytes)}</td>
              <td>
                <pre>{call.log}</pre>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
