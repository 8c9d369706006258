export interface Owner {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly archived: boolean;
  readonly createdAtMs: number;
}

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly Stage[];
}

export interface Account {
  readonly portalId: number;
  readonly accountType: string;
  readonly timeZone: string;
  readonly companyCurrency: string;
  readonly additionalCurrencies: readonly string[];
  readonly utcOffset: string;
  readonly utcOffsetMilliseconds: number;
  readonly uiDomain: string;
  readonly dataHostingLocation: string;
}

/** An admin's rule, enforced on API writes from version 2026-09 on. */
export type AdminRule =
  | { readonly kind: 'required-on-create'; readonly objectTypeId: string; readonly propertyName: string }
  | {
      readonly kind: 'required-when';
      readonly objectTypeId: string;
      readonly propertyName: string;
      readonly whenProperty: string;
      readonly whenValues: readonly string[];
    };

export interface AssociationType {
  readonly fromTypeId: string;
  readonly toTypeId: string;
  readonly typeId: number;
  readonly label: string | null;
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  /** How many records a record may have by this type; absent: as many as it likes. */
  readonly mostPerRecord?: number;
}
