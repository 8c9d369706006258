import { enforcesAdminRules } from '../model/api-version.ts';
import type { AdminRule } from '../model/portal-parts.ts';
import type { ValueIssue } from '../values/value-verdict.ts';
import type { Rejection } from './rejection.ts';
import type { WriteScene } from './write-scene.ts';

type Values = Readonly<Record<string, string>>;

function hasValue(values: Values, name: string): boolean {
  return (values[name] ?? '') !== '';
}

function neededOnCreate({ store, behaviour }: WriteScene): readonly (readonly string[])[] {
  const { id, neededOnCreate: groups } = store.objectType;
  if (id === '0-1') return behaviour.contactNeedsNameOrEmail ? [['email', 'firstname', 'lastname']] : [];
  return id === '0-5' && behaviour.ticketNeedsSubject ? [['subject'], ...groups] : groups;
}

/** What the schema demands of a new record, in every API version. */
export function missingOnCreate(values: Values, scene: WriteScene): Rejection | undefined {
  const { name, isCustom } = scene.store.objectType;
  const missing = neededOnCreate(scene).filter(
    (group) => !group.some((property) => hasValue(values, property)),
  );
  if (missing.length === 0) return undefined;
  return {
    kind: 'missing-on-create',
    objectName: isCustom ? name : name.toUpperCase(),
    propertyNames: missing.flat(),
  };
}

function ruleIssue(rule: AdminRule, values: Values): ValueIssue | undefined {
  if (hasValue(values, rule.propertyName)) return undefined;
  switch (rule.kind) {
    case 'required-on-create':
      return {
        propertyName: rule.propertyName,
        code: 'MISSING_REQUIRED_PROPERTY',
        message: `A value for ${rule.propertyName} must be provided`,
      };
    case 'required-when':
      if (!rule.whenValues.includes(values[rule.whenProperty] ?? '')) return undefined;
      return {
        propertyName: rule.propertyName,
        code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
        message: `${rule.propertyName} is required because of a conditional property rule based on [${rule.whenProperty}]`,
      };
  }
}

/** A rule binds a create, and an update that touches one of its properties. */
function binds(rule: AdminRule, sent: Values | 'create'): boolean {
  if (sent === 'create') return true;
  if (rule.kind === 'required-on-create') return false;
  return sent[rule.whenProperty] !== undefined || sent[rule.propertyName] !== undefined;
}

/** What the portal's admins demand. Enforced on API writes from version 2026-09 on, not before. */
export function missingByRule(
  values: Values,
  sent: Values | 'create',
  { portal, store, version }: WriteScene,
): Rejection | undefined {
  if (!enforcesAdminRules(version)) return undefined;
  const issues = portal.rules
    .filter((rule) => rule.objectTypeId === store.objectType.id && binds(rule, sent))
    .map((rule) => ruleIssue(rule, values))
    .filter((issue) => issue !== undefined);
  return issues.length === 0 ? undefined : { kind: 'missing-by-rule', issues };
}
