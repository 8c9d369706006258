/** What tests may ask a function to do; a real function decodes its parameters strictly instead. */
interface SampleContext {
  readonly parameters?: {
    readonly behaviour?: string;
    readonly bytes?: number;
    readonly greeting?: string;
    readonly lines?: readonly string[];
  };
  readonly propertiesToSend?: unknown;
  readonly event?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
}

let callCount = 0;

const never = new Promise<never>(() => undefined);

/** Misbehaves on request in every way the runner has to survive; by default it greets. */
export async function main(context: SampleContext): Promise<unknown> {
  callCount += 1;
  const parameters = context.parameters ?? {};
  switch (parameters.behaviour ?? 'greet') {
    case 'throw':
      throw new Error('boom');
    case 'hang':
      setInterval(() => undefined, 1_000);
      return never;
    case 'spin':
      console.log('about to spin');
      for (;;) callCount += 1;
    case 'exit':
      return process.exit(3);
    case 'exhaust-memory':
      return fillMemory();
    case 'circular':
      return circularValue();
    case 'undefined':
      return undefined;
    case 'bytes':
      return 'x'.repeat(parameters.bytes ?? 0);
    case 'log':
      console.log('y'.repeat(parameters.bytes ?? 0));
      return null;
    case 'lines':
      for (const line of parameters.lines ?? []) console.log(line);
      return null;
    case 'context':
      return { ...context, environment: { ...process.env }, callCount };
    case 'read-token':
      return { tokenLength: process.env.PRIVATE_APP_ACCESS_TOKEN?.length ?? 0 };
    case 'ask-portal':
      return askPortal();
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, parameters.bytes ?? 0));
      return { callCount };
    default:
      console.log('greeting', parameters.greeting);
      return { message: `Hello ${parameters.greeting ?? 'nobody'}`, callCount };
  }
}

function fillMemory(): number {
  const rows: number[][] = [];
  for (;;) rows.push(Array.from({ length: 100_000 }, (_, index) => index + rows.length));
}

function circularValue(): unknown {
  const value: { self?: unknown } = {};
  value.self = value;
  return value;
}

async function askPortal(): Promise<unknown> {
  const baseUrl = process.env.HUBSPOT_API_BASE_URL ?? '';
  const response = await fetch(`${baseUrl}/crm/v3/objects/contacts?limit=1`, {
    headers: { authorization: `Bearer ${process.env.PRIVATE_APP_ACCESS_TOKEN ?? ''}` },
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
