/** The folder of the portal's file manager that belongs to this app. */
const ROOT = '/bulk-records';

/** A place below the app's own folder. Only `privatePath` and `privateFolder` make one. */
export interface PrivatePath {
  readonly folder: string;
  readonly name: string;
}

/** Throws on a name that could lead elsewhere: callers check what comes from outside before. */
export function privatePath(folder: string, name: string): PrivatePath {
  return { folder: privateFolder(folder), name: checkedName(name) };
}

/** `journals/r1` below the app's folder. */
export function privateFolder(folder: string): string {
  return [ROOT, ...folder.split('/').map(checkedName)].join('/');
}

/** Begins and ends with a letter or digit, so neither `..` nor a hidden file is one; no `%`, `?`, `#`, `\`. */
function checkedName(name: string): string {
  if (/^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/.test(name)) return name;
  throw new RangeError('This is no name of a private file');
}
