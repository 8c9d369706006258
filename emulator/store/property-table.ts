import type { Property, PropertyGroup } from '../model/property.ts';

/** The properties and property groups of one object type, in the order they were defined. */
export class PropertyTable {
  private readonly byName: Map<string, Property>;
  private readonly groupsByName: Map<string, PropertyGroup>;

  constructor(properties: readonly Property[], groups: readonly PropertyGroup[]) {
    this.byName = new Map(properties.map((property) => [property.name, property]));
    this.groupsByName = new Map(groups.map((group) => [group.name, group]));
  }

  /** Archived properties no longer exist for reads and writes of records. */
  get(name: string): Property | undefined {
    const property = this.byName.get(name);
    return property?.archived === true ? undefined : property;
  }

  getEvenArchived(name: string): Property | undefined {
    return this.byName.get(name);
  }

  all(): readonly Property[] {
    return [...this.byName.values()];
  }

  put(property: Property): void {
    this.byName.set(property.name, property);
  }

  groups(): readonly PropertyGroup[] {
    return [...this.groupsByName.values()];
  }

  hasGroup(name: string): boolean {
    return this.groupsByName.has(name);
  }
}
