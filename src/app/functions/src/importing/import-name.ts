interface NamedSlice {
  readonly runId: string;
  readonly slice: number;
}

/** What HubSpot shows of an import, and by which it is found again. */
export function nameImport({ runId, slice }: NamedSlice): string {
  return `bulk-records ${runId} ${slice}`;
}

/** The run and slice a name stands for; undefined for an import that is none of this app's. */
export function readImportName(name: string | null): NamedSlice | undefined {
  const [, runId, slice] = /^bulk-records ([a-z0-9]{8,40}) (\d{1,4})$/.exec(name ?? '') ?? [];
  return runId === undefined || slice === undefined ? undefined : { runId, slice: Number(slice) };
}
