/** Who looks at the card, as HubSpot tells it. */
export interface CardUser {
  readonly id: number;
  readonly email: string;
  /** HubSpot's types promise both; a host of an older release may leave them out. */
  readonly emails?: readonly string[] | undefined;
  readonly teams?: readonly { readonly id: number; readonly name: string }[] | undefined;
}

/**
 * Whether the project's profile lets this user run: `MAY_RUN` lists user ids, e-mail addresses and teams ("team:Sales",
 * "team:123"), parted by commas. Without it everybody may; with one that cannot be read nobody may.
 */
export function mayRun(setting: unknown, user: CardUser): boolean {
  if (setting === undefined || setting === '') return true;
  if (typeof setting !== 'string' && typeof setting !== 'number') return false;
  const names = new Set([
    String(user.id),
    ...[user.email, ...(user.emails ?? [])].map(fold),
    ...(user.teams ?? []).flatMap(({ id, name }) => [`team:${id}`, `team:${fold(name)}`]),
  ]);
  return String(setting)
    .split(',')
    .map((entry) => fold(entry).replace(/^team:\s+/, 'team:'))
    .some((entry) => entry !== '' && names.has(entry));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
