const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

export interface AskedFor {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site: string | undefined;
}

/**
 * Whether a request comes from this machine's own page or tool. A page elsewhere can point a name of
 * its own at 127.0.0.1 (DNS rebinding): then the Host is foreign; or it can post across origins:
 * then the Origin is. Both would let a website write to the portal behind the workbench.
 */
export function mayPass(asked: AskedFor, port: number): boolean {
  if (!isOwnHost(asked.host, port)) return false;
  if (asked.site === 'cross-site') return false;
  if (asked.origin === undefined) return true;
  if (!URL.canParse(asked.origin)) return false;
  const origin = new URL(asked.origin);
  return origin.protocol === 'http:' && isOwnHost(origin.host, port);
}

function isOwnHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const [name = '', hostPort = '80', ...rest] = host.split(':');
  return rest.length === 0 && loopbackNames.has(name) && Number(hostPort) === port;
}
