export type PropertyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'date'
  | 'datetime'
  | 'enumeration'
  | 'phone_number'
  | 'object_coordinates'
  | 'json';

export type FieldType =
  | 'text'
  | 'textarea'
  | 'html'
  | 'number'
  | 'phonenumber'
  | 'date'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'booleancheckbox'
  | 'file'
  | 'calculation_equation'
  | 'calculation_rollup'
  | 'calculation_read_time'
  | 'calculation_score';

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly description: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

/** Where the allowed values of a property with `externalOptions` live; its own `options` stay empty. */
export type ExternalOptions = 'owners' | 'pipelines' | 'stages';

export interface Property {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: FieldType;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly calculated: boolean;
  readonly calculationFormula?: string;
  readonly externalOptions?: ExternalOptions;
  readonly referencedObjectType?: string;
  readonly hubspotDefined: boolean;
  readonly dataSensitivity: 'non_sensitive' | 'sensitive' | 'highly_sensitive';
  readonly showCurrencySymbol?: boolean;
  readonly numberDisplayHint?: string;
  readonly archived: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly readOnlyValue: boolean;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}
