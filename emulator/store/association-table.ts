import type { AssociationType } from '../model/portal-parts.ts';

export interface RecordRef {
  readonly typeId: string;
  readonly id: string;
}

export interface Link {
  readonly from: RecordRef;
  readonly to: RecordRef;
  readonly association: AssociationType;
}

function linkKey({ from, to, association }: Link): string {
  return [from.typeId, from.id, to.typeId, to.id, association.category, association.typeId].join('|');
}

/** Links between records, each stored in both directions. */
export class AssociationTable {
  private readonly links = new Map<string, Link>();
  private readonly types: readonly AssociationType[];

  constructor(types: readonly AssociationType[]) {
    this.types = types;
  }

  typesBetween(fromTypeId: string, toTypeId: string): readonly AssociationType[] {
    return this.types.filter((type) => type.fromTypeId === fromTypeId && type.toTypeId === toTypeId);
  }

  typeById(typeId: number, category: string): AssociationType | undefined {
    return this.types.find((type) => type.typeId === typeId && type.category === category);
  }

  /** The unlabelled type: every pair of types that can be linked has one. */
  defaultType(fromTypeId: string, toTypeId: string): AssociationType | undefined {
    return this.typesBetween(fromTypeId, toTypeId).find((type) => type.label === null);
  }

  /** How many records a record is linked to by one type, apart from the one named. */
  countOthers({ from, to, association }: Link): number {
    return this.linksFrom(from, to.typeId).filter(
      (link) => link.association === association && link.to.id !== to.id,
    ).length;
  }

  /** Stores the link and its mirror; one with a label makes the plain one too. Idempotent. */
  connect(link: Link): void {
    this.links.set(linkKey(link), link);
    const plain = this.defaultType(link.from.typeId, link.to.typeId);
    if (plain !== undefined && link.association.label !== null) this.connect({ ...link, association: plain });
    const mirror = this.defaultType(link.to.typeId, link.from.typeId);
    if (mirror === undefined) return;
    const back: Link = { from: link.to, to: link.from, association: mirror };
    this.links.set(linkKey(back), back);
  }

  disconnect(from: RecordRef, to: RecordRef): void {
    for (const [key, link] of this.links) {
      if (joins(link, from, to) || joins(link, to, from)) this.links.delete(key);
    }
  }

  linksFrom(from: RecordRef, toTypeId: string): readonly Link[] {
    return [...this.links.values()].filter((link) => isSame(link.from, from) && link.to.typeId === toTypeId);
  }

  all(): readonly Link[] {
    return [...this.links.values()];
  }
}

function isSame(a: RecordRef, b: RecordRef): boolean {
  return a.typeId === b.typeId && a.id === b.id;
}

function joins(link: Link, from: RecordRef, to: RecordRef): boolean {
  return isSame(link.from, from) && isSame(link.to, to);
}
